"""Work that comes on a stick: each message through the same door as over the network, and so counted once.

Whose it is: by the digest of the kiosk's token, else by a name that only one student here has.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection
from timeback.server.timeback import AppConfig

from kiosk.lessons.model import Lesson, LessonId
from kiosk.protocol.messages import Body
from kiosk.rescue_file import CarriedRun, CarriedStudent, RescueFile
from kiosk.server import finishing, ledger, students
from kiosk.server.answers import Refused
from kiosk.server.ledger import ForeignRunError
from kiosk.server.messages import read_claim, read_completion, read_window
from kiosk.server.students import Student
from kiosk.tracking.xp import XpPolicy


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of a file. `unknown` are names of students whom nobody here is; `refused` messages that do not fit."""

    new: int
    known: int
    refused: int
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """By what messages are read and runs are scored."""

    courses: AppConfig
    lessons: Mapping[LessonId, Lesson]
    xp: XpPolicy
    now_ms: int


def take_in(db: Connection, file: RescueFile, rules: Rules) -> TakenIn:
    """Enter the file's messages into the ledger. Taken in again, or sent by a kiosk as well, they change nothing."""
    everyone = students.everyone(db)
    new = known = refused = 0
    unknown = []
    for carried in file.students:
        student = _student(db, everyone, carried)
        if student is None:
            unknown.append(carried.name)
            continue
        ledger.one_at_a_time(db, student.id)
        for run in carried.runs:
            for outcome in _outcomes(db, student, run, rules):
                new += outcome is True
                known += outcome is False
                refused += outcome is None
    return TakenIn(new, known, refused, tuple(unknown))


def _student(db: Connection, everyone: Sequence[Student], carried: CarriedStudent) -> Student | None:
    if carried.token_digest is not None and (found := students.by_digest(db, carried.token_digest)) is not None:
        return found
    named = [student for student in everyone if student.name == carried.name]
    return named[0] if len(named) == 1 else None


def _outcomes(db: Connection, student: Student, run: CarriedRun, rules: Rules) -> list[bool | None]:
    """Of each message of a run: whether it is new, None where it does not fit."""
    done = [_enter(db, student, "window", heartbeat.to_wire(), rules) for heartbeat in run.heartbeats()]
    if (completion := run.completion()) is not None:
        done.append(_enter(db, student, "completion", completion.to_wire(), rules))
    if run.claim is not None:
        body: Body = {
            "runId": run.run_id,
            "lesson": run.lesson,
            "version": run.claim.get("version"),
            "endedAt": run.claim.get("endedAt"),
            "answers": dict(run.answers or {}),
        }
        if not run.reports_time:
            body["activeMs"] = run.claim.get("activeMs", 0)
        done.append(_finish(db, student, body, rules))
    return done


def _enter(db: Connection, student: Student, kind: str, body: Body, rules: Rules) -> bool | None:
    read = read_window if kind == "window" else read_completion
    try:
        return ledger.record(db, student.id, read(body, rules.courses), rules.now_ms)
    except (Refused, ForeignRunError):
        return None


def _finish(db: Connection, student: Student, body: Body, rules: Rules) -> bool | None:
    try:
        done = finishing.finish(db, student.id, read_claim(body), rules.lessons, rules.xp, rules.now_ms)
    except (Refused, ForeignRunError):
        return None
    return True if done.metrics is not None else None
