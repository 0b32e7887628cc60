"""The real window, a program of the public API and the school server, killed in the middle of things."""

import random
from pathlib import Path

import pytest

from tests.torture.conftest import Prove
from tests.torture.kills import KILLERS


@pytest.mark.parametrize(("name", "times"), [("window", 8), ("api", 12), ("server", 6), ("workers", 4)])
def test_a_kill_costs_a_second_and_no_run_answer_or_completion_and_nothing_arrives_twice(
    tmp_path: Path, chance: random.Random, prove: Prove, name: str, times: int
) -> None:
    prove(f"kill-{name}", times, KILLERS[name](times, tmp_path / "data", chance))
