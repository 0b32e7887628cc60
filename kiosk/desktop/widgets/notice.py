"""One sentence about the state of things, above or below a page."""

from enum import Enum, auto
from typing import override

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import GRID, RADIUS_CONTROL, Size, TextRole, Theme, px
from kiosk.desktop.widgets.announcing import announce
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.icon_view import IconView
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.surface import Surface, paint_surface


class NoticeRole(Enum):
    """How much it matters."""

    INFO = auto()
    WARNING = auto()
    ERROR = auto()


class Notice(QFrame):
    """A sentence with an icon, in the tone of its role; with `answer` also a button of that name.

    Signals:
        answered(): the button was pressed.
    """

    answered = Signal()

    def __init__(
        self, role: NoticeRole, text: str, theme: Theme, *, answer: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        colors = theme.colors
        self._tone, icon = {
            NoticeRole.INFO: (colors.quiet, Icon.INFO),
            NoticeRole.WARNING: (colors.caution, Icon.ALERT),
            NoticeRole.ERROR: (colors.bad, Icon.ALERT),
        }[role]
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        row.setSpacing(GRID * 2)
        row.addWidget(IconView(icon, self._tone, px(theme, Size.NAME), plain=True))
        row.addWidget(label(text, TextRole.BODY), 1)
        if answer:
            button = Button(answer, theme, in_bar=True)
            button.clicked.connect(self.answered)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(text)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        announce(self, self.accessibleName())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_surface(QPainter(self), QRectF(self.rect()), Surface(self._tone.ground), RADIUS_CONTROL)
