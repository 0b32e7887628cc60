"""A word (a formula, a picture) to take, and the gap in a text where it goes."""

from typing import override

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import GRID, TARGET, Size, Theme, px
from kiosk.desktop.widgets.icon_view import IconView
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.place_tile import PlaceTile
from kiosk.desktop.widgets.rich_text import RichText
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import Html

_LEAST = GRID * 9
_WIDEST = 320


class WordTile(PlaceTile):
    """A tile as wide as its words; with nothing in it, a dashed place to fill."""

    def __init__(
        self, theme: Theme, pictures: Pictures, *, icon: Icon | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._is_empty = True
        self._least_width = px(theme, _LEAST)
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

    @property
    def _least_height(self) -> int:
        return max(TARGET, px(self._theme, Size.LESSON * 2))
