"""What the panel's pages need to know, read from the store: each in one go. Writer's thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from kiosk.clock import Instant, local_day
from kiosk.desktop.facts import StudentFacts, everyones_facts, facts_of
from kiosk.store import aside, carrying, corrections, days, notices, outbox, secrets, sent, students
from kiosk.store.aside import SetAside
from kiosk.store.carrying import CarriedFile
from kiosk.store.corrections import Correction
from kiosk.store.days import DayTotal
from kiosk.store.notices import Notice
from kiosk.store.outbox import Backlog
from kiosk.store.secrets import Lock
from kiosk.store.sent import SentMessage
from kiosk.store.writer import Connection

DAYS = 14
"""How far back a student's chart goes."""

CORRECTIONS = 20
"""The newest that are shown."""


@dataclass(frozen=True, slots=True)
class ClassReading:
    everyone: Sequence[StudentFacts]
    backlog: Backlog
    waiting_reason: str
    set_aside: Sequence[SetAside]
    notices: Sequence[Notice]
    carried: Sequence[CarriedFile]
    corrections: Sequence[Correction]


@dataclass(frozen=True, slots=True)
class StudentReading:
    facts: StudentFacts
    days: Sequence[DayTotal]
    sent: Sequence[SentMessage]
    lock: Lock | None


def read_class(db: Connection, today: str) -> ClassReading:
    return ClassReading(
        everyones_facts(db, today),
        outbox.backlog(db),
        outbox.waiting_reason(db),
        aside.set_aside(db),
        notices.unacknowledged(db),
        carrying.carried_files(db),
        list(islice(corrections.log(db), CORRECTIONS)),
    )


def read_student(db: Connection, student: int, now: Instant, boot: str) -> StudentReading | None:
    """Read one student; None when they were deleted meanwhile."""
    if all(each.id != student for each in students.everyone(db)):
        return None
    today = local_day(now.wall)
    since = (date.fromisoformat(today) - timedelta(days=DAYS - 1)).isoformat()
    return StudentReading(
        facts_of(db, student, today),
        days.totals(db, student, since),
        sent.latest(db, student),
        secrets.lock_of(db, student, now, boot),
    )
