"""Kiosk mode on a real X server, with a window manager that has its own keys: what it withstands, and how it ends."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event

import pytest

from kiosk.identity.secrets import hash_secret
from kiosk.store import database, secrets
from kiosk.store.writer import Store
from tests.e2e.x11.pupil import CLOCK, prepare
from tests.e2e.x11.screen import Program, Screen
from tests.waiting import POLL_S, wait_until

pytestmark = pytest.mark.parametrize("screen", ["openbox"], indirect=True)

PIN = "4711"
LESSON = "two-pages"
BACK_WITHIN_MS = 2_000
"""From the crash to the window. The page follows: 1.5 s after the crash where nothing else runs."""
GO_ON = (1500, 958)
"""Where the big button is on this display."""

KEYS = (
    "alt+Tab",
    "alt+Escape",
    "ctrl+alt+Right",
    "ctrl+alt+Delete",
    "super+d",
    "super+e",
    "alt+space",
    "F11",
    "ctrl+w",
)


class Kept:
    """`kiosk --mode kiosk` as a school starts it: the keeper, and the window as its child."""

    def __init__(self, screen: Screen, folder: Path) -> None:
        self.screen = screen
        self.folder = folder
        self._environment = screen.environment | {"XDG_RUNTIME_DIR": str(folder)}
        self.process = self.start()
        self.window = self.see()

    def start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self._command("--mode", "kiosk", "--lessons", str(self.folder / "lessons")), env=self._environment
        )

    def launch(self, lesson: str) -> None:
        command = self._command("launch", lesson, "--student", "Ana")
        subprocess.run(command, env=self._environment, check=True, stdout=subprocess.DEVNULL)

    def see(self) -> int:
        return self.screen.window("Timeback Kiosk")

    def child(self) -> int | None:
        """The window's process; None between two."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return int(children[0]) if children else None

    def touched(self) -> str:
        """The window, in its window manager's frame, that a finger in the corner would touch."""
        self.screen.xdotool("mousemove", 40, 40)
        return self.screen.xdotool("getmouselocation", "--shell").rpartition("WINDOW=")[2]

    def has_the_screen(self) -> bool:
        """It has the focus and fills the display."""
        shape = self.screen.xdotool("getwindowgeometry", self.window)
        return self.screen.focused() == self.window and "Position: 0,0" in shape and "Geometry: 1600x1000" in shape

    def ask_to_close(self, pin: str, seen: Callable[[], bool]) -> None:
        """Alt+F4 and a PIN; and again, where no sheet was there for the keys yet: not all is up to the kiosk."""
        for _ in range(5):
            self.screen.xdotool("key", "alt+F4", *pin, "Return")
            for _ in range(250):
                if seen():
                    return
                Event().wait(POLL_S)
        raise AssertionError(f"typed {pin} five times; {self.tries()} were wrong")

    def tries(self) -> object:
        """Wrong PINs so far."""
        return self.read("SELECT tries FROM secrets")[0][0]

    def read(self, question: str) -> list[tuple[object, ...]]:
        with closing(database.open_reader(self.folder / database.FILE_NAME)) as db:
            return [tuple(row) for row in db.execute(question)]

    def end(self) -> None:
        self.process.terminate()
        self.process.wait()

    def _command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "kiosk", *arguments, "--data-dir", str(self.folder)]


def write_lesson(folder: Path) -> None:
    """Two pages to read, without a question between them."""
    folder.mkdir(parents=True)
    pages = ("1-first.md", "2-second.md")
    about = f"""
        id = "{LESSON}"
        title = "Two pages"
        summary = "Two pages to read."
        authors = ["A test"]
        course = {{ subject = "Math", grade = 3 }}
        model = "single-session"
        expected_xp = 1
        pages = {list(pages)}
    """
    (folder / "lesson.toml").write_text(about, "utf-8")
    for page in pages:
        (folder / page).write_text("# A page\n\nRead this.\n", "utf-8")


@contextmanager
def kept(screen: Screen, folder: Path) -> Iterator[Kept]:
    prepare(folder)
    with closing(Store(folder, CLOCK)) as store:
        store.call(secrets.change, secrets.TEACHER, hash_secret(PIN)).result()
    write_lesson(folder / "lessons" / LESSON)
    kiosk = Kept(screen, folder)
    try:
        yield kiosk
    finally:
        kiosk.end()


@pytest.fixture(scope="module")
def kiosk(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    with kept(screen, tmp_path_factory.mktemp("kept")) as kiosk:
        wait_until(kiosk.has_the_screen, "the kiosk to fill the screen")
        yield kiosk


def test_the_window_managers_keys_do_nothing(kiosk: Kept, screen: Screen) -> None:
    for keys in KEYS:
        screen.xdotool("key", keys)
    assert kiosk.has_the_screen()
    assert screen.xdotool("get_desktop") == "0"
    assert kiosk.process.poll() is None


def test_another_window_gets_neither_the_focus_nor_the_top(kiosk: Kept, screen: Screen) -> None:
    before = kiosk.touched()
    other = Program("tests.e2e.x11.other", environment=screen.environment)
    try:
        window = screen.window("Another program")
        for act in ("windowactivate", "windowraise"):
            screen.xdotool(act, window)
            wait_until(lambda: kiosk.has_the_screen() and kiosk.touched() == before, "the kiosk to be on top again")
    finally:
        other.end()


def test_a_second_start_is_the_same_window(kiosk: Kept) -> None:
    before = kiosk.child()
    assert kiosk.start().wait() == 0
    assert kiosk.child() == before
    assert kiosk.has_the_screen()


def test_after_a_crash_the_same_page_is_back(kiosk: Kept, screen: Screen) -> None:
    kiosk.launch(LESSON)
    wait_until(lambda: kiosk.read("SELECT lesson FROM place") == [(LESSON,)], "the lesson")
    screen.xdotool("mousemove", *GO_ON, "click", 1)
    page = wait_until(lambda: kiosk.read("SELECT run, page FROM progress"), "the next page")
    crashed, struck_at = kiosk.child(), CLOCK.monotonic_ms()
    assert crashed is not None
    os.kill(crashed, signal.SIGKILL)
    wait_until(lambda: kiosk.child() not in (crashed, None), "the next process")
    kiosk.window = kiosk.see()
    took_ms = CLOCK.monotonic_ms() - struck_at
    assert took_ms < BACK_WITHIN_MS
    wait_until(lambda: len(kiosk.read("SELECT id FROM sittings")) == 2, "the lesson after the crash")
    assert kiosk.read("SELECT DISTINCT run, page FROM sittings JOIN progress USING (run)") == page
    wait_until(kiosk.has_the_screen, "the kiosk to fill the screen again")


def test_only_the_teachers_pin_closes_it(kiosk: Kept, screen: Screen) -> None:
    kiosk.ask_to_close("9999", lambda: kiosk.tries() == 1)
    screen.xdotool("key", "Escape")
    assert kiosk.has_the_screen()
    assert kiosk.process.poll() is None
    kiosk.ask_to_close(PIN, lambda: kiosk.process.poll() is not None)
    assert kiosk.process.wait() == 0
    assert kiosk.screen.xdotool("search", "--onlyvisible", "--name", "^Timeback Kiosk$") == ""
