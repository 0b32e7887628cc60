"""A student who finishes one attempt after the other until killed, and tells each run that `end()` has returned for."""

import sys
import threading

from kiosk import Timeback

TICK_S = 0.05


def main(folder: str, server: str) -> None:
    pause = threading.Event()
    with Timeback(data_dir=folder, student="ana@example.com", token="ana", server=server) as timeback:
        while True:
            activity = timeback.activity.start("fractions", "Fractions", {"subject": "Math", "grade": 3})
            pause.wait(TICK_S)
            timeback.tick()
            activity.end({"xpEarned": 1})
            sys.stdout.write(f"{activity.run_id}\n")
            sys.stdout.flush()


main(*sys.argv[1:])
