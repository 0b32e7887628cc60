"""What was right, beside an answer in running text."""

from typing import override

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import GRID, RADIUS_CONTROL, Size, Theme, px
from kiosk.desktop.widgets.icon_view import IconView
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText, plain_text
from kiosk.desktop.widgets.surface import Surface, paint_surface
from kiosk.lessons.interactions import Html
from kiosk.words import tr


class Told(QWidget):
    """A check and the right answer on a green ground; hidden while there is none to tell."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = theme.colors.good
        self._words = RichText(theme, pictures, short=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID // 2, GRID + GRID // 2, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(IconView(Icon.CHECK, self._tone, px(theme, Size.SMALL), plain=True))
        row.addWidget(self._words, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def tell(self, right: Html) -> None:
        """Say what was right; "" takes it back."""
        self._words.show_html(right)
        self.setAccessibleName(tr("The right answer: {answer}", answer=plain_text(right)))
        self.setVisible(bool(right))
        self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ground = Surface(self._tone.ground, self._tone.ink, 1)
        paint_surface(QPainter(self), QRectF(self.rect()), ground, RADIUS_CONTROL)


class BesideTold(QWidget):
    """A control with what was right after it, as large as the two need on one line."""

    def __init__(self, control: QWidget, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = Told(theme, pictures)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(control)
        row.addWidget(self.told)
