"""Which course lessons belong to that are imported."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kiosk.desktop.course_words import course_words, subject_words
from kiosk.desktop.numerals import number
from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.flow import Flow
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.sheet import Sheet, buttons
from kiosk.protocol.course import GRADES, SUBJECTS, Course, SubjectGrade
from kiosk.words import tr

_AS_SAID, _ANOTHER = "as-said", "another"
"""Choices that are no course's name."""


class ImportSheet(Sheet):
    """The courses of this computer, or a subject and a grade. It is made for one import, and gone when it is closed."""

    def __init__(
        self,
        files: Sequence[Path],
        courses: Sequence[Course],
        then: Callable[[Course | None], object],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        one, several = tr("Import {file}", file=files[0].name), tr("Import %n files", "", len(files))
        title = one if len(files) == 1 else several
        super().__init__(title, theme, parent)
        self._then = then
        self._courses = {str(course): course for course in courses}
        courses_words = {name: course_words(course) for name, course in self._courses.items()}
        choices = {_AS_SAID: tr("As the files say"), **courses_words, _ANOTHER: tr("Another course")}
        self._course = _Words(choices, theme, self._show_choice)
        self._subject = _Words({subject: subject_words(subject) for subject in SUBJECTS}, theme, self._show_choice)
        self._grade = _Words({str(grade): number(grade) for grade in GRADES}, theme, self._show_choice)
        self._asks_grade = label(tr("Subject and grade"), TextRole.MUTED)
        self._cancel, self._do = Button(tr("Cancel"), theme), Button(tr("Import"), theme, primary=True)
        self._cancel.clicked.connect(self._leave)
        self._do.clicked.connect(self._finish)
        self.dismissed.connect(self.deleteLater)
        self.body.addWidget(label(tr("Which course are the lessons for?"), TextRole.BODY))
        for part in (self._course, self._asks_grade, self._subject, self._grade):
            self.body.addWidget(part)
        self.body.addLayout(buttons(self._cancel, self._do))
        self._course.choose(_AS_SAID)

    def ask(self) -> None:
        self.open_sheet(self._do)

    @property
    def _is_another(self) -> bool:
        return self._course.chosen == _ANOTHER

    def _show_choice(self) -> None:
        for part in (self._asks_grade, self._subject, self._grade):
            part.setVisible(self._is_another)
        self._do.setEnabled(not self._is_another or bool(self._subject.chosen and self._grade.chosen))

    def _chosen(self) -> Course | None:
        if self._is_another:
            return SubjectGrade(self._subject.chosen, int(self._grade.chosen))
        return self._courses.get(self._course.chosen)

    def _finish(self) -> None:
        self._leave()
        self._then(self._chosen())

    def _leave(self) -> None:
        self.close_sheet()
        self.deleteLater()


class _Words(Flow):
    """Buttons of which one is chosen: `words` says what is on each. `chosen` is "" before the first choice."""

    def __init__(self, words: Mapping[str, str], theme: Theme, changed: Callable[[], object]) -> None:
        super().__init__(gap=GRID)
        self._buttons = {choice: Button(word, theme, in_bar=True) for choice, word in words.items()}
        self.hold(list(self._buttons.values()))
        for button in self._buttons.values():
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(changed)

    @property
    def chosen(self) -> str:
        return next((choice for choice, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, choice: str) -> None:
        self._buttons[choice].click()
