"""A word (a formula, a picture) to take, and the gap in a text where it goes."""

from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import GRID, RADIUS_CONTROL, TARGET, Size, Theme, px
from kiosk.desktop.widgets.arrows import arrow_step
from kiosk.desktop.widgets.icon_view import IconView
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText
from kiosk.desktop.widgets.surface import Surface
from kiosk.desktop.widgets.tile import Tile
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import Html

_ERASERS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_LEAST = GRID * 9
_WIDEST = 320


class WordTile(Tile):
    """A tile as wide as its words; with nothing in it, a dashed place to fill.

    Signals:
        arrowed(int): an arrow key asks for the tile so many places on.
        erased(): Backspace or Delete.
    """

    arrowed = Signal(int)
    erased = Signal()

    def __init__(
        self, theme: Theme, pictures: Pictures, *, icon: Icon | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, RADIUS_CONTROL, parent)
        self._is_empty = True
        self._is_taken = False
        self._is_aimed = False
        self._least_width = px(theme, _LEAST)
        self._verdict = Verdict.NONE
        self._content = RichText(theme, pictures, short=True)
        self._sign = IconView(Icon.CHECK, theme.colors.quiet, px(theme, Size.SMALL), plain=True)
        self._sign.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID // 2, GRID * 2, GRID // 2)
        row.setSpacing(GRID)
        row.addStrut(self._least_height - GRID)
        row.addWidget(self._sign)
        row.addWidget(self._content, 1, Qt.AlignmentFlag.AlignVCenter)
        if icon is not None:
            row.addWidget(IconView(icon, theme.colors.quiet, px(theme, Size.BODY), plain=True))

    def show_content(self, content: Html) -> None:
        """Say what the tile holds; without content it is a place to fill."""
        self._is_empty = not content
        self._content.show_html(content)
        self.updateGeometry()
        self.update()

    def keep_width(self, width: int) -> None:
        """Be at least so wide, so that a text does not move when a gap is filled."""
        self._least_width = width
        self.updateGeometry()

    def show_taken(self, taken: bool) -> None:
        """Leave the tile's place empty, at its size, while what it holds is somewhere else."""
        self._is_taken = taken
        self.setEnabled(not taken)
        self._content.setVisible(not taken)
        self.update()

    def show_verdict(self, verdict: Verdict) -> None:
        self._verdict = verdict
        tone = verdict.tone(self._theme)
        self._sign.setVisible(verdict.icon is not None)
        if verdict.icon is not None and tone is not None:
            self._sign.show_icon(verdict.icon, tone)
        self.setAccessibleDescription(verdict.word)
        self.updateGeometry()
        self.update()

    def show_aimed(self, aimed: bool) -> None:
        """Show that what is dragged would land here."""
        if aimed != self._is_aimed:
            self._is_aimed = aimed
            self.update()

    @override
    def sizeHint(self) -> QSize:
        margins = self._inside().contentsMargins()
        beside = super().sizeHint().width() - self._content.sizeHint().width()
        words = min(self._content.natural_width(), px(self._theme, _WIDEST))
        width = max(words + (margins.left() + margins.right() if self._is_taken else beside), self._least_width)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), px(self._theme, _LEAST)), self._least_height)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = arrow_step(event.key(), self.layoutDirection())
        if step is not None:
            self.arrowed.emit(step)
        elif event.key() in _ERASERS:
            self.erased.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self._is_empty or self._is_taken):
            super().paintEvent(event)
            return
        colors = self._theme.colors
        edge = colors.primary if self._is_aimed or self._touched else colors.line if self._is_taken else colors.muted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), 2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(colors.primary_soft if self._is_aimed else colors.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)

    @property
    def _touched(self) -> bool:
        return self.isEnabled() and (self.isDown() or self.underMouse())

    @property
    def _least_height(self) -> int:
        return max(TARGET, px(self._theme, Size.LESSON * 2))

    @override
    def _look(self) -> Surface:
        colors = self._theme.colors
        tone = self._verdict.tone(self._theme)
        if self._is_aimed:
            return Surface(colors.primary_soft, colors.primary, 3)
        if tone is not None:
            return Surface(tone.ground, tone.ink, 2)
        return super()._look()._replace(width=2)
