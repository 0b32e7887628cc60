"""What happens in the teacher's panel: reads what its pages show, and does what is asked for there.

GUI thread. It waits for neither disk nor network: the store, the courier and worker threads answer through the bridge.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.clock import boot_id, local_day, read
from kiosk.desktop.catalogue import Catalogue
from kiosk.desktop.teacher.choosing import choose_file, choose_files, choose_folder
from kiosk.desktop.teacher.import_sheet import ImportSheet
from kiosk.desktop.teacher.language_sheet import LanguageSheet
from kiosk.desktop.teacher.lesson_sheet import LessonSheet
from kiosk.desktop.teacher.office import Office
from kiosk.desktop.teacher.panel_page import PanelPage, Tab
from kiosk.desktop.teacher.reading import ClassReading, StudentReading, read_class, read_student
from kiosk.desktop.teacher.sent_words import sent_view
from kiosk.desktop.teacher.views import ImportedRow, QueueEntry
from kiosk.desktop.teacher.words import class_view, computer_view, queue_view, student_view
from kiosk.desktop.theme import Theme
from kiosk.errors import KioskError
from kiosk.identity.secrets import hash_secret
from kiosk.launch import Launch
from kiosk.lessons.model import LessonId
from kiosk.protocol.course import Course
from kiosk.store import aside, notices, secrets, students, windows
from kiosk.store.secrets import SecretKind
from kiosk.windows_file import replace_file, table_of
from kiosk.words import tr

REFRESH_MS = 2_000


class Panel(QObject):
    """Open it when the PIN was right. While it is closed it reads nothing.

    Signals:
        launch_asked(Launch): a lesson is to be opened, for a student or for whoever comes next.
        not_theirs_asked(int): today's work in this student's name was somebody else's.
        left(): back to the wall of students.
        lessons_changed(): some were imported.
    """

    launch_asked = Signal(object)
    not_theirs_asked = Signal(int)
    lessons_changed = Signal()
    left = Signal()

    def __init__(self, place: str, office: Office, theme: Theme, parent: QObject | None = None) -> None:
        """`place` is the class or the device, as the wall of students names it."""
        super().__init__(parent)
        self.page = self._page = page = PanelPage(place, theme)
        self._theme = theme
        self._store, self._courier, self._clock = office.store, office.courier, office.clock
        self._bridge, self._work = office.bridge, office.work
        self._errands, self._mode = office.errands, office.mode
        self._imported: tuple[ImportedRow, ...] = ()
        self._catalogue = Catalogue()
        self._tab = Tab.CLASS
        self._boot = boot_id()
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
        page.student_page.secret_requested.connect(self._ask_new_secret)
        page.student_page.lift_requested.connect(self._lift)
        page.student_page.language_requested.connect(self._ask_language)
        page.student_page.not_theirs_requested.connect(self.not_theirs_asked)
        page.student_page.copy_requested.connect(self._save_copy)
        page.student_page.delete_requested.connect(self._ask_to_delete)
        page.sent_page.back_requested.connect(self.show_student)
        computer = page.computer_page
        computer.import_requested.connect(
            lambda: choose_files(self._page, tr("Lessons to import"), self._ask_for_course)
        )
        computer.lessons_dropped.connect(self._ask_for_course)
        computer.students_requested.connect(
            lambda: choose_files(
                page, tr("A class list"), lambda files: self._run(self._errands.add_students(files[0]))
            )
        )
        computer.carry_requested.connect(self._carry)
        computer.take_in_requested.connect(
            lambda: choose_files(
                self._page,
                tr("Work from another computer"),
                lambda files: self._run(self._errands.import_work(files[0])),
            )
        )
        computer.arrived_requested.connect(self._ask_whether_it_arrived)
        computer.take_back_requested.connect(self._ask_to_take_back)
        computer.acknowledged.connect(self._acknowledge)
        computer.mode_requested.connect(self._change_mode)

    def await_catalogue(self, catalogue: "Future[Catalogue]") -> None:
        """Offer these lessons once they are read."""
        self._bridge.when(catalogue, self._take_catalogue)

    def open(self) -> None:
        """Show the class, and keep it true until `close`."""
        self._timer.start()
        self.show_tab(Tab.CLASS)

    def close(self) -> None:
        self._timer.stop()

    def refresh(self) -> None:
        """Read again what is shown."""
        self._when(self._store.call_light(read_class, self._today()), self._show_class)
        if self._student is not None:
            self._read_student(self._student, self._show_student)

    # -- the pages -----------------------------------------------------------------------------------

    def show_tab(self, tab: Tab) -> None:
        self._tab, self._student = tab, None
        pages = {Tab.QUEUE: self._page.queue_page, Tab.COMPUTER: self._page.computer_page}
        self._page.turn_to(pages.get(tab, self._page.class_page), tab)
        self.refresh()

    def show_student(self, student: int) -> None:
        self._student = student

        def show(reading: StudentReading) -> None:
            self._show_student(reading)
            self._page.turn_to(self._page.student_page, Tab.CLASS)

        self._read_student(student, show)

    def _show_sent(self, student: int) -> None:
        def show(reading: StudentReading) -> None:
            self._page.sent_page.show_view(sent_view(reading.facts.student, reading.sent, self._today()))
            self._page.turn_to(self._page.sent_page, Tab.CLASS)

        self._read_student(student, show)

    def _show_class(self, reading: ClassReading) -> None:
        today, lessons = self._today(), self._catalogue.lessons
        self._page.class_page.show_view(class_view(reading, lessons, today, self._store.trouble))
        self._page.queue_page.show_view(queue_view(reading, today))
        is_guarded = self._mode.is_on if self._mode else None
        self._page.computer_page.show_view(computer_view(reading, self._imported, today, is_guarded=is_guarded))
        self._page.count_tabs({Tab.QUEUE: len(reading.set_aside), Tab.COMPUTER: len(reading.notices)})

    def _show_student(self, reading: StudentReading) -> None:
        if reading.facts.student.id == self._student:
            self._page.student_page.show_view(student_view(reading, self._catalogue.lessons, self._today()))

    # -- what is not on the server -------------------------------------------------------------------

    def _deliver(self) -> None:
        self._page.tell(tr("Sending…"))

        def tell(report: Any) -> None:
            said = tr("%n messages sent.", "", report.sent)
            if report.trouble:
                said = tr("{sent} {trouble}.", sent=said, trouble=report.trouble.reason.rstrip("."))
            self._done(said)

        self._when(self._courier.sync(), tell)

    def _ask_to_retry(self, entry: QueueEntry) -> None:
        def retry() -> None:
            done = self._store.call(aside.retry, entry.id, may_count_twice=entry.is_in_doubt)
            self._when(done, lambda _none: self._done(tr("{name}: it will be sent again.", name=entry.student)))

        if not entry.is_in_doubt:
            retry()
            return
        risk = tr(
            "{name}, {what}. If it did arrive, its time is counted twice. Look at the server first.",
            name=entry.student,
            what=entry.what,
        )
        self._page.confirm.ask(tr("Send it again?"), risk, tr("Send again"), retry)

    def _ask_to_drop(self, entry: QueueEntry) -> None:
        def drop() -> None:
            done = self._store.call(aside.drop, entry.id, read(self._clock).wall)
            self._when(done, lambda _none: self._done(tr("{name}: it will never be sent.", name=entry.student)))

        kept = tr(
            "{name}, {what}. The server will not count it. It stays in the totals on this computer.",
            name=entry.student,
            what=entry.what,
        )
        self._page.confirm.ask(tr("Never send it?"), kept, tr("Never send"), drop)

    # -- files and lessons ---------------------------------------------------------------------------

    def _save_table(self) -> None:
        def save(file: Path) -> None:
            reading = self._store.call_light(lambda db: list(windows.every(db)))
            self._when(reading, lambda rows: self._write_table(file, rows))

        choose_file(self._page, tr("Save every window as a table"), f"windows-{self._today()}.csv", save)

    def _write_table(self, file: Path, rows: Sequence[windows.KeptWindow]) -> None:
        written = self._work(lambda: replace_file(file, table_of(rows, excel=True)))
        self._when(written, lambda _none: self._done(tr("%n windows are in {file}.", "", len(rows), file=file)))

    def _choose_lesson(self, student: int | None) -> None:
        view = self._page.student_page.view if student is not None else None
        words = tr("For {name}.", name=view.name) if view else tr("For the first student who chooses their picture.")

        def launch(lesson: LessonId) -> None:
            if student is None:
                self.launch_asked.emit(Launch(lesson, None))
            else:
                self._read_student(
                    student, lambda reading: self.launch_asked.emit(Launch(lesson, reading.facts.student.ref))
                )

        LessonSheet(self._catalogue.lessons, launch, self._theme, self._page).ask(words)

    def _ask_for_course(self, files: Sequence[Path]) -> None:
        courses = sorted({lesson.course for lesson in self._catalogue.lessons}, key=str)
        ImportSheet(files, courses, lambda course: self.import_lessons(files, course), self._theme, self._page).ask()

    def import_lessons(self, files: Sequence[Path], course: Course | None = None) -> None:
        """Import these files into the kiosk's own lessons, one after the other, and offer them at once.

        They are for that course, or with None for the one that each says.
        """

        def tell(number: int) -> None:
            name, count = files[number].name, len(files)
            if count > 1:
                said = tr("Importing {file} ({number} of {count})…", file=name, number=number + 1, count=count)
            else:
                said = tr("Importing {file}…", file=name)
            self._page.tell(said)

        def show(done: tuple[tuple[ImportedRow, ...], str]) -> None:
            self._imported, sentence = done
            self._done(sentence)
            self.lessons_changed.emit()

        importing = self._errands.import_lessons(files, course, lambda number: self._bridge.call(partial(tell, number)))
        self._when(importing, show)

    # -- a student's secret --------------------------------------------------------------------------

    def _ask_new_secret(self, student: int) -> None:
        view = self._page.student_page.view
        assert view is not None
        self._page.new_secret.ask(
            view.name, view.secret, lambda kind, text: self._keep_secret(student, view.name, kind, text)
        )

    def _keep_secret(self, student: int, name: str, kind: SecretKind, text: str | None) -> None:
        def keep(kept: str | None) -> None:
            is_set, is_gone = tr("The secret of {name} is set.", name=name), tr("{name} has no secret now.", name=name)
            said = is_set if kept else is_gone
            self._when(self._store.call(secrets.change, student, kept, kind), lambda _none: self._done(said))

        if text is None:
            keep(None)
        else:
            self._when(self._work(hash_secret, text), keep)

    def _lift(self, student: int) -> None:
        lifted = self._store.call(secrets.forgive, student)
        self._when(lifted, lambda _none: self._done(tr("They can try again now.")))

    def _ask_language(self, student: int) -> None:
        view = self._page.student_page.view
        assert view is not None

        def keep(language: str) -> None:
            said = tr("{name}: the language is set.", name=view.name)
            self._when(self._store.call(students.set_language, student, language), lambda _none: self._done(said))

        LanguageSheet(view.name, view.language, keep, self._theme, self._page).ask()

    # -- a student's data ----------------------------------------------------------------------------

    def _save_copy(self, student: int) -> None:
        choose_folder(
            self._page, tr("Where to save the copy"), lambda at: self._run(self._errands.save_copy(student, at))
        )

    def _ask_to_delete(self, student: int) -> None:
        view = self._page.student_page.view
        if view is None or view.student != student:
            return
        lost = (
            tr("Not on the server, and lost then: {what}.", what=view.undelivered)
            if view.undelivered
            else tr("All is on the server.")
        )

        def delete(folder: Path) -> None:
            def gone(sentence: str) -> None:
                self.show_tab(Tab.CLASS)
                self._done(sentence)

            self._when(self._errands.delete_student(student, folder), gone)

        gone = tr(
            "A copy is saved first, where you say; then everything of {name} is gone from this computer.",
            name=view.name,
        )
        self._page.confirm.ask(
            tr("Delete {name}?", name=view.name),
            f"{lost} {gone}",
            tr("Delete"),
            lambda: choose_folder(self._page, tr("Where to save the copy"), delete),
        )

    # -- work on a stick -----------------------------------------------------------------------------

    def _carry(self) -> None:
        def carry() -> None:
            choose_folder(self._page, tr("The stick"), lambda at: self._run(self._errands.export_work(at)))

        said = tr(
            "All that waits goes into one sealed file, and is not sent from here any more. Take the file to a computer"
            " that reaches the server. Should it be lost, take the work back here."
        )
        self._page.confirm.ask(tr("Carry work away?"), said, tr("Choose the stick"), carry)

    def _ask_whether_it_arrived(self, file_id: str) -> None:
        said = tr("Say so only when the students' time is on the server: from then on this computer takes it for sent.")
        self._page.confirm.ask(
            tr("Did it arrive?"), said, tr("It arrived"), lambda: self._run(self._errands.arrived(file_id))
        )

    def _ask_to_take_back(self, file_id: str) -> None:
        said = tr(
            "Only if the file is lost. If it was taken in elsewhere, the same time is sent twice: a school server"
            " counts it once, any other server may count it twice."
        )
        self._page.confirm.ask(
            tr("Send it from here again?"), said, tr("Take back"), lambda: self._run(self._errands.take_back(file_id))
        )

    # -- the computer --------------------------------------------------------------------------------

    def _acknowledge(self, notice: int) -> None:
        done = self._store.call(notices.acknowledge, notice, read(self._clock).wall)
        self._when(done, lambda _none: self.refresh())

    def _change_mode(self) -> None:
        if self._mode is not None:
            (self._mode.leave if self._mode.is_on else self._mode.enter)()
            self.refresh()

    # -- small steps ---------------------------------------------------------------------------------

    def _take_catalogue(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def _run(self, errand: "Future[str]") -> None:
        self._page.tell(tr("One moment…"))
        self._when(errand, self._done)

    def _done(self, sentence: str) -> None:
        self._page.tell(sentence)
        self._courier.work_came()
        self.refresh()

    def _read_student(self, student: int, then: Callable[[StudentReading], object]) -> None:
        def told(reading: StudentReading | None) -> None:
            if reading is not None:
                then(reading)

        self._when(self._store.call_light(read_student, student, read(self._clock), self._boot), told)

    def _when[T](self, future: "Future[T]", then: Callable[[T], object]) -> None:
        """Go on when it is done; what comes after the panel was closed is nobody's any more."""

        def go_on(result: T) -> None:
            if self._timer.isActive():
                then(result)

        self._bridge.when(future, go_on, self._tell_fault)

    def _tell_fault(self, error: KioskError) -> None:
        if self._timer.isActive():
            self._page.tell(str(error), is_fault=True)

    def _today(self) -> str:
        return local_day(read(self._clock).wall)
