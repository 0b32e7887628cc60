"""Does beside the window what a command asks of the running kiosk: only one process writes."""

import os
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.clock import Clock, read
from kiosk.desktop.bridge import Bridge
from kiosk.desktop.errands import Errands
from kiosk.desktop.instance import (
    CLASS,
    DROP,
    ENROLL,
    ERRANDS,
    IMPORT_TIME,
    LANGUAGE,
    RETRY_IN_DOUBT,
    SIGN_IN_WITH,
    SYNC,
    TEACHER_PIN,
    Reply,
    Request,
)
from kiosk.desktop.joining import Joining
from kiosk.errors import KioskError
from kiosk.store import aside, secrets, students
from kiosk.store.aside import MessageId
from kiosk.store.secrets import SecretKind
from kiosk.store.writer import Store
from kiosk.sync.courier import Courier

if TYPE_CHECKING:
    from kiosk.sync.delivery import PassReport  # it brings asyncio, which start-up does without


class Clerk(QObject):
    """Answers each request when it is done. GUI thread; waits for nothing.

    Signals:
        teacher_pin_changed(): there is another teacher's PIN, or none any more.
        students_changed(): an errand was done, and may have added students or taken one away.
    """

    teacher_pin_changed = Signal()
    students_changed = Signal()

    def __init__(
        self,
        store: Store,
        courier: Courier,
        clock: Clock,
        bridge: Bridge,
        queue_file: Callable[[Path, int], "Future[int]"],
        joining: Joining,
        errands: Errands,
        parent: QObject | None = None,
    ) -> None:
        """`queue_file(file, now_ms)` checks and queues the sittings of a CSV file, off the GUI thread."""
        super().__init__(parent)
        self._queue_file = queue_file
        self._joining = joining
        self._errands = errands
        self._store = store
        self._courier = courier
        self._clock = clock
        self._bridge = bridge

    @Slot(object)
    def take(self, request: Request) -> None:
        """Answer with `error`, None when all went well; after a sync also with `sent`, after an import with `new`.

        After joining a school with its `classes` and the number of `students`.
        """
        message = MessageId(request.argument)
        if request.verb == SYNC:
            self._bridge.when(self._courier.sync(), lambda report: _answer_sync(request.reply, report))
        elif request.verb == IMPORT_TIME:
            self._answer_import(request.reply, self._queue_file(request.file, read(self._clock).wall))
        elif request.verb == ENROLL:
            self._join(request)
        elif request.verb in ERRANDS:
            self._answer_errand(request.reply, self._errand(request))
        elif request.verb == DROP:
            self._answer(request.reply, self._store.call(aside.drop, message, read(self._clock).wall))
        elif request.verb == TEACHER_PIN:
            self._change_teacher_pin(request.reply, request.argument or None)
        elif request.verb == SIGN_IN_WITH:
            student, kind, kept = request.parts
            self._answer(request.reply, self._store.call(secrets.change, int(student), kept or None, SecretKind(kind)))
        elif request.verb == CLASS:
            student, class_name = request.parts
            self._answer(request.reply, self._store.call(students.set_class, int(student), class_name))
        elif request.verb == LANGUAGE:
            student, language = request.parts
            self._answer(request.reply, self._store.call(students.set_language, int(student), language))
        else:
            in_doubt_too = request.verb == RETRY_IN_DOUBT
            self._answer(request.reply, self._store.call(aside.retry, message, may_count_twice=in_doubt_too))

    def _errand(self, request: Request) -> "Future[str]":
        match request.verb:
            case "rescue-export":
                return self._errands.export_work(request.file)
            case "rescue-import":
                return self._errands.import_work(request.file)
            case "rescue-arrived":
                return self._errands.arrived(request.argument)
            case "add-students":
                return self._errands.add_students(request.file)
            case "rescue-take-back":
                return self._errands.take_back(request.argument)
            case _:
                student, _, folder = request.argument.partition("/")
                return self._errands.delete_student(int(student), Path(os.fsdecode(unquote_to_bytes(folder))))

    def _answer_errand(self, reply: Reply, done: "Future[str]") -> None:
        def said(sentence: str) -> None:
            reply.send(said=sentence, error=None)
            self.students_changed.emit()
            self._courier.work_came()

        self._bridge.when(done, said, lambda error: reply.send(error=str(error)))

    def _answer(self, reply: Reply, done: "Future[None]") -> None:
        def said(error: KioskError | None) -> None:
            reply.send(error=str(error) if error else None)
            self._courier.work_came()

        self._bridge.when(done, said, said)

    def _change_teacher_pin(self, reply: Reply, kept: str | None) -> None:
        done = self._store.call(secrets.change, secrets.TEACHER, kept)
        self._answer(reply, done)
        self._bridge.when(done, lambda _none: self.teacher_pin_changed.emit(), lambda _told_already: None)

    def _join(self, request: Request) -> None:
        code, address, name = map(unquote, f"{request.argument}@@".split("@")[:3])
        self._joining.join(
            address,
            code,
            lambda roster: request.reply.send(classes=roster.classes, students=len(roster.pupils), error=None),
            lambda error: request.reply.send(error=str(error)),
            name,
        )

    def _answer_import(self, reply: Reply, done: "Future[int]") -> None:
        def queued(new: int) -> None:
            reply.send(new=new, error=None)
            self._courier.work_came()

        self._bridge.when(done, queued, lambda error: reply.send(error=str(error)))


def _answer_sync(reply: Reply, report: "PassReport") -> None:
    reply.send(sent=report.sent, error=report.trouble.reason if report.trouble else None)
