"""A student's program that is killed in the middle of a lesson: struck.py FOLDER STUDENT LESSON WALL MONO SECONDS."""

import os
import signal
import sys
from datetime import datetime
from pathlib import Path

from kiosk.clock import ManualClock
from tests.e2e.story import Laptop


def main(folder: str, student: str, lesson: str, wall: str, mono: str, seconds: str) -> None:
    clock = ManualClock(datetime.fromisoformat(wall), mono_ms=int(mono))
    laptop = Laptop(Path(folder), clock, student=student)
    laptop.start(lesson)
    laptop.study(int(seconds) * 1000)
    laptop.timeback.sync()  # without a server it waits for the disk alone
    os.kill(os.getpid(), signal.SIGKILL)


main(*sys.argv[1:])
