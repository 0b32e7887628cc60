"""Students at work while every write of the program is recorded: powerless.py FOLDER SEED SITTINGS.

Time is simulated, one second a tick. Each line tells what the program had been promised at that moment: a run that
`start()` returned, an answer and a completion that are on the disk, and how much time was counted.
"""

import json
import random
import sys
from datetime import UTC, datetime
from pathlib import Path

from kiosk import Timeback
from kiosk.clock import ManualClock, epoch_ms
from kiosk.lessons.model import QuestionId, SavedAnswer
from kiosk.store import progress
from kiosk.store.writer import Connection

STUDENTS = ("ana@example.com", "ben@example.com")


def main(folder: Path, seed: int, sittings: int) -> None:
    chance = random.Random(seed)
    clock = ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC))
    for _ in range(sittings):
        with Timeback(data_dir=folder, student=chance.choice(STUDENTS), clock=clock) as timeback:
            store = timeback._store  # answers come from the window, which is not there
            lesson = chance.choice(("fractions", "plants"))
            activity = timeback.activity.start(lesson, lesson.title(), {"subject": "Math", "grade": 3})
            tell("run", run=activity.run_id)
            for second in range(chance.randrange(5, 60)):
                clock.advance(1000)
                store.call_light(nothing).result()  # somebody reads, as the window does
                timeback.attention.note_input()
                timeback.tick()
                store.call_light(nothing).result()  # the tick is written; on the disk it need not be
                tell("tick", run=activity.run_id, ms=activity.run_active_ms)
                if chance.random() < 0.2:
                    answers = {QuestionId(f"q{second}"): SavedAnswer()}
                    now_ms = epoch_ms(clock.utc_now())
                    store.call(progress.save, activity.run, 0, 0, answers, now_ms).result()
                    tell("answer", run=activity.run_id, question=f"q{second}")
            if chance.random() < 0.5:
                activity.end({"xpEarned": 1})
                tell("finished", run=activity.run_id)
            elif chance.random() < 0.8:
                activity.end()
            tell("tick", run=activity.run_id, ms=activity.run_active_ms)
        clock.advance(60_000)


def nothing(db: Connection) -> None:
    """Only come after what was posted before."""
    del db


def tell(what: str, **facts: object) -> None:
    sys.stdout.write(json.dumps({"what": what, **facts}) + "\n")
    sys.stdout.flush()


main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
