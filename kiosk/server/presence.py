"""What each kiosk last said of its students: where they are, and what of their work is not on this server yet.

A student may have worked on two kiosks, so each keeps a row of its own: what waits on the first is not forgotten
when the second reports.
"""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, case, select, update

from kiosk.protocol.presence import Focus, Report, Safety
from kiosk.server.database import insert_new
from kiosk.server.schema import presence


@dataclass(frozen=True, slots=True)
class Seen:
    """A report with its time: `since_ms` is how long the focus has been what it is."""

    report: Report
    since_ms: int
    seen_ms: int


def note(db: Connection, student_id: int, source: str, report: Report, now_ms: int) -> None:
    """Keep the report in place of the earlier one from the same kiosk."""
    told = {
        "lesson": report.lesson,
        "page": report.page,
        "pages": report.pages,
        "focus": report.focus,
        "today_ms": report.today_ms,
        "today_xp": report.today_xp,
        "unsent": report.unsent,
        "safety": report.safety,
        "seen_ms": now_ms,
    }
    key = {"student_id": student_id, "source": source}
    if not insert_new(db, presence, {**key, **told, "since_ms": now_ms}, ("student_id", "source")):
        since_ms = case((presence.c.focus == report.focus, presence.c.since_ms), else_=now_ms)
        mine = (presence.c.student_id == student_id) & (presence.c.source == source)
        db.execute(update(presence).where(mine).values(**told, since_ms=since_ms))


def of_students(db: Connection, student_ids: Collection[int]) -> dict[int, list[Seen]]:
    """What is known of each, the latest first; nobody of whom nothing is known."""
    rows = db.execute(
        select(presence).where(presence.c.student_id.in_(student_ids)).order_by(presence.c.seen_ms.desc())
    )
    found: dict[int, list[Seen]] = {}
    for row in rows:
        report = Report(
            row.lesson, row.page, row.pages, Focus(row.focus), row.today_ms, row.today_xp, row.unsent,
            Safety(row.safety),
        )  # fmt: skip
        found.setdefault(row.student_id, []).append(Seen(report, row.since_ms, row.seen_ms))
    return found
