"""All questions of a test's part at a glance, and the way to hand it in."""

from typing import override

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop import icons
from kiosk.desktop.icons import Icon
from kiosk.desktop.numerals import number
from kiosk.desktop.theme import GRID, RADIUS_CONTROL, TextRole, Theme, px
from kiosk.desktop.views import Answered, OverviewEntry, OverviewView
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.columns import Columns
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.sheet import Sheet, buttons
from kiosk.desktop.widgets.surface import Surface
from kiosk.desktop.widgets.tile import Tile
from kiosk.words import tr

_TILE = 100
_FLAG = 20


class OverviewSheet(Sheet):
    """Each question's number with how it stands, in front of the page it was made for. Escape goes back to it.

    Signals:
        question_chosen(str): go to the question with this id; the sheet is closed.
        hand_in_requested(): the part is to be handed in; the sheet is closed.
    """

    question_chosen = Signal(str)
    hand_in_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(tr("All questions"), theme, parent)
        self._sentence = label("", TextRole.MUTED)
        self._grid = Columns(most=5, gap=GRID, column_width=px(theme, _TILE))
        self._go_on, self._hand_in = Button(tr("Go on working"), theme), Button(tr("Hand in"), theme, primary=True)
        self._go_on.clicked.connect(self.close_sheet)
        self._hand_in.clicked.connect(self._finish)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._grid)
        self.body.addLayout(buttons(self._go_on, self._hand_in))

    def ask(self, view: OverviewView) -> None:
        """Open with the keyboard on the question that is on the page; nobody hands in by typing on."""
        self.set_title(view.title)
        self._sentence.setText(view.sentence)
        self.setAccessibleDescription(view.sentence)
        self._hand_in.setEnabled(view.can_hand_in)
        tiles = [self._tile(entry) for entry in view.entries]
        self._grid.show_cells(tiles)
        current = (tile for tile, entry in zip(tiles, view.entries, strict=True) if entry.is_current)
        self.open_sheet(next(current, self._go_on))

    def _tile(self, entry: OverviewEntry) -> "_EntryTile":
        tile = _EntryTile(entry, self._theme)
        tile.clicked.connect(lambda: self._choose(entry.question))
        return tile

    def _choose(self, question: str) -> None:
        self.close_sheet()
        self.question_chosen.emit(question)

    def _finish(self) -> None:
        self.close_sheet()
        self.hand_in_requested.emit()


class _EntryTile(Tile):
    """A question's number over the word that says how it stands; with a flag where the student set one."""

    def __init__(self, entry: OverviewEntry, theme: Theme) -> None:
        super().__init__(theme, RADIUS_CONTROL)
        self._entry = entry
        self.setEnabled(entry.can_open)
        said = [tr("Question {number}", number=entry.number), entry.answered.word]
        said += [tr("marked")] * entry.is_flagged + [tr("on this page")] * entry.is_current
        self.setAccessibleName(", ".join(said))
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(0)
        for text, role in ((number(entry.number), TextRole.NAME), (entry.answered.word, _ROLES[entry.answered])):
            words = label(text, role)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(words)

    @override
    def _look(self) -> Surface:
        colors = self._theme.colors
        if self._entry.is_current:
            return Surface(colors.primary_soft, colors.primary, self._theme.chosen_edge)
        return super()._look()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._entry.is_flagged:
            side = px(self._theme, _FLAG)
            place = QRectF(self.width() - side - GRID, GRID, side, side)
            icons.paint(QPainter(self), Icon.FLAG, place, self._theme.colors.caution.ink)


_ROLES = {Answered.YES: TextRole.GOOD, Answered.NO: TextRole.MUTED, Answered.CLOSED: TextRole.MUTED}
