"""Kill the real programs: `uv run python -m tests.torture.kills --window 100 --api 100 --server 200 --workers 20`.

Each life ends by kill -9 at a random moment. Some 6 s a kill of the window, 4 s of the others. CI does the same,
fewer times (`test_kills.py`).
"""

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from kiosk import resources
from kiosk.clock import SystemClock
from kiosk.demo.backend import Backend
from tests.e2e.killing import Account, check_delivery, kill_once, prepare
from tests.e2e.story import STUDENTS, TOKENS
from tests.torture.findings import finding, keep
from tests.torture.server_kills import kill_server, kill_workers
from tests.torture.tries import until_telling

LIVES_S = {"child": (0.0, 6.0), "host": (0.0, 5.0)}
"""How long a program may live, most often from its first word."""


def kill_program(program: str, times: int, folder: Path, chance: random.Random) -> str:
    """Kill it so often on the same data folder, and on until enough kills fell into a lesson; tell what that came to.

    Raises AssertionError for a loss.
    """
    prepare(folder)
    account = Account(folder)
    with Backend(resources.sample_config(), STUDENTS, TOKENS) as backend:
        for _ in until_telling(times, lambda: account.is_telling):
            kill_once(account, program, backend, chance, LIVES_S[program])
        print(account.figures())
        account.check()
        check_delivery(folder, backend)
    return account.figures()


def kill_window(times: int, folder: Path, chance: random.Random) -> str:
    return kill_program("child", times, folder, chance)


def kill_api(times: int, folder: Path, chance: random.Random) -> str:
    return kill_program("host", times, folder, chance)


KILLERS: dict[str, Callable[[int, Path, random.Random], str]] = {
    "window": kill_window,
    "api": kill_api,
    "server": kill_server,
    "workers": kill_workers,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in KILLERS:
        parser.add_argument(f"--{name}", type=int, default=0, metavar="TIMES", help=f"how often to kill the {name}")
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4)), help="what chance follows")
    parser.add_argument("--results", type=Path, metavar="FOLDER", help="keep there what is found")
    asked = parser.parse_args()
    print(f"--seed {asked.seed}")
    for name, kill in KILLERS.items():
        if times := getattr(asked, name):
            began_mono = SystemClock().monotonic_ms()
            with tempfile.TemporaryDirectory() as home:
                found = kill(times, Path(home) / "data", random.Random(asked.seed))
            print(f"{name}: {times} kills; {found}")
            if asked.results is not None:
                keep(finding(f"kill-{name}", times, found, asked.seed, began_mono), asked.results)
    return 0


if __name__ == "__main__":
    sys.exit(main())
