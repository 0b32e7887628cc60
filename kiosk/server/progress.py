"""Where each student is in a lesson, so that another machine can go on with the same run."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select, update

from kiosk.server import aliases, ledger
from kiosk.server.database import insert_new
from kiosk.server.schema import progress, runs


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run stood at `changed_ms`, by its machine. Each answer has its own `changedMs` beside it.

    `answers` may be only those that changed.
    """

    run_id: str
    lesson: str
    page: int
    answers: Mapping[str, Any]
    started_ms: int
    changed_ms: int


@dataclass(frozen=True, slots=True)
class Latest:
    """What a machine needs to go on. `focused_ms` is all of the run's time that has arrived, from every machine.

    `changed_ms` is when the page was turned, by the machine where that was.
    """

    run_id: str
    page: int
    answers: Mapping[str, Any]
    focused_ms: int
    changed_ms: int


def latest(db: Connection, student_id: int, lesson: str) -> Latest | None:
    """The run of this lesson that is not finished, with what every machine knows of it; None where there is none."""
    group = aliases.unfinished(db, student_id, lesson)
    if not group:
        return None
    places = db.execute(
        select(progress.c.page, progress.c.answers, progress.c.updated_ms)
        .where(progress.c.run.in_([member.run for member in group]))
        .order_by(progress.c.updated_ms, progress.c.run)
    ).all()
    answers: dict[str, Any] = {}
    for place in places:
        answers = merged(answers, json.loads(place.answers))
    focused_ms = sum(ledger.focused_ms(db, member.run) for member in group)
    return Latest(group[0].run_id, places[-1].page, answers, focused_ms, places[-1].updated_ms)


def is_finished(db: Connection, student_id: int, run_id: str) -> bool:
    """Whether the student's run has ended, here or on any machine, by itself or as a part of another."""
    row = db.execute(
        select(runs.c.id).where(runs.c.run_id == run_id.lower(), runs.c.student_id == student_id)
    ).one_or_none()
    return row is not None and aliases.is_finished(db, row.id)


def save(db: Connection, student_id: int, place: Place) -> None:
    """Keep the place. Of two machines that are in the same run the later change stays, question by question.

    Where another unfinished run of the same lesson is known, the two are one from now on. Raises ForeignRunError.
    """
    run = ledger.run_of_lesson(db, student_id, place.run_id, place.lesson)
    new = {
        "run": run,
        "page": place.page,
        "answers": json.dumps(place.answers),
        "started_ms": place.started_ms,
        "updated_ms": place.changed_ms,
    }
    if not insert_new(db, progress, new, ("run",)):
        _merge(db, run, place)
    aliases.join(db, student_id, place.lesson)


def _merge(db: Connection, run: int, place: Place) -> None:
    known: Row[Any] = db.execute(select(progress).where(progress.c.run == run)).one()
    is_later = place.changed_ms >= known.updated_ms
    db.execute(
        update(progress)
        .where(progress.c.run == run)
        .values(
            page=place.page if is_later else known.page,
            answers=json.dumps(merged(json.loads(known.answers), place.answers)),
            started_ms=min(place.started_ms, known.started_ms),
            updated_ms=max(place.changed_ms, known.updated_ms),
        )
    )


def merged(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """The later answer to each question; of two that changed in the same millisecond always the same one."""
    return {
        question: max((each for each in (one.get(question), other.get(question)) if each is not None), key=_when)
        for question in {**one, **other}
    }


def _when(answer: Mapping[str, Any]) -> tuple[int, str]:
    return int(answer.get("changedMs", 0)), json.dumps(answer, sort_keys=True)
