"""Small drawings of one line each, on a grid of 24, tinted by whoever shows them."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

_GRID = 24
_STROKE = 2.2
_BOLD = 3.6


class Icon(Enum):
    """What can be drawn."""

    CLOUD_CHECK = auto()
    COMPUTER = auto()
    ALERT = auto()
    INFO = auto()
    CHECK = auto()
    CROSS = auto()
    AGAIN = auto()
    BACK = auto()
    PAUSE = auto()
    PLUS = auto()
    SCHOOL = auto()
    UP = auto()
    DOWN = auto()
    GRIP = auto()
    FLAG = auto()
    CLOCK = auto()
    UNDO = auto()
    ERASER = auto()
    PLAY = auto()
    SOUND = auto()
    FILE = auto()
    BACKSPACE = auto()
    LOCK = auto()
    SHIFT = auto()
    SHIFT_LOCKED = auto()
    ENTER = auto()


def paint(painter: QPainter, icon: Icon, rect: QRectF, color: str, *, bold: bool = False, turned: bool = False) -> None:
    """Draw the icon into a square `rect`, in one colour; `bold` for a sign that stands alone.

    `turned` is for a page that is read from the right: what points along the line points the other way.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / _GRID, rect.height() / _GRID)
    if turned and icon in _ALONG_THE_LINE:
        painter.translate(_GRID, 0)
        painter.scale(-1, 1)
    pen = QPen(
        QColor(color),
        _BOLD if bold else _STROKE,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )
    painter.strokePath(_PATHS[icon](), pen)
    painter.restore()


_ALONG_THE_LINE = frozenset({Icon.BACK, Icon.UNDO})


def _line(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    return path


def _dot(x: float, y: float) -> QPainterPath:
    return _line((x, y), (x + 0.01, y))


def _circle(x: float, y: float, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), radius, radius)
    return path


def _arc(x: float, y: float, radius: float) -> QPainterPath:
    """A wave that goes out to the right."""
    path = QPainterPath()
    ring = QRectF(x - radius, y - radius, radius * 2, radius * 2)
    path.arcMoveTo(ring, -35)
    path.arcTo(ring, -35, 70)
    return path


def _together(*parts: QPainterPath) -> QPainterPath:
    path = QPainterPath()
    for part in parts:
        path.addPath(part)
    return path


def _cloud() -> QPainterPath:
    path = QPainterPath(QPointF(7, 19))
    path.cubicTo(3.6, 19, 2, 16.8, 2, 14.5)
    path.cubicTo(2, 12.2, 3.8, 10.3, 6.2, 10.1)
    path.cubicTo(6.9, 7, 9.2, 5, 12, 5)
    path.cubicTo(15, 5, 17.4, 7.2, 17.8, 10.2)
    path.cubicTo(20.3, 10.4, 22, 12.3, 22, 14.6)
    path.cubicTo(22, 17, 20.1, 19, 17.5, 19)
    path.closeSubpath()
    return path


def _computer() -> QPainterPath:
    screen = QPainterPath()
    screen.addRoundedRect(QRectF(4, 4.5, 16, 11.5), 2, 2)
    return _together(screen, _line((2.5, 20), (21.5, 20)))


def _again() -> QPainterPath:
    path = QPainterPath()
    ring = QRectF(3, 4, 16, 16)
    path.arcMoveTo(ring, -20)
    path.arcTo(ring, -20, -295)
    path.lineTo(21, 10)
    return _together(path, _line((21, 4.5), (21, 10), (15.5, 10)))


def _lock() -> QPainterPath:
    body, bow = QPainterPath(), QPainterPath(QPointF(7.5, 10.5))
    body.addRoundedRect(QRectF(4.5, 10.5, 15, 10), 2, 2)
    bow.lineTo(7.5, 7.5)
    bow.cubicTo(7.5, 1.8, 16.5, 1.8, 16.5, 7.5)
    bow.lineTo(16.5, 10.5)
    return _together(body, bow, _line((12, 14.5), (12, 16.5)))


def _undo() -> QPainterPath:
    path = QPainterPath(QPointF(5, 9))
    path.lineTo(14, 9)
    path.cubicTo(22, 9, 22, 19.5, 14, 19.5)
    path.lineTo(8, 19.5)
    return _together(path, _line((9.5, 4.5), (5, 9), (9.5, 13.5)))


_SHIFT = ((8.5, 17.5), (8.5, 12), (4, 12), (12, 3.5), (20, 12), (15.5, 12), (15.5, 17.5), (8.5, 17.5))

_PATHS: dict[Icon, Callable[[], QPainterPath]] = {
    Icon.CLOUD_CHECK: lambda: _together(_cloud(), _line((9, 13.2), (11.2, 15.2), (15, 11.2))),
    Icon.COMPUTER: _computer,
    Icon.ALERT: lambda: _together(
        _line((12, 3.5), (22, 20.5), (2, 20.5), (12, 3.5)), _line((12, 10), (12, 14)), _dot(12, 17.2)
    ),
    Icon.INFO: lambda: _together(_circle(12, 12, 9.5), _line((12, 11.5), (12, 16.5)), _dot(12, 7.8)),
    Icon.CHECK: lambda: _line((5, 12.6), (9.8, 17.5), (19, 7)),
    Icon.CROSS: lambda: _together(_line((6.5, 6.5), (17.5, 17.5)), _line((17.5, 6.5), (6.5, 17.5))),
    Icon.AGAIN: _again,
    Icon.BACK: lambda: _line((14.5, 5.5), (8, 12), (14.5, 18.5)),
    Icon.PAUSE: lambda: _together(_line((8.5, 6), (8.5, 18)), _line((15.5, 6), (15.5, 18))),
    Icon.PLUS: lambda: _together(_line((12, 4.5), (12, 19.5)), _line((4.5, 12), (19.5, 12))),
    Icon.SCHOOL: lambda: _together(
        _line((12, 7.5), (12, 2.5), (16.5, 4), (12, 5.5)),
        _line((4.5, 20.5), (4.5, 12.5), (12, 7.5), (19.5, 12.5), (19.5, 20.5), (4.5, 20.5)),
        _line((10, 20.5), (10, 15.5), (14, 15.5), (14, 20.5)),
    ),
    Icon.UP: lambda: _line((5.5, 14.5), (12, 8), (18.5, 14.5)),
    Icon.DOWN: lambda: _line((5.5, 9.5), (12, 16), (18.5, 9.5)),
    Icon.FLAG: lambda: _line((6, 21), (6, 4), (18, 4), (15, 8.5), (18, 13), (6, 13)),
    Icon.CLOCK: lambda: _together(_circle(12, 12, 9.5), _line((12, 6.5), (12, 12), (16, 14.5))),
    Icon.PLAY: lambda: _line((8, 5), (19, 12), (8, 19), (8, 5)),
    Icon.SOUND: lambda: _together(
        _line((3, 9.5), (7, 9.5), (12, 5), (12, 19), (7, 14.5), (3, 14.5), (3, 9.5)), _arc(10, 12, 6), _arc(10, 12, 10)
    ),
    Icon.FILE: lambda: _together(
        _line((6, 3), (14, 3), (19, 8), (19, 21), (6, 21), (6, 3)), _line((14, 3), (14, 8), (19, 8))
    ),
    Icon.BACKSPACE: lambda: _together(
        _line((8.5, 5.5), (21, 5.5), (21, 18.5), (8.5, 18.5), (3, 12), (8.5, 5.5)),
        _line((11.5, 9.3), (16.9, 14.7)),
        _line((16.9, 9.3), (11.5, 14.7)),
    ),
    Icon.LOCK: _lock,
    Icon.SHIFT: lambda: _line(*_SHIFT),
    Icon.SHIFT_LOCKED: lambda: _together(_line(*_SHIFT), _line((8.5, 21), (15.5, 21))),
    Icon.ENTER: lambda: _together(_line((19.5, 5.5), (19.5, 13), (5, 13)), _line((9.5, 8.5), (5, 13), (9.5, 17.5))),
    Icon.GRIP: lambda: _together(*(_dot(x, y) for x in (9, 15) for y in (6, 12, 18))),
    Icon.UNDO: _undo,
    Icon.ERASER: lambda: _together(
        _line((8.5, 19.5), (3.5, 14.5), (14.5, 3.5), (20.5, 9.5), (10.5, 19.5), (8.5, 19.5)),
        _line((8.5, 9.5), (14.5, 15.5)),
        _line((13.5, 20.2), (20.5, 20.2)),
    ),
}
