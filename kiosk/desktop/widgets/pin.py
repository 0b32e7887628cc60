"""A point on a picture, or a copy of an object: moved about and taken away."""

from typing import override

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import LIGHT, TARGET, Theme
from kiosk.desktop.widgets.drag import Drag
from kiosk.desktop.widgets.focus_ring import ring_focus
from kiosk.desktop.widgets.pressable import Pressable
from kiosk.desktop.widgets.shown_picture import ShownPicture
from kiosk.desktop.widgets.signs import PAPER, Sign, paint_outline, paint_sign, sign_places
from kiosk.desktop.widgets.spot import ARROWS
from kiosk.desktop.widgets.verdict import Verdict

_RADIUS = 13
_FAR = 10
"""Pixels of the picture to a step of an arrow key; with Shift it is one."""


class Pin(Pressable):
    """A ring around its point; with an object, that object's picture with its centre there.

    Signals:
        nudged(int, int): an arrow key, in pixels of the picture.
        erased(): pressed, or Backspace or Delete.
    """

    nudged = Signal(int, int)
    erased = Signal()

    def __init__(
        self,
        theme: Theme,
        stage: QWidget,
        shown: ShownPicture | None = None,
        centre: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(stage)
        self.drag = Drag(self)
        self._stage = stage
        self._theme = theme
        self._shown = shown
        self._centre = centre
        self._signs: tuple[Sign, ...] = ()
        self._verdict = Verdict.NONE
        self._locked = False
        self._drawn = QRectF()
        self._radius = _RADIUS * (1 + theme.text_scale) / 2
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.clicked.connect(self._erase)
        ring_focus(self, theme, TARGET // 2 if shown is None else 4)

    def show_sign(self, name: str, number: str, verdict: Verdict, *, locked: bool) -> None:
        """Say which one it is and what came of it."""
        self._locked = locked
        self._verdict = verdict
        self._signs = (Sign(number, verdict),) if number or verdict is not Verdict.NONE else ()
        self.setAccessibleName(name)
        self.setAccessibleDescription(verdict.word)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, locked)
        self.update()

    def put(self, place: QPointF, scale: float) -> None:
        """Lie at this place of the stage, with so many pixels to one of the picture's."""
        if self._shown is None:
            self._drawn = QRectF(place - QPointF(1, 1) * self._radius, QSizeF(2, 2) * self._radius)
        else:
            size = self._shown.size
            centre = QPointF(*self._centre) if self._centre else QPointF(size.width() / 2, size.height() / 2)
            self._drawn = QRectF(place - centre * scale, size * scale)
        target = QRectF(0, 0, TARGET, TARGET)
        target.moveCenter(self._drawn.center())
        around = self._drawn.adjusted(-4, -4, 4, 4).united(target)
        for sign in self._sign_places():
            around = around.united(sign)
        self.setGeometry(around.toAlignedRect())
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(Qt.Key(event.key()))
        if step is not None and not self._locked:
            far = 1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _FAR
            self.nudged.emit(step[0] * far, step[1] * far)
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._erase()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.pos())
        tone = self._verdict.tone(PAPER)
        color = tone.ink if tone is not None else LIGHT.primary
        is_missed = self._verdict is Verdict.RIGHT_ANSWER
        edge = QPainterPath()
        if self._shown is None:
            edge.addEllipse(self._drawn)
            paint_outline(painter, edge, color, strong=True, dashed=is_missed, fill=self.underMouse())
            painter.setPen(QPen(QColor(LIGHT.surface), 1))
            painter.setBrush(QColor(color))
            painter.drawEllipse(self._drawn.center(), 3.5, 3.5)
        else:
            painter.setOpacity(0.6 if is_missed else 1)
            self._shown.paint_bare(painter, self._drawn)
            painter.setOpacity(1)
            if tone is not None or self.underMouse():
                edge.addRoundedRect(self._drawn, 4, 4)
                paint_outline(painter, edge, color, strong=tone is not None, dashed=is_missed)
        for sign, place in zip(self._signs, self._sign_places(), strict=True):
            paint_sign(painter, place, sign)

    def _sign_places(self) -> list[QRectF]:
        corner = self._drawn.topRight()
        if self._shown is None:
            corner += QPointF(1, -1) * self._radius / 3
        return sign_places(self._signs, corner, self._theme, QRectF(self._stage.rect()))

    def _erase(self) -> None:
        if not self._locked:
            self.erased.emit()
