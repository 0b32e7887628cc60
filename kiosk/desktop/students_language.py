"""Which language is spoken: that of whoever learns, and on the wall and with teachers the device's."""

from PySide6.QtCore import QObject

from kiosk.desktop.bridge import Bridge
from kiosk.desktop.languages import Languages
from kiosk.desktop.session import Session
from kiosk.desktop.window import MainWindow
from kiosk.store import students
from kiosk.store.students import Student
from kiosk.store.writer import Store


class StudentsLanguage(QObject):
    """Turns the program from one student to the next, and when one chooses another. GUI thread; waits for nothing.

    What the program speaks before anybody comes is the device's language.
    """

    def __init__(
        self, languages: Languages, window: MainWindow, session: Session, store: Store, bridge: Bridge
    ) -> None:
        super().__init__(window)
        self._languages = languages
        self._device = languages.spoken
        self._window = window
        self._session = session
        self._store = store
        self._bridge = bridge
        session.learner_told.connect(self._follow)
        window.language_chosen.connect(self._choose)

    def _follow(self, student: Student | None) -> None:
        """Speak the language of who comes, before their first page is told."""
        self._speak(student.language if student is not None else "")

    def _choose(self, language: str) -> None:
        """Keep what whoever learns has chosen, and speak it at once."""
        student = self._session.student
        if student is None:
            return

        def speak(_none: None) -> None:
            if self._session.student is not None and self._session.student.id == student.id:
                self._speak(language)
                self._session.refresh_home()
                self._window.ask_language()

        self._bridge.when(self._store.call(students.set_language, student.id, language), speak)

    def _speak(self, language: str) -> None:
        if self._languages.speak(language or self._device):
            self._window.redress(self._window.theme)
