"""A student's program on a disk that fails: patient.py FOLDER SEED SECONDS [nobody].

Time is simulated, one second a tick. What the disk refuses is asked for again a second later, for as long as a student
would sit there. Each line tells what is promised, what was refused, or that the light changed. With "nobody" an
ordinary user does it, whom permissions concern.
"""

import os
import random
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from kiosk import Timeback
from kiosk.clock import ManualClock, epoch_ms
from kiosk.errors import StoreError
from kiosk.lessons.model import QuestionId, SavedAnswer
from kiosk.store import progress
from tests.e2e.programs.telling import tell

NOBODY = 65_534
PATIENCE_S = 60


def insist[T](verb: Callable[[], T], clock: ManualClock) -> T | None:
    """Have something done, each second anew; None when patience ends."""
    for _ in range(PATIENCE_S):
        try:
            return verb()
        except StoreError as error:
            tell("refused", sentence=str(error))
            clock.advance(1000)
    return None


class Patient:
    """One sitting. `red` is what the light shows: the disk refuses what is written."""

    def __init__(self, timeback: Timeback, clock: ManualClock) -> None:
        self._timeback = timeback
        self._clock = clock
        self.red = False

    def look(self) -> None:
        """Wait until what was posted is written or refused, and see the light."""
        self._timeback.sync()  # without a server it only waits for the disk
        if (red := self._timeback._store.trouble is not None) != self.red:
            self.red = red
            tell("light", red=red)

    def study(self, seconds: int, chance: random.Random) -> None:
        activities, attention = self._timeback.activity, self._timeback.attention
        activity = insist(
            lambda: activities.start("fractions", "Fractions", {"subject": "Math", "grade": 3}), self._clock
        )
        if activity is None:
            return
        tell("run", run=activity.run_id)
        sys.stdin.readline()
        for second in range(seconds):
            self._clock.advance(1000)
            attention.note_input()
            self._timeback.tick()
            self.look()
            if not self.red:
                tell("tick", run=activity.run_id, ms=activity.run_active_ms)
            if chance.random() < 0.2:
                self._answer(activity.run, activity.run_id, f"q{second}")
            tell("second")
            sys.stdin.readline()  # whoever tortures the disk does so between two seconds
        insist(lambda: activity.end({"xpEarned": 1}), self._clock)
        if activity.is_ended:
            tell("finished", run=activity.run_id, ms=activity.run_active_ms)
        self.look()

    def _answer(self, run: int, run_id: str, question: str) -> None:
        answers = {QuestionId(question): SavedAnswer()}
        try:
            self._timeback._store.call(progress.save, run, 0, 0, answers, epoch_ms(self._clock.utc_now())).result()
        except StoreError as error:
            tell("refused", sentence=str(error))
        else:
            tell("answer", run=run_id, question=question)


def main(folder: Path, seed: int, seconds: int, user: str = "") -> None:
    clock = ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC))
    if user == "nobody":
        _become_nobody(clock)
    timeback = insist(lambda: Timeback(data_dir=folder, student="ana@example.com", clock=clock), clock)
    if timeback is None:
        return
    try:
        Patient(timeback, clock).study(seconds, random.Random(seed))
    finally:
        insist(timeback.close, clock)


def _become_nobody(clock: ManualClock) -> None:
    """After everything has been imported: this Python may lie where nobody can read."""
    with (
        tempfile.TemporaryDirectory() as elsewhere,
        Timeback(data_dir=elsewhere, student="ana@example.com", clock=clock) as timeback,
    ):
        timeback.activity.start("x", "X", {"subject": "Math", "grade": 3}).end()
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
