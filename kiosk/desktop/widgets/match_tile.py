"""What is tapped and dragged in a match: sources, targets, and the slots between them."""

from typing import override

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, RADIUS_CONTROL, TextRole, Theme
from kiosk.desktop.widgets.arrows import arrow_step
from kiosk.desktop.widgets.badge import Badge
from kiosk.desktop.widgets.drag import Drag
from kiosk.desktop.widgets.label import give_role, label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText
from kiosk.desktop.widgets.surface import Surface
from kiosk.desktop.widgets.tile import Tile
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import Html

_ERASERS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class MatchTile(Tile):
    """A number or letter and what it says; with nothing in it, a dashed place to fill.

    Signals:
        arrowed(int): an arrow key asks for the tile so many places on.
        erased(): Backspace or Delete.
    """

    arrowed = Signal(int)
    erased = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, RADIUS_CONTROL, parent)
        self.drag = Drag(self)
        self._is_empty = False
        self._is_taken = False
        self._is_aimed = False
        self._verdict = Verdict.NONE
        self._badge = Badge("", theme)
        self._content = RichText(theme, pictures, short=True)
        self._word = label("", TextRole.STRONG)
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addStretch()
        words.addWidget(self._content)
        words.addWidget(self._word)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID + GRID // 2, GRID * 2, GRID + GRID // 2)
        row.setSpacing(GRID * 2)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        _keep_room(self._badge, self._content)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._badge.show_chosen)
        self.show_verdict(Verdict.NONE)

    def show_content(self, letter: str, content: Html) -> None:
        """Say what the tile holds; without content it is a place to fill."""
        self._is_empty = not content
        self._badge.show_letter(letter)
        self._content.show_html(content)
        self.update()

    def show_taken(self, taken: bool) -> None:
        """Leave the tile's place empty, at its size, while what it holds is somewhere else."""
        self._is_taken = taken
        self._badge.setVisible(not taken)
        self._content.setVisible(not taken)
        self.setEnabled(not taken)
        self.update()

    def show_verdict(self, verdict: Verdict) -> None:
        self._verdict = verdict
        give_role(self._word, verdict.role)
        self._word.setText(verdict.word)
        self._word.setVisible(bool(verdict.word))
        self._badge.show_verdict(verdict)
        self.setAccessibleDescription(verdict.word)
        self.update()

    def show_aimed(self, aimed: bool) -> None:
        """Show that what is dragged would land here."""
        self._is_aimed = aimed
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = arrow_step(event.key(), self.layoutDirection())
        if step is not None:
            self.arrowed.emit(step)
        elif event.key() in _ERASERS:
            self.erased.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self._is_empty or self._is_taken):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._theme.colors
        edge = colors.primary if self._is_aimed else colors.line if self._is_taken else colors.muted
        painter.setPen(QPen(QColor(edge), 2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(colors.primary_soft if self._is_aimed else colors.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)

    @override
    def _look(self) -> Surface:
        colors = self._theme.colors
        tone = self._verdict.tone(self._theme)
        if self._is_aimed:
            return Surface(colors.primary_soft, colors.primary, 3)
        if tone is not None:
            return Surface(tone.ground, tone.ink, 2)
        return super()._look()._replace(width=2)


def _keep_room(*parts: QWidget) -> None:
    """Let what is hidden keep its place, so that nothing around it moves."""
    for part in parts:
        policy = part.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        part.setSizePolicy(policy)
