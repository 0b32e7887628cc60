"""What `kiosk server` does about lessons, over the server's database; kiosks hear of it from the running server."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kiosk.clock import SystemClock, day_start_ms, epoch_ms, from_epoch_ms, local_day
from kiosk.errors import UsageError
from kiosk.lessons.model import Lesson
from kiosk.server import assigning, launches, library, students
from kiosk.server.assigning import Span, Target
from kiosk.server.audience import members
from kiosk.server.classes import find_class
from kiosk.server.database import Database

MINUTE_MS = 60_000


class Teaching:
    """The lessons of one server and who does them. `shipped` are those that came with the program."""

    def __init__(self, database: Database, shipped: Sequence[Lesson]) -> None:
        self._database = database
        self._shipped = {lesson.id: lesson for lesson in shipped}

    def add_lessons(self, files: Sequence[Path]) -> None:
        for package in [package for file in files for package in library.read_packages(file)]:
            with self._database.write() as db:
                is_new = library.add(db, package, _now_ms())
            what = "is on the server" if is_new else "is on the server already, just so"
            print(f"{package.title} ({package.lesson}, version {package.version}) {what}.")

    def list_lessons(self, *, as_json: bool) -> None:
        with self._database.read() as db:
            shelf = library.shelf(db)
        added = {each.lesson for each in shelf}
        shipped = [lesson for lesson in self._shipped.values() if lesson.id not in added]
        if as_json:
            known = [{"lesson": lesson.id, "title": lesson.title, "version": lesson.version} for lesson in shipped]
            print(json.dumps({"added": [*map(asdict, shelf)], "shipped": known}))
            return
        table = Table("Lesson", "Title", "Version", "")
        for each in shelf:
            table.add_row(each.lesson, each.title, each.version, f"added; {each.versions} in all")
        for lesson in shipped:
            table.add_row(lesson.id, lesson.title, lesson.version, "came with the program")
        _console().print(table)

    def assign(
        self,
        lesson: str,
        school_class: str | None,
        emails: Sequence[str],
        days: tuple[str | None, str | None],
        position: int,
    ) -> None:
        span, now_ms = Span(*days), _now_ms()
        with self._database.write() as db:
            title = library.title_of(db, lesson, self._shipped)
            targets = [Target(student_id=students.find(db, email).id) for email in emails]
            if school_class is not None:
                targets.append(Target(class_id=find_class(db, school_class)))
            _require(targets)
            for target in targets:
                assigning.assign(db, lesson, target, span, position, now_ms)
        until = f" until {span.until_day}" if span.until_day else ""
        print(f"{title} is handed out to {_whom(school_class, emails)}{until}.")

    def unassign(self, number: int) -> None:
        with self._database.write() as db:
            assigning.unassign(db, number, _now_ms())
        print("It is not handed out any more; whoever has begun it can finish it.")

    def list_assignments(self, *, as_json: bool) -> None:
        with self._database.read() as db:
            plan = assigning.plan(db)
        if as_json:
            print(json.dumps([*map(asdict, plan)]))
            return
        table = Table("Number", "Lesson", "For", "From", "Until", "Order")
        for row in plan:
            whom = row.school_class or row.email or ""
            table.add_row(str(row.id), row.lesson, whom, row.from_day or "", row.until_day or "", str(row.position))
        _console().print(table if plan else "Nothing is handed out yet; `kiosk server assign` does.")

    def launch(self, lesson: str, school_class: str | None, emails: Sequence[str], minutes: int | None) -> None:
        now_ms = _now_ms()
        expires_ms = launches.end_of_day_ms(now_ms) if minutes is None else now_ms + minutes * MINUTE_MS
        who = self._students(school_class, emails)
        with self._database.write() as db:
            title = library.title_of(db, lesson, self._shipped)
            launches.launch(db, lesson, title, sorted(who), now_ms, expires_ms)
        print(f"{title} is opened for {_whom(school_class, emails)}; `kiosk server launches` tells what became of it.")

    def recall(self, school_class: str | None, emails: Sequence[str]) -> None:
        now_ms = _now_ms()
        who = self._students(school_class, emails)
        with self._database.write() as db:
            made = launches.launched_since(db, who, now_ms - launches.LONGEST_LAUNCH_MS, now_ms)
            count = launches.recall(db, [each.id for each in made], who, now_ms)
        print(f"{count} recalled." if count else f"Nothing waits for {_whom(school_class, emails)}.")

    def list_launches(self, *, as_json: bool) -> None:
        now_ms = _now_ms()
        with self._database.read() as db:
            who = [student.id for student in students.everyone(db)]
            found = launches.launched_since(db, who, day_start_ms(local_day(now_ms)), now_ms)
        if as_json:
            print(json.dumps([*map(asdict, found)]))
            return
        table = Table("Student", "Lesson", "At", "State")
        for each in found:
            over = " (over)" if each.is_over and each.state in launches.UNANSWERED else ""
            at = from_epoch_ms(each.launched_ms).astimezone()
            table.add_row(each.student, each.title, f"{at:%H:%M}", f"{each.state}{over}")
        _console().print(table if found else "Nothing was opened today.")

    def pause(self, school_class: str, minutes: float) -> None:
        with self._database.write() as db:
            launches.pause(db, find_class(db, school_class), round(minutes * MINUTE_MS), _now_ms())
        print(f"{school_class} looks to the front for {minutes:g} minutes; `kiosk server resume` ends it sooner.")

    def resume(self, school_class: str) -> None:
        with self._database.write() as db:
            was_paused = launches.resume(db, find_class(db, school_class), _now_ms())
        print(f"{school_class} goes on." if was_paused else f"{school_class} is not paused.")

    def _students(self, school_class: str | None, emails: Sequence[str]) -> set[int]:
        """The students of the class, and those with these addresses. Raises UsageError where neither is named."""
        with self._database.read() as db:
            who = {students.find(db, email).id for email in emails}
            if school_class is not None:
                who |= {student.id for student in members(db, find_class(db, school_class))}
        _require(who)
        return who


def _require(whom: object) -> None:
    if not whom:
        raise UsageError("Say for whom: --class CLASS, or --student EMAIL.")


def _whom(school_class: str | None, emails: Sequence[str]) -> str:
    return ", ".join([*([f"class {school_class}"] if school_class else []), *emails])


def _console() -> Console:
    return Console(markup=False, emoji=False, highlight=False)  # names are shown as they are


def _now_ms() -> int:
    return epoch_ms(SystemClock().utc_now())
