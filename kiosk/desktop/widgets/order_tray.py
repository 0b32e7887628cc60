"""What may be put in order where only some of it is: tiles to choose from."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, Theme, px
from kiosk.desktop.widgets.arrows import focus_next
from kiosk.desktop.widgets.columns import Columns
from kiosk.desktop.widgets.lettering import letters
from kiosk.desktop.widgets.match_tile import MatchTile
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import plain_text
from kiosk.lessons.interactions import Choice, Response
from kiosk.words import tr

_TILE_WIDTH = 190


class OrderTray(QWidget):
    """A tile for each choice, with its letter, or with its number once it is in the order.

    Signals:
        pressed(str): a person wants the choice of this identifier in the order, or out of it.
    """

    pressed = Signal(str)

    def __init__(self, choices: tuple[Choice, ...], theme: Theme, pictures: Pictures) -> None:
        super().__init__()
        self._choices = choices
        self._letters = dict(zip((choice.identifier for choice in choices), letters(len(choices)), strict=True))
        columns = Columns(most=4, gap=GRID, column_width=px(theme, _TILE_WIDTH))
        self.tiles: Mapping[str, MatchTile] = {
            choice.identifier: MatchTile(theme, pictures, columns) for choice in choices
        }
        for name, tile in self.tiles.items():
            tile.setCheckable(True)
            tile.clicked.connect(partial(self.pressed.emit, name))
            tile.arrowed.connect(lambda step: focus_next(tuple(self.tiles.values()), step))
        columns.show_cells(tuple(self.tiles.values()))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(columns)
        self.show_order(())

    def named(self, letter: str) -> str | None:
        """The choice that a letter stands for."""
        return next((name for name, own in self._letters.items() if own == letter.lower()), None)

    def show_order(self, order: Response) -> None:
        """Number those that are in the order."""
        for choice in self._choices:
            name, tile = choice.identifier, self.tiles[choice.identifier]
            is_in = name in order
            said = str(order.index(name) + 1) if is_in else self._letters[name]
            tile.setChecked(is_in)
            tile.show_content(said, choice.content)
            words = f"{said}: {plain_text(choice.content)}"
            tile.setAccessibleName(tr("{choice}, take it out", choice=words) if is_in else words)
