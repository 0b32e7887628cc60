"""Words or pictures to put on places of a picture."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from string import ascii_lowercase
from typing import override

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import GRID, Theme, px
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_on_picture import PictureAnswers
from kiosk.desktop.widgets.arrows import focus_next
from kiosk.desktop.widgets.columns import Columns
from kiosk.desktop.widgets.drag import DragImage
from kiosk.desktop.widgets.gap_stage import GapStage, Placed
from kiosk.desktop.widgets.match_tile import MatchTile
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import plain_text
from kiosk.desktop.widgets.spot import Mark
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import GraphicGapMatchInteraction
from kiosk.lessons.limits import asked
from kiosk.lessons.pairing import pairs, parted, refusal, uses
from kiosk.lessons.pointing import put
from kiosk.words import tr

_TILE_WIDTH = 190


class GraphicGapMatchAnswers(PictureAnswers):
    """Lettered tiles under a picture; one goes on a place by a press on both, whichever comes first, or by dragging.

    A press on what lies on the picture takes it out. Keys: Space chooses, arrows go along, a letter chooses a tile,
    Escape lets go, Backspace takes out.
    """

    def __init__(
        self, interaction: GraphicGapMatchInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        self._interaction = interaction
        self._choice: str | None = None
        self._place: str | None = None
        self._drag: tuple[DragImage, str, str | None] | None = None
        self._stage = GapStage(interaction.picture, interaction.hotspots, interaction.choices, theme, pictures)
        super().__init__(self._stage, theme, parent)
        self._bank = Columns(most=4, gap=GRID, column_width=px(theme, _TILE_WIDTH))
        self._tiles: dict[str, MatchTile] = {}
        for letter, choice in zip(_letters(len(interaction.choices)), interaction.choices, strict=True):
            tile = MatchTile(theme, pictures, self._bank)
            tile.setCheckable(True)
            tile.show_content(letter, choice.content)
            tile.setAccessibleName(f"{letter}: {plain_text(choice.content)}")
            self._tiles[choice.identifier] = tile
            self._connect_tile(choice.identifier, tile)
        self._bank.show_cells(tuple(self._tiles.values()))
        self._box.insertWidget(2, self._bank)
        self._stage.pressed.connect(self._press_place)
        self._stage.erased.connect(self._empty)
        self._stage.taken.connect(self._press_placed)
        self._stage.drag_began.connect(self._begin_drag)
        self._stage.drag_moved.connect(self._move_drag)
        self._stage.drag_dropped.connect(self._drop)
        self.show_view(AnswerView())

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        return (*self._stage.spots.values(), *self._stage.tiles, *self._tiles.values())

    @override
    def choose_by_key(self, key: str) -> bool:
        letters = dict(zip(_letters(len(self._tiles)), self._tiles, strict=True))
        if key.lower() not in letters:
            return False
        self._press_tile(letters[key.lower()])
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self._choice or self._place):
            self._hold()
        else:
            super().keyPressEvent(event)

    @override
    def _show(self) -> None:
        if self._view.settled:
            self._choice = self._place = None
        placed = self._placed()
        marks = {
            spot.identifier: Mark(spot.identifier == self._place, said=self._holds(spot.identifier, placed))
            for spot in self._interaction.hotspots
        }
        self._stage.show_marks(marks, locked=self._view.settled)
        self._stage.show_placed(placed)
        used = uses(self._interaction, pairs(self._interaction, self._view.response))[0]
        for choice in self._interaction.choices:
            tile = self._tiles[choice.identifier]
            tile.show_taken(0 < choice.match_max <= used.get(choice.identifier, 0))
            tile.setChecked(choice.identifier == self._choice)
        self._bank.setVisible(not self._view.settled)
        self._tell(self._what_to_do(), (one.verdict for one in placed))

    def _placed(self) -> list[Placed]:
        own = _all_placed(pairs(self._interaction, self._view.response))
        if not self._view.settled:
            return [replace(one, verdict=_VERDICTS[self._view.parts_right.get(one.choice)]) for one in own]
        right = _all_placed(pairs(self._interaction, self._view.right))
        return [
            *(replace(one, verdict=_VERDICTS[one in right]) for one in own),
            *(replace(one, verdict=Verdict.RIGHT_ANSWER) for one in right if one not in own),
        ]

    def _holds(self, place: str, placed: Sequence[Placed]) -> str:
        contents = {choice.identifier: choice.content for choice in self._interaction.choices}
        there = [plain_text(contents[one.choice]) for one in placed if one.place == place]
        return tr("Holds {things}", things=", ".join(there)) if there else tr("Nothing yet")

    def _what_to_do(self) -> str:
        if self._choice is not None:
            return tr("Now choose where it goes.")
        if self._place is not None:
            return tr("Now choose what goes there.")
        how = tr("Drag each to its place, or press it and then the place.")
        return f"{how} {asked(self._interaction)}".strip()

    # -- one, then the other ---------------------------------------------------------------------------

    def _connect_tile(self, choice: str, tile: MatchTile) -> None:
        tile.clicked.connect(partial(self._press_tile, choice))
        tile.arrowed.connect(self._go_along)
        tile.drag.began.connect(lambda pressed: self._begin_drag(tile, choice, None, pressed))
        tile.drag.moved.connect(self._move_drag)
        tile.drag.dropped.connect(self._drop)

    def _press_tile(self, choice: str) -> None:
        if not self._tiles[choice].isEnabled():
            return
        if self._place is not None:
            self._put(choice, self._place)
        else:
            self._hold(choice=None if choice == self._choice else choice)

    def _press_place(self, place: str) -> None:
        if self._choice is not None:
            self._put(self._choice, place)
        else:
            self._hold(place=None if place == self._place else place)

    def _press_placed(self, choice: str, place: str) -> None:
        if self._choice is not None:
            self._put(self._choice, place)
        else:
            self._respond(parted(self._interaction, self._view.response, f"{choice} {place}"))

    def _hold(self, *, choice: str | None = None, place: str | None = None) -> None:
        """Have one side chosen, and the focus where the other is chosen from."""
        if self._view.settled:
            return
        self._choice, self._place = choice, place
        self._show()
        if choice is not None:
            filled = {_placed(pair).place for pair in self._view.response}
            spots = self._stage.spots
            open_spots = [spot for name, spot in spots.items() if name not in filled] or list(spots.values())
            open_spots[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif place is not None:
            self._focus_bank()

    def _put(self, choice: str, place: str) -> None:
        self._choice = self._place = None
        response = put(self._interaction, self._view.response, choice, place)
        self._show()
        if response == self._view.response:
            self._say(refusal(self._interaction, response, choice, place))
        self._respond(response)
        self._focus_bank()

    def _empty(self, place: str) -> None:
        """Take out what was put there last."""
        there = [pair for pair in self._view.response if _placed(pair).place == place]
        if there:
            self._respond(parted(self._interaction, self._view.response, there[-1]))

    def _focus_bank(self) -> None:
        for tile in self._tiles.values():
            if tile.isEnabled():
                tile.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _go_along(self, step: int) -> None:
        focus_next([tile for tile in self._tiles.values() if tile.isEnabled()], step)

    # -- by dragging -----------------------------------------------------------------------------------

    def _begin_drag(self, tile: QWidget, choice: str, place: str | None, pressed: QPoint) -> None:
        if not self._view.settled:
            self._hold()
            self._drag = DragImage(tile, pressed), choice, place

    def _move_drag(self, pointer: QPoint) -> None:
        if self._drag is not None:
            self._drag[0].follow(pointer)
            self._stage.show_aimed(self._stage.mapFromGlobal(pointer).toPointF())

    def _drop(self, pointer: QPoint) -> None:
        if self._drag is None:
            return
        (image, choice, origin), self._drag = self._drag, None
        image.hide()
        image.deleteLater()
        self._stage.show_aimed(None)
        place = self._stage.spot_at(self._stage.mapFromGlobal(pointer).toPointF())
        response = self._view.response
        if origin is not None and origin != place:
            response = parted(self._interaction, response, f"{choice} {origin}")
        if place is not None:
            response = put(self._interaction, response, choice, place)
        self._respond(response)


_VERDICTS = {None: Verdict.NONE, True: Verdict.RIGHT, False: Verdict.NOT_HERE}


def _placed(pair: str) -> Placed:
    choice, _, place = pair.partition(" ")
    return Placed(choice, place)


def _all_placed(all_pairs: Sequence[str]) -> list[Placed]:
    return [replace(_placed(pair), copy=all_pairs[:index].count(pair)) for index, pair in enumerate(all_pairs)]


def _letters(count: int) -> list[str]:
    """One for each tile; after z there is none."""
    return [ascii_lowercase[index] if index < len(ascii_lowercase) else "" for index in range(count)]
