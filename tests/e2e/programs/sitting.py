"""One sitting of a stateful lesson, as a program of its own: it studies, delivers, tells what it did, and ends."""

import json
import sys
from datetime import datetime
from pathlib import Path

from kiosk import Timeback
from kiosk.clock import ManualClock, epoch_ms


def main(folder: str, server: str, began: str, seconds: str) -> None:
    at = datetime.fromisoformat(began)
    clock = ManualClock(at, mono_ms=epoch_ms(at))
    with Timeback(
        data_dir=Path(folder), student="ana@example.com", token="ana", server=server, clock=clock, background=False
    ) as timeback:
        activity = timeback.activity.start("novel", "A Novel", {"subject": "Reading", "grade": 2})
        for _ in range(int(seconds)):
            clock.advance(1000)
            timeback.tick()
        activity.end()
        report = timeback.sync()
        said = {
            "run_id": activity.run_id,
            "is_resumed": activity.is_resumed,
            "sitting_ms": activity.total_active_ms,
            "run_ms": activity.run_active_ms,
            "pending": report.pending,
        }
        sys.stdout.write(json.dumps(said))


main(*sys.argv[1:])
