"""What happens in the teacher's panel: reads what its pages show, and does what is asked for there.

GUI thread. It waits for neither disk nor network: the store, the courier and worker threads answer through the bridge.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from kiosk.clock import Clock, local_day, read
from kiosk.desktop.bridge import Bridge
from kiosk.desktop.catalogue import Catalogue
from kiosk.desktop.teacher.lesson_sheet import LessonSheet
from kiosk.desktop.teacher.panel_page import PanelPage, Tab
from kiosk.desktop.teacher.reading import ClassReading, StudentReading, read_class, read_student
from kiosk.desktop.teacher.sent_words import sent_view
from kiosk.desktop.teacher.views import QueueEntry
from kiosk.desktop.teacher.words import class_view, queue_view, student_view
from kiosk.desktop.theme import Theme
from kiosk.errors import KioskError
from kiosk.launch import Launch
from kiosk.lessons.model import LessonId
from kiosk.store import aside, windows
from kiosk.store.writer import Store
from kiosk.sync.courier import Courier
from kiosk.windows_file import replace_file, table_of

REFRESH_MS = 2_000


@dataclass(frozen=True, slots=True)
class Office:
    """What the panel works with. `work(function, *arguments)` runs it on a worker thread."""

    store: Store
    courier: Courier
    clock: Clock
    bridge: Bridge
    work: Callable[..., "Future[Any]"]


class Panel(QObject):
    """Open it when the PIN was right. While it is closed it reads nothing.

    Signals:
        launch_asked(Launch): a lesson is to be opened, for a student or for whoever comes next.
        left(): back to the wall of students.
    """

    launch_asked = Signal(object)
    left = Signal()

    def __init__(self, place: str, office: Office, theme: Theme, parent: QObject | None = None) -> None:
        """`place` is the class or the device, as the wall of students names it."""
        super().__init__(parent)
        self.page = self._page = page = PanelPage(place, theme)
        self._theme = theme
        self._store, self._courier, self._clock = office.store, office.courier, office.clock
        self._bridge, self._work = office.bridge, office.work
        self._catalogue = Catalogue()
        self._tab = Tab.CLASS
        self._student: int | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        page.left.connect(self.left)
        page.tab_chosen.connect(self.show_tab)
        page.class_page.student_chosen.connect(self.show_student)
        page.class_page.launch_requested.connect(lambda: self._choose_lesson(None))
        page.class_page.export_requested.connect(self._save_table)
        page.queue_page.sync_requested.connect(self._deliver)
        page.queue_page.retry_requested.connect(self._ask_to_retry)
        page.queue_page.drop_requested.connect(self._ask_to_drop)
        page.queue_page.export_requested.connect(self._save_table)
        page.student_page.back_requested.connect(lambda: self.show_tab(Tab.CLASS))
        page.student_page.launch_requested.connect(self._choose_lesson)
        page.student_page.sent_requested.connect(self._show_sent)
        page.sent_page.back_requested.connect(self.show_student)

    def await_catalogue(self, catalogue: "Future[Catalogue]") -> None:
        """Offer these lessons once they are read."""
        self._bridge.when(catalogue, self._take_catalogue)

    def open(self) -> None:
        """Show the class, and keep it true until `close`."""
        self.show_tab(Tab.CLASS)
        self._timer.start()

    def close(self) -> None:
        self._timer.stop()

    def refresh(self) -> None:
        """Read again what is shown."""
        self._when(self._store.call_light(read_class, self._today()), self._show_class)
        if self._student is not None:
            self._when(self._store.call_light(read_student, self._student, self._today()), self._show_student)

    # -- the pages -----------------------------------------------------------------------------------

    def show_tab(self, tab: Tab) -> None:
        self._tab, self._student = tab, None
        self._page.turn_to({Tab.CLASS: self._page.class_page, Tab.QUEUE: self._page.queue_page}[tab], tab)
        self.refresh()

    def show_student(self, student: int) -> None:
        self._student = student

        def show(reading: StudentReading) -> None:
            self._show_student(reading)
            self._page.turn_to(self._page.student_page, Tab.CLASS)

        self._when(self._store.call_light(read_student, student, self._today()), show)

    def _show_sent(self, student: int) -> None:
        def show(reading: StudentReading) -> None:
            self._page.sent_page.show_view(sent_view(reading.facts.student, reading.sent, self._today()))
            self._page.turn_to(self._page.sent_page, Tab.CLASS)

        self._when(self._store.call_light(read_student, student, self._today()), show)

    def _show_class(self, reading: ClassReading) -> None:
        today, lessons = self._today(), self._catalogue.lessons
        self._page.class_page.show_view(class_view(reading, lessons, today, self._store.trouble))
        self._page.queue_page.show_view(queue_view(reading, today))
        self._page.count_tabs({Tab.QUEUE: len(reading.set_aside)})

    def _show_student(self, reading: StudentReading) -> None:
        if reading.facts.student.id == self._student:
            self._page.student_page.show_view(student_view(reading, self._catalogue.lessons, self._today()))

    # -- what is not on the server -------------------------------------------------------------------

    def _deliver(self) -> None:
        self._page.tell("Sending…")

        def tell(report: Any) -> None:
            trouble = f" {report.trouble.reason.rstrip('.')}." if report.trouble else ""
            self._done(f"{report.sent} sent.{trouble}")

        self._when(self._courier.sync(), tell)

    def _ask_to_retry(self, entry: QueueEntry) -> None:
        def retry() -> None:
            done = self._store.call(aside.retry, entry.id, may_count_twice=entry.is_in_doubt)
            self._when(done, lambda _none: self._done(f"{entry.student}: it will be sent again."))

        if not entry.is_in_doubt:
            retry()
            return
        risk = f"{entry.student}, {entry.what}. If it did arrive, its time is counted twice. Look at the server first."
        self._page.confirm.ask("Send it again?", risk, "Send again", retry)

    def _ask_to_drop(self, entry: QueueEntry) -> None:
        def drop() -> None:
            done = self._store.call(aside.drop, entry.id, read(self._clock).wall)
            self._when(done, lambda _none: self._done(f"{entry.student}: it will never be sent."))

        kept = f"{entry.student}, {entry.what}. The server will not count it. It stays in the totals on this computer."
        self._page.confirm.ask("Never send it?", kept, "Never send", drop)

    # -- files and lessons ---------------------------------------------------------------------------

    def _save_table(self) -> None:
        def save(file: Path) -> None:
            reading = self._store.call_light(lambda db: list(windows.every(db)))
            self._when(reading, lambda rows: self._write_table(file, rows))

        self._choose_file("Save every window as a table", f"windows-{self._today()}.csv", save)

    def _write_table(self, file: Path, rows: Sequence[windows.KeptWindow]) -> None:
        written = self._work(lambda: replace_file(file, table_of(rows, excel=True)))
        self._when(written, lambda _none: self._done(f"{len(rows)} windows are in {file}."))

    def _choose_file(self, title: str, name: str, then: Callable[[Path], object]) -> None:
        dialog = QFileDialog(self._page, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: then(Path(path)))
        dialog.open()

    def _choose_lesson(self, student: int | None) -> None:
        view = self._page.student_page.view if student is not None else None
        words = f"For {view.name}." if view else "For the first student who chooses their picture."

        def launch(lesson: LessonId) -> None:
            if student is None:
                self.launch_asked.emit(Launch(lesson, None))
            else:
                self._when(
                    self._store.call_light(read_student, student, self._today()),
                    lambda reading: self.launch_asked.emit(Launch(lesson, reading.facts.student.ref)),
                )

        LessonSheet(self._catalogue.lessons, launch, self._theme, self._page).ask(words)

    # -- small steps ---------------------------------------------------------------------------------

    def _take_catalogue(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def _done(self, sentence: str) -> None:
        self._page.tell(sentence)
        self._courier.work_came()
        self.refresh()

    def _when[T](self, future: "Future[T]", then: Callable[[T], object]) -> None:
        self._bridge.when(future, then, self._tell_fault)

    def _tell_fault(self, error: KioskError) -> None:
        self._page.tell(str(error), is_fault=True)

    def _today(self) -> str:
        return local_day(read(self._clock).wall)
