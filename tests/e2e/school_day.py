"""A school day: thirty students change places at eight machines, and the network is there for one hour in six.

Everybody sits at once: one clock moves, and each machine ticks. A book is kept of who really studied for how long.
"""

import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from kiosk.activities import Activities
from kiosk.clock import ManualClock, epoch_ms
from kiosk.store import corrections, students
from kiosk.store.students import SignIn
from kiosk.store.writer import Connection, Store
from kiosk.sync.courier import Courier
from tests.e2e.story import DONE, MATH, Server

MACHINES = 8
ROUNDS = 30
ROUND_MS = 12 * 60_000
ONLINE_ROUNDS = range(10, 15)
"""Of thirty rounds in six hours, those of one hour."""

CRASHES = {(4, 2), (21, 6)}
"""Round and machine."""

WRONG_PERSON = (14, 3)
"""Sat down under another's picture, while the network was there for the last time."""

LESSONS = ("fractions", "decimals")


class Machine:
    """A kiosk without its window: the store, the courier and the activities as `kiosk.app` makes them."""

    def __init__(self, folder: Path, clock: ManualClock) -> None:
        self.folder = folder
        self._clock = clock
        self._boot()

    def _boot(self) -> None:
        self.store = Store(self.folder, self._clock)
        self.activities = Activities(self.store, self._clock)
        self.courier = Courier(self.store, self._clock, None, lambda ref: ref, background=False)
        self.courier.start()

    def know(self, name: str) -> int:
        """Add a student whose token is known."""
        now_ms = epoch_ms(self._clock.utc_now())
        student = self.store.call(students.add, name, name, "fox", now_ms).result()
        self.store.call(students.set_sign_in, name, SignIn.OK).result()
        return student.id

    def sit_down(self, student: int, lesson: str) -> None:
        self.activities.student = student
        self.activities.start(lesson, lesson.title(), MATH)

    def study_a_second(self) -> None:
        self.activities.attention.note_input()
        self.activities.tick()

    def leave(self, *, finished: bool) -> None:
        activity = self.activities.current
        assert activity is not None
        activity.end(DONE if finished else None)

    def crash(self) -> None:
        """End without the time to end anything, and start again."""
        self.close()
        self._boot()

    def sync(self, server: Server) -> None:
        self.courier.set_server(server.url)
        report = self.courier.sync().result(60)
        assert report.trouble is None
        self.courier.set_server(None)

    def close(self) -> None:
        self.courier.close()
        self.store.close()


class SchoolDay:
    """Lives it, on folders of its own. `studied` is the book: milliseconds by student."""

    def __init__(self, folder: Path, clock: ManualClock, names: Sequence[str], seed: int) -> None:
        self.studied: Counter[str] = Counter()
        self.handovers = 0
        self.machines = [Machine(folder / f"machine-{number}", clock) for number in range(MACHINES)]
        self.corrected: list[corrections.Correction] = []
        self._clock = clock
        self._chance = random.Random(seed)
        self._numbers = [{name: machine.know(name) for name in names} for machine in self.machines]
        self._names = names

    def live(self, server: Server) -> None:
        for number in range(ROUNDS):
            began_ms = epoch_ms(self._clock.utc_now())
            self._round(number, server if number in ONLINE_ROUNDS else None)
            self._clock.advance(began_ms + ROUND_MS - epoch_ms(self._clock.utc_now()))

    def deliver(self, server: Server) -> None:
        """The network is back, and everybody's work of every machine goes out."""
        for machine in self.machines:
            machine.sync(server)

    def close(self) -> None:
        for machine in self.machines:
            machine.close()

    def _round(self, number: int, server: Server | None) -> None:
        """Eight of them sit down, study as long as each likes, and leave."""
        sat_down = self._chance.sample(self._names, MACHINES + 1)
        left_s: dict[int, int] = {}
        for place, who in enumerate(sat_down[:MACHINES]):
            shown = sat_down[MACHINES] if (number, place) == WRONG_PERSON else who
            self.machines[place].sit_down(self._numbers[place][shown], self._chance.choice(LESSONS))
            left_s[place] = self._chance.randint(28, 48)
            self.handovers += 1
        while left_s:
            self._clock.advance(1_000)
            for place in list(left_s):
                self.machines[place].study_a_second()
                self.studied[sat_down[place]] += 1_000
                left_s[place] -= 1
                if server is not None and left_s[place] == 10:
                    self.machines[place].sync(server)  # what is later waits: the network is not always there
                if not left_s[place]:
                    del left_s[place]
                    self._leave(number, place)
        if number == WRONG_PERSON[0]:
            self._put_right(WRONG_PERSON[1], sat_down[MACHINES], sat_down[WRONG_PERSON[1]])

    def _leave(self, number: int, place: int) -> None:
        if (number, place) in CRASHES:
            self.machines[place].crash()
        else:
            self.machines[place].leave(finished=self._chance.random() < 0.3)

    def _put_right(self, place: int, shown: str, who: str) -> None:
        """The teacher says whose it was."""
        numbers, now_ms = self._numbers[place], epoch_ms(self._clock.utc_now())
        self.corrected += self.machines[place].store.call(_correct, numbers[shown], numbers[who], now_ms).result()


def _correct(db: Connection, shown: int, who: int, now_ms: int) -> Sequence[corrections.Correction]:
    latest = corrections.todays_sittings(db, shown, "2026-01-05")[0]
    outcome = corrections.correct(db, shown, who, [latest.sitting], now_ms)
    assert outcome.refused == ()
    return outcome.made
