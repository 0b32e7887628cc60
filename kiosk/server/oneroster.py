"""OneRoster 1.1 and 1.2 CSV, read into what a school server needs of it: classes, students, who is in which. Pure.

1.1 keeps a user's role in users.csv, 1.2 in roles.csv. A file is bulk (all there is) or delta (what changed; a row that
goes has the status tobedeleted), as manifest.csv says. Teachers and others are not read.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.server.roster_files import Row
from kiosk.server.students import is_email

STUDENT = "student"
HOMEROOM = "homeroom"


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that cannot be used, and why, in a sentence for whoever made the export."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.reason}"


@dataclass(frozen=True, slots=True)
class ClassRow:
    source_id: str
    name: str
    code: str
    school_id: str
    is_homeroom: bool
    gone: bool
    line: int


@dataclass(frozen=True, slots=True)
class StudentRow:
    """`is_certain`: false where a delta file does not repeat the role; then it is only meant for a known student."""

    source_id: str
    name: str
    email: str
    grade: str
    gone: bool
    is_certain: bool
    line: int


@dataclass(frozen=True, slots=True)
class EnrolmentRow:
    source_id: str
    class_id: str
    student_id: str
    gone: bool
    line: int


@dataclass(frozen=True, slots=True)
class Export:
    """What the files say. `is_delta`: what is not in it stays.

    `others` are users, by source id, who are no students or cannot be read.
    """

    classes: Sequence[ClassRow]
    students: Sequence[StudentRow]
    enrolments: Sequence[EnrolmentRow]
    schools: Mapping[str, str]
    is_delta: bool
    others: frozenset[str] = frozenset()
    faults: Sequence[Fault] = field(default=())


class _UnfitError(Exception):
    """Why a row cannot be used."""


def read_export(files: Mapping[str, Sequence[Row]], *, delta: bool = False) -> Export:
    """Read the rows; those that cannot be used are among the `faults`. `delta`: whatever the manifest says."""
    faults: list[Fault] = []
    users, is_delta = files["users.csv"], delta or _says_delta(files.get("manifest.csv", ()))
    roles = _roles(files.get("roles.csv", ()))
    candidates = [row for row in users if STUDENT in _roles_of(row, roles) or (is_delta and not _roles_of(row, roles))]
    students = _read(candidates, lambda row: _student(row, is_certain=STUDENT in _roles_of(row, roles)), faults)
    learning = [row for row in files["enrollments.csv"] if row["role"].lower() in ("", STUDENT)]
    return Export(
        classes=_read(files["classes.csv"], _class, faults),
        students=students,
        enrolments=_read(learning, _enrolment, faults),
        schools={row["sourcedId"]: row["name"] for row in files.get("orgs.csv", ())},
        is_delta=is_delta,
        others=frozenset(row["sourcedId"] for row in users) - {student.source_id for student in students},
        faults=faults,
    )


def _read[T: (ClassRow, StudentRow, EnrolmentRow)](
    rows: Iterable[Row], read: Callable[[Row], T], faults: list[Fault]
) -> list[T]:
    found: dict[str, T] = {}
    for row in rows:
        try:
            value = read(row)
        except _UnfitError as unfit:
            faults.append(Fault(row.file, row.line, str(unfit)))
            continue
        if value.source_id in found:
            faults.append(Fault(row.file, row.line, f"the sourcedId {value.source_id} stands here a second time."))
        found.setdefault(value.source_id, value)
    return list(found.values())


def _class(row: Row) -> ClassRow:
    name = row["title"] or row["classCode"]
    gone = _is_gone(row)
    if not name and not gone:
        raise _UnfitError("the class has neither title nor classCode.")
    is_homeroom = row["classType"].lower() == HOMEROOM
    return ClassRow(_id(row), name, row["classCode"], row["schoolSourcedId"], is_homeroom, gone, row.line)


def _student(row: Row, *, is_certain: bool) -> StudentRow:
    email = row["email"].lower() or row["username"].lower()
    given = row["preferredGivenName"] or row["givenName"]
    family = row["preferredFamilyName"] or row["familyName"]
    name = f"{given} {family}".strip()
    gone = _is_gone(row) or row["enabledUser"].lower() == "false"
    if not gone and not is_email(email):
        raise _UnfitError("the student has no e-mail address, by which Timeback knows them.")
    if not gone and not name:
        raise _UnfitError("the student has no name.")
    return StudentRow(_id(row), name, email, row["grades"].split(",")[0].strip(), gone, is_certain, row.line)


def _enrolment(row: Row) -> EnrolmentRow:
    gone = _is_gone(row)
    if not gone and not (row["classSourcedId"] and row["userSourcedId"]):
        raise _UnfitError("the enrollment names no class or no user.")
    return EnrolmentRow(_id(row), row["classSourcedId"], row["userSourcedId"], gone, row.line)


def _id(row: Row) -> str:
    if not row["sourcedId"]:
        raise _UnfitError("the row has no sourcedId.")
    if any("\0" in value for value in row.values.values()):
        raise _UnfitError("the row has a character that no database keeps.")
    return row["sourcedId"]


def _is_gone(row: Row) -> bool:
    return row["status"].lower() == "tobedeleted"


def _roles(rows: Iterable[Row]) -> Mapping[str, frozenset[str]]:
    """Each user's roles of today, by 1.2's roles.csv."""
    found: dict[str, frozenset[str]] = {}
    for row in rows:
        if not _is_gone(row):
            user = row["userSourcedId"]
            found[user] = found.get(user, frozenset()) | {row["role"].lower()}
    return found


def _roles_of(user: Row, roles: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """None where the files do not say, as a delta file may not."""
    return frozenset({user["role"].lower()}) if user["role"] else roles.get(user["sourcedId"], frozenset())


def _says_delta(manifest: Sequence[Row]) -> bool:
    said = {row["propertyName"].lower(): row["value"].lower() for row in manifest}
    return any(said.get(f"file.{name}") == "delta" for name in ("classes", "users", "enrollments"))
