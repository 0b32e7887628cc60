"""Nine pictures to choose a secret from, for children who do not read digits yet, and dots for what was chosen."""

from typing import override

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.desktop import avatars
from kiosk.desktop.avatars import Avatar
from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import GRID, Theme
from kiosk.desktop.widgets.focus_ring import ring_focus
from kiosk.desktop.widgets.icon_button import IconButton
from kiosk.desktop.widgets.key_pad import Dots
from kiosk.desktop.widgets.tile import Tile
from kiosk.identity.picture_secret import PICKED, PICTURES, picture_text
from kiosk.words import tr

_COLUMNS = 3
_PICTURE = 72


class PicturePad(QWidget):
    """Every picture always at its place; the keys 1 to 9 choose as well, and Backspace takes the last one back.

    Signals:
        changed(): what is chosen has become another.
        entered(str): all are chosen; their text, as it is hashed.
    """

    changed = Signal()
    entered = Signal(str)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picked: tuple[str, ...] = ()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.dots = Dots(name, PICKED, theme)
        grid = QGridLayout()
        grid.setSpacing(GRID)
        for place, picture in enumerate(PICTURES):
            tile = _Picture(picture, theme)
            tile.clicked.connect(lambda _checked=False, picture=picture: self._pick(picture))
            grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        self._delete = IconButton(Icon.BACKSPACE, theme)
        self._delete.setAccessibleName(tr("Delete"))
        self._delete.setEnabled(False)
        self._delete.clicked.connect(self._take_back)
        ring_focus(self._delete, theme)
        chosen = QHBoxLayout()
        chosen.setSpacing(GRID)
        chosen.addWidget(self.dots, 1)
        chosen.addWidget(self._delete)
        column.addLayout(chosen)
        column.addLayout(grid)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def clear(self) -> None:
        """Forget what is chosen."""
        self._set(())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in "123456789" and event.text():
            self._pick(PICTURES[int(event.text()) - 1])
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._take_back()
        else:
            event.ignore()

    def _pick(self, picture: str) -> None:
        if len(self._picked) < PICKED:
            self._set((*self._picked, picture))
            if len(self._picked) == PICKED:
                self.entered.emit(picture_text(self._picked))

    def _take_back(self) -> None:
        self._set(self._picked[:-1])

    def _set(self, picked: tuple[str, ...]) -> None:
        if picked != self._picked:
            self._picked = picked
            self.dots.show_count(len(picked))
            if not picked and self._delete.hasFocus():
                self.dots.setFocus(Qt.FocusReason.OtherFocusReason)  # what goes grey lets go of the keyboard
            self._delete.setEnabled(bool(picked))
            self.changed.emit()


class _Picture(Tile):
    """One of the nine."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__(theme)
        self.setAccessibleName(avatars.words(name))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(GRID,) * 4)
        column.addWidget(Avatar(name, _PICTURE), 0, Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(QSize(_PICTURE, _PICTURE))
