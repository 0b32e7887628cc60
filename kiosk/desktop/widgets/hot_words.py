"""Words of a text that can be chosen: an outline over them, line by line."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from kiosk.desktop import icons
from kiosk.desktop.theme import GRID, Size, Theme, px
from kiosk.desktop.widgets.arrows import arrow_step
from kiosk.desktop.widgets.focus_ring import ring_focus
from kiosk.desktop.widgets.pressable import Pressable
from kiosk.desktop.widgets.verdict import Verdict

_TINT = 0.16


class HotWords(Pressable):
    """A button without a ground of its own: it lies over words of the text and lets them be read.

    Signals:
        arrowed(int): an arrow key asks for the words so many places on.
    """

    arrowed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._over: list[QRect] = []
        self._verdict = Verdict.NONE
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ring_focus(self, theme, GRID)

    def show_pieces(self, pieces: Sequence[QRect]) -> None:
        """Lie over these places of the text."""
        above = px(self._theme, Size.LESSON) // 3
        self._over = [piece.adjusted(0, -above, 0, above) for piece in pieces]
        self._lie()

    def show_verdict(self, verdict: Verdict) -> None:
        self._verdict = verdict
        self.setAccessibleDescription(verdict.word)
        self._lie()
        self.update()

    def _lie(self) -> None:
        """Take the place of the words, and of the sign at their end."""
        whole = QRegion()
        for place in [*self._over, self._sign_place()] if self._verdict.icon else self._over:
            whole = whole.united(place)
        self.setGeometry(whole.boundingRect())
        self.setMask(whole.translated(-whole.boundingRect().topLeft()))
        self.setVisible(bool(self._over))

    def _sign_place(self) -> QRect:
        """On the corner where the words end."""
        if not self._over:
            return QRect()
        side = px(self._theme, Size.SMALL)
        last = self._over[-1]
        is_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        corner = last.topLeft() if is_left else last.topRight()
        return QRect(corner.x() - side // 2, corner.y() - side // 4, side, side)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = arrow_step(event.key(), self.layoutDirection())
        if step is not None:
            self.arrowed.emit(step)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        edge, style, tint = self._look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(edge)
        ground.setAlphaF(tint)
        painter.setPen(QPen(QColor(edge), 2, style))
        painter.setBrush(ground)
        painter.translate(-self.pos())
        for place in self._over:
            painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), GRID, GRID)
        tone = self._verdict.tone(self._theme)
        if self._verdict.icon is not None and tone is not None:
            disc = QRectF(self._sign_place())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tone.ink))
            painter.drawEllipse(disc)
            inset = disc.width() / 5
            icons.paint(
                painter, self._verdict.icon, disc.adjusted(inset, inset, -inset, -inset), tone.ground, bold=True
            )

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def _look(self) -> tuple[str, Qt.PenStyle, float]:
        """Colour and kind of the outline, and how much of it the ground has."""
        colors = self._theme.colors
        tone = self._verdict.tone(self._theme)
        if tone is not None:
            return tone.ink, Qt.PenStyle.SolidLine, _TINT
        if self.isChecked():
            return colors.primary, Qt.PenStyle.SolidLine, _TINT
        touched = self.isDown() or self.underMouse()
        return colors.primary if touched else colors.muted, Qt.PenStyle.DotLine, _TINT if touched else 0.0
