"""A picture that is answered on: seen as large as there is room for, pressed in its own pixels."""

from typing import override

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from kiosk.desktop.theme import TARGET, Theme
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.shown_picture import ShownPicture
from kiosk.lessons.areas import Point, bounds, corners
from kiosk.lessons.interactions import Area, Picture, Shape
from kiosk.words import tr

_HIGHEST = 560
"""At 100 % text: a picture is seen whole, with what is asked, on the smallest screen."""

_LEAST_SIDE = 480
MOST_GROWN = 2.0
"""A small picture is made larger, so that a finger finds its places: up to so many pixels, and so many times."""


class PictureStage(QWidget):
    """Shows a picture in the middle of its room and maps between the screen and the picture's pixels.

    It grows with the text, a small one more, keeps its ratio, and is never mirrored: its places are where its author
    saw them. What stands on it are children, placed by `_arrange`.

    Signals:
        tapped(float, float): a press was let go where it began, here in the picture's pixels.
    """

    tapped = Signal(float, float)

    def __init__(self, picture: Picture, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._shown = ShownPicture(picture, theme, pictures, self)
        self._shown.made.connect(self._take_picture)
        self._pressed: QPointF | None = None
        self._latest_press = QPointF()
        self.setAccessibleName(picture.description or tr("Picture"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_complete(self) -> bool:
        """Whether the picture is there, or known to be unreadable."""
        return self._shown.is_complete

    @property
    def picture_size(self) -> tuple[float, float]:
        """Width and height in the picture's own pixels."""
        return self._shown.size.width(), self._shown.size.height()

    @property
    def scale(self) -> float:
        """Pixels of the screen to one of the picture's."""
        return self._scale_in(self.width())

    @property
    def inside(self) -> QRectF:
        """Where on this widget the picture lies."""
        size = self._shown.size * self.scale
        return QRectF(QPointF((self.width() - size.width()) / 2, self._shown.edge), size)

    def to_screen(self, point: Point) -> QPointF:
        """Where on this widget a point of the picture lies."""
        return self.inside.topLeft() + QPointF(*point) * self.scale

    def to_picture(self, place: QPointF) -> Point:
        """The point of the picture at a place of this widget; the nearest for a place beside the picture."""
        width, height = self.picture_size
        x, y = ((place - self.inside.topLeft()) / self.scale).toTuple()
        return min(max(x, 0.0), width), min(max(y, 0.0), height)

    def outline(self, area: Area) -> QPainterPath:
        """The edge of an area, on this widget."""
        path = QPainterPath()
        match area.shape, area.coords:
            case Shape.CIRCLE, (x, y, radius):
                path.addEllipse(self.to_screen((x, y)), radius * self.scale, radius * self.scale)
            case Shape.ELLIPSE, (x, y, across, down):
                path.addEllipse(self.to_screen((x, y)), across * self.scale, down * self.scale)
            case Shape.POLY, _:
                path.addPolygon(QPolygonF([self.to_screen(corner) for corner in corners(area)]))
                path.closeSubpath()
            case _:
                box = bounds(area).clipped(*self.picture_size)
                place = QRectF(self.to_screen((box.left, box.top)), self.to_screen((box.right, box.bottom)))
                path.addRoundedRect(place, 4, 4)
        return path

    @override
    def sizeHint(self) -> QSize:
        width = round(self._shown.size.width() * self._grown) + 2 * self._shown.edge
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(TARGET * 2, TARGET)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max(round(self._shown.size.height() * self._scale_in(width)) + 2 * self._shown.edge, TARGET)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._shown.paint(painter, self.inside)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_over(painter)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._latest_press = event.position()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is not None and event.button() == Qt.MouseButton.LeftButton:
            moved = (event.position() - pressed).manhattanLength()
            if moved < QApplication.startDragDistance() and self.inside.contains(pressed):
                self.tapped.emit(*self.to_picture(pressed))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is one click, two quick taps apart are two (see `Pressable`)."""
        if (event.position() - self._latest_press).manhattanLength() > TARGET:
            self.mousePressEvent(event)

    def _arrange(self) -> None:
        """Place what stands on the picture anew: it is larger or smaller now."""

    def _paint_over(self, painter: QPainter) -> None:
        """Draw what lies between the picture and what stands on it."""

    def _take_picture(self) -> None:
        self.updateGeometry()
        self._arrange()
        self.update()

    def _scale_in(self, width: int) -> float:
        size = self._shown.size
        room = max(width - 2 * self._shown.edge, 1)
        return min(self._grown, room / size.width(), _HIGHEST * self.theme.text_scale / size.height())

    @property
    def _grown(self) -> float:
        """The scale it has where there is room."""
        longest = max(self._shown.size.width(), self._shown.size.height())
        return self.theme.text_scale * min(max(_LEAST_SIDE / longest, 1.0), MOST_GROWN)
