"""A teacher gives today's work to whoever did it: what is asked and said, and the way to the store."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from kiosk.clock import Clock, from_epoch_ms, local_day, read
from kiosk.desktop.bridge import Bridge
from kiosk.desktop.views import NotMeView, SittingCard
from kiosk.desktop.wall_views import StudentCard
from kiosk.store import corrections, students
from kiosk.store.corrections import Outcome, TodaysSitting
from kiosk.store.students import Student
from kiosk.store.writer import Connection, Store

MINUTE_MS = 60_000


class NotMe(QObject):
    """One correction at a time. GUI thread, waits for nothing.

    Signals:
        asked(NotMeView): what of it, and whose is it really?
        done(tuple[str, ...]): what was moved, and what was not, in sentences.
    """

    asked = Signal(object)
    done = Signal(tuple)

    def __init__(
        self, store: Store, clock: Clock, bridge: Bridge, on_work: Callable[[], None], parent: QObject | None = None
    ) -> None:
        """`on_work` hears of work that can be sent now in another name."""
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._bridge = bridge
        self._on_work = on_work
        self._taken_for: int | None = None

    def begin(self, taken_for: int) -> None:
        """Ask about the work of today in this name."""
        self._taken_for = taken_for
        reading = self._store.call_light(_read, taken_for, local_day(read(self._clock).wall))
        self._bridge.when(reading, lambda found: self.asked.emit(not_me_view(taken_for, *found)))

    def move(self, sittings: Sequence[int], right: int) -> None:
        """Give these sittings to the right student."""
        assert self._taken_for is not None
        now_ms = read(self._clock).wall
        self._bridge.when(self._store.call(corrections.correct, self._taken_for, right, sittings, now_ms), self._tell)

    def _tell(self, outcome: Outcome) -> None:
        self._on_work()
        self.done.emit(tuple(outcome_words(outcome)))


def _read(db: Connection, taken_for: int, today: str) -> tuple[list[Student], list[TodaysSitting]]:
    return students.everyone(db), corrections.todays_sittings(db, taken_for, today)


def not_me_view(taken_for: int, everyone: Sequence[Student], sittings: Sequence[TodaysSitting]) -> NotMeView:
    """What the sheet asks."""
    name = next(student.name for student in everyone if student.id == taken_for)
    others = tuple(_card(student) for student in everyone if student.id != taken_for)
    return NotMeView(name, tuple(_sitting_card(each, name) for each in sittings), others)


def _card(student: Student) -> StudentCard:
    return StudentCard(student.id, student.name, student.avatar)


def _sitting_card(sitting: TodaysSitting, name: str) -> SittingCard:
    until = f" to {_time(sitting.ended_ms)}" if sitting.ended_ms is not None else ", still going on"
    words = [f"{_minutes(sitting.waiting_ms)} not sent yet: can move."]
    if sitting.sent_ms:
        words.append(f"{_minutes(sitting.sent_ms)} already sent: stays {name}'s.")
    if sitting.result_was_sent:
        words.append("The result was sent already.")
    return SittingCard(sitting.sitting, f"{sitting.lesson}, {_time(sitting.started_ms)}{until}", " ".join(words))


def outcome_words(outcome: Outcome) -> Iterable[str]:
    """What became of each sitting, for the teacher: what was sent already has to be mended on the server."""
    for made in outcome.made:
        moved = f"{_minutes(made.moved_ms)} and the answers are {made.right}'s now."
        yield f"{made.lesson}, {_time(made.started_ms)}: {moved}"
        kept = [_minutes(made.sent_ms)] if made.sent_ms else []
        kept += ["the result"] if made.result_was_sent else []
        if kept:
            yield f"Sent already in {made.taken_for}'s name, to be put right in Timeback: {' and '.join(kept)}."
    for refusal in outcome.refused:
        yield f"{refusal.lesson}, {_time(refusal.started_ms)}: {refusal.reason}"


def _time(wall_ms: int) -> str:
    return f"{from_epoch_ms(wall_ms).astimezone():%H:%M}"


def _minutes(ms: int) -> str:
    """Whole minutes; below one, seconds."""
    return f"{ms // MINUTE_MS} min" if ms >= MINUTE_MS else f"{ms // 1000} s"
