"""A screen of our own: Xvfb, a window manager or none, and xdotool as the hand on it."""

import itertools
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Event

import pytest

from kiosk.clock import SystemClock
from tests.waiting import PATIENCE_S, wait_until

CLOCK = SystemClock()
_FIRST_NUMBER, _NUMBERS, _MOST_SCREENS = 100, 59_000, 8
_COUNT = itertools.count()
"""Each screen has a number of its own. One that looks for a free number may be given that of a screen which is just
being put away, and be put away with it."""


def require(*programs: str) -> None:
    """Skip where one of these is not installed."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        pytest.skip(f"{' and '.join(missing)} not installed (Debian: apt-get install xvfb openbox xdotool)")


class Program:
    """A process of ours on the screen that does what it is told by lines. End it with `end`."""

    def __init__(self, module: str, *arguments: str, environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def do(self, act: str) -> str:
        """Have it do something; gives its answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{act}\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline().strip()
        assert answer, f"the program ended at {act!r}"
        return answer

    def freeze(self, seconds: float) -> None:
        """Let it do nothing for so long, as in a sleep of the machine."""
        self._process.send_signal(signal.SIGSTOP)
        Event().wait(seconds)
        self._process.send_signal(signal.SIGCONT)

    def ended(self) -> int:
        """Wait until it has ended of itself; gives its exit code."""
        return self._process.wait(PATIENCE_S)

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()


class Screen:
    """A display with nothing of the developer's on it."""

    def __init__(self, display: str, *, managed: bool) -> None:
        self.managed = managed
        own = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
        left_out = ("WAYLAND_DISPLAY", "XDG_SESSION_ID", "SESSION_MANAGER")
        inherited = {name: value for name, value in os.environ.items() if name not in left_out}
        self.environment = inherited | own

    def xdotool(self, *arguments: object) -> str:
        """Run one command; gives what it prints, "" when it fails."""
        command = ["xdotool", *map(str, arguments)]
        return subprocess.run(
            command, env=self.environment, check=False, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ).stdout.strip()

    def window(self, title: str) -> int:
        """Wait for the visible window with that title."""
        return int(wait_until(lambda: self.xdotool("search", "--onlyvisible", "--name", f"^{title}$"), title))

    def focused(self) -> int | None:
        """The window that has the X server's focus; None for no window."""
        found = self.xdotool("getwindowfocus")
        return int(found) if found else None

    def give_focus(self, window: int) -> None:
        """Switch to that window, as a taskbar does; without a window manager, as another client may."""
        self.xdotool("windowactivate" if self.managed else "windowfocus", window)


@contextmanager
def xvfb(*, managed: bool) -> Iterator[Screen]:
    """Run a display, with openbox or without a window manager, and end both."""
    require("Xvfb", "xdotool", *(["openbox"] if managed else []))
    reading, writing = os.pipe()
    number = _FIRST_NUMBER + (os.getpid() * _MOST_SCREENS + next(_COUNT) % _MOST_SCREENS) % _NUMBERS
    command = ["Xvfb", f":{number}", "-displayfd", str(writing), "-screen", "0", "1600x1000x24"]
    command += ["-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        try:
            os.close(writing)
            with os.fdopen(reading) as told:
                assert told.readline().strip() == f"{number}", "Xvfb did not start"
            screen = Screen(f":{number}", managed=managed)
            if managed:
                with _openbox(screen):
                    yield screen
            else:
                yield screen
        finally:
            server.terminate()


@contextmanager
def _openbox(screen: Screen) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    with subprocess.Popen(["openbox"], env=screen.environment, stdout=quiet, stderr=quiet) as manager:
        try:
            wait_until(lambda: screen.xdotool("get_desktop"), "openbox")
            yield
        finally:
            manager.terminate()
