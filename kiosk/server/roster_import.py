"""Bringing an export into the database, and saying what changed by it. The same export again changes nothing.

A class or student is known by its source id, else a class by its name and a student by e-mail address: what was made by
hand before is taken over, and last year's 3b is this year's. What was made by hand and is in no export stays as it is.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, insert, select, update

from kiosk.server.classes import classes_of, join, leave
from kiosk.server.database import Database
from kiosk.server.oneroster import ClassRow, EnrolmentRow, Export, Fault, StudentRow
from kiosk.server.schema import classes, memberships, students
from kiosk.server.students import remove


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did, one sentence each, and the rows it could not use."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def changes_nothing(self) -> bool:
        return not (self.added or self.changed or self.moved or self.removed)


def bring_in(database: Database, export: Export, now_ms: int, *, dry_run: bool, skip_bad: bool) -> Report:
    """Import it whole, and keep that unless this is a dry run, or a row is faulty and not to be skipped."""
    report = Report()
    with suppress(_UndoneError), database.write() as db:
        report = import_export(db, export, now_ms)
        if dry_run or (report.faults and not skip_bad):
            raise _UndoneError
    return report


class _UndoneError(Exception):
    """Ends a transaction without keeping it."""


def import_export(db: Connection, export: Export, now_ms: int) -> Report:
    """Do what the export says, without its faulty rows. Whether to keep it is the caller's: undo the transaction."""
    report = Report(faults=list(export.faults))
    class_ids = _Classes(db, export, now_ms, report).bring_in()
    student_ids = _Students(db, export, now_ms, report).bring_in()
    _Enrolments(db, export, now_ms, report, class_ids, student_ids).bring_in()
    return report


class _Classes:
    def __init__(self, db: Connection, export: Export, now_ms: int, report: Report) -> None:
        self._db, self._export, self._now_ms, self._report = db, export, now_ms, report
        self._known = {row.id: row for row in db.execute(select(classes))}
        self._by_source = {row.source_id: row.id for row in self._known.values() if row.source_id is not None}
        self._names = {row.name: row.id for row in self._known.values()}

    def bring_in(self) -> Mapping[str, int]:
        """The classes that are there afterwards, by source id."""
        for row in self._export.classes:
            if not row.gone:
                self._take(row)
        gone = {row.source_id for row in self._export.classes if row.gone}
        if not self._export.is_delta:
            gone |= {source for source in self._by_source if source not in self._in_file and self._is_ours(source)}
        for source in sorted(gone & self._by_source.keys()):
            self._remove(self._by_source.pop(source))
        return self._by_source

    @property
    def _in_file(self) -> set[str]:
        return {row.source_id for row in self._export.classes}

    def _is_ours(self, source: str) -> bool:
        """Whether the export would have the class: it may be of one school among several."""
        school = self._known[self._by_source[source]].school_id
        told = self._export.schools.keys() | {row.school_id for row in self._export.classes}
        return not self._export.schools or school in told

    def _take(self, row: ClassRow) -> None:
        found = self._by_source.get(row.source_id, self._adoptable(row))
        name = self._free_name(row, found)
        values = {"name": name, "source_id": row.source_id, "school_id": row.school_id, "removed_ms": None}
        if found is None:
            found = int(self._db.scalar(insert(classes).values(values).returning(classes.c.id)) or 0)
            self._report.added.append(f"class {name}")
        else:
            before = self._known[found]
            if before.removed_ms is not None:
                self._report.added.append(f"class {name}")
            elif before.name != name:
                self._report.changed.append(f"class {before.name} is called {name}")
            if any(getattr(before, key) != value for key, value in values.items()):
                self._db.execute(update(classes).where(classes.c.id == found).values(values))
            self._names.pop(before.name, None)
        self._names[name] = found
        self._by_source[row.source_id] = found

    def _adoptable(self, row: ClassRow) -> int | None:
        """A class of that name which was made by hand, or was removed."""
        found = self._names.get(row.name)
        before = None if found is None else self._known.get(found)
        if before is None or (before.source_id is not None and before.removed_ms is None):
            return None
        self._by_source.pop(before.source_id, None)
        return found

    def _free_name(self, row: ClassRow, own: int | None) -> str:
        more = (row.code, self._export.schools.get(row.school_id, ""), row.source_id)
        names = (row.name, *(f"{row.name} ({each})" for each in more if each and each != row.name))
        return next((name for name in names if self._names.get(name, own) == own), names[-1])

    def _remove(self, class_id: int) -> None:
        if self._known[class_id].removed_ms is None:
            self._db.execute(update(classes).where(classes.c.id == class_id).values(removed_ms=self._now_ms))
            self._report.removed.append(f"class {self._known[class_id].name}")
            here = (memberships.c.class_id == class_id) & memberships.c.until_ms.is_(None)
            for student_id in self._db.scalars(select(memberships.c.student_id).where(here)).all():
                leave(self._db, student_id, class_id, self._now_ms)


class _Students:
    def __init__(self, db: Connection, export: Export, now_ms: int, report: Report) -> None:
        self._db, self._export, self._now_ms, self._report = db, export, now_ms, report
        self._known = {row.id: row for row in db.execute(select(students))}
        self._by_source = {row.source_id: row.id for row in self._known.values() if row.source_id is not None}
        self._by_email = {row.email: row.id for row in self._known.values()}
        self._in_file = {row.source_id for row in export.students}

    def bring_in(self) -> Mapping[str, int]:
        """The students that are there afterwards, by source id."""
        for row in self._export.students:
            if not row.gone and (row.is_certain or row.source_id in self._by_source):
                self._take(row)
        for row in self._export.students:
            if row.gone and (known := self._by_source.pop(row.source_id, None)) is not None:
                self._remove(known)
        return self._by_source

    def _take(self, row: StudentRow) -> None:
        found = self._by_source.get(row.source_id)
        holder = self._by_email.get(row.email)
        if found is None and holder is not None and not self._is_anothers(holder):
            found = holder
        if holder not in (None, found):
            self._report.faults.append(Fault("users.csv", row.line, f"another student has the address {row.email}."))
            return
        values = {
            "name": row.name,
            "email": row.email,
            "grade": row.grade or None,
            "source_id": row.source_id,
            "removed_ms": None,
        }
        if found is None:
            created = insert(students).values(**values, created_ms=self._now_ms).returning(students.c.id)
            found = int(self._db.scalar(created) or 0)
            self._report.added.append(f"{row.name} ({row.email})")
        else:
            self._change(self._known[found], values)
        self._by_source[row.source_id] = self._by_email[row.email] = found

    def _is_anothers(self, student_id: int) -> bool:
        """Whether the export itself says that this is somebody else."""
        before = self._known.get(student_id)
        return before is None or before.source_id in self._in_file

    def _change(self, before: Any, values: Mapping[str, Any]) -> None:
        if all(getattr(before, key) == value for key, value in values.items()):
            return
        self._db.execute(update(students).where(students.c.id == before.id).values(values))
        if before.removed_ms is not None:
            self._report.added.append(f"{values['name']} ({values['email']})")
            return
        told = [
            f"{what} {getattr(before, key) or 'none'} is {values[key] or 'none'} now"
            for key, what in (("name", "name"), ("email", "address"), ("grade", "grade"))
            if getattr(before, key) != values[key]
        ]
        if told:
            self._report.changed.append(f"{before.name} ({before.email}): {', '.join(told)}")

    def _remove(self, student_id: int) -> None:
        before = self._known[student_id]
        if before.removed_ms is None:
            remove(self._db, student_id, self._now_ms)
            self._report.removed.append(f"{before.name} ({before.email})")


class _Enrolments:
    def __init__(
        self,
        db: Connection,
        export: Export,
        now_ms: int,
        report: Report,
        class_ids: Mapping[str, int],
        student_ids: Mapping[str, int],
    ) -> None:
        self._db, self._export, self._now_ms, self._report = db, export, now_ms, report
        self._class_ids, self._student_ids = class_ids, student_ids
        self._before = self._live()
        self._homerooms = {class_ids[row.source_id] for row in export.classes if row.is_homeroom and not row.gone}

    def bring_in(self) -> None:
        wanted: dict[tuple[int, int], str] = {}
        for row in self._export.enrolments:
            if row.gone:
                self._end(row)
            elif (pair := self._pair(row)) is not None:
                wanted[pair] = row.source_id
        for (student_id, class_id), source_id in wanted.items():
            if self._before.get((student_id, class_id), "") != source_id:
                join(self._db, student_id, class_id, self._now_ms, source_id)
        if not self._export.is_delta:
            self._end_what_is_not(wanted)
        self._list_under_homerooms(wanted)
        self._tell()

    def _live(self) -> dict[tuple[int, int], str | None]:
        rows = self._db.execute(
            select(memberships.c.student_id, memberships.c.class_id, memberships.c.source_id).where(
                memberships.c.until_ms.is_(None)
            )
        )
        return {(student_id, class_id): source_id for student_id, class_id, source_id in rows}

    def _pair(self, row: EnrolmentRow) -> tuple[int, int] | None:
        """Whom and what the row is about; None where that is nobody for us, or a fault."""
        if row.student_id in self._export.others:
            return None
        student_id, class_id = self._student_ids.get(row.student_id), self._class_ids.get(row.class_id)
        missing = f"class {row.class_id}" if class_id is None else f"user {row.student_id}"
        if student_id is None or class_id is None:
            self._report.faults.append(Fault("enrollments.csv", row.line, f"there is no {missing}."))
            return None
        return student_id, class_id

    def _end(self, row: EnrolmentRow) -> None:
        named = (self._student_ids.get(row.student_id), self._class_ids.get(row.class_id))
        for student_id, class_id in [
            pair for pair, source_id in self._before.items() if source_id == row.source_id or pair == named
        ]:
            leave(self._db, student_id, class_id, self._now_ms)

    def _end_what_is_not(self, wanted: Mapping[tuple[int, int], str]) -> None:
        """A bulk export has every membership of its classes; then also students who are in none are gone."""
        of_file = {self._class_ids[row.source_id] for row in self._export.classes if row.source_id in self._class_ids}
        for pair, source_id in self._before.items():
            if source_id is not None and pair not in wanted and pair[1] in of_file:
                leave(self._db, *pair, self._now_ms)
        in_file = {row.source_id for row in self._export.students}
        absent = [student_id for source, student_id in self._student_ids.items() if source not in in_file]
        rows = select(students.c.id, students.c.name, students.c.email).where(students.c.removed_ms.is_(None))
        here = {row.id: row for row in self._db.execute(rows)}
        for student_id in absent:
            if student_id in here and not classes_of(self._db, student_id):
                remove(self._db, student_id, self._now_ms)
                self._report.removed.append(f"{here[student_id].name} ({here[student_id].email})")

    def _list_under_homerooms(self, pairs: Mapping[tuple[int, int], str]) -> None:
        for student_id, class_id in pairs:
            if class_id in self._homerooms:
                elsewhere = (students.c.id == student_id) & students.c.class_id.not_in(self._homerooms)
                self._db.execute(update(students).where(elsewhere).values(class_id=class_id))

    def _tell(self) -> None:
        """Say who came into which class and out of which, for those who were here before and still are."""
        after = self._live()
        ways: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for student_id, class_id in sorted(self._before.keys() - after.keys()):
            ways[student_id][0].append(class_id)
        for student_id, class_id in sorted(after.keys() - self._before.keys()):
            ways[student_id][1].append(class_id)
        names = {row.id: row.name for row in self._db.execute(select(classes.c.id, classes.c.name))}
        who = select(students.c.id, students.c.name, students.c.email).where(students.c.removed_ms.is_(None))
        for row in self._db.execute(who.order_by(students.c.name, students.c.id)):
            left, joined = ways.get(row.id, ([], []))
            if left or joined:
                self._report.moved.append(
                    f"{row.name} ({row.email}){_told(' from', left, names)}{_told(' to', joined, names)}"
                )


def _told(word: str, class_ids: Sequence[int], names: Mapping[int, str]) -> str:
    return f"{word} {', '.join(names[class_id] for class_id in class_ids)}" if class_ids else ""
