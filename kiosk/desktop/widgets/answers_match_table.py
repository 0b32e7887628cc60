"""Sources that may have several targets each: a table of boxes."""

from collections.abc import Sequence
from typing import override

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers import Answers
from kiosk.desktop.widgets.box_table import BoxTable
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import MatchInteraction
from kiosk.lessons.limits import asked
from kiosk.lessons.pairing import pairs, parted, refusal, ticked
from kiosk.words import tr


class MatchTableAnswers(Answers):
    """A row for each source and a column for each target. A box that cannot be ticked says why when it is tried.

    Keys: arrows go from box to box, Space ticks.
    """

    def __init__(
        self, interaction: MatchInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._interaction = interaction
        self._view = AnswerView()
        self._how = label("", TextRole.MUTED)
        self._table = BoxTable(interaction.sources, interaction.targets, theme, pictures)
        self._table.toggled.connect(self._toggle)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID * 2)
        box.addWidget(self._how)
        box.addWidget(self._table)

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        return tuple(self._table.boxes.values())

    @override
    def show_view(self, view: AnswerView) -> None:
        self._view = view
        there = pairs(self._interaction, view.response)
        for (source, target), box in self._table.boxes.items():
            pair = f"{source} {target}"
            box.setChecked(pair in there)
            box.show_verdict(_verdict(view, pair), locked=view.settled)
        self._say("")
        self._how.setVisible(not view.settled)

    def _toggle(self, source: str, target: str) -> None:
        if self._view.settled:
            return
        pair = f"{source} {target}"
        there = pairs(self._interaction, self._view.response)
        if pair in there:
            self.responded.emit(parted(self._interaction, there, pair))
            return
        response = ticked(self._interaction, there, source, target)
        if pair in response:
            self.responded.emit(response)
        else:
            self._table.boxes[source, target].setChecked(False)
            self._say(refusal(self._interaction, there, source, target))

    def _say(self, nudge: str) -> None:
        how = tr("Tick what belongs together.")
        self._how.setText(nudge or f"{how} {asked(self._interaction)}".rstrip())


def _verdict(view: AnswerView, pair: str) -> Verdict:
    if view.settled and view.right:
        if pair in view.right:
            return Verdict.RIGHT if pair in view.response else Verdict.RIGHT_ANSWER
        return Verdict.NOT_THIS if pair in view.response else Verdict.NONE
    told = view.parts_right.get(pair)
    return {None: Verdict.NONE, True: Verdict.RIGHT, False: Verdict.NOT_THIS}[told]
