"""Pills that say a state: a drawing and a word, so that colour never speaks alone."""

from typing import override

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.desktop import icons
from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import GRID, Size, Theme, Tone, font, px
from kiosk.desktop.wall_views import Safety
from kiosk.desktop.widgets.arranged import seen
from kiosk.desktop.widgets.surface import Surface, paint_surface
from kiosk.words import tr

_HEIGHT = 36
_PAD = 14


class Chip(QLabel):
    """A word in a tone, after an icon or, without one, after a dot."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = theme.colors.quiet
        self._icon: Icon | None = None
        self._lies_on: str | None = None
        self._pad = px(theme, _PAD)
        self._gap = px(theme, GRID)
        steady = font(theme, Size.SMALL, QFont.Weight.DemiBold)
        steady.setFeature(QFont.Tag("tnum"), 1)  # figures of one width: a running clock does not tremble
        self.setFont(steady)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def lie_on(self, ground: str) -> None:
        """Paint that colour around the pill, so that a change has nothing painted anew but the pill."""
        self._lies_on = ground
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_state(self, text: str, tone: Tone, icon: Icon | None) -> None:
        if (text, tone, icon) == (self.text(), self._tone, self._icon):
            return
        self._tone = tone
        self._icon = icon
        self._fit(text)
        self.setText(text)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._fit(self.text())
        super().changeEvent(event)

    def _fit(self, text: str) -> None:
        """Be as large as the text needs. Of a fixed size, a label whose words change has nothing laid out anew."""
        words = QFontMetrics(self.font()).horizontalAdvance(text)
        self.setFixedSize(self._pad * 2 + self._mark() + self._gap + words + 2, px(self._theme, _HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._lies_on is not None:
            painter.fillRect(self.rect(), QColor(self._lies_on))
        paint_surface(painter, QRectF(self.rect()), Surface(self._tone.ground), self.height() / 2)
        mark = self._mark()
        place = QRectF(seen(QRect(self._pad, (self.height() - mark) // 2, mark, mark), self))
        if self._icon is None:
            painter.setBrush(QColor(self._tone.ink))
            painter.drawEllipse(place)
        else:
            icons.paint(painter, self._icon, place, self._tone.ink)
        painter.setPen(QColor(self._tone.ink))
        painter.setFont(self.font())
        words = self.rect().adjusted(self._pad + mark + self._gap, 0, -self._pad, 0)
        painter.drawText(seen(words, self), Qt.AlignmentFlag.AlignCenter, self.text())

    def _mark(self) -> int:
        """Width of the icon or the dot."""
        return px(self._theme, 10 if self._icon is None else 20)


class CloudChip(Chip):
    """Where the student's work is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.show_safety(Safety.COMPUTER)

    def show_safety(self, safety: Safety) -> None:
        colors = self._theme.colors
        text, tone, icon = {
            Safety.SERVER: (tr("Saved"), colors.good, Icon.CLOUD_CHECK),
            Safety.COMPUTER: (tr("Saved on this computer"), colors.caution, Icon.COMPUTER),
            Safety.NOT_SAVED: (tr("Not saved"), colors.bad, Icon.ALERT),
        }[safety]
        self.show_state(text, tone, icon)
