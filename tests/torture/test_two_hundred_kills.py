"""Two hundred kills: `uv run pytest -s tests/torture`, some ten minutes. Not part of the ordinary tests."""

import os
import random
from pathlib import Path

import pytest

from kiosk.demo.backend import Backend
from tests.e2e.killing import Account, check_delivery, kill_once, prepare


@pytest.mark.parametrize(("program", "lives_s"), [("child", (0.5, 7.0)), ("host", (0.2, 5.0))])
def test_a_hundred_kills_lose_a_second_each_and_no_run_answer_or_completion(
    backend: Backend, tmp_path: Path, program: str, lives_s: tuple[float, float]
) -> None:
    seed = int.from_bytes(os.urandom(4))
    folder = tmp_path / "data"
    prepare(folder)
    account, chance = Account(folder), random.Random(seed)
    for _ in range(100):
        kill_once(account, program, backend, chance, lives_s)
    print(f"\n{program}, seed {seed}: {account.figures()}")  # noqa: T201 - what it is run for
    account.check()
    check_delivery(folder, backend)
