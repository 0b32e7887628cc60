"""A gap in a text, with what was put into it."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import Theme
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import plain_text
from kiosk.desktop.widgets.told import BesideTold
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.desktop.widgets.word_tile import WordTile
from kiosk.lessons.interactions import Html
from kiosk.words import tr


class Gap(BesideTold):
    """The tile of a gap, at least `room` wide, and after it what was right, once that is told."""

    def __init__(self, room: int, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        self.tile = WordTile(theme, pictures)
        super().__init__(self.tile, theme, pictures, parent)
        self.tile.setCheckable(True)
        self.tile.keep_width(room)
        self._around = ""
        self._content: Html = ""
        self._name()

    def name_place(self, words: str) -> None:
        """The words around it, with … where it is itself."""
        self._around = words
        self._name()

    def contains(self, place: QPoint) -> bool:
        """Whether a global place is over the gap, or within a finger's breadth above or below."""
        rect = self.tile.rect()
        return rect.adjusted(0, -rect.height() // 4, 0, rect.height() // 4).contains(self.tile.mapFromGlobal(place))

    def show_content(self, content: Html) -> None:
        """Say what is in it; "" empties it."""
        self._content = content
        self.tile.show_content(content)
        self._name()

    def show_chosen(self, chosen: bool, *, welcomes: bool) -> None:
        """Show that it is the one to be filled next, or one of those that the chosen word may go into."""
        self.tile.setChecked(chosen)
        self.tile.show_aimed(chosen or (welcomes and not self._content))

    def show_verdict(self, verdict: Verdict, right: Html) -> None:
        self.tile.show_verdict(verdict)
        self.told.tell(right)

    def _name(self) -> None:
        holds = plain_text(self._content) if self._content else tr("nothing yet")
        self.tile.setAccessibleName(
            tr("Gap in “{sentence}”: {word}", sentence=self._around, word=holds)
            if self._around
            else tr("Gap: {word}", word=holds)
        )
