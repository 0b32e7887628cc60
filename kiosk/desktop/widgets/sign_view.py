"""A sign beside words, as it is on a picture."""

from typing import override

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import Size, Theme, px
from kiosk.desktop.widgets.signs import Sign, paint_sign


class SignView(QWidget):
    """As high as a heading."""

    def __init__(self, sign: Sign, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = sign
        self.setFixedSize(*(px(theme, Size.HEADING),) * 2)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_sign(QPainter(self), QRectF(self.rect()), self._sign)
