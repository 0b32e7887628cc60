"""A picture that an item is answered on, or with, as large as the item says."""

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.desktop.theme import GRID, RADIUS_CONTROL, Size, Theme, font
from kiosk.desktop.widgets.ahead import Unreadable
from kiosk.desktop.widgets.pictures import InlinePicture, Pictures, is_photo
from kiosk.desktop.widgets.pictures import Picture as Decoded
from kiosk.desktop.widgets.surface import Surface, paint_surface
from kiosk.lessons.interactions import Picture
from kiosk.words import tr

_UNTOLD = (480, 320)
"""Of a picture whose item does not say its size, before it is decoded."""


class ShownPicture(QObject):
    """Wants a picture of the package and paints it once it is there; before that it keeps its place.

    Signals:
        made(): it is there, or known to be unreadable; its size may be another where the item told none.
    """

    made = Signal()

    def __init__(self, picture: Picture, theme: Theme, pictures: Pictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._theme = theme
        self._pictures = pictures
        self._made: Decoded | Unreadable | None = None
        pictures.made.connect(self._look)
        pictures.want([picture.source])
        self._look()

    @property
    def is_complete(self) -> bool:
        return self._made is not None

    @property
    def size(self) -> QSizeF:
        """In the pixels that coordinates are written in: as the item says it, else the picture's own."""
        if self._picture.width > 0 and self._picture.height > 0:
            return QSizeF(self._picture.width, self._picture.height)
        if isinstance(self._made, Decoded):
            return QSizeF(self._made.width, self._made.height)
        return QSizeF(*_UNTOLD)

    @property
    def image(self) -> QImage:
        """What was decoded; a null image before that."""
        return self._made.image if isinstance(self._made, Decoded) else QImage()

    @property
    def edge(self) -> int:
        """How far the paper reaches that a figure lies on where the page is dark."""
        return self._inline().edge

    def paint(self, painter: QPainter, inside: QRectF) -> None:
        """Fill `inside` with the picture, its paper around it, or with its description where it cannot be shown."""
        painter.save()
        if isinstance(self._made, Decoded):
            edge = self.edge
            self._inline().paint(painter, inside.adjusted(-edge, -edge, edge, edge))
        else:
            quiet = self._theme.colors.quiet
            paint_surface(painter, inside, Surface(quiet.ground), min(RADIUS_CONTROL, inside.height() / 4))
            if self.is_complete:
                painter.setPen(QColor(quiet.ink))
                painter.setFont(font(self._theme, Size.SMALL))
                words = inside.adjusted(GRID, GRID, -GRID, -GRID)
                painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words())
        painter.restore()

    def paint_bare(self, painter: QPainter, inside: QRectF) -> None:
        """Paint without paper: it lies on another picture."""
        if self.image.isNull():
            self.paint(painter, inside)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(inside, self.image)

    def _inline(self) -> InlinePicture:
        decoded = Decoded(self.image, self.size.width(), self.size.height())
        return InlinePicture(decoded, self._theme, is_photo=is_photo(self._picture.source))

    def _words(self) -> str:
        return self._picture.description or tr("This picture cannot be shown.")

    def _look(self) -> None:
        if self._made is None and (known := self._pictures.known(self._picture.source)) is not None:
            self._made = known
            self.made.emit()
