"""The pictures of one lesson folder, and nothing else: a lesson may be hostile."""

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import override

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QImageIOHandler, QImageReader, QPainter, QPainterPath

from kiosk.desktop.theme import GRID, LIGHT, RADIUS_CONTROL, Theme
from kiosk.desktop.widgets.ahead import Ahead, Unreadable
from kiosk.desktop.widgets.formula import Formulas
from kiosk.desktop.widgets.inline import Inline
from kiosk.desktop.widgets.surface import Surface, paint_surface
from kiosk.lessons.raster import MOST_PIXELS
from kiosk.lessons.source import member
from kiosk.lessons.svg import SvgRefusedError, read_svg

_FORMATS = {".png": b"png", ".jpg": b"jpeg", ".jpeg": b"jpeg", ".gif": b"gif", ".webp": b"webp"}
_LARGEST = 16 * 1024 * 1024
_REMEMBERED = 64 * 1024 * 1024
_PAPER = LIGHT.page
_EDGE = GRID * 2

_PHOTOS = (".jpg", ".jpeg")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded picture. Its size is in pixels at 100 % text, the image's own is what the screen can show."""

    image: QImage
    width: float
    height: float


class Pictures(Ahead[str, Picture | Unreadable]):
    """What the texts of one lesson show besides words: its pictures, by the names that pages give them, and `formulas`.

    `widest` is the width of a page in pixels and `scale` how much larger than 100 % its text is.
    """

    def __init__(
        self,
        folder: Path,
        widest: int,
        *,
        scale: float = 1.0,
        formulas: Formulas | None = None,
        parent: QObject | None = None,
    ) -> None:
        reader = _Reader(folder.resolve(), widest, scale, _sharpest())
        super().__init__(reader.read, most=_REMEMBERED, weigh=_weight, parent=parent)
        self.folder = folder
        self.formulas = formulas or Formulas(self)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads pictures as large as they are shown, on the worker's thread."""

    folder: Path
    widest: int
    scale: float
    ratio: float

    def read(self, name: str) -> Picture | Unreadable:
        made = self._read(name)
        if isinstance(made, Unreadable):
            log.warning("The picture %s of %s is not shown: it %s.", name, self.folder.name, made.reason)
        return made

    def _read(self, name: str) -> Picture | Unreadable:
        path = member(self.folder, name)
        if path is None:
            return Unreadable("is not in the lesson's folder")
        try:
            with path.open("rb") as file:
                data = file.read(_LARGEST + 1)
        except OSError as error:
            return Unreadable(f"cannot be read: {error.strerror}")
        if len(data) > _LARGEST:
            return Unreadable(f"is larger than {_LARGEST // 1024 // 1024} MiB")
        kind = path.suffix.lower()
        return self._vector(data) if kind == ".svg" else self._raster(data, _FORMATS.get(kind, b""))

    def _vector(self, data: bytes) -> Picture | Unreadable:
        """Draw through QImageReader: it lets Python's other threads run meanwhile, which QSvgRenderer does not."""
        try:
            svg = read_svg(data)
        except SvgRefusedError as error:
            return Unreadable(str(error))
        buffer = QBuffer()
        buffer.setData(QByteArray(svg.text.encode()))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer, QByteArray(b"svg"))
        reader.setAutoDetectImageFormat(False)
        reader.setScaledSize(self._shown(QSizeF(svg.width, svg.height)))
        image = reader.read()
        return Unreadable("is no SVG") if image.isNull() else Picture(image, svg.width, svg.height)

    def _raster(self, data: bytes, kind: bytes) -> Picture | Unreadable:
        buffer = QBuffer()
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer, QByteArray(kind))
        reader.setAutoDetectImageFormat(False)  # an SVG called .png would pass by its filter
        reader.setAutoTransform(True)
        stored = reader.size()
        if stored.width() * stored.height() > MOST_PIXELS:
            return Unreadable(f"has more than {MOST_PIXELS // 1_000_000} million pixels")
        turned = bool(reader.transformation().value & QImageIOHandler.Transformation.TransformationRotate90.value)
        natural = stored.transposed() if turned else stored
        shown = self._shown(natural.toSizeF())
        if shown.width() < natural.width():
            reader.setScaledSize(shown.transposed() if turned else shown)
        image = reader.read()
        if image.isNull():
            return Unreadable(f"cannot be decoded: {reader.errorString()}")
        return Picture(image, natural.width(), natural.height())

    def _shown(self, natural: QSizeF) -> QSize:
        """Device pixels for a picture that grows with the text, no wider than the page and not much higher."""
        limit = QSizeF(self.widest, self.widest * 2)
        size = natural * self.scale
        if size.width() > limit.width() or size.height() > limit.height():
            size.scale(limit, Qt.AspectRatioMode.KeepAspectRatio)
        return (size * self.ratio).toSize().expandedTo(QSize(1, 1))


def is_photo(name: str) -> bool:
    """Whether a picture needs no paper under it, by its name."""
    return name.lower().endswith(_PHOTOS)


def _sharpest() -> float:
    """Device pixels to a pixel, on the sharpest screen."""
    return max(screen.devicePixelRatio() for screen in QGuiApplication.screens())


def _weight(picture: Picture | Unreadable) -> int:
    return picture.image.sizeInBytes() if isinstance(picture, Picture) else 0


class InlinePicture(Inline):
    """A picture in a text, grown with it; its place is kept while it is decoded.

    Figures are drawn for paper, so on a dark page they lie on a piece of it; a photo does not need it.
    """

    def __init__(self, picture: Picture, theme: Theme, *, is_photo: bool) -> None:
        self._picture = picture
        self._scale = theme.text_scale
        self.edge = _EDGE if theme.dark and not is_photo else 0
        """How far the paper reaches beyond the picture."""
        self.font = QFont()
        self.font.setPixelSize(1)

    @override
    def size(self, room: float) -> QSizeF:
        inside = room - 2 * self.edge
        width = max(min(self._picture.width * self._scale, inside), 1.0)
        height = width * self._picture.height / self._picture.width
        return QSizeF(width + 2 * self.edge, height + 2 * self.edge)

    @override
    def paint(self, painter: QPainter, place: QRectF) -> None:
        image = self._picture.image
        if image.isNull():
            return
        inside = place.adjusted(self.edge, self.edge, -self.edge, -self.edge)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self.edge:
            paint_surface(painter, place, Surface(_PAPER), RADIUS_CONTROL)
        elif not image.hasAlphaChannel():
            corners = QPainterPath()
            radius = min(RADIUS_CONTROL, place.height() / 8)
            corners.addRoundedRect(inside, radius, radius)
            painter.setClipPath(corners, Qt.ClipOperation.IntersectClip)
        painter.drawImage(inside, image)
