"""A child at the real window, off screen, whose disk gives trouble: crowded_window.py FOLDER SEED ROUNDS FAULT.

    limit    now and then the system lets no file grow, and does again
    moved    now and then somebody moves the data file away, and back
    slow     nothing of its own: whoever started it makes the disk slow, for that many rounds of half a second

Each round waits until the cloud is red and until it no longer is; the page is turned meanwhile. Tells in the end what
was counted, and the longest that the window answered nothing.
"""

import json
import os
import random
import resource
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from kiosk.app import Kiosk
from kiosk.clock import SystemClock
from kiosk.demo.pupil import LESSON, NAME, Pupil
from kiosk.desktop.wall_views import Safety
from kiosk.front import Front
from kiosk.settings import FILE_NAME, load_settings
from kiosk.store import database

PROBE_MS = 5
LONG_MS = 450


class Probe:
    """How long the window answers nothing, each time: a timer that comes late."""

    def __init__(self) -> None:
        self._clock = SystemClock()
        self._last = self._clock.monotonic_ms()
        self.blocks_ms: list[int] = []
        self._timer = QTimer()
        self._timer.timeout.connect(self._note)
        self._timer.start(PROBE_MS)

    def _note(self) -> None:
        now = self._clock.monotonic_ms()
        self.blocks_ms.append(max(0, now - self._last - PROBE_MS))
        self._last = now


def limit(folder: Path) -> tuple[Callable[[], object], Callable[[], object]]:
    def fill() -> None:
        largest = max(file.stat().st_size for file in folder.iterdir() if file.is_file())
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))

    return fill, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def moved(folder: Path) -> tuple[Callable[[], object], Callable[[], object]]:
    file, away = folder / database.FILE_NAME, folder / "moved away"
    return lambda: file.rename(away), lambda: away.rename(file)


def main(folder: Path, seed: int, rounds: int, fault: str) -> None:
    chance = random.Random(seed)
    kiosk = Kiosk(Front(load_settings(folder / FILE_NAME, os.environ, {}), folder))
    kiosk.open()
    pupil = Pupil(kiosk, None)
    pupil.sit_down()
    pupil.click(NAME)
    pupil.click(f"Start: {LESSON}")
    pupil.wait(lambda: pupil.page() is kiosk.window.lesson, "the lesson")
    probe = Probe()
    for number in range(rounds):
        pupil.read_for(0.5)
        if fault == "slow":
            continue
        break_it, mend_it = {"limit": limit, "moved": moved}[fault](folder)
        pupil.let_pass(chance.uniform(0, 1.0))
        break_it()
        pupil.wait(lambda: pupil.safety is Safety.NOT_SAVED, "the red cloud")
        if number == 0:
            pupil.answer_pages(until_page=2)
        pupil.let_pass(chance.uniform(0, 1.0))
        mend_it()
        pupil.wait(lambda: pupil.safety is not Safety.NOT_SAVED, "the cloud that is no longer red")
    activity = kiosk.activities.current
    assert activity is not None
    pupil.click("Lessons")
    pupil.wait(lambda: pupil.page() is kiosk.window.home, "home")
    kiosk.close()
    long = sum(block >= LONG_MS for block in probe.blocks_ms)
    told = {"run": activity.run_id, "ms": activity.run_active_ms, "longest_ms": max(probe.blocks_ms), "long": long}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
