"""The real window, killed in the middle of things. `tests/torture` does the same two hundred times."""

import random
from pathlib import Path

from kiosk.demo.backend import Backend
from tests.e2e.killing import Account, check_delivery, kill_once, prepare


def test_ten_kills_of_the_window_lose_a_second_and_no_run_answer_or_completion(
    backend: Backend, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    prepare(folder)
    account, chance = Account(folder), random.Random(2026)
    for _ in range(10):
        kill_once(account, "child", backend, chance, (4.0, 9.0))
    print(account.figures())  # noqa: T201 - shown with -s, and when it fails
    account.check()
    check_delivery(folder, backend)
