"""One answer to choose: a letter and what it says."""

from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.desktop import icons
from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import GRID, RADIUS_CONTROL, Size, TextRole, Theme, font, px
from kiosk.desktop.widgets.label import give_role, label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText, plain_text
from kiosk.desktop.widgets.surface import Surface, paint_surface
from kiosk.desktop.widgets.tile import Tile
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.model import Choice, Html

_LETTER_SIDE = 34


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
        self._badge = _Badge(letter, theme, square=not only_one)
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
        said = f"{verdict.word}. {plain_text(feedback)}" if feedback else verdict.word
        self.setAccessibleDescription(said)
        self.update()

    @override
    def nextCheckState(self) -> None:
        if not self._locked:
            super().nextCheckState()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
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


class _Badge(QWidget):
    """The letter: in a ring where one answer is chosen, in a square where several are; a sign once it is judged."""

    def __init__(self, letter: str, theme: Theme, *, square: bool) -> None:
        super().__init__()
        self._letter = letter
        self._theme = theme
        self._square = square
        self._chosen = False
        self._verdict = Verdict.NONE
        self.setFixedSize(QSize(1, 1) * px(theme, _LETTER_SIDE))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_chosen(self, chosen: bool) -> None:
        self._chosen = chosen
        self.update()

    def show_verdict(self, verdict: Verdict) -> None:
        self._verdict = verdict
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._theme.colors
        tone = self._verdict.tone(self._theme)
        if tone is not None:
            ink, ground = tone.ground, Surface(tone.ink)
        elif self._chosen:
            ink, ground = colors.on_primary, Surface(colors.primary)
        else:
            ink, ground = colors.muted, Surface(colors.surface, colors.line, 2)
        room = QRectF(self.rect())
        radius = GRID if self._square else room.width() / 2
        paint_surface(painter, room, ground, radius)
        sign = Icon.CHECK if self._square and self._chosen else None
        sign = self._verdict.icon or sign
        if sign is not None:
            inset = room.width() / 5
            icons.paint(painter, sign, room.adjusted(inset, inset, -inset, -inset), ink)
            return
        painter.setPen(QColor(ink))
        painter.setFont(font(self._theme, Size.BODY, QFont.Weight.DemiBold))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)


_ARROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
