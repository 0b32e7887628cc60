"""A program that uses the public API until it is killed: host.py FOLDER SERVER.

It ticks once a second, as a host should, and finishes an attempt now and then.
"""

import random
import sys
import threading

from kiosk import Timeback
from tests.e2e.programs.telling import tell


def main(folder: str, server: str) -> None:
    pause, chance = threading.Event(), random.Random()
    with Timeback(data_dir=folder, student="ana@example.com", token="ana", server=server) as timeback:
        while True:
            activity = timeback.activity.start(
                "fractions", "Fractions", {"subject": "Math", "grade": 3}, time={"heartbeat_interval_ms": 1000}
            )
            tell("run", run=activity.run_id)
            for _ in range(chance.randint(1, 5)):
                pause.wait(1.0)
                timeback.attention.note_input()
                timeback.tick()
                tell("tick", run=activity.run_id, ms=activity.run_active_ms)
            metrics = {"xpEarned": 1} if chance.random() < 0.5 else None
            activity.end(metrics)
            tell("finished" if metrics else "left", run=activity.run_id)


main(*sys.argv[1:])
