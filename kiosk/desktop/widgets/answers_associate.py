"""Choices of one set to put together in pairs."""

from collections.abc import Sequence
from functools import partial
from typing import override

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme, px
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers import Answers
from kiosk.desktop.widgets.arrows import focus_next
from kiosk.desktop.widgets.columns import Columns
from kiosk.desktop.widgets.drag import DragImage
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.lettering import letters
from kiosk.desktop.widgets.match_tile import MatchTile
from kiosk.desktop.widgets.pair_card import PairCard
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import plain_text
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import AssociateInteraction, Response
from kiosk.lessons.limits import asked
from kiosk.lessons.pairing import has_room, paired, pairs, parted, refusal
from kiosk.words import tr

_TILE_WIDTH = 190
_CARD_WIDTH = 300


class AssociateAnswers(Answers):
    """Lettered tiles, and under them a card for each pair, with a button that takes it apart.

    Two are put together by tapping one and then the other, by dragging one onto the other, or by their letters. Keys:
    Space chooses, arrows go along, Escape lets go.
    """

    def __init__(
        self, interaction: AssociateInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._interaction = interaction
        self._theme = theme
        self._pictures = pictures
        self._view: AnswerView | None = None
        self._chosen: str | None = None
        self._image: DragImage | None = None
        self._nudge = ""
        self._how = label("", TextRole.MUTED)
        self._choices = {choice.identifier: choice for choice in interaction.choices}
        self._letters = dict(zip(self._choices, letters(len(self._choices)), strict=True))
        self._tiles: dict[str, MatchTile] = {}
        self._cards: tuple[PairCard, ...] = ()
        self._bank = Columns(most=4, gap=GRID, column_width=px(theme, _TILE_WIDTH))
        for name, choice in self._choices.items():
            tile = MatchTile(theme, pictures, self._bank)
            tile.setCheckable(True)
            tile.show_content(self._letters[name], choice.content)
            tile.setAccessibleName(f"{self._letters[name]}: {plain_text(choice.content)}")
            tile.clicked.connect(partial(self._press, name))
            tile.arrowed.connect(self._go_along)
            tile.drag.began.connect(partial(self._begin_drag, name))
            tile.drag.moved.connect(self._drag)
            tile.drag.dropped.connect(self._drop)
            self._tiles[name] = tile
        self._bank.show_cells(tuple(self._tiles.values()))
        self._title = label(tr("Your pairs"), TextRole.STRONG)
        self._pairs = Columns(most=2, gap=GRID, column_width=px(theme, _CARD_WIDTH))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID * 2)
        for part in (self._how, self._bank, self._title, self._pairs):
            box.addWidget(part)

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        return (*self._tiles.values(), *(card.button for card in self._cards))

    @override
    def show_view(self, view: AnswerView) -> None:
        if view == self._view:
            return
        self._view = view
        there = pairs(self._interaction, view.response)
        if view.settled:
            self._chosen = None
        for name, tile in self._tiles.items():
            tile.show_taken(not has_room(self._interaction, there, 0, name))
        self._bank.setVisible(not view.settled)
        self._how.setVisible(not view.settled)
        self._show_pairs(view, there)
        self._show_chosen()

    @override
    def choose_by_key(self, key: str) -> bool:
        named = {letter: name for name, letter in self._letters.items()}
        name = named.get(key.lower()) if key else None
        if name is None or self._is_locked:
            return False
        if self._tiles[name].isEnabled():
            self._tiles[name].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._press(name)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._chosen is not None:
            self._choose(None)
        else:
            super().keyPressEvent(event)

    @property
    def _is_locked(self) -> bool:
        return self._view is not None and self._view.settled

    @property
    def _response(self) -> Response:
        return self._view.response if self._view is not None else ()

    # -- one, then the other ---------------------------------------------------------------------------

    def _press(self, name: str) -> None:
        if self._chosen is None or self._chosen == name:
            self._choose(None if self._chosen == name else name)
        else:
            self._pair(self._chosen, name)

    def _choose(self, name: str | None) -> None:
        self._chosen = None if self._is_locked else name
        self._nudge = ""
        self._show_chosen()

    def _pair(self, first: str, second: str) -> None:
        if self._is_locked:
            return
        self._chosen = None
        self._nudge = refusal(self._interaction, self._response, first, second)
        if self._nudge:
            self._show_chosen()
            return
        response = paired(self._interaction, self._response, first, second)
        free = [tile for name, tile in self._tiles.items() if has_room(self._interaction, response, 0, name)]
        if free:
            free[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.responded.emit(response)
        if not free:
            self._cards[-1].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _part(self, pair: str) -> None:
        if not self._is_locked:
            self._nudge = ""
            first = pair.partition(" ")[0]
            self.responded.emit(parted(self._interaction, self._response, pair))
            self._tiles[first].setFocus(Qt.FocusReason.OtherFocusReason)

    # -- by dragging -----------------------------------------------------------------------------------

    def _begin_drag(self, name: str, pressed: QPoint) -> None:
        if not self._is_locked:
            self._choose(name)
            self._image = DragImage(self._tiles[name], pressed)

    def _drag(self, pointer: QPoint) -> None:
        if self._image is not None:
            self._image.follow(pointer)
            for name, tile in self._tiles.items():
                tile.show_aimed(name == self._under(pointer))

    def _drop(self, pointer: QPoint) -> None:
        if self._image is None or self._chosen is None:
            return
        self._image.deleteLater()
        self._image.hide()
        self._image = None
        for tile in self._tiles.values():
            tile.show_aimed(False)
        first, second = self._chosen, self._under(pointer)
        if second is None:
            self._choose(None)
        else:
            self._pair(first, second)

    def _under(self, pointer: QPoint) -> str | None:
        """The tile at a global place that the dragged one can be put onto."""
        for name, tile in self._tiles.items():
            if name != self._chosen and tile.isEnabled() and tile.rect().contains(tile.mapFromGlobal(pointer)):
                return name
        return None

    # -- what is seen ----------------------------------------------------------------------------------

    def _show_chosen(self) -> None:
        for name, tile in self._tiles.items():
            tile.setChecked(name == self._chosen)
        if self._chosen is not None:
            words = tr("Now choose what goes with it.")
        else:
            words = self._nudge or " ".join(
                filter(
                    None, (tr("Tap two that belong together, or drag one onto the other."), asked(self._interaction))
                )
            )
        self._how.setText(words)

    def _show_pairs(self, view: AnswerView, there: Response) -> None:
        right = pairs(self._interaction, view.right)
        cards = [self._card(pair, _verdict(view, pair, right), locked=view.settled) for pair in there]
        forgotten = [pair for pair in right if not _has(there, pair)] if view.settled else []
        cards += [self._card(pair, Verdict.RIGHT_ANSWER, locked=True) for pair in forgotten]
        self._cards = tuple(cards)
        self._pairs.show_cells(cards)
        self._title.setVisible(bool(cards))
        self._pairs.setVisible(bool(cards))

    def _card(self, pair: str, verdict: Verdict, *, locked: bool) -> PairCard:
        first, _, second = pair.partition(" ")
        two = (self._letters[first], self._choices[first]), (self._letters[second], self._choices[second])
        card = PairCard(two, verdict, self._theme, self._pictures, locked=locked)
        card.parted.connect(partial(self._part, pair))
        return card

    def _go_along(self, step: int) -> None:
        focus_next([tile for tile in self._tiles.values() if tile.isEnabled()], step)


def _verdict(view: AnswerView, pair: str, right: Response) -> Verdict:
    told = view.parts_right.get(pair)
    if told is None and view.settled and right:
        told = _has(right, pair)
    return {None: Verdict.NONE, True: Verdict.RIGHT, False: Verdict.NOT_THIS}[told]


def _has(there: Response, pair: str) -> bool:
    """Whether the pair is among these, whichever of the two stands first."""
    first, _, second = pair.partition(" ")
    return pair in there or f"{second} {first}" in there
