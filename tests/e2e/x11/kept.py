"""The kiosk as a school starts it, in kiosk mode: a keeper, and the window as its child."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event

from kiosk.identity.secrets import hash_secret
from kiosk.store import database, secrets
from kiosk.store.writer import Store
from tests.e2e.x11.pupil import prepare
from tests.e2e.x11.screen import CLOCK, Screen
from tests.waiting import POLL_S, wait_until

PIN = "4711"
LESSON = "two-pages"


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

    def open_lesson(self) -> None:
        """As a teacher has Ana's lesson opened."""
        command = self._command("launch", LESSON, "--student", "Ana")
        subprocess.run(command, env=self._environment, check=True, stdout=subprocess.DEVNULL)
        wait_until(lambda: self.read("SELECT lesson FROM place") == [(LESSON,)], "the lesson")

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

    def crash(self) -> int:
        """Kill the window; tells how long it was until the next was there, in ms. Its page follows."""
        crashed, struck_at = self.child(), CLOCK.monotonic_ms()
        assert crashed is not None
        os.kill(crashed, signal.SIGKILL)
        wait_until(lambda: self.child() not in (crashed, None), "the next process")
        self.window = self.see()
        return CLOCK.monotonic_ms() - struck_at

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
        wait_until(kiosk.has_the_screen, "the kiosk to fill the screen")
        yield kiosk
    finally:
        kiosk.end()
