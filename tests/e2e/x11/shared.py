"""One child after the other at the same machine, with a mouse: picture, PIN, lesson, and the next one's turn."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kiosk.clock import epoch_ms
from kiosk.identity.secrets import hash_secret
from kiosk.store import secrets, students
from kiosk.store.writer import Store
from tests.e2e.x11.screen import CLOCK, Program, Screen
from tests.waiting import wait_until

PIN = "1234"
NAMES = ("Ana", "Ben")


class Shared:
    """A kiosk that Ana and Ben share. Ana sits there first."""

    def __init__(self, screen: Screen, kiosk: Program) -> None:
        self._screen = screen
        self._kiosk = kiosk
        self._handed_over = 0
        screen.window("Timeback Kiosk")
        self._sign_in("Ana")

    def open_lesson(self) -> None:
        """Press until it opens: each second the page may be made anew, and a press between two pages is lost."""
        name = "Start" if self._handed_over < len(NAMES) else "Go on"

        def is_open() -> bool:
            if not self._place("Lessons") and (at := self._place(name)):
                self._screen.xdotool("mousemove", *at, "click", 1)
            return bool(self._place("Lessons"))

        wait_until(is_open, "the lesson")

    def hand_over(self) -> int:
        """From the press on "Lessons" in the one's lesson to the other's own page; tells how long it took, in ms."""
        self._handed_over += 1
        began = CLOCK.monotonic_ms()
        self._press("Lessons")
        self._press("Not you?")
        self._sign_in(NAMES[self._handed_over % 2])
        return CLOCK.monotonic_ms() - began

    def _sign_in(self, name: str) -> None:
        """From the wall to one's own page."""
        for button in (name, *PIN, "Done"):
            self._press(button)
        wait_until(lambda: self._kiosk.do("who is home") == name, f"{name}'s page")

    def _press(self, name: str) -> None:
        """Press the button, once it is there."""
        self._screen.xdotool("mousemove", *wait_until(lambda: self._place(name), name), "click", 1)

    def _place(self, name: str) -> list[str]:
        """Where the button is whose name begins so; nothing while it is not there."""
        answer = self._kiosk.do(f"where: {name}")
        return [] if answer == "nowhere" else answer.split()


@contextmanager
def shared(screen: Screen, folder: Path) -> Iterator[Shared]:
    """Start it on that screen, with both on its wall."""
    with closing(Store(folder, CLOCK)) as store:
        for name in NAMES:
            student = store.call(students.add_new, name, epoch_ms(CLOCK.utc_now())).result()
            store.call(secrets.change, student.id, hash_secret(PIN)).result()
    kiosk = Program("tests.e2e.x11.program", str(folder), environment=screen.environment)
    try:
        yield Shared(screen, kiosk)
    finally:
        kiosk.end()
