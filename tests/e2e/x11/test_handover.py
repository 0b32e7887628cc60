"""One child after the other at the same machine, with a mouse: picture, PIN, lesson, and the next one's turn."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.clock import SystemClock, epoch_ms
from kiosk.identity.secrets import hash_secret
from kiosk.store import database, secrets, students
from kiosk.store.writer import Store
from tests.e2e.x11.screen import Program, Screen
from tests.waiting import wait_until

HANDOVERS = 20
WITHIN_MS = 5_000
PIN = "1234"
CLOCK = SystemClock()


@pytest.fixture
def kiosk(screen: Screen, tmp_path: Path) -> Iterator[Program]:
    """Ana and Ben are on its wall, and have a PIN."""
    with closing(Store(tmp_path, CLOCK)) as store:
        for name in ("Ana", "Ben"):
            student = store.call(students.add_new, name, epoch_ms(CLOCK.utc_now())).result()
            store.call(secrets.change, student.id, hash_secret(PIN)).result()
    started = Program("tests.e2e.x11.program", str(tmp_path), environment=screen.environment)
    yield started
    started.end()


def place(kiosk: Program, name: str) -> list[str]:
    """Where the button is whose name begins so; nothing while it is not there."""
    answer = kiosk.do(f"where: {name}")
    return [] if answer == "nowhere" else answer.split()


def press(screen: Screen, kiosk: Program, name: str) -> None:
    """Press the button, once it is there."""
    screen.xdotool("mousemove", *wait_until(lambda: place(kiosk, name), name), "click", 1)


def open_lesson(screen: Screen, kiosk: Program, name: str) -> None:
    """Press until it opens: each second the page may be made anew, and a press between two pages is lost."""

    def is_open() -> bool:
        if not place(kiosk, "Lessons") and (at := place(kiosk, name)):
            screen.xdotool("mousemove", *at, "click", 1)
        return bool(place(kiosk, "Lessons"))

    wait_until(is_open, "the lesson")


def sign_in(screen: Screen, kiosk: Program, name: str) -> None:
    """From the wall to one's own page."""
    for button in (name, *PIN, "Done"):
        press(screen, kiosk, button)
    wait_until(lambda: kiosk.do("who is home") == name, f"{name}'s page")


@pytest.mark.parametrize("screen", ["openbox"], indirect=True)
def test_of_twenty_hand_overs_nineteen_take_less_than_five_seconds(
    screen: Screen, kiosk: Program, tmp_path: Path
) -> None:
    """From the press on "Lessons" in the one's lesson to the other's own page."""
    screen.window("Timeback Kiosk")
    sign_in(screen, kiosk, "Ana")
    took: list[int] = []
    for number in range(HANDOVERS):
        open_lesson(screen, kiosk, "Start" if number < 2 else "Go on")
        began = CLOCK.monotonic_ms()
        press(screen, kiosk, "Lessons")
        press(screen, kiosk, "Not you?")
        sign_in(screen, kiosk, ("Ben", "Ana")[number % 2])
        took.append(CLOCK.monotonic_ms() - began)
    took.sort()
    print(f"{HANDOVERS} hand-overs: {took[HANDOVERS // 2]} ms in the middle, {took[-2]} ms for 19 of 20")  # noqa: T201 - with `pytest -s`
    assert took[-2] < WITHIN_MS, took
    with database.reading(tmp_path / database.FILE_NAME) as db:
        assert db.execute("SELECT count(*) FROM windows WHERE state = 'open'").fetchone() == (0,)
