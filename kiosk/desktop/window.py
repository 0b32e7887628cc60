"""The window: one page at a time, the sheets over it, and the wires between pages and session.

Only the wall of students is imported with it. The other pages come with `furnish`, after the first picture: importing
and making them takes 0.1 s.
"""

from pathlib import Path
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from kiosk.desktop.notice_lines import NoticeLines
from kiosk.desktop.pages.students_page import StudentsPage
from kiosk.desktop.theme import Theme
from kiosk.desktop.wall_views import Safety

if TYPE_CHECKING:
    from kiosk.desktop.battery import Charge
    from kiosk.desktop.connecting import Connecting
    from kiosk.desktop.pages.connect_dialog import ConnectDialog
    from kiosk.desktop.pages.eyes_front import EyesFront
    from kiosk.desktop.pages.home_page import HomePage
    from kiosk.desktop.pages.join_school import JoinSchool
    from kiosk.desktop.pages.launch_question import LaunchQuestion
    from kiosk.desktop.pages.lesson_page import LessonPage
    from kiosk.desktop.pages.no_pin_sheet import NoPinSheet
    from kiosk.desktop.pages.not_me_sheet import NotMeSheet
    from kiosk.desktop.pages.overview_sheet import OverviewSheet
    from kiosk.desktop.pages.pin_sheet import PinSheet
    from kiosk.desktop.pages.result_page import ResultPage
    from kiosk.desktop.pages.review_page import ReviewPage
    from kiosk.desktop.pages.secret_sheet import SecretSheet
    from kiosk.desktop.pages.still_there import StillThere
    from kiosk.desktop.pages.teacher_notice import TeacherNotice
    from kiosk.desktop.session import Session
    from kiosk.desktop.students_door import StudentsDoor
    from kiosk.desktop.views import QuestionView, Step

FIRST_SIZE = (1280, 800)
SMALLEST_SIZE = (800, 600)
PAINTED_BY_MS = 3_000
"""A window that nobody can see yet, as behind a locked screen, is not painted; the program goes on all the same."""


class MainWindow(QMainWindow):
    """The wall of students, and every other page once it is furnished. GUI thread.

    Signals:
        painted_once(): the first frame is on the screen; what start-up does not need may be loaded now.
        not_me_asked(): whoever is learning says that work of today is not theirs.
        close_asked(): somebody wants to close a guarded window; nothing has happened yet.
        made_anew(): the pages and sheets are others now; who is connected with them connects again.
        look_chosen(Theme, Theme): somebody settled on a look; the one before.
        language_chosen(str): whoever is learning wants to be spoken to in this language.
    """

    painted_once = Signal()
    close_asked = Signal()
    made_anew = Signal()
    look_chosen = Signal(Theme, Theme)
    language_chosen = Signal(str)
    not_me_asked = Signal()

    home: "HomePage"
    lesson: "LessonPage"
    result: "ResultPage"
    review: "ReviewPage"
    overview: "OverviewSheet"
    still_there: "StillThere"
    connect_dialog: "ConnectDialog"
    join_school: "JoinSchool"
    launch_question: "LaunchQuestion"
    teacher_question: "LaunchQuestion"
    teacher_notice: "TeacherNotice"
    eyes_front: "EyesFront"
    pin_sheet: "PinSheet"
    no_pin: "NoPinSheet"
    secret_sheet: "SecretSheet"
    not_me: "NotMeSheet"

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._server = ""
        self.safety: Safety | None = None
        self._shown: object = None
        self._look_before = theme
        self._has_told_of_paint = False
        self.fills_screen = False
        """Whether it takes the whole screen when it is opened, without frame and task bar."""
        self.is_guarded = False
        """Whether closing it asks first: `close_asked`."""
        self.setWindowTitle("Timeback Kiosk")
        self.resize(*FIRST_SIZE)
        self.setMinimumSize(*SMALLEST_SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.students = StudentsPage(theme)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.students)
        self._charge: Charge | None = None
        self._ground = QWidget()
        column = QVBoxLayout(self._ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        self._lines = NoticeLines(column, theme)
        self.setCentralWidget(self._ground)

    def furnish(
        self, session: "Session", door: "StudentsDoor", connecting: "Connecting", server: str | None, drawings: Path
    ) -> None:
        """Make the other pages and connect everything with the session.

        `server` is offered to who connects; in the folder `drawings` formulas are kept.
        """
        from kiosk.desktop.widgets.drawn_formulas import DrawnFormulas  # noqa: PLC0415 - not in the first picture
        from kiosk.desktop.widgets.formula import Formulas  # noqa: PLC0415

        self._server = server or ""
        self._session, self._door, self._connecting = session, door, connecting
        self._formulas = Formulas(self, DrawnFormulas(drawings).draw)
        self._wire_session(session)
        self._make_pages()

    def redress(self, theme: Theme) -> None:
        """Look otherwise: every page and sheet is made anew, and the shown page shows again what it showed.

        The old ones are gone when this returns, so none of their signals may be in progress. Qt styles every widget
        there is when a style sheet is set: the few that are left take it a third of the time.
        """
        from kiosk.desktop.theme import dress  # noqa: PLC0415 - nobody redresses the first picture

        place, shown = self.pages.currentIndex(), self._shown
        if self.pages.currentWidget() is self.lesson:
            shown = self.lesson.present
        said = self._lines.take_down()
        self.setUpdatesEnabled(False)
        while (page := self.pages.widget(0)) is not None:
            self.pages.removeWidget(page)
            page.deleteLater()
        for ground in (self, self._ground):
            for part in ground.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
                if part not in (self._ground, self.pages):
                    part.hide()
                    part.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.theme = theme
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        dress(application, theme)
        self.students = self.students.made_anew(theme)
        self.pages.addWidget(self.students)
        self._make_pages()
        self.pages.setCurrentIndex(place)
        if shown is not None:
            (self.students, self.home, self.lesson, self.result, self.review)[place].show_view(shown)  # type: ignore[arg-type]
        self._lines.put_up(said, theme)
        self.setUpdatesEnabled(True)
        self.made_anew.emit()

    def _make_pages(self) -> None:
        """Make all but the wall in the present theme, and connect it and the wall."""
        from kiosk.desktop.pages.eyes_front import EyesFront  # noqa: PLC0415 - these are not in the first picture
        from kiosk.desktop.pages.join_school import JoinSchool  # noqa: PLC0415
        from kiosk.desktop.pages.launch_question import LaunchQuestion  # noqa: PLC0415
        from kiosk.desktop.pages.no_pin_sheet import NoPinSheet  # noqa: PLC0415
        from kiosk.desktop.pages.not_me_sheet import NotMeSheet  # noqa: PLC0415
        from kiosk.desktop.pages.pin_sheet import PinSheet  # noqa: PLC0415
        from kiosk.desktop.pages.secret_sheet import SecretSheet  # noqa: PLC0415
        from kiosk.desktop.pages.still_there import StillThere  # noqa: PLC0415
        from kiosk.desktop.pages.teacher_notice import TeacherNotice  # noqa: PLC0415

        self._make_own_pages(self._session)
        self.still_there = StillThere(self.theme, self)
        self.join_school = JoinSchool(self.theme, self)
        self.launch_question = LaunchQuestion(self.theme, self)
        self.teacher_question = LaunchQuestion(self.theme, self)
        self.teacher_notice = TeacherNotice(self.theme, self)
        self.eyes_front = EyesFront(self.theme, self)
        self.secret_sheet = SecretSheet(self.theme, self)
        self.not_me = NotMeSheet(self.theme, self)
        self.pin_sheet = PinSheet(self.theme, self)
        self.no_pin = NoPinSheet(self.theme, self)
        self._wire_wall(self._session)
        self._wire_door(self._door)

    def _make_own_pages(self, session: "Session") -> None:
        """Make what shows one student's own things."""
        from kiosk.desktop.pages.connect_dialog import ConnectDialog  # noqa: PLC0415
        from kiosk.desktop.pages.home_page import HomePage  # noqa: PLC0415
        from kiosk.desktop.pages.lesson_page import LessonPage  # noqa: PLC0415
        from kiosk.desktop.pages.overview_sheet import OverviewSheet  # noqa: PLC0415
        from kiosk.desktop.pages.result_page import ResultPage  # noqa: PLC0415
        from kiosk.desktop.pages.review_page import ReviewPage  # noqa: PLC0415

        self.home = HomePage(self.theme)
        self.lesson = LessonPage(self.theme, formulas=self._formulas)
        self.result = ResultPage(self.theme)
        self.review = ReviewPage(self.theme)
        for page in (self.home, self.lesson, self.result, self.review):
            self.pages.addWidget(page)
        self.overview = OverviewSheet(self.theme, self)
        self.connect_dialog = ConnectDialog(self.theme, self)
        if self.safety is not None:
            self._show_safety(self.safety)
        self._wire_pages(session)

    def _wipe(self, session: "Session") -> None:
        """Leave nothing of the student who has gone: their pages are taken down with all they hold, and made anew.

        So there is no text, picture, cursor or undo that the next one could come upon; the clipboard is emptied, too.
        """
        self.pages.setCurrentWidget(self.students)
        self.not_me.close_sheet()
        for page in (self.home, self.lesson, self.result, self.review):
            self.pages.removeWidget(page)
        for part in (self.home, self.lesson, self.result, self.review, self.overview, self.connect_dialog):
            part.hide()
            part.deleteLater()
        QGuiApplication.clipboard().clear()
        self._shown = None
        self._make_own_pages(session)

    def open(self) -> None:
        """Show the window: all of a small screen, else in the middle of it, with the keyboard."""
        screen = QGuiApplication.primaryScreen().availableGeometry()
        if self.fills_screen:
            self.setGeometry(QGuiApplication.primaryScreen().geometry())  # where no window manager does it
            self.showFullScreen()
        elif screen.width() <= FIRST_SIZE[0] or screen.height() <= FIRST_SIZE[1]:
            self.setGeometry(screen)
            self.showMaximized()
        else:
            self.move(screen.center() - self.rect().center())
            self.show()
        self.activateWindow()  # without a window manager nobody else does, and time counts as away until it is done
        QTimer.singleShot(PAINTED_BY_MS, self, self._tell_of_paint)

    def come_forward(self) -> None:
        """Somebody started the kiosk again: this window is the answer."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def set_server(self, server: str) -> None:
        """Offer this address when the next student connects."""
        self._server = server

    def show_news(self, sentence: str) -> None:
        """Say for some seconds under the page what has come."""
        self._lines.tell_news(sentence)

    def show_trouble(self, sentence: str) -> None:
        """Say what went wrong under the page, or take it away with ""."""
        self._lines.show("ERROR", sentence)

    def show_battery(self, charge: "Charge") -> None:
        """Warn under the page while the battery runs low."""
        from kiosk.desktop.battery import battery_words  # noqa: PLC0415 - not in the first picture

        self._charge = charge
        self._lines.show("WARNING", battery_words(charge, is_saved=self.safety is not Safety.NOT_SAVED))

    def show_page(self, page: QWidget) -> None:
        """Show a page that was made later; the session's own pages come by its signals."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        for sheet in (self.connect_dialog, self.overview):
            sheet.close_sheet()
        self.pages.setCurrentWidget(page)

    def _wire_session(self, session: "Session") -> None:
        session.students_shown.connect(lambda view: self._turn_to(self.students, view))
        session.home_shown.connect(lambda view: self._turn_to(self.home, view))
        session.lesson_shown.connect(lambda view: self._turn_to(self.lesson, view))
        session.result_shown.connect(lambda view: self._turn_to(self.result, view))
        session.review_shown.connect(lambda view: self._turn_to(self.review, view))
        session.question_changed.connect(self._show_question)
        session.student_left.connect(lambda: self._wipe(session))
        session.safety_told.connect(self._note_safety)
        session.idle_told.connect(self._ask_still_there)
        session.trouble_told.connect(self.show_trouble)
        self._connecting.asked.connect(lambda name: self.connect_dialog.ask(name, self._server))
        self._connecting.join_asked.connect(self._ask_to_join)

    def _wire_wall(self, session: "Session") -> None:
        session.notices_told.connect(self.students.show_notices)
        self.students.student_chosen.connect(session.choose_student)
        self.students.student_added.connect(session.add_student)
        self.students.notice_acknowledged.connect(session.acknowledge_notice)
        self.students.join_requested.connect(self._ask_to_join)

    def _wire_pages(self, session: "Session") -> None:
        session.overview_shown.connect(self.overview.ask)
        session.time_left_told.connect(self.lesson.show_time_left)
        session.focus_told.connect(self.lesson.show_focus)
        self._connecting.connected.connect(self.connect_dialog.close_sheet)
        self._connecting.not_connected.connect(self.connect_dialog.show_error)
        self.connect_dialog.join_requested.connect(self._ask_to_join)
        for page in (self.home, self.lesson):
            page.look_requested.connect(self._ask_look)
        self.home.lesson_chosen.connect(session.open_lesson)
        self.home.answers_requested.connect(session.review_lesson)
        self.home.switch_requested.connect(
            session.show_students, Qt.ConnectionType.QueuedConnection
        )  # it may end the page
        self.home.not_me_asked.connect(self.not_me_asked)
        self.home.connect_requested.connect(self._connecting.ask)
        self.lesson.response_changed.connect(session.respond)
        self.lesson.check_requested.connect(session.check)
        self.lesson.file_given.connect(session.keep_file)
        self.lesson.next_requested.connect(session.go_on)
        self.lesson.back_requested.connect(session.go_back)
        self.lesson.lessons_requested.connect(session.leave_lesson)
        self.lesson.overview_requested.connect(session.show_overview)
        self.lesson.flag_changed.connect(session.flag)
        self.lesson.commented.connect(session.comment)
        self.overview.question_chosen.connect(session.go_to)
        self.overview.hand_in_requested.connect(session.hand_in)
        self.lesson.watching_changed.connect(session.set_watching)
        self.result.home_requested.connect(session.show_home)
        self.result.lesson_requested.connect(session.open_lesson)
        self.result.answers_requested.connect(session.review_lesson)
        self.review.back_requested.connect(session.leave_review)
        self.connect_dialog.connect_requested.connect(self._connect)

    def _wire_door(self, door: "StudentsDoor") -> None:
        sheet = self.secret_sheet
        door.secret_asked.connect(sheet.ask)
        door.secret_refused.connect(sheet.show_fault)
        door.wait_told.connect(sheet.show_wait)
        door.left.connect(sheet.forget)
        sheet.entered.connect(door.try_secret)
        sheet.cancelled.connect(door.walk_away)

    def _turn_to(self, page: "StudentsPage | HomePage | LessonPage | ResultPage | ReviewPage", view: object) -> None:
        from kiosk.desktop.views import LessonView  # noqa: PLC0415 - not in the first picture

        before = self.lesson.view
        turns_over = isinstance(view, LessonView) and before is not None and before.page_number != view.page_number
        if turns_over or self.pages.currentWidget() is not page:
            from kiosk.desktop.widgets.fade import fade_out  # noqa: PLC0415 - nothing fades in the first picture

            fade_out(self.pages, self.theme)
        self._shown = view
        page.show_view(view)  # type: ignore[arg-type]  # each signal carries its own page's view
        if self.pages.currentWidget() is not page:
            # A launched lesson comes without anybody closing them.
            for sheet in (self.connect_dialog, self.join_school, self.overview, self.not_me):
                sheet.close_sheet()
            self.pages.setCurrentWidget(page)
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_question(self, question: "QuestionView", step: "Step") -> None:
        self.lesson.show_question(question)
        self.lesson.show_step(step)

    def _note_safety(self, safety: Safety) -> None:
        """It is told each second."""
        if safety is not self.safety:
            self.safety = safety
            if self._charge is not None:
                self.show_battery(self._charge)
            self._show_safety(safety)

    def _show_safety(self, safety: Safety) -> None:
        for page in (self.students, self.home, self.lesson, self.result, self.review):
            page.show_safety(safety)

    def _ask_still_there(self, idle: bool) -> None:
        if idle:
            self.still_there.ask()
        elif self.still_there.isVisible():
            self.still_there.close_sheet()

    def _ask_to_join(self) -> None:
        self.join_school.ask(self._server)

    def _ask_look(self) -> None:
        self._look_before = self.theme
        self._show_look_sheet()

    def ask_language(self) -> None:
        """Show the choice of languages again, in the one that was chosen."""
        self._show_look_sheet(is_for_language=True)

    def _try_look(self, theme: Theme, line: str) -> None:
        self.redress(theme)
        self._show_look_sheet(line)

    def _show_look_sheet(self, line: str = "", *, is_for_language: bool = False) -> None:
        from kiosk.desktop.pages.look_sheet import LookSheet  # noqa: PLC0415 - most days nobody opens it

        sheet = LookSheet(self.theme, self)
        sheet.chosen.connect(self._try_look, Qt.ConnectionType.QueuedConnection)
        sheet.language_chosen.connect(self.language_chosen, Qt.ConnectionType.QueuedConnection)
        sheet.done.connect(lambda: self.look_chosen.emit(self.theme, self._look_before))
        sheet.done.connect(sheet.deleteLater)
        sheet.ask_language() if is_for_language else sheet.ask(line)

    def _connect(self, address: str, token: str) -> None:
        self.connect_dialog.show_busy(True)
        self._server = address
        self._connecting.connect_student(address, token)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_told_of_paint:
            QTimer.singleShot(0, self, self._tell_of_paint)

    def _tell_of_paint(self) -> None:
        if not self._has_told_of_paint:
            self._has_told_of_paint = True
            self.painted_once.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go at once: everything is on the disk already, or posted to it."""
        if self.is_guarded:
            event.ignore()
            self.close_asked.emit()
            return
        event.accept()
        QGuiApplication.exit(0)
