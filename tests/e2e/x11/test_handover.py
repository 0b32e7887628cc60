from pathlib import Path

import pytest

from kiosk.store import database
from tests.e2e.x11.screen import Screen
from tests.e2e.x11.shared import shared

HANDOVERS = 6


@pytest.mark.parametrize("screen", ["openbox"], indirect=True)
def test_after_each_hand_over_the_next_one_is_home_and_nothing_of_the_one_before_is_left_open(
    screen: Screen, tmp_path: Path
) -> None:
    """How long it takes, `python -m tests.benchmarks --only hand-over` measures."""
    with shared(screen, tmp_path) as kiosk:
        for _ in range(HANDOVERS):
            kiosk.open_lesson()
            kiosk.hand_over()
            with database.reading(tmp_path / database.FILE_NAME) as db:
                assert db.execute("SELECT count(*) FROM windows WHERE state = 'open'").fetchone() == (0,)
