"""Where each student is in a lesson, so that another machine can go on with the same run."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from kiosk.server import ledger
from kiosk.server.schema import finish_requests, progress, runs


@dataclass(frozen=True, slots=True)
class Place:
    """A run that is not finished. `focused_ms` is all of its time that has arrived."""

    run_id: str
    page: int
    answers: Mapping[str, Any]
    focused_ms: int


def latest(db: Connection, student_id: int, lesson: str) -> Place | None:
    """The run of this lesson that the student was in last, unless it is finished or asked to be."""
    row = db.execute(
        select(runs.c.id, runs.c.run_id, progress.c.page, progress.c.answers)
        .join_from(progress, runs, progress.c.run == runs.c.id)
        .join(finish_requests, finish_requests.c.run == runs.c.id, isouter=True)
        .where(runs.c.student_id == student_id, runs.c.activity == lesson, finish_requests.c.run.is_(None))
        .order_by(progress.c.updated_ms.desc(), runs.c.id.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        return None
    return Place(row.run_id, row.page, json.loads(row.answers), ledger.focused_ms(db, row.id))


def save(
    db: Connection, student_id: int, lesson: str, run_id: str, page: int, answers: Mapping[str, Any], now_ms: int
) -> None:
    """Keep the place in place of the run's earlier one. Raises ForeignRunError."""
    run = ledger.run_of_lesson(db, student_id, run_id, lesson)
    db.execute(delete(progress).where(progress.c.run == run))
    db.execute(insert(progress).values(run=run, page=page, answers=json.dumps(answers), updated_ms=now_ms))
