"""A place on a picture, to be pressed."""

from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import LIGHT, TARGET, Theme
from kiosk.desktop.widgets.focus_ring import ring_focus
from kiosk.desktop.widgets.pressable import Pressable
from kiosk.desktop.widgets.signs import HALO, PAPER, Sign, paint_outline
from kiosk.desktop.widgets.verdict import Verdict

_LEAST_SEEN = 24
_ERASERS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """How a place stands: whether it is chosen, what came of it, and the signs that say so."""

    chosen: bool = False
    verdict: Verdict = Verdict.NONE
    signs: tuple[Sign, ...] = ()
    said: str = ""
    """What else a screen reader says of it."""


class Spot(Pressable):
    """Draws one area of a picture as a soft outline, so that a child finds it; chosen, it is filled and signed.

    The stage under it takes presses for all of its spots, because they may overlap. The keyboard and a screen reader
    press the spot itself.

    Signals:
        arrowed(int, int): an arrow key, as a step right and down.
        erased(): Backspace or Delete.
    """

    arrowed = Signal(int, int)
    erased = Signal()

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._outline = QPainterPath()
        self._mark = Mark()
        self._locked = False
        self._touched = False
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        ring_focus(self, theme)

    @property
    def mark(self) -> Mark:
        return self._mark

    @property
    def corner(self) -> QPointF:
        """Where its signs go: what of the area is furthest up and right, on the stage."""
        points = self._outline.toFillPolygon().toList()
        return max(points, key=lambda point: point.x() - point.y()) if points else QPointF()

    @property
    def outline(self) -> QPainterPath:
        """The edge of the area, on the stage."""
        return self._outline

    @property
    def middle(self) -> QPointF:
        """Of the area, on the stage."""
        return self._outline.boundingRect().center()

    def show_outline(self, outline: QPainterPath) -> None:
        """Lie over this area of the stage. A tiny one is drawn large enough to be seen."""
        box = outline.boundingRect()
        if max(box.width(), box.height()) < _LEAST_SEEN:
            outline = QPainterPath()
            outline.addEllipse(box.center(), _LEAST_SEEN / 2, _LEAST_SEEN / 2)
        self._outline = outline
        target = QRectF(0, 0, TARGET, TARGET)
        target.moveCenter(self.middle)
        margin = HALO * 2
        drawn = outline.boundingRect().adjusted(-margin, -margin, margin, margin)
        self.setGeometry(drawn.united(target).toAlignedRect())
        self.update()

    def show_mark(self, mark: Mark, *, locked: bool) -> None:
        self._mark, self._locked = mark, locked
        self.setChecked(mark.chosen)
        words = [*(sign.words for sign in mark.signs), mark.said]
        self.setAccessibleDescription(". ".join(word for word in words if word))
        self.update()

    def show_touched(self, touched: bool) -> None:
        """Show that a press here, or what is dragged, would mean this place."""
        if touched != self._touched:
            self._touched = touched
            self.update()

    @override
    def nextCheckState(self) -> None:
        """What is chosen is told by `show_mark` alone."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(Qt.Key(event.key()))
        if step is not None:
            self.arrowed.emit(*step)
        elif event.key() in _ERASERS:
            self.erased.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.pos())
        mark, tone = self._mark, self._mark.verdict.tone(PAPER)
        if tone is not None:
            missed = mark.verdict is Verdict.RIGHT_ANSWER
            paint_outline(painter, self._outline, tone.ink, strong=True, dashed=missed)
        else:
            strong = mark.chosen or (self._touched and not self._locked)
            paint_outline(painter, self._outline, LIGHT.primary, strong=strong, fill=mark.chosen or self._touched)
