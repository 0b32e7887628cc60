"""Buttons: one primary on a page, the others secondary."""

from typing import override

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.desktop import icons
from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import BUTTON_HEIGHT, GRID, RADIUS_CONTROL, TARGET, Size, Theme, font, px
from kiosk.desktop.widgets.arranged import seen
from kiosk.desktop.widgets.focus_ring import ring_focus
from kiosk.desktop.widgets.pressable import Pressable
from kiosk.desktop.widgets.surface import Surface, paint_surface
from kiosk.words import tr

_WRAP = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_WIDE = 10_000


class Button(Pressable):
    """A button whose word wraps instead of being cut off. `in_bar` makes it the smaller one of the top bar."""

    def __init__(
        self,
        text: str,
        theme: Theme,
        *,
        primary: bool = False,
        in_bar: bool = False,
        icon: Icon | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._primary = primary
        self._drawing = icon
        self._pad = GRID * 2 if in_bar else GRID * 3
        self._least = TARGET if in_bar else BUTTON_HEIGHT
        self.setFont(font(theme, Size.SMALL if in_bar else Size.BODY, QFont.Weight.DemiBold))
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        ring_focus(self, theme)

    def show_text(self, text: str) -> None:
        """Change the word, for the eye and for the screen reader."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        wide = self._text_rect(_WIDE).width() + self._room_beside_text() + 2
        return QSize(max(wide, TARGET * 2), self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        word = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(max(word + self._room_beside_text() + 2, TARGET), self._least)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        text = self._text_rect(width - self._room_beside_text())
        return max(text.height() + GRID * 3, self._least)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ink, surface = self._look()
        painter = QPainter(self)
        paint_surface(painter, QRectF(self.rect()), surface, RADIUS_CONTROL)
        inside = self.rect().adjusted(self._pad, 0, -self._pad, 0)
        if self._drawing is not None:
            side = self._icon_side()
            place = seen(QRect(inside.x(), (self.height() - side) // 2, side, side), self)
            turned = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            icons.paint(painter, self._drawing, QRectF(place), ink, turned=turned)
            inside.setLeft(inside.left() + side + GRID)
            inside = seen(inside, self)
        painter.setPen(QColor(ink))
        painter.setFont(self.font())
        painter.drawText(inside, _WRAP, self.text())

    def _look(self) -> tuple[str, Surface]:
        """Colour of the word and the ground it stands on."""
        colors = self._theme.colors
        if not self.isEnabled():
            return colors.quiet.ink, Surface(colors.quiet.ground)
        touched = self.isDown() or self.underMouse()
        if self._primary:
            return colors.on_primary, Surface(
                colors.primary, colors.ink, 2 if touched or self._theme.high_contrast else 0
            )
        if self.isChecked():
            return colors.ink, Surface(colors.primary_soft, colors.primary, self._theme.chosen_edge)
        return colors.ink, Surface(colors.primary_soft if touched else colors.surface, colors.line, self._theme.edge)

    def _icon_side(self) -> int:
        return px(self._theme, Size.LESSON)

    def _room_beside_text(self) -> int:
        icon = self._icon_side() + GRID if self._drawing is not None else 0
        return self._pad * 2 + icon

    def _text_rect(self, width: int) -> QRect:
        return QFontMetrics(self.font()).boundingRect(QRect(0, 0, max(width, 1), _WIDE), _WRAP, self.text())


def look_button(theme: Theme) -> Button:
    """Make the way to the sheet of text and colours, for a bar."""
    made = Button("Aa", theme, in_bar=True)
    made.setAccessibleName(tr("Text and colours"))
    return made
