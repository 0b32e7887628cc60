"""Keeps the kiosk on the screen: starts it as a child, and again should it crash.

    keeper ──starts──► kiosk (the window)      ends: so does the keeper, with its exit code
                          crashes: another is started at once, ever later when they crash at their start

It imports nothing of the program beside this, so that it costs little memory beside the window. There is one window at
most: the next is started when the one before is dead, and the data folder's lock lets no second one in.
"""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import FrameType

from kiosk.clock import Clock, SystemClock

KEPT = "KIOSK_KEPT"
"""Set in the environment of a kept kiosk: it is the window itself, and starts no keeper."""

GO_ON = "KIOSK_GO_ON"
"""Set for one that follows a crash, and shall return to where the student was."""

ENDED = frozenset(
    {0, 2, 130, *(-getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))}
)
"""How a kiosk ends that shall not come back: closed, a sentence said why it cannot run, or it was asked to end."""

STARTED_MS = 2_000
"""One that lived so long has noted that nobody was at this machine when it started."""

WITHOUT_GPU = {"LIBGL_ALWAYS_SOFTWARE": "1", "QT_OPENGL": "software", "QT_XCB_GL_INTEGRATION": "none"}
"""For one that follows two crashes in a row: a broken graphics driver ends a program at its start."""

SETTLED_MS = 10_000
"""One that lived so long did not crash because of how it starts, or of the page it returned to."""

PAUSES_MS = (0, 1_000, 2_000, 5_000, 10_000, 30_000)


@dataclass(frozen=True, slots=True)
class Again:
    """How the next one starts: after a pause, and whether it returns to where the student was."""

    pause_ms: int
    goes_on: bool
    crashes: int


def after_crash(lived_ms: int, crashes: int) -> Again:
    """Decide how to go on after a crash; so many came in a row before it.

    Only the first of a row returns to where the student was: a page that ends the program must not end it for ever.
    """
    before = 0 if lived_ms >= SETTLED_MS else crashes
    pause_ms = PAUSES_MS[min(before, len(PAUSES_MS) - 1)]
    return Again(pause_ms, goes_on=not before and lived_ms >= STARTED_MS, crashes=before + 1)


def environment(again: Again, environ: Mapping[str, str]) -> dict[str, str]:
    """What the next one is started with."""
    given = {name: value for name, value in environ.items() if name not in (KEPT, GO_ON)}
    goes_on = {GO_ON: "1"} if again.goes_on else {}
    return given | (WITHOUT_GPU if again.crashes > 1 else {}) | {KEPT: "1"} | goes_on


def is_kept(environ: Mapping[str, str]) -> bool:
    return bool(environ.get(KEPT))


def goes_on(environ: Mapping[str, str]) -> bool:
    """Whether this kiosk follows one that crashed a moment ago."""
    return bool(environ.get(GO_ON))


def this_command() -> list[str]:
    """What started this process, to be started again: from Python, or the packed program."""
    return [sys.executable, *([] if getattr(sys, "frozen", False) else ["-m", "kiosk"]), *sys.argv[1:]]


class Keeper:
    """Runs one kiosk after the other until one ends. Main thread: it listens to the system's signals."""

    def __init__(self, command: Sequence[str], clock: Clock | None = None) -> None:
        self._command = command
        self._clock = clock or SystemClock()
        self._ending = threading.Event()
        self._child: subprocess.Popen[bytes] | None = None

    def keep(self) -> int:
        """Return when a kiosk has ended or this process was asked to end, with the exit code."""
        old = {number: signal.signal(number, self._end) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            return self._keep()
        finally:
            for number, handler in old.items():
                signal.signal(number, handler)

    def _keep(self) -> int:
        again = Again(0, goes_on=False, crashes=0)
        while not self._ending.wait(again.pause_ms / 1000):
            began = self._clock.monotonic_ms()
            self._child = subprocess.Popen(self._command, env=environment(again, os.environ))  # noqa: S603 - ourselves
            if self._ending.is_set():
                self._child.terminate()
            code = self._child.wait()
            if code in ENDED or self._ending.is_set():
                return max(code, 0)
            again = after_crash(self._clock.monotonic_ms() - began, again.crashes)
        return 0

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        """Hand the wish on; the kiosk ends when all is on the disk."""
        self._ending.set()
        if self._child is not None:
            self._child.terminate()
