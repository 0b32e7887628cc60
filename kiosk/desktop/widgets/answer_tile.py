"""One answer to choose: a letter and what it says."""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, RADIUS_CONTROL, Size, TextRole, Theme
from kiosk.desktop.widgets.arrows import arrow_step
from kiosk.desktop.widgets.badge import Badge
from kiosk.desktop.widgets.label import give_role, label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText, plain_text
from kiosk.desktop.widgets.surface import Surface
from kiosk.desktop.widgets.tile import Tile
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import Choice, Html


class AnswerTile(Tile):
    """A choice as a large button, a radio button or a check box to a screen reader.

    Signals:
        moved(int): an arrow key asks for the answer so many places on.
    """

    moved = Signal(int)

    def __init__(
        self, choice: Choice, letter: str, theme: Theme, pictures: Pictures, *, only_one: bool, parent: QWidget
    ) -> None:
        super().__init__(theme, RADIUS_CONTROL, parent)
        self._locked = False
        self._verdict = Verdict.NONE
        self._name = f"{letter}: {plain_text(choice.content)}"
        self.setCheckable(True)
        self.setAutoExclusive(only_one)
        self.setAccessibleName(self._name)
        self._badge = Badge(letter, theme, square=not only_one)
        content = RichText(theme, pictures, short=True)
        content.show_html(choice.content)
        self._word = label("", TextRole.STRONG)
        self._feedback = RichText(theme, pictures, size=Size.BODY, short=True)
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addStretch()
        for part in (content, self._word, self._feedback):
            words.addWidget(part)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID + GRID // 2, GRID * 2, GRID + GRID // 2)
        row.setSpacing(GRID * 2)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        self.toggled.connect(self._badge.show_chosen)
        self.show_verdict(Verdict.NONE, "", locked=False)

    def show_verdict(self, verdict: Verdict, feedback: Html, *, locked: bool) -> None:
        """Say what came of this answer, and whether it can still be changed."""
        self._verdict = verdict
        self._locked = locked
        give_role(self._word, verdict.role)
        self._word.setText(verdict.word)
        self._word.setVisible(bool(verdict.word))
        self._feedback.show_html(feedback)
        self._feedback.setVisible(bool(feedback))
        self._badge.show_verdict(verdict)
        self.setAccessibleDescription(". ".join(filter(None, (verdict.word, plain_text(feedback)))))
        self.update()

    @override
    def nextCheckState(self) -> None:
        if not self._locked:
            super().nextCheckState()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = arrow_step(event.key(), self.layoutDirection())
        if step is not None:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)

    @override
    def _look(self) -> Surface:
        tone = self._verdict.tone(self._theme)
        if tone is not None:
            return Surface(tone.ground, tone.ink, 2)
        if self._locked and not self.isChecked():
            return Surface(self._theme.colors.surface, self._theme.colors.line, 2)
        return super()._look()._replace(width=2)
