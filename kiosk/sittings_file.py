"""The CSV file of `kiosk import-time`, row by row: a past sitting, or why it is none."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from kiosk.clock import epoch_ms
from kiosk.config import AppConfig
from kiosk.errors import KioskError, UsageError
from kiosk.protocol.course import Course, parse_course
from kiosk.protocol.run_id import RunId, is_uuid
from kiosk.store import past, students
from kiosk.store.past import PastSitting
from kiosk.store.students import Student, called
from kiosk.store.writer import Store

REQUIRED = ("student", "id", "name", "ended_at", "active_s", "inactive_s")
COLUMNS = (*REQUIRED, "course", "subject", "grade", "run_id")

EARLIEST_MS = 946_684_800_000
LONGEST_MS = 7 * 86_400_000
"""2000-01-01 and a week: beyond these it is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a row is checked against. `now_ms`: nothing ends later than that."""

    students: Sequence[Student]
    config: AppConfig
    now_ms: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row, at `line` of the file (from 1, the header's). Without a sitting `fault` says why."""

    line: int
    sitting: PastSitting | None
    fault: str = ""


def read_sittings(file: Path, place: Place) -> list[Row]:
    """Read the file. Raises UsageError where it is no such table as a whole."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as text:
            table = csv.DictReader(text)
            _check_header(file, table.fieldnames or ())
            return [_read_row(table.line_num, cells, place) for cells in table]
    except OSError as error:
        raise UsageError(f"{file} cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} is not UTF-8 text; save it as CSV in UTF-8.") from error
    except csv.Error as error:
        raise UsageError(f"{file} is not CSV ({error}); save it as CSV with commas.") from error
    except ValueError as error:
        raise UsageError(f"{file} is not a path ({error}).") from error


def queue_file(store: Store, file: Path, config: AppConfig, now_ms: int) -> int:
    """Read the file and queue its sittings: all of them or, when one is wrong, none. Tells how many were not here yet.

    Waits for the disk: not on the GUI thread. Raises KioskError, with the line where one row alone is at fault.
    """
    rows = read_sittings(file, Place(store.call_light(students.everyone).result(), config, now_ms))
    for row in rows:
        if row.sitting is None:
            raise UsageError(f"{file}:{row.line}: {row.fault}; none of its rows is queued.")
    return sum(store.call(past.add_all, [row.sitting for row in rows if row.sitting is not None]).result())


def _check_header(file: Path, names: Sequence[str]) -> None:
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise UsageError(
            f"{file}:1: lacks the column {missing[0]}; the first line names them, with commas: {', '.join(COLUMNS)}."
        )
    unknown = [name for name in names if name not in COLUMNS]
    if unknown or len(set(names)) < len(names):
        which = f'column "{unknown[0]}" is not known' if unknown else "a column stands there twice"
        raise UsageError(f"{file}:1: {which}; the columns are {', '.join(COLUMNS)}.")


def _read_row(line: int, cells: Mapping[str | None, object], place: Place) -> Row:
    if None in cells:
        return Row(line, None, "has more cells than the first line has names")
    texts = {str(name): str(cell or "").strip() for name, cell in cells.items()}
    try:
        return Row(line, _sitting(texts, place))
    except KioskError as error:
        return Row(line, None, str(error))


def _sitting(cells: Mapping[str, str], place: Place) -> PastSitting:
    sitting = PastSitting(
        student=_student(cells["student"], place.students),
        lesson=_text(cells, "id"),
        name=_text(cells, "name"),
        course=_course(cells, place.config),
        ended_ms=_ended_ms(cells["ended_at"]),
        active_ms=_milliseconds(cells, "active_s"),
        inactive_ms=_milliseconds(cells, "inactive_s"),
        run_id=_run_id(cells.get("run_id", "")),
    )
    if not EARLIEST_MS <= sitting.ended_ms <= place.now_ms:
        raise UsageError("ended_at must lie after 2000-01-01 and not in the future")
    if sitting.active_ms + sitting.inactive_ms == 0:
        raise UsageError("active_s and inactive_s are both 0: there is nothing to queue")
    return sitting


def _student(name: str, known: Sequence[Student]) -> int:
    matches = called(known, name)
    if len(matches) > 1:
        raise UsageError(f"{len(matches)} students are called {name}; give the id they sign in with")
    if not matches:
        raise UsageError(f'no student "{name}" is on this computer; add them first')
    return matches[0].id


def _text(cells: Mapping[str, str], column: str) -> str:
    if not cells[column]:
        raise UsageError(f"{column} is blank")
    return cells[column]


def _course(cells: Mapping[str, str], config: AppConfig) -> Course:
    grade = cells.get("grade", "")
    course = parse_course(
        {
            "code": cells.get("course"),
            "subject": cells.get("subject"),
            "grade": int(grade) if grade.isascii() and grade.isdigit() else grade,
        }
    )
    if config.course_for(course) is None:
        raise UsageError(f"course {course} is not in timeback.config.json; add it there, or name one that is")
    return course


def _ended_ms(text: str) -> int:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise UsageError(f'ended_at must be a moment with its zone, such as 2026-01-05T10:30:00+01:00, not "{text}"')
    return epoch_ms(moment)


def _milliseconds(cells: Mapping[str, str], column: str) -> int:
    try:
        ms = Decimal(cells[column]) * 1000
        if 0 <= ms <= LONGEST_MS and ms == int(ms):
            return int(ms)
    except ArithmeticError:  # no number, or one beyond all bounds
        pass
    raise UsageError(f'{column} must be seconds from 0 to a week, to the millisecond, not "{cells[column]}"')


def _run_id(text: str) -> RunId | None:
    if text and not is_uuid(text):
        raise UsageError(f'run_id must be a UUID, not "{text}": the SDK\'s server refuses others')
    return RunId(text) if text else None
