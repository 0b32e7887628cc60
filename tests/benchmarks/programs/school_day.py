"""Hours of lessons, one student after the other, under a clock that is moved by hand.

`python -m tests.benchmarks.programs.school_day FOLDER HOURS` prints the memory at the end of each hour, in megabytes.
"""

import json
import sys
from pathlib import Path

from kiosk.clock import ManualClock, SystemClock
from kiosk.desktop.views import Primary
from tests.benchmarks.classroom import LONG_LESSON, NAMES
from tests.benchmarks.programs.memory import settled_mb
from tests.benchmarks.programs.visit import Visit

SITTINGS_AN_HOUR = 4
HAND_OVER_S = 60
FADED_S = 1.0
"""A page that gave way to the next has faded by then, and its picture is gone. Pages change by the true clock."""


def work(visit: Visit, clock: ManualClock, seconds: int) -> None:
    """Be in the lesson for so long, counted second by second; answer and turn a page twice a minute."""
    for second in range(seconds):
        clock.advance(1_000)
        visit.kiosk.attention.input_seen.emit()
        visit.session.tick()
        visit.breathe()
        if second % 30 == 29:
            step_on(visit)
    visit.until(lambda: visit.is_drawn)


def step_on(visit: Visit) -> None:
    """Do what the page asks next; at the end of the lesson, look at the first pages again."""
    step = visit.kiosk.window.lesson.step
    if step.checks is not None:
        visit.choose(step.checks)
        visit.session.check(step.checks)
    elif step.primary is Primary.FINISH:
        for _ in range(5):
            visit.session.go_back()
    else:
        visit.session.go_on()


def main() -> None:
    folder, hours = Path(sys.argv[1]), int(sys.argv[2])
    clock = ManualClock(SystemClock().utc_now())
    visit = Visit(folder, clock)
    hourly: list[float] = []
    for hour in range(hours):
        for sitting in range(SITTINGS_AN_HOUR):
            visit.come_home(1 + (hour * SITTINGS_AN_HOUR + sitting) % len(NAMES))
            visit.open_lesson(LONG_LESSON)
            work(visit, clock, 3_600 // SITTINGS_AN_HOUR - HAND_OVER_S)
            visit.leave()
            clock.advance(HAND_OVER_S * 1_000)
        visit.settle(FADED_S)
        hourly.append(settled_mb())
    print(json.dumps({"hourly_mb": hourly}))
    visit.close()


if __name__ == "__main__":
    main()
