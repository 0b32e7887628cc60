"""Fuzz what reads foreign bytes: `uv run --group fuzz python -m tests.fuzz [--seconds N] [TARGET...]`.

Each target runs in a process of its own under atheris, led by coverage, from the seeds in this folder. It ends after
its seconds, or at the first error that is not ours; the bytes that led to it are then in the file that is named.
"""

import argparse
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz.targets import TARGETS

HERE = Path(__file__).parent
LONGEST = 4_096
MEMORY_MIB = 512
SLOWEST_S = 5
"""One input may take so long under the fuzzer, which makes everything several times slower."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)}; all without one")
    parser.add_argument("--seconds", type=int, default=30, help="for each target (30)")
    asked = parser.parse_args()
    unknown = set(asked.targets) - set(TARGETS)
    if unknown:
        parser.error(f"{', '.join(sorted(unknown))} is no target; there are {', '.join(TARGETS)}")
    names = asked.targets or list(TARGETS)
    with ThreadPoolExecutor(os.cpu_count()) as beside_each_other:
        went_well = list(beside_each_other.map(lambda name: _fuzz(name, asked.seconds), names))
    failed = [name for name, well in zip(names, went_well, strict=True) if not well]
    print(f"failed: {', '.join(failed)}" if failed else "no target failed")
    return len(failed) > 0


def _fuzz(name: str, seconds: int) -> bool:
    artifacts = HERE.parents[1] / "build"
    artifacts.mkdir(exist_ok=True)
    with TemporaryDirectory() as found:
        options = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-timeout={SLOWEST_S}"]
        options += [f"-rss_limit_mb={MEMORY_MIB}", f"-artifact_prefix={artifacts}/{name}-"]
        command = [sys.executable, "-m", "tests.fuzz.one", name, *options, found, str(HERE / "seeds" / name)]
        run = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    rounds = next((line.split()[1] for line in run.stderr.splitlines()[::-1] if line.startswith("Done")), "?")
    print(f"{name:12} {rounds:>9} inputs in {seconds} s: {'well' if run.returncode == 0 else 'FAILED'}")
    if run.returncode:
        print((run.stdout + run.stderr)[-4_000:])
    return run.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
