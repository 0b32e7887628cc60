"""How one page gives way to the next."""

from typing import override

from PySide6.QtCore import QPoint, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import Theme, page_change_ms


def fade_out(area: QWidget, theme: Theme) -> None:
    """Let what `area` shows now fade over what it shows next; with reduced motion it changes at once.

    The next page takes input from the first moment: the fading picture lets everything through. Where pages change
    faster than they fade, the last picture is the only one: it has what was to be seen of those before.
    """
    if area.isVisible() and (duration_ms := page_change_ms(theme)):
        earlier = area.findChildren(_Fading)
        _Fading(area, duration_ms)
        for fading in earlier:
            fading.deleteLater()


def _painted(area: QWidget) -> QPixmap:
    """Take what is on the screen of it from the window's own picture, a copy of 1 ms.

    To paint it once more, where the system keeps no such picture, takes 10.
    """
    store = area.window().backingStore()
    picture = store.paintDevice() if store is not None else None
    if not isinstance(picture, QImage) or picture.isNull():
        return area.grab()
    ratio = picture.devicePixelRatio()
    corner = area.mapTo(area.window(), QPoint())
    part = QRectF(corner.x() * ratio, corner.y() * ratio, area.width() * ratio, area.height() * ratio)
    return QPixmap.fromImage(picture.copy(part.toAlignedRect()))


class _Fading(QWidget):
    """A picture of what was, over what is."""

    def __init__(self, area: QWidget, duration_ms: int) -> None:
        super().__init__(area)
        self._picture = _painted(area)
        self._left = 1.0
        self.setObjectName("fade")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(area.rect())
        self.show()
        self.raise_()
        fading = QVariantAnimation(self)
        fading.setStartValue(1.0)
        fading.setEndValue(0.0)
        fading.setDuration(duration_ms)
        fading.valueChanged.connect(self._show_rest)
        fading.finished.connect(self.deleteLater)
        fading.start()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(self._left)
        painter.drawPixmap(0, 0, self._picture)

    def _show_rest(self, left: float) -> None:
        self._left = left
        self.update()
