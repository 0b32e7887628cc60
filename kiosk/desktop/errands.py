"""What the running kiosk does for a teacher, in the panel or by a command: each errand on a worker thread."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.class_list import add_listed, added_words, read_class_list
from kiosk.clock import Clock, read
from kiosk.desktop.teacher.views import ImportedRow
from kiosk.errors import UsageError
from kiosk.identity.credentials import Credentials
from kiosk.protocol.course import Course
from kiosk.rescuing import export_work, import_work, require_key, taken_words
from kiosk.settings import FILE_NAME, Settings, load_settings, own_lessons
from kiosk.store import carrying, students
from kiosk.store.students import Student
from kiosk.store.writer import Store
from kiosk.student_data import delete_student, save_copy
from kiosk.words import tr

if TYPE_CHECKING:
    from kiosk.imports.report import Row


class Errands:
    """Each verb answers with the sentence that tells what was done. GUI thread; its work runs elsewhere."""

    def __init__(
        self, store: Store, clock: Clock, credentials: Credentials, work: Callable[..., "Future[Any]"]
    ) -> None:
        self._store = store
        self._clock = clock
        self._credentials = credentials
        self._work = work

    def export_work(self, folder: Path) -> "Future[str]":
        def export() -> str:
            settings = self._settings()
            key, token = require_key(settings), self._credentials.token
            return str(export_work(self._store, folder, key, settings.class_name, token, self._now()))

        return self._work(export)

    def import_work(self, file: Path) -> "Future[str]":
        return self._work(
            lambda: taken_words(import_work(self._store, file, require_key(self._settings()), self._now()))
        )

    def take_back(self, file_id: str) -> "Future[str]":
        return self._work(
            lambda: tr(
                "%n messages are sent from here again.", "", self._store.call(carrying.take_back, file_id).result()
            )
        )

    def arrived(self, file_id: str) -> "Future[str]":
        return self._work(
            lambda: tr(
                "%n messages count as delivered.", "", self._store.call(carrying.arrived, file_id, self._now()).result()
            )
        )

    def save_copy(self, student: int, folder: Path) -> "Future[str]":
        def save() -> str:
            found = self._student(student)
            copy = save_copy(self._store, found, folder, self._now())
            return tr("A copy of the work of {name} is in {folder}.", name=found.name, folder=copy)

        return self._work(save)

    def delete_student(self, student: int, folder: Path) -> "Future[str]":
        def delete() -> str:
            found = self._student(student)
            return delete_student(
                self._store, found, folder, self._now(), lambda ref: self._credentials.set_token(ref, None)
            )

        return self._work(delete)

    def import_lessons(
        self, files: Sequence[Path], course: Course | None, begins: Callable[[int], object]
    ) -> "Future[tuple[tuple[ImportedRow, ...], str]]":
        """Import into the kiosk's own lessons; answers with a row for each lesson, and a sentence about all.

        `begins(n)` is called before file n (from 0), on the worker thread.
        """

        def bring_in() -> tuple[tuple[ImportedRow, ...], str]:
            from kiosk.desktop.teacher.import_words import imported_row, imported_words  # noqa: PLC0415 - as below
            from kiosk.imports.importing import import_lessons  # noqa: PLC0415 - it brings the parsers

            folder = self._settings().lessons or own_lessons(self._store.folder)
            rows: list[Row] = []
            for number, file in enumerate(files):
                begins(number)
                rows += import_lessons(file, folder, course)
            return tuple(map(imported_row, rows)), imported_words(rows)

        return self._work(bring_in)

    def add_students(self, file: Path) -> "Future[str]":
        """Bring a class list onto the wall."""

        def bring_in() -> str:
            listed = read_class_list(file)
            new = self._store.call(add_listed, listed, self._now()).result()
            return added_words(new, len(listed))

        return self._work(bring_in)

    def _student(self, student: int) -> Student:
        everyone = self._store.call_light(students.everyone).result()
        for each in everyone:
            if each.id == student:
                return each
        raise UsageError(tr("This student is not on this computer any more."))

    def _settings(self) -> Settings:
        """Read anew: a key may have been set since the start."""
        return load_settings(self._store.folder / FILE_NAME, os.environ, {})

    def _now(self) -> int:
        return read(self._clock).wall
