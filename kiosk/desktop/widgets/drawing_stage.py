"""A picture that is drawn on."""

from typing import override

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QImageReader,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
)
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import GRID, LIGHT, Theme
from kiosk.desktop.widgets.focus_ring import ring_focus
from kiosk.desktop.widgets.picture_stage import PictureStage
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.signs import paint_outline
from kiosk.desktop.widgets.spot import ARROWS
from kiosk.lessons.areas import Point
from kiosk.lessons.drawing import Stroke, drawn_on, strokes_from_text, strokes_to_text
from kiosk.lessons.interactions import Picture
from kiosk.words import tr

_STROKES = "strokes"
_LONGEST_SIDE = 1_000
"""Of the PNG, which is made on the GUI thread at the end of each stroke: 50 ms for a photo."""

_FAST = 80
"""Qt's word for compressing quickly."""

_FAR = 10
_CROSS = 14


class DrawingStage(PictureStage):
    """Draws what mouse, finger or pen do, in the pen's colour and width.

    Keys: arrows move the pen (with Shift by one pixel), Space puts it down and lifts it.

    Signals:
        drawn(): a stroke was ended.
    """

    drawn = Signal()

    def __init__(self, picture: Picture, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(picture, theme, pictures, parent)
        self.color = LIGHT.ink
        self.width_of_pen = 3.0
        self.strokes: tuple[Stroke, ...] = ()
        self._stroke: Stroke | None = None
        self._pen: Point | None = None
        self._locked = False
        self._layer = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(
            tr("Drawing: {picture}", picture=picture.description) if picture.description else tr("Drawing")
        )
        self.setAccessibleDescription(tr("Arrows move the pen, Space puts it down and lifts it."))
        self.setCursor(Qt.CursorShape.CrossCursor)
        ring_focus(self, theme)

    def show_strokes(self, strokes: tuple[Stroke, ...], *, locked: bool) -> None:
        """Show this drawing; a stroke that is not ended is forgotten where this is another one."""
        self._locked = locked
        self.setCursor(Qt.CursorShape.ArrowCursor if locked else Qt.CursorShape.CrossCursor)
        if strokes != self.strokes or locked:
            self.strokes, self._stroke = strokes, None
            self._redraw()

    def to_png(self) -> bytes:
        """The picture with the drawing on it, and the strokes written into the file."""
        size = self._shown.size
        size *= min(_LONGEST_SIDE / max(size.width(), size.height()), 2.0)
        image = QImage(size.toSize(), QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.surface))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._shown.image.isNull():
            painter.drawImage(QRectF(image.rect()), self._shown.image)
        painter.drawImage(0, 0, self._drawing(size))
        painter.end()
        image.setText(_STROKES, strokes_to_text(self.strokes))
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG", _FAST)  # type: ignore[call-overload]  # the stubs want bytes, Qt refuses them
        return bytes(data.data())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._locked and self.inside.contains(event.position()):
            self._pen = None
            self._begin(self.to_picture(event.position()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._stroke is not None and self._pen is None:
            self._lead_to(self.to_picture(event.position()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._pen is None:
            self._end()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(Qt.Key(event.key()))
        if self._locked or (step is None and event.key() != Qt.Key.Key_Space):
            super().keyPressEvent(event)
            return
        width, height = self.picture_size
        x, y = self._pen or (width / 2, height / 2)
        if step is not None:
            far = 1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _FAR
            self._pen = min(max(x + step[0] * far, 0), width), min(max(y + step[1] * far, 0), height)
            if self._stroke is not None:
                self._lead_to(self._pen)
        elif self._stroke is None:
            self._pen = x, y
            self._begin(self._pen)
        else:
            self._end()
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._end()
        self._pen = None
        self.update()
        super().focusOutEvent(event)

    @override
    def _arrange(self) -> None:
        self._redraw()

    @override
    def _paint_over(self, painter: QPainter) -> None:
        painter.drawImage(self.inside, self._layer)
        painter.setPen(QColor(LIGHT.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.inside.adjusted(0.5, 0.5, -0.5, -0.5), GRID, GRID)
        if self._pen is not None:
            middle = self.to_screen(self._pen)
            cross = QPainterPath(middle - QPointF(_CROSS, 0))
            cross.lineTo(middle + QPointF(_CROSS, 0))
            cross.moveTo(middle - QPointF(0, _CROSS))
            cross.lineTo(middle + QPointF(0, _CROSS))
            paint_outline(painter, cross, LIGHT.primary, strong=self._stroke is not None)

    def _begin(self, point: Point) -> None:
        self._stroke = Stroke((point,), self.color, self.width_of_pen)
        self._add_to_layer(self._stroke)

    def _lead_to(self, point: Point) -> None:
        assert self._stroke is not None
        before = self._stroke
        self._stroke = drawn_on(before, point)
        if self._stroke is not before:
            self._add_to_layer(Stroke(self._stroke.points[-2:], before.color, before.width))

    def _end(self) -> None:
        if self._stroke is not None:
            self.strokes = (*self.strokes, self._stroke)
            self._stroke = None
            self.drawn.emit()

    def _add_to_layer(self, stroke: Stroke) -> None:
        painter = QPainter(self._layer)
        _paint(painter, stroke, self._layer.width() / self.picture_size[0])
        painter.end()
        self.update()

    def _redraw(self) -> None:
        self._layer = self._drawing(self.inside.size() * self.devicePixelRatioF())
        self.update()

    def _drawing(self, size: QSizeF) -> QImage:
        """The strokes alone, on nothing."""
        image = QImage(size.toSize().expandedTo(QSizeF(1, 1).toSize()), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        for stroke in self.strokes:
            _paint(painter, stroke, image.width() / self.picture_size[0])
        painter.end()
        return image


def strokes_of(png: bytes) -> tuple[Stroke, ...] | None:
    """The strokes that `DrawingStage.to_png` wrote into a file; None for any other."""
    buffer = QBuffer()
    buffer.setData(QByteArray(png))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return strokes_from_text(QImageReader(buffer, QByteArray(b"png")).text(_STROKES))


def _paint(painter: QPainter, stroke: Stroke, scale: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    mode = QPainter.CompositionMode
    painter.setCompositionMode(mode.CompositionMode_SourceOver if stroke.color else mode.CompositionMode_Clear)
    path = QPainterPath(QPointF(*stroke.points[0]) * scale)
    for point in stroke.points[1:]:
        path.lineTo(QPointF(*point) * scale)
    if len(stroke.points) == 1:
        path.lineTo(path.currentPosition() + QPointF(0.01, 0))
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.strokePath(
        path, QPen(QColor(stroke.color or "#000000"), stroke.width * scale, Qt.PenStyle.SolidLine, cap, join)
    )
