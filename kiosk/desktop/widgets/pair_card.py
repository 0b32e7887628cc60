"""Two that were put together, and the way to take them apart."""

from typing import override

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import GRID, RADIUS_CONTROL, Theme
from kiosk.desktop.widgets.badge import Badge
from kiosk.desktop.widgets.focus_ring import ring_focus
from kiosk.desktop.widgets.icon_button import IconButton
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText, plain_text
from kiosk.desktop.widgets.surface import Surface, paint_surface
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import Choice
from kiosk.words import tr

_ERASERS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class PairCard(QFrame):
    """Both choices with their letters; what came of them in a word; a button to take them apart unless it is settled.

    Signals:
        parted(): take them apart.
    """

    parted = Signal()

    def __init__(
        self,
        two: tuple[tuple[str, Choice], tuple[str, Choice]],
        verdict: Verdict,
        theme: Theme,
        pictures: Pictures,
        *,
        locked: bool,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._verdict = verdict
        (first, one), (second, other) = two
        both = {"one": plain_text(one.content), "other": plain_text(other.content)}
        if verdict.word:
            named = tr("{one} and {other}", **both)
            self.setAccessibleName(f"{named}. {verdict.word}")
        else:
            self.setAccessibleName(tr("{one} and {other} are a pair", **both))
        words = QVBoxLayout()
        words.setSpacing(GRID)
        for letter, choice in ((first, one), (second, other)):
            words.addLayout(_line(letter, choice, verdict, theme, pictures))
        if verdict.word:
            words.addWidget(label(verdict.word, verdict.role))
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID + GRID // 2, GRID + GRID // 2, GRID + GRID // 2)
        row.setSpacing(GRID * 2)
        row.addLayout(words, 1)
        self.button = IconButton(Icon.CROSS, theme, self)
        self.button.setAccessibleName(tr("Take apart {one} and {other}", **both))
        self.button.clicked.connect(self.parted)
        self.button.setVisible(not locked)
        ring_focus(self.button, theme)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ERASERS and self.button.isVisible():
            self.parted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = self._theme.colors
        tone = self._verdict.tone(self._theme)
        ground = Surface(tone.ground, tone.ink, 2) if tone else Surface(colors.primary_soft, colors.line, 2)
        paint_surface(QPainter(self), QRectF(self.rect()), ground, RADIUS_CONTROL)


def _line(letter: str, choice: Choice, verdict: Verdict, theme: Theme, pictures: Pictures) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(GRID * 2)
    badge = Badge(letter, theme)
    badge.show_verdict(verdict)
    content = RichText(theme, pictures, short=True)
    content.show_html(choice.content)
    line.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
    column = QVBoxLayout()
    column.addStretch()
    column.addWidget(content)
    column.addStretch()
    line.addLayout(column, 1)
    return line
