"""What a test says while it is taken."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, RADIUS_CONTROL, Theme
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText, plain_text
from kiosk.desktop.widgets.surface import Surface, paint_surface
from kiosk.lessons.interactions import Html


class SaidBox(QWidget):
    """Texts on a quiet ground, one below the other; hidden while there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._said: tuple[Html, ...] = ()
        self._texts: list[RichText] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(GRID * 2,) * 4)
        self._column.setSpacing(GRID)
        self.hide()

    def show_said(self, said: Sequence[Html], pictures: Pictures) -> None:
        """Say this; what is said already stays."""
        if self._said == tuple(said):
            return
        self._said = tuple(said)
        for text in self._texts:
            text.hide()
            text.deleteLater()
        self._texts = [RichText(self._theme, pictures, short=True) for _ in said]
        for text, html in zip(self._texts, said, strict=True):
            text.show_html(html)
            self._column.addWidget(text)
        self.setAccessibleName(" ".join(map(plain_text, said)))
        self.setVisible(bool(said))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ground = Surface(self._theme.colors.quiet.ground)
        paint_surface(QPainter(self), QRectF(self.rect()), ground, RADIUS_CONTROL)
