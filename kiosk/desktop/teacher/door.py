"""The way into the teacher's panel and out of it: the button on the wall, Ctrl+Shift+T, the PIN."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from kiosk.desktop.catalogue import Catalogue
from kiosk.desktop.instance import LaunchRequest
from kiosk.desktop.launching import Launching
from kiosk.desktop.session import Session
from kiosk.desktop.teacher.office import Office
from kiosk.desktop.teacher_pin import TeacherPin
from kiosk.desktop.window import MainWindow
from kiosk.launch import Launch
from kiosk.words import tr

if TYPE_CHECKING:
    from kiosk.desktop.teacher.panel import Panel

KEYS = "Ctrl+Shift+T"


class TeachersDoor(QObject):
    """Imports and makes the panel when a teacher first comes: a day without one does not pay for it. GUI thread.

    Signals:
        not_theirs_asked(int): today's work in this student's name was somebody else's.
    """

    not_theirs_asked = Signal(int)

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        launching: Launching,
        pin: TeacherPin,
        office: Office,
        read_lessons: Callable[[], object],
    ) -> None:
        """`read_lessons()` has everybody offer the lessons as they are now, this door too."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._launching = launching
        self._pin = pin
        self._office = office
        self._read_lessons = read_lessons
        self._catalogue: Future[Catalogue] | None = None
        self.panel: Panel | None = None
        self.furnish()
        QShortcut(QKeySequence(KEYS), window, self.knock)
        session.teacher_shown.connect(self._enter)
        for shown in (session.students_shown, session.home_shown):
            shown.connect(self.close)

    def furnish(self) -> None:
        """Put the teacher's button on the wall, which is another now; a panel in another look is made anew."""
        self._window.students.show_teacher_button(True)
        self._window.students.teacher_came.connect(self.knock)
        if self.panel is not None:
            self.panel.deleteLater()
            self.panel = None

    def await_catalogue(self, catalogue: "Future[Catalogue]") -> None:
        """Have the panel launch these lessons."""
        self._catalogue = catalogue
        if self.panel is not None:
            self.panel.await_catalogue(catalogue)

    def knock(self) -> None:
        """Ask for the PIN, and open the panel when it was right. What a student has open is put away by then."""
        self._pin.ask(tr("The teacher's panel of this computer."), self._session.show_teacher)

    def _enter(self) -> None:
        if self.panel is None:
            self.panel = self._made()
        self._window.show_page(self.panel.page)
        self.panel.open()

    def _made(self) -> "Panel":
        from kiosk.desktop.teacher.panel import Panel  # noqa: PLC0415 - 50 modules that no student needs

        panel = Panel(self._window.students.place, self._office, self._window.theme, self)
        panel.left.connect(self._session.show_students)
        panel.launch_asked.connect(self._launch)
        panel.lessons_changed.connect(self._read_lessons)
        panel.not_theirs_asked.connect(self.not_theirs_asked)
        if self._catalogue is not None:
            panel.await_catalogue(self._catalogue)
        return panel

    def _launch(self, launch: Launch) -> None:
        if launch.student is None:
            self._session.show_students()
        self._launching.take(LaunchRequest(launch, by_link=False))

    def close(self, _page: object = None) -> None:
        """Read nothing more for the panel."""
        if self.panel is not None:
            self.panel.close()
