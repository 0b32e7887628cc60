"""What every tile has in common that is taken from one place to another."""

from typing import override

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import RADIUS_CONTROL, Theme
from kiosk.desktop.widgets.arrows import arrow_step
from kiosk.desktop.widgets.surface import Surface
from kiosk.desktop.widgets.tile import Tile
from kiosk.desktop.widgets.verdict import Verdict

_ERASERS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class PlaceTile(Tile):
    """With nothing in it, or while what it holds is somewhere else, a dashed place to fill. A subclass sets which.

    Signals:
        arrowed(int): an arrow key asks for the tile so many places on.
        erased(): Backspace or Delete.
    """

    arrowed = Signal(int)
    erased = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, RADIUS_CONTROL, parent)
        self._is_empty = False
        self._is_taken = False
        self._is_aimed = False
        self._verdict = Verdict.NONE

    def show_aimed(self, aimed: bool) -> None:
        """Show that what is dragged would land here."""
        if aimed != self._is_aimed:
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
        colors = self._theme.colors
        edge = colors.primary if self._is_aimed or self._touched else colors.line if self._is_taken else colors.muted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), 2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(colors.primary_soft if self._is_aimed else colors.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)

    @property
    def _touched(self) -> bool:
        return self.isEnabled() and (self.isDown() or self.underMouse())

    @override
    def _look(self) -> Surface:
        return self._marked_look(self._verdict, is_lit=self._is_aimed)
