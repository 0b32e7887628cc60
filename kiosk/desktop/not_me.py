"""A teacher gives today's work to whoever did it: what is asked and said, and the way to the store."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from kiosk.clock import Clock, from_epoch_ms, local_day, read
from kiosk.desktop.amounts import listed, time_words
from kiosk.desktop.bridge import Bridge
from kiosk.desktop.numerals import clock_time
from kiosk.desktop.views import NotMeView, SittingCard
from kiosk.desktop.wall_views import StudentCard
from kiosk.store import corrections, students
from kiosk.store.corrections import Outcome, TodaysSitting
from kiosk.store.students import Student
from kiosk.store.writer import Connection, Store
from kiosk.words import tr


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
    start = _time(sitting.started_ms)
    if sitting.ended_ms is None:
        title = tr("{lesson}, since {start}, still going on", lesson=sitting.lesson, start=start)
    else:
        title = tr("{lesson}, {start} to {end}", lesson=sitting.lesson, start=start, end=_time(sitting.ended_ms))
    words = [tr("{time} not sent yet: can move.", time=time_words(sitting.waiting_ms))]
    if sitting.sent_ms:
        words.append(tr("{time} already sent: stays with {name}.", time=time_words(sitting.sent_ms), name=name))
    if sitting.result_was_sent:
        words.append(tr("The result was sent already."))
    return SittingCard(sitting.sitting, title, " ".join(words))


def outcome_words(outcome: Outcome) -> Iterable[str]:
    """What became of each sitting, for the teacher: what was sent already has to be mended on the server."""
    for made in outcome.made:
        yield tr(
            "{lesson}, {start}: {time} and the answers are with {name} now.",
            lesson=made.lesson,
            start=_time(made.started_ms),
            time=time_words(made.moved_ms),
            name=made.right,
        )
        kept = [time_words(made.sent_ms)] if made.sent_ms else []
        kept += [tr("the result")] if made.result_was_sent else []
        if kept:
            yield tr(
                "Sent already in the name of {name}, to be put right in Timeback: {what}.",
                name=made.taken_for,
                what=listed(kept),
            )
    for refusal in outcome.refused:
        start = _time(refusal.started_ms)
        yield tr("{lesson}, {start}: {reason}", lesson=refusal.lesson, start=start, reason=refusal.reason)


def _time(wall_ms: int) -> str:
    return clock_time(from_epoch_ms(wall_ms).astimezone())
