"""What teachers did that somebody may ask about later: a sentence each, with the names as they were."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from kiosk.server.schema import audit_log

MOST_SHOWN = 500


@dataclass(frozen=True, slots=True)
class Entry:
    at_ms: int
    teacher: str
    sentence: str


def note(db: Connection, teacher: str, student_id: int | None, sentence: str, now_ms: int) -> None:
    """Add an entry. `student_id` decides which teachers may read it; None leaves it to admins."""
    values = {"at_ms": now_ms, "teacher": teacher, "student_id": student_id, "sentence": sentence}
    db.execute(insert(audit_log).values(values))


def entries(db: Connection, student_ids: Collection[int] | None) -> list[Entry]:
    """Read what concerns these students, or everything, the newest first."""
    wanted = select(audit_log.c.at_ms, audit_log.c.teacher, audit_log.c.sentence)
    if student_ids is not None:
        wanted = wanted.where(audit_log.c.student_id.in_(student_ids))
    return [Entry(*row) for row in db.execute(wanted.order_by(audit_log.c.id.desc()).limit(MOST_SHOWN))]
