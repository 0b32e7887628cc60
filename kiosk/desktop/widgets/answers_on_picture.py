"""What the answers on a picture have in common: a line that says what to do, the picture, what its signs mean."""

from collections.abc import Iterable
from itertools import pairwise
from typing import override

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers import Answers
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.legend import Legend
from kiosk.desktop.widgets.picture_stage import PictureStage
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import Response


class PictureAnswers(Answers):
    """A subclass makes the stage, and shows in `_show` how its view and response stand."""

    def __init__(self, stage: PictureStage, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = stage
        self._view = AnswerView()
        self._how = label("", TextRole.MUTED)
        self._legend = Legend(theme)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GRID * 2)
        for part in (self._how, stage, self._legend):
            self._box.addWidget(part)

    @override
    def show_view(self, view: AnswerView) -> None:
        self._view = view
        self._how.setVisible(not view.settled)
        self._show()
        for before, after in pairwise(self.controls):  # what came onto the picture would be last on the page
            QWidget.setTabOrder(before, after)

    def _show(self) -> None:
        """Show `_view`."""
        raise NotImplementedError

    def _tell(self, how: str, verdicts: Iterable[Verdict]) -> None:
        self._how.setText(how)
        self._legend.show_verdicts(verdicts)

    def _say(self, words: str) -> None:
        """Say this in place of what to do, until something changes."""
        self._how.setText(words)

    def _respond(self, response: Response) -> None:
        if not self._view.settled and response != self._view.response:
            self.responded.emit(response)
