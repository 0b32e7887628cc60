"""Sources to give a target each."""

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
from kiosk.desktop.widgets.beside import Beside
from kiosk.desktop.widgets.columns import Columns
from kiosk.desktop.widgets.drag import DragImage
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.lettering import letters
from kiosk.desktop.widgets.match_row import MatchRow
from kiosk.desktop.widgets.match_tile import MatchTile
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import plain_text
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.arranging import free_targets, match, matched, unmatch
from kiosk.lessons.interactions import Choice, MatchInteraction, Response
from kiosk.lessons.limits import asked
from kiosk.lessons.pairing import refusal
from kiosk.words import tr

_BANK_WIDTH = 190
_ROWS_SHARE = 0.66


class MatchAnswers(Answers):
    """Numbered sources with a slot each, and beside or under them the lettered targets.

    Two are matched by tapping one and then the other, whichever comes first, or by dragging a target to a source. A
    tap on a filled slot takes its target out. Keys: Space chooses, arrows go along, Escape lets go, Backspace takes
    out; a number chooses a source, and a letter gives it (or the first that is open) a target.
    """

    def __init__(
        self, interaction: MatchInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._interaction = interaction
        self._response: Response = ()
        self._locked = False
        self._source: str | None = None
        self._target: str | None = None
        self._image: DragImage | None = None
        self._how = label("", TextRole.MUTED)
        self._choices = {choice.identifier: choice for choice in interaction.targets}
        self._letters = dict(zip(self._choices, letters(len(self._choices)), strict=True))
        self._asked = "" if interaction.min_associations == len(interaction.sources) else asked(interaction)
        self._nudge = ""
        self._rows: dict[str, MatchRow] = {}
        self._targets: dict[str, MatchTile] = {}
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for number, source in enumerate(interaction.sources, 1):
            row = MatchRow(source, str(number), theme, pictures)
            self._rows[source.identifier] = row
            self._connect_row(source.identifier, row)
            column.addWidget(row)
        column.addStretch()
        self._bank = Columns(most=3, gap=GRID, column_width=px(theme, _BANK_WIDTH))
        for identifier, choice in self._choices.items():
            tile = MatchTile(theme, pictures, self._bank)
            tile.setCheckable(True)
            tile.show_content(self._letters[identifier], choice.content)
            tile.setAccessibleName(f"{self._letters[identifier]}: {plain_text(choice.content)}")
            self._targets[identifier] = tile
            self._connect_target(identifier, tile)
        self._bank.show_cells(tuple(self._targets.values()))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID * 2)
        box.addWidget(self._how)
        box.addWidget(
            Beside(rows, self._bank, least=px(theme, _BANK_WIDTH), gap=GRID * 3, share=_ROWS_SHARE),
        )

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        return (*(row.source for row in self._rows.values()), *self._targets.values())

    @override
    def show_view(self, view: AnswerView) -> None:
        self._response = view.response
        self._locked = view.settled
        if view.settled:
            self._source = self._target = None
        pairs = matched(self._interaction, view.response)
        right = matched(self._interaction, view.right)
        for source, row in self._rows.items():
            verdict = _VERDICTS[view.parts_right.get(source)]
            told = right.get(source) if verdict is Verdict.NOT_THIS else None
            row.show_target(self._lettered(pairs.get(source)), locked=view.settled)
            row.show_verdict(verdict, view.choice_feedback.get(source, ""), self._lettered(told))
        free = free_targets(self._interaction, view.response)
        for target, tile in self._targets.items():
            tile.show_taken(target not in free)
        self._bank.setVisible(not view.settled)
        self._how.setVisible(not view.settled)
        self._show_chosen()

    @override
    def choose_by_key(self, key: str) -> bool:
        numbers = dict(zip("123456789", self._rows, strict=False))
        lettered = {letter: target for target, letter in self._letters.items()}
        if key in numbers:
            self._rows[numbers[key]].source.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._press_source(numbers[key])
        elif key.lower() in lettered:
            self._source = self._source or self._focused_source() or next(iter(self._open_sources()), None)
            self._press_target(lettered[key.lower()])
        else:
            return False
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self._source or self._target):
            self._let_go()
        else:
            super().keyPressEvent(event)

    def _connect_row(self, source: str, row: MatchRow) -> None:
        row.source.clicked.connect(partial(self._press_source, source))
        row.source.arrowed.connect(self._go_along_sources)
        row.source.erased.connect(partial(self._take_out, source))
        row.slot.clicked.connect(partial(self._press_slot, source))
        self._connect_drag(row.slot, lambda: matched(self._interaction, self._response).get(source), source)

    def _connect_target(self, target: str, tile: MatchTile) -> None:
        tile.clicked.connect(partial(self._press_target, target))
        tile.arrowed.connect(self._go_along_targets)
        self._connect_drag(tile, lambda: target, None)

    def _connect_drag(self, tile: MatchTile, target: Callable[[], str | None], from_source: str | None) -> None:
        tile.drag.began.connect(lambda pressed: self._begin_drag(tile, target(), pressed))
        tile.drag.moved.connect(self._drag)
        tile.drag.dropped.connect(partial(self._drop, from_source))

    # -- one, then the other ---------------------------------------------------------------------------

    def _press_source(self, source: str) -> None:
        if self._target is not None:
            self._match(source, self._target)
        else:
            self._choose(source=None if source == self._source else source)

    def _press_target(self, target: str) -> None:
        if self._source is not None:
            self._match(self._source, target)
        else:
            self._choose(target=None if target == self._target else target)

    def _press_slot(self, source: str) -> None:
        if source in matched(self._interaction, self._response) and self._target is None:
            self._take_out(source)
        else:
            self._press_source(source)

    def _choose(self, *, source: str | None = None, target: str | None = None) -> None:
        """Have one side chosen, and the focus where the other side is chosen from."""
        self._source, self._target = (None, None) if self._locked else (source, target)
        self._nudge = ""
        self._show_chosen()
        if self._source is not None:
            self._focus_first(tile for tile in self._targets.values() if tile.isEnabled())
        elif self._target is not None:
            self._focus_first(self._rows[name].source for name in self._open_sources() or self._rows)

    def _let_go(self) -> None:
        chosen = self._source
        self._choose()
        if chosen is not None:
            self._focus_first([self._rows[chosen].source])

    def _match(self, source: str, target: str) -> None:
        if self._locked:
            return
        self._source = self._target = None
        response = self._with(self._response, source, target)
        if response == self._response:
            self._show_chosen()
            return
        open_rows = [row for name, row in self._rows.items() if name not in matched(self._interaction, response)]
        self._focus_first(row.source for row in (*open_rows, self._rows[source]))
        self.responded.emit(response)

    def _with(self, before: Response, source: str, target: str) -> Response:
        """The response with these two matched; unchanged, and the reason told, where they cannot be."""
        response = match(self._interaction, before, source, target)
        pair = f"{source} {target}"
        self._nudge = refusal(self._interaction, tuple(one for one in response if one != pair), source, target)
        return before if self._nudge else response

    def _take_out(self, source: str) -> None:
        if not self._locked:
            self.responded.emit(unmatch(self._interaction, self._response, source))

    # -- by dragging -----------------------------------------------------------------------------------

    def _begin_drag(self, tile: MatchTile, target: str | None, pressed: QPoint) -> None:
        if target is not None and not self._locked:
            self._source, self._target = None, target
            self._image = DragImage(tile, pressed)
            self._show_chosen()

    def _drag(self, pointer: QPoint) -> None:
        if self._image is not None:
            self._image.follow(pointer)
            for row in self._rows.values():
                row.slot.show_aimed(row.contains(pointer))

    def _drop(self, from_source: str | None, pointer: QPoint) -> None:
        if self._image is None or self._target is None:
            return
        self._image.deleteLater()
        self._image.hide()
        self._image, target, self._target = None, self._target, None
        response = self._response
        if from_source is not None:
            response = unmatch(self._interaction, response, from_source)
        for source, row in self._rows.items():
            row.slot.show_aimed(False)
            if row.contains(pointer):
                response = self._with(response, source, target)
        self._show_chosen()
        if response != self._response:
            self.responded.emit(response)

    # -- what is seen ----------------------------------------------------------------------------------

    def _show_chosen(self) -> None:
        for source, row in self._rows.items():
            row.source.setChecked(source == self._source)
        for target, tile in self._targets.items():
            tile.setChecked(target == self._target)
        if self._source is not None:
            self._how.setText(tr("Now choose what goes with it."))
        elif self._target is not None:
            self._how.setText(tr("Now choose where it goes."))
        elif self._nudge:
            self._how.setText(self._nudge)
        elif self._open_sources():
            how = tr("Tap two that belong together, or drag them.")
            self._how.setText(f"{how} {self._asked}".rstrip())
        else:
            self._how.setText(tr("All have one. Tap an answer to take it out again."))

    def _lettered(self, target: str | None) -> tuple[str, Choice] | None:
        return None if target is None else (self._letters[target], self._choices[target])

    def _open_sources(self) -> list[str]:
        pairs = matched(self._interaction, self._response)
        return [source for source in self._rows if source not in pairs]

    def _focused_source(self) -> str | None:
        return next((source for source, row in self._rows.items() if row.source.hasFocus()), None)

    def _go_along_sources(self, step: int) -> None:
        focus_next([row.source for row in self._rows.values()], step)

    def _go_along_targets(self, step: int) -> None:
        focus_next([tile for tile in self._targets.values() if tile.isEnabled()], step)

    def _focus_first(self, tiles: Iterable[QWidget]) -> None:
        for tile in tiles:
            tile.setFocus(Qt.FocusReason.OtherFocusReason)
            return


_VERDICTS = {None: Verdict.NONE, True: Verdict.RIGHT, False: Verdict.NOT_THIS}
