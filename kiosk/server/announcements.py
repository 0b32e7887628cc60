"""What kiosks are told, in an order in which nothing is lost: whoever has heard number 7 asks for what came after.

    launch    a teacher opened a lesson for a student        pause, resume    a class looks to the front, and goes on
    recall    that launch is void, unless it was answered
    changed   the lessons that are handed out are others

Times go out as durations (`leftMs`): a kiosk's clock may be wrong.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, text

from kiosk.server.audience import Audience
from kiosk.server.schema import announcements, launches, memberships, pauses, students

KEPT_MS = 14 * 86_400_000
"""Longer than any launch or pause lasts."""

CHANNEL = "kiosk_announcements"
"""What PostgreSQL notifies its listeners on."""

_ANNOUNCING = 0x7EACE6  # PostgreSQL's name for "somebody announces"
MOST_AT_ONCE = 500


class Kind(StrEnum):
    LAUNCH = "launch"
    RECALL = "recall"
    PAUSE = "pause"
    RESUME = "resume"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Told:
    """`events` as they go over the wire; `last` is the number to ask after the next time."""

    events: Sequence[dict[str, Any]]
    last: int


def announce(
    db: Connection,
    kind: Kind,
    now_ms: int,
    *,
    class_id: int | None = None,
    student_id: int | None = None,
    launch: int | None = None,
    pause: int | None = None,
) -> None:
    """Tell the kiosks of a class or a student, once the transaction is committed.

    Announcements are numbered in the order of their commits: with PostgreSQL one waits for the other's.
    """
    if db.dialect.name == "postgresql":
        db.execute(text("SELECT pg_advisory_xact_lock(:name)"), {"name": _ANNOUNCING})
        db.execute(text("SELECT pg_notify(:channel, '')"), {"channel": CHANNEL})
    db.execute(delete(announcements).where(announcements.c.at_ms < now_ms - KEPT_MS))
    values = {"class_id": class_id, "student_id": student_id, "launch": launch, "pause": pause}
    db.execute(insert(announcements).values(kind=kind, at_ms=now_ms, **values))


def latest(db: Connection) -> int:
    """The number of the newest announcement, 0 before the first."""
    return db.scalar(select(func.max(announcements.c.id))) or 0


def after(db: Connection, audience: Audience, number: int, now_ms: int) -> Told:
    """What came after that number and still holds, for these students and classes, the oldest first.

    A launch that was answered or is over, and a pause that has ended, are told to nobody any more.
    """
    rows = db.execute(
        select(
            announcements,
            launches.c.lesson,
            launches.c.title,
            launches.c.state,
            launches.c.expires_ms,
            pauses.c.ends_ms,
            students.c.email,
        )
        .join_from(announcements, launches, announcements.c.launch == launches.c.id, isouter=True)
        .join(pauses, announcements.c.pause == pauses.c.id, isouter=True)
        .join(students, launches.c.student_id == students.c.id, isouter=True)
        .where(
            announcements.c.id > number,
            announcements.c.student_id.in_(audience.students) | announcements.c.class_id.in_(audience.classes),
        )
        .order_by(announcements.c.id)
        .limit(MOST_AT_ONCE)
    ).all()
    told = [event for row in rows if (event := _event(db, audience, row, now_ms)) is not None]
    return Told(told, rows[-1].id if rows else number)


def _event(db: Connection, audience: Audience, row: Row[Any], now_ms: int) -> dict[str, Any] | None:
    event: dict[str, Any] = {"id": row.id, "kind": row.kind}
    match Kind(row.kind):
        case Kind.LAUNCH:
            if row.state not in ("sent", "seen") or row.expires_ms <= now_ms:
                return None
            what = {"launch": row.launch, "student": row.email, "lesson": row.lesson, "title": row.title}
            return {**event, **what, "leftMs": row.expires_ms - now_ms}
        case Kind.RECALL:
            return {**event, "launch": row.launch}
        case Kind.PAUSE:
            if row.ends_ms <= now_ms:
                return None
            who = _emails(db, audience, row.class_id)
            return {**event, "pause": row.pause, "leftMs": row.ends_ms - now_ms, "students": who}
        case Kind.RESUME:
            return {**event, "pause": row.pause}
        case Kind.CHANGED:
            return event


def _emails(db: Connection, audience: Audience, class_id: int) -> list[str]:
    """Those of the audience who are in the class."""
    there = (
        select(students.c.email)
        .join_from(memberships, students, memberships.c.student_id == students.c.id)
        .where(
            memberships.c.class_id == class_id,
            memberships.c.until_ms.is_(None),
            memberships.c.student_id.in_(audience.students),
        )
        .order_by(students.c.email)
    )
    return list(db.scalars(there))
