"""Which lesson to launch."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop.course_words import course_words
from kiosk.desktop.theme import GRID, RADIUS_CONTROL, TextRole, Theme
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.sheet import Sheet, buttons
from kiosk.desktop.widgets.tile import Tile
from kiosk.lessons.model import LessonId
from kiosk.lessons.outline import Outline
from kiosk.words import tr


class LessonSheet(Sheet):
    """Every lesson of this computer, to choose one. It is made for one question, and gone when it is closed."""

    def __init__(
        self, lessons: Sequence[Outline], then: Callable[[LessonId], object], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(tr("Which lesson?"), theme, parent)
        self._then = then
        self._cancel = Button(tr("Cancel"), theme)
        self._cancel.clicked.connect(self._leave)
        self.dismissed.connect(self.deleteLater)
        if not lessons:
            self.body.addWidget(label(tr("There are no lessons on this computer yet."), TextRole.BODY))
        for lesson in lessons:
            self.body.addWidget(self._tile(lesson))
        self.body.addLayout(buttons(self._cancel))

    def ask(self, sentence: str) -> None:
        """Open it with a sentence that says for whom."""
        self.body.insertWidget(1, label(sentence, TextRole.MUTED))
        self.open_sheet(self._cancel)

    def _tile(self, lesson: Outline) -> Tile:
        tile = Tile(self._theme, RADIUS_CONTROL)
        column = QVBoxLayout(tile)
        column.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        column.setSpacing(0)
        for text, role in ((lesson.title, TextRole.STRONG), (course_words(lesson.course), TextRole.SMALL)):
            words = label(text, role)
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(words)
        tile.setAccessibleName(lesson.title)
        tile.setAccessibleDescription(course_words(lesson.course))
        tile.clicked.connect(lambda: self._choose(lesson.id))
        return tile

    def _choose(self, lesson: LessonId) -> None:
        self._leave()
        self._then(lesson)

    def _leave(self) -> None:
        self.close_sheet()
        self.deleteLater()
