"""Choices to put into the gaps of a text."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import override

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme, px
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers import Answers
from kiosk.desktop.widgets.arrows import focus_next
from kiosk.desktop.widgets.drag import Drag, DragImage
from kiosk.desktop.widgets.flow import Flow
from kiosk.desktop.widgets.gap import Gap
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText, plain_text, slots_of
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.desktop.widgets.word_tile import WordTile
from kiosk.lessons.gaps import empty, fill, filled, free_choices, takers
from kiosk.lessons.interactions import GapMatchInteraction, Html, Response
from kiosk.words import tr

_WIDEST_GAP = 240


class GapMatchAnswers(Answers):
    """The choices over the text with its gaps.

    A choice goes into a gap by tapping one and then the other, whichever comes first, or by dragging. A tap on a filled
    gap takes out what is in it. Keys: Space chooses, arrows go along, Escape lets go, Backspace takes out.
    """

    def __init__(
        self, interaction: GapMatchInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._interaction = interaction
        self._response: Response = ()
        self._locked = False
        self._choice: str | None = None
        self._gap: str | None = None
        self._image: DragImage | None = None
        self._how = label("", TextRole.MUTED)
        self._contents: dict[str, Html] = {choice.identifier: choice.content for choice in interaction.choices}
        self._tiles = {identifier: self._tile(identifier, theme, pictures) for identifier in self._contents}
        self._bank = Flow(gap=GRID)
        self._bank.hold(tuple(self._tiles.values()))
        widest = max((tile.sizeHint().width() for tile in self._tiles.values()), default=0)
        room = min(widest, px(theme, _WIDEST_GAP))
        order = [name for name in slots_of(interaction.content) if name in interaction.gaps]
        self._gaps = {name: self._make_gap(name, room, theme, pictures) for name in order}
        text = RichText(theme, pictures)
        text.show_html(interaction.content, self._gaps)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID * 2)
        for part in (self._how, self._bank, text):
            box.addWidget(part)
        self.show_view(AnswerView())

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        return (*self._tiles.values(), *(gap.tile for gap in self._gaps.values()))

    @override
    def show_view(self, view: AnswerView) -> None:
        self._response = view.response
        self._locked = view.settled
        if view.settled:
            self._choice = self._gap = None
        there = filled(self._interaction, view.response)
        right = filled(self._interaction, view.right)
        for name, gap in self._gaps.items():
            choice = there.get(name)
            verdict = _verdict(view, name, choice, right.get(name))
            told = right.get(name) if view.settled and verdict is not Verdict.RIGHT else None
            gap.show_content(self._contents[choice] if choice else "")
            gap.show_verdict(verdict, self._contents[told] if told else "")
        free = free_choices(self._interaction, view.response)
        for name, tile in self._tiles.items():
            tile.show_taken(name not in free)
        self._bank.setVisible(not view.settled)
        self._how.setVisible(not view.settled)
        self._show_chosen()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self._choice or self._gap):
            self._let_go()
        else:
            super().keyPressEvent(event)

    # -- what it is made of ----------------------------------------------------------------------------

    def _tile(self, choice: str, theme: Theme, pictures: Pictures) -> WordTile:
        tile = WordTile(theme, pictures)
        tile.setCheckable(True)
        tile.show_content(self._contents[choice])
        tile.setAccessibleName(plain_text(self._contents[choice]))
        tile.clicked.connect(partial(self._press_choice, choice))
        tile.arrowed.connect(self._go_along_choices)
        self._connect_drag(tile, lambda: choice, None)
        return tile

    def _make_gap(self, name: str, room: int, theme: Theme, pictures: Pictures) -> Gap:
        gap = Gap(room, theme, pictures)
        gap.tile.clicked.connect(partial(self._press_gap, name))
        gap.tile.erased.connect(partial(self._take_out, name))
        gap.tile.arrowed.connect(self._go_along_gaps)
        self._connect_drag(gap.tile, lambda: filled(self._interaction, self._response).get(name), name)
        return gap

    def _connect_drag(self, tile: WordTile, choice: Callable[[], str | None], from_gap: str | None) -> None:
        drag = Drag(tile)
        drag.began.connect(lambda pressed: self._begin_drag(tile, choice(), pressed))
        drag.moved.connect(self._drag)
        drag.dropped.connect(partial(self._drop, from_gap))

    # -- one, then the other ---------------------------------------------------------------------------

    def _press_choice(self, choice: str) -> None:
        if self._gap is not None:
            self._fill(choice, self._gap)
        else:
            self._choose(choice=None if choice == self._choice else choice)

    def _press_gap(self, gap: str) -> None:
        if self._choice is not None:
            self._fill(self._choice, gap)
        elif gap in filled(self._interaction, self._response):
            self._take_out(gap)
        else:
            self._choose(gap=None if gap == self._gap else gap)

    def _choose(self, *, choice: str | None = None, gap: str | None = None) -> None:
        """Have one side chosen, and the focus where the other side is chosen from."""
        self._choice, self._gap = (None, None) if self._locked else (choice, gap)
        self._show_chosen()
        if self._choice is not None:
            wanted = [name for name in takers(self._interaction, self._choice) if name in self._gaps]
            open_ones = [name for name in wanted if name not in filled(self._interaction, self._response)]
            self._focus_first(self._gaps[name].tile for name in open_ones or wanted)
        elif self._gap is not None:
            self._focus_first(tile for tile in self._tiles.values() if tile.isEnabled())

    def _let_go(self) -> None:
        chosen = self._tiles[self._choice] if self._choice else self._gaps[self._gap].tile if self._gap else None
        self._choose()
        self._focus_first([chosen] if chosen is not None else [])

    def _fill(self, choice: str, gap: str) -> None:
        if not self._locked:
            self._choice = self._gap = None
            self._respond(fill(self._interaction, self._response, choice, gap))
            self._focus_first([*(tile for tile in self._tiles.values() if tile.isEnabled()), self._gaps[gap].tile])

    def _take_out(self, gap: str) -> None:
        if not self._locked:
            self._respond(empty(self._interaction, self._response, gap))

    def _respond(self, response: Response) -> None:
        if response != self._response:
            self.responded.emit(response)
        else:
            self._show_chosen()

    # -- by dragging -----------------------------------------------------------------------------------

    def _begin_drag(self, tile: WordTile, choice: str | None, pressed: QPoint) -> None:
        if choice is not None and not self._locked:
            self._choice, self._gap = choice, None
            self._image = DragImage(tile, pressed)
            self._show_chosen()

    def _drag(self, pointer: QPoint) -> None:
        if self._image is not None and self._choice is not None:
            self._image.follow(pointer)
            able = takers(self._interaction, self._choice)
            for name, gap in self._gaps.items():
                gap.tile.show_aimed(name in able and gap.contains(pointer))

    def _drop(self, from_gap: str | None, pointer: QPoint) -> None:
        if self._image is None or self._choice is None:
            return
        self._image.hide()
        self._image.deleteLater()
        self._image, choice, self._choice = None, self._choice, None
        response = self._response
        if from_gap is not None:
            response = empty(self._interaction, response, from_gap)
        for name, gap in self._gaps.items():
            gap.tile.show_aimed(False)
            if gap.contains(pointer):
                response = fill(self._interaction, response, choice, name)
        self._respond(response)

    # -- what is seen ----------------------------------------------------------------------------------

    def _show_chosen(self) -> None:
        for name, tile in self._tiles.items():
            tile.setChecked(name == self._choice)
        able = takers(self._interaction, self._choice) if self._choice is not None else ()
        for name, gap in self._gaps.items():
            gap.show_chosen(name == self._gap, welcomes=name in able)
        if self._choice is not None:
            self._how.setText(tr("Now choose a gap for it."))
        elif self._gap is not None:
            self._how.setText(tr("Now choose what goes into the gap."))
        elif len(filled(self._interaction, self._response)) < len(self._gaps):
            self._how.setText(tr("Tap a word and then its gap, or drag it there."))
        else:
            self._how.setText(tr("Every gap is filled. Tap one to take its word out again."))

    def _go_along_choices(self, step: int) -> None:
        focus_next([tile for tile in self._tiles.values() if tile.isEnabled()], step)

    def _go_along_gaps(self, step: int) -> None:
        focus_next([gap.tile for gap in self._gaps.values()], step)

    def _focus_first(self, tiles: Iterable[QWidget]) -> None:
        for tile in tiles:
            tile.setFocus(Qt.FocusReason.OtherFocusReason)
            return


def _verdict(view: AnswerView, gap: str, choice: str | None, right: str | None) -> Verdict:
    """How a gap is marked: by the key once that is told, before by what the check found of its choice or of itself."""
    if view.settled and view.right:
        if choice is None:
            return Verdict.NONE
        return Verdict.RIGHT if choice == right else Verdict.NOT_THIS
    found = view.parts_right.get(gap)
    return Verdict.NONE if choice is None or found is None else Verdict.RIGHT if found else Verdict.NOT_THIS
