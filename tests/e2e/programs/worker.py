"""A student's program that is killed sooner or later: it tells after each tick what it has counted.

worker.py FOLDER SERVER           studies until it is killed
worker.py FOLDER SERVER finish    studies for a second, completes the run, delivers everything, and ends
"""

import sys
import threading

from kiosk import Timeback
from tests.waiting import PATIENCE_S

TICK_S = 0.25


def main(folder: str, server: str, how: str = "") -> None:
    pause = threading.Event()
    with Timeback(data_dir=folder, student="ana@example.com", token="ana", server=server) as timeback:
        activity = timeback.activity.start(
            "fractions", "Fractions", {"subject": "Math", "grade": 3}, time={"heartbeat_interval_ms": 1000}
        )
        say(activity.run_id)
        for _ in range(4) if how == "finish" else iter(int, 1):
            pause.wait(TICK_S)
            timeback.attention.note_input()
            timeback.tick()
            say(activity.total_active_ms)
        activity.end({"xpEarned": 1})
        report = timeback.sync(timeout=PATIENCE_S)
        say(f"{report.pending} pending, {report.parked} parked, {report.error}")


def say(what: object) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


main(*sys.argv[1:])
