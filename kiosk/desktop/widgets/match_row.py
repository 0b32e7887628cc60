"""A source of a match, and the slot its target goes into."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, Size, Theme, px
from kiosk.desktop.widgets.columns import Columns
from kiosk.desktop.widgets.match_tile import MatchTile
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText, plain_text
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import Choice, Html
from kiosk.words import tr

_TILE_WIDTH = 190


class MatchRow(QWidget):
    """The source, its slot, the right target once that is told, and the author's words under them."""

    def __init__(
        self, source: Choice, number: str, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = f"{number}: {plain_text(source.content)}"
        self.source = MatchTile(theme, pictures)
        self.source.setCheckable(True)
        self.source.show_content(number, source.content)
        self.slot = MatchTile(theme, pictures)
        self.slot.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys have Backspace on the source
        self._right = MatchTile(theme, pictures)
        self._right.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._right.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._feedback = RichText(theme, pictures, size=Size.BODY, short=True)
        slots = QWidget()
        slots_column = QVBoxLayout(slots)
        slots_column.setContentsMargins(0, 0, 0, 0)
        slots_column.setSpacing(GRID)
        slots_column.addWidget(self.slot, 1)
        slots_column.addWidget(self._right, 1)
        pair = Columns(most=2, gap=GRID, column_width=px(theme, _TILE_WIDTH))
        pair.show_cells((self.source, slots))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(pair)
        column.addWidget(self._feedback)

    def contains(self, place: QPoint) -> bool:
        """Whether a global place is over this row."""
        return self.rect().contains(self.mapFromGlobal(place))

    def show_target(self, target: tuple[str, Choice] | None, *, locked: bool) -> None:
        """Fill the slot with a target and its letter, or empty it."""
        letter, content = (target[0], target[1].content) if target else ("?", "")
        words = plain_text(content)
        self.slot.show_content(letter, content)
        if target is None:
            self.source.setAccessibleName(tr("{one}, nothing yet", one=self._text))
            self.slot.setAccessibleName(tr("Nothing yet for {one}", one=self._text))
        else:
            self.source.setAccessibleName(tr("{one}, with {other}", one=self._text, other=f"{letter}: {words}"))
            self.slot.setAccessibleName(words if locked else tr("Take out {thing}", thing=words))

    def show_verdict(self, verdict: Verdict, feedback: Html, right: tuple[str, Choice] | None) -> None:
        """Say what came of the pair, and the right target with its letter where it is due."""
        self.slot.show_verdict(verdict)
        said = [verdict.word, plain_text(feedback)]
        self._feedback.show_html(feedback)
        self._feedback.setVisible(bool(feedback))
        self._right.setVisible(right is not None)
        if right is not None:
            letter, target = right
            self._right.show_content(letter, target.content)
            self._right.show_verdict(Verdict.RIGHT_ANSWER)
            said.append(tr("The right answer: {answer}", answer=plain_text(target.content)))
            self._right.setAccessibleName(said[-1])
        self.source.setAccessibleDescription(". ".join(filter(None, said)))
