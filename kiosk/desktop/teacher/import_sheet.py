"""Which course lessons belong to that are imported."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.flow import Flow
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.sheet import Sheet, buttons
from kiosk.protocol.course import GRADES, SUBJECTS, Course, SubjectGrade

_AS_SAID = "As the files say"
_ANOTHER = "Another course"


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
        title = f"Import {files[0].name}" if len(files) == 1 else f"Import {len(files)} files"
        super().__init__(title, theme, parent)
        self._then = then
        self._courses = {str(course): course for course in courses}
        self._course = _Words([_AS_SAID, *self._courses, _ANOTHER], theme, self._show_choice)
        self._subject = _Words(SUBJECTS, theme, self._show_choice)
        self._grade = _Words([str(grade) for grade in GRADES], theme, self._show_choice)
        self._asks_grade = label("Subject and grade", TextRole.MUTED)
        self._cancel, self._do = Button("Cancel", theme), Button("Import", theme, primary=True)
        self._cancel.clicked.connect(self._leave)
        self._do.clicked.connect(self._finish)
        self.dismissed.connect(self.deleteLater)
        self.body.addWidget(label("Which course are the lessons for?", TextRole.BODY))
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
    """Buttons of which one is chosen; `chosen` is its word, "" before the first choice."""

    def __init__(self, words: Sequence[str], theme: Theme, changed: Callable[[], object]) -> None:
        super().__init__(gap=GRID)
        self._buttons = {word: Button(word, theme, in_bar=True) for word in words}
        self.hold(list(self._buttons.values()))
        for button in self._buttons.values():
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(changed)

    @property
    def chosen(self) -> str:
        return next((word for word, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, word: str) -> None:
        self._buttons[word].click()
