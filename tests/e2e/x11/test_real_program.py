"""How the real program ends, and what the machine does over its head."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.clock import epoch_ms
from tests.desktop.private_bus import StandInLogind, private_bus
from tests.e2e.x11.pupil import LATE_MS, ROUNDING_MS, Pupil, sitting
from tests.e2e.x11.screen import CLOCK, Screen
from tests.waiting import wait_until

SLEEP_S = 4.0
"""Longer than what still counts as time that passed."""

with_openbox = pytest.mark.parametrize("screen", ["openbox"], indirect=True)


@pytest.fixture
def logind(tmp_path: Path) -> Iterator[StandInLogind]:
    with private_bus(tmp_path) as address, closing(StandInLogind(address)) as logind:
        yield logind


@pytest.fixture
def watched(screen: Screen, logind: StandInLogind, tmp_path: Path) -> Iterator[Pupil]:
    """A pupil at a kiosk of their own, which has found logind."""
    with sitting(screen, tmp_path / "kiosk", DBUS_SYSTEM_BUS_ADDRESS=logind.address) as pupil:
        wait_until(lambda: logind.held == 1 and "Active" in logind.asked, "the kiosk to find logind")
        yield pupil


@with_openbox
def test_closing_the_window_counts_up_to_that_moment_and_no_further(screen: Screen, tmp_path: Path) -> None:
    with sitting(screen, tmp_path) as pupil:
        pupil.stays("nothing")
        closing_at = wall()
        screen.xdotool("key", "alt+F4")
        assert pupil.kiosk.ended() == 0
        ended = pupil.counted()
        assert closing_at - LATE_MS <= ended.first + ended.active <= ended.end <= wall()


@with_openbox
def test_a_locked_screen_counts_as_locked(watched: Pupil, logind: StandInLogind) -> None:
    watched.is_away(
        lambda: logind.set_property("LockedHint", value=True),
        lambda: logind.set_property("LockedHint", value=False),
        left=at_once,
        back=at_once,
        as_="locked",
    )


@with_openbox
def test_everything_before_a_sleep_is_saved_and_the_sleep_counts_as_nothing(
    watched: Pupil, logind: StandInLogind
) -> None:
    watched.caught_up()
    sleeping_at = wall()
    logind.prepare_for_sleep(True)
    wait_until(lambda: logind.held == 0, "the kiosk to let the machine sleep")
    assert watched.counted().end >= sleeping_at
    watched.kiosk.freeze(SLEEP_S)
    logind.prepare_for_sleep(False)
    wait_until(lambda: watched.counted().asleep > 0, "the sleep in the journal")
    woken_at = wall()
    now = watched.caught_up()
    assert SLEEP_S * 1000 <= now.asleep <= woken_at - sleeping_at
    assert now.active + now.asleep == pytest.approx(now.end - now.first, abs=ROUNDING_MS)


def wall() -> int:
    return epoch_ms(CLOCK.utc_now())


def at_once() -> bool:
    return True
