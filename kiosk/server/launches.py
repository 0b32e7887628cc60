"""Lessons that a teacher opens for students, each known by what became of it; and pauses of a class."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import Connection, insert, select, update

from kiosk.clock import day_start_ms, local_day
from kiosk.errors import UsageError
from kiosk.server.announcements import Kind, announce
from kiosk.server.audience import Audience
from kiosk.server.schema import classes, launches, pauses, students

LONGEST_LAUNCH_MS = 7 * 86_400_000
LONGEST_PAUSE_MS = 60 * 60_000


class State(StrEnum):
    """SENT: no kiosk has it yet. SEEN: it is on the screen, or on the student's tile. RECALLED: it is void."""

    SENT = "sent"
    SEEN = "seen"
    OPENED = "opened"
    DECLINED = "declined"
    RECALLED = "recalled"


UNANSWERED = (State.SENT, State.SEEN)
"""A launch in one of these still waits for its student, unless it is over."""


@dataclass(frozen=True, slots=True)
class Launched:
    """A launch for one student and what became of it. `is_over`: it reaches nobody any more."""

    id: int
    student: str
    email: str
    lesson: str
    title: str
    launched_ms: int
    state: State
    state_ms: int
    is_over: bool


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause that has not ended."""

    id: int
    school_class: str
    ends_ms: int


def end_of_day_ms(now_ms: int) -> int:
    """When the local day ends: how long a launch holds unless somebody says otherwise."""
    tomorrow = date.fromisoformat(local_day(now_ms)) + timedelta(days=1)
    return day_start_ms(tomorrow.isoformat())


def launch(db: Connection, lesson: str, title: str, to: Iterable[int], now_ms: int, expires_ms: int) -> list[int]:
    """Open the lesson for these students, in place of any launch of theirs that still waits; tells the launches.

    Raises UsageError for an end that is past or more than a week ahead.
    """
    if not now_ms < expires_ms <= now_ms + LONGEST_LAUNCH_MS:
        raise UsageError("A launch holds for at most a week, and at least until now; name another end.")
    made = []
    for student_id in to:
        waiting = (launches.c.student_id == student_id) & launches.c.state.in_(UNANSWERED)
        db.execute(update(launches).where(waiting, launches.c.expires_ms > now_ms).values(expires_ms=now_ms))
        values = {"student_id": student_id, "lesson": lesson, "title": title, "launched_ms": now_ms}
        values |= {"expires_ms": expires_ms, "state": State.SENT, "state_ms": now_ms}
        number = int(db.scalars(insert(launches).values(values).returning(launches.c.id)).one())
        announce(db, Kind.LAUNCH, now_ms, student_id=student_id, launch=number)
        made.append(number)
    return made


def recall(db: Connection, numbers: Iterable[int], to: Iterable[int], now_ms: int) -> int:
    """Make those launches void that are for one of these students and still wait; tells how many were."""
    waiting = launches.c.state.in_(UNANSWERED) & (launches.c.expires_ms > now_ms)
    mine = launches.c.id.in_(frozenset(numbers)) & launches.c.student_id.in_(frozenset(to))
    rows = db.execute(
        update(launches)
        .where(mine, waiting)
        .values(state=State.RECALLED, state_ms=now_ms)
        .returning(launches.c.id, launches.c.student_id)
    ).all()
    for number, student_id in rows:
        announce(db, Kind.RECALL, now_ms, student_id=student_id, launch=number)
    return len(rows)


def answer(db: Connection, audience: Audience, number: int, state: State, now_ms: int) -> bool:
    """Note what a kiosk says of a launch; False when it is none of its students'. What is answered stays so."""
    mine = launches.c.student_id.in_(audience.students)
    if db.scalar(select(launches.c.id).where(launches.c.id == number, mine)) is None:
        return False
    earlier = (State.SENT,) if state is State.SEEN else UNANSWERED
    still_open = (launches.c.id == number) & launches.c.state.in_(earlier)
    db.execute(update(launches).where(still_open).values(state=state, state_ms=now_ms))
    return True


def launched_since(db: Connection, to: Iterable[int], since_ms: int, now_ms: int) -> Sequence[Launched]:
    """What was opened for these students, the newest first."""
    rows = db.execute(
        select(launches, students.c.name, students.c.email)
        .join(students, launches.c.student_id == students.c.id)
        .where(launches.c.student_id.in_(frozenset(to)), launches.c.launched_ms >= since_ms)
        .order_by(launches.c.id.desc())
    )
    return [
        Launched(
            row.id,
            row.name,
            row.email,
            row.lesson,
            row.title,
            row.launched_ms,
            State(row.state),
            row.state_ms,
            row.expires_ms <= now_ms,
        )
        for row in rows
    ]


def pause(db: Connection, class_id: int, lasts_ms: int, now_ms: int) -> int:
    """Have the class look to the front for so long, in place of a pause under way. Raises UsageError."""
    if not 0 < lasts_ms <= LONGEST_PAUSE_MS:
        raise UsageError("A pause lasts at most 60 minutes; pause again for more.")
    _end(db, class_id, now_ms)
    values = {"class_id": class_id, "started_ms": now_ms, "ends_ms": now_ms + lasts_ms}
    number = int(db.scalars(insert(pauses).values(values).returning(pauses.c.id)).one())
    announce(db, Kind.PAUSE, now_ms, class_id=class_id, pause=number)
    return number


def resume(db: Connection, class_id: int, now_ms: int) -> bool:
    """Lift the class's pause before its end; False when there is none."""
    ended = _end(db, class_id, now_ms)
    for number in ended:
        announce(db, Kind.RESUME, now_ms, class_id=class_id, pause=number)
    return bool(ended)


def pauses_under_way(db: Connection, now_ms: int) -> list[Pause]:
    rows = (
        select(pauses.c.id, classes.c.name, pauses.c.ends_ms)
        .join(classes, pauses.c.class_id == classes.c.id)
        .where(pauses.c.ends_ms > now_ms)
        .order_by(classes.c.name)
    )
    return [Pause(*row) for row in db.execute(rows)]


def _end(db: Connection, class_id: int, now_ms: int) -> list[int]:
    under_way = (pauses.c.class_id == class_id) & (pauses.c.ends_ms > now_ms)
    return list(db.scalars(update(pauses).where(under_way).values(ends_ms=now_ms).returning(pauses.c.id)))
