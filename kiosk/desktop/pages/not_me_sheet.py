"""Work in the wrong name: which of today's lessons were somebody else's, and whose."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from kiosk.desktop.avatars import Avatar
from kiosk.desktop.theme import GRID, TARGET, TextRole, Theme, px
from kiosk.desktop.views import NotMeView, SittingCard
from kiosk.desktop.wall_views import StudentCard
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.columns import Columns
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.sheet import Sheet, buttons
from kiosk.desktop.widgets.tile import Tile
from kiosk.words import tr

_COLUMN = 120


class NotMeSheet(Sheet):
    """Asks what was whose, and tells what was done; a teacher sits before it.

    Signals:
        move_requested(tuple[int, ...], int): these sittings are that student's.
    """

    move_requested = Signal(tuple, int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("", theme, parent)
        self._asked = QWidget()
        self._sittings: dict[int, Tile] = {}
        self._students = QButtonGroup(self)
        self._fault = label("", TextRole.BAD)
        self._cancel, self._move = Button(tr("Cancel"), theme), Button(tr("Move it"), theme, primary=True)
        self._cancel.clicked.connect(self.close_sheet)
        self._move.clicked.connect(self._finish)
        self.body.addWidget(self._asked)
        self.body.addWidget(self._fault)
        self.body.addLayout(buttons(self._cancel, self._move))

    def ask(self, view: NotMeView) -> None:
        """Ask which lessons were somebody else's, and whose."""
        column = self._begin(tr("This was not {name}", name=view.name), may_move=bool(view.sittings))
        if not view.sittings:
            column.addWidget(
                label(tr("{name} has no lessons of today on this computer.", name=view.name), TextRole.BODY)
            )
            self._open()
            return
        column.addWidget(label(tr("Which lessons were somebody else's?"), TextRole.STRONG))
        for card in view.sittings:
            tile = _SittingTile(card, self._theme)
            self._sittings[card.sitting] = tile
            column.addWidget(tile)
        column.addSpacing(GRID)
        column.addWidget(label(tr("Who was it really?"), TextRole.STRONG))
        column.addWidget(self._wall(view.others))
        self._open()

    def tell(self, sentences: Sequence[str]) -> None:
        """Say what was done."""
        column = self._begin(tr("Done", "the work was moved"), may_move=False)
        for sentence in sentences:
            column.addWidget(label(sentence, TextRole.BODY))
        self._cancel.show_text(tr("Close"))
        self._open()

    def _begin(self, title: str, *, may_move: bool) -> QVBoxLayout:
        """Ask anew, with nothing left of the question before."""
        self.set_title(title)
        self._fault.hide()
        self._cancel.show_text(tr("Cancel"))
        self._move.setVisible(may_move)
        self._sittings = {}
        self._students = QButtonGroup(self)
        before, self._asked = self._asked, QWidget()
        self.body.replaceWidget(before, self._asked)
        before.hide()
        before.deleteLater()
        column = QVBoxLayout(self._asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        return column

    def _open(self) -> None:
        if not self.isVisible():
            self.open_sheet(self._cancel)
        else:
            self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wall(self, students: Sequence[StudentCard]) -> Columns:
        wall = Columns(most=5, gap=GRID, column_width=px(self._theme, _COLUMN))
        tiles = []
        for card in students:
            tile = _StudentTile(card, self._theme)
            self._students.addButton(tile, card.student)
            tiles.append(tile)
        wall.show_cells(tiles)
        return wall

    def _finish(self) -> None:
        sittings = tuple(sitting for sitting, tile in self._sittings.items() if tile.isChecked())
        right = self._students.checkedId()
        if not sittings or right < 0:
            self._fault.setText(tr("Choose the lessons and the student first."))
            self._fault.show()
            return
        self.move_requested.emit(sittings, right)


class _SittingTile(Tile):
    """A lesson of today; chosen to begin with, because the usual wrong name is wrong all the time."""

    def __init__(self, card: SittingCard, theme: Theme) -> None:
        super().__init__(theme)
        self.setCheckable(True)
        self.setChecked(True)
        self.setAccessibleName(card.title)
        self.setAccessibleDescription(card.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        column.setSpacing(GRID // 2)
        column.addWidget(label(card.title, TextRole.STRONG))
        column.addWidget(label(card.detail, TextRole.SMALL))


class _StudentTile(Tile):
    """A student to choose."""

    def __init__(self, card: StudentCard, theme: Theme) -> None:
        super().__init__(theme)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(card.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(GRID,) * 4)
        column.setSpacing(GRID // 2)
        column.addWidget(Avatar(card.avatar, TARGET), 0, Qt.AlignmentFlag.AlignHCenter)
        name = label(card.name, TextRole.SMALL)
        name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(name)
