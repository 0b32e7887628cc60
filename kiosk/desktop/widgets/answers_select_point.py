"""One or several points of a picture to mark."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_points import PointAnswers
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.pin_stage import PinStage
from kiosk.lessons.interactions import SelectPointInteraction
from kiosk.lessons.limits import asked
from kiosk.words import tr


class SelectPointAnswers(PointAnswers):
    """Points are numbered where there may be several. A button sets one for who has no pointer."""

    def __init__(
        self, interaction: SelectPointInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            interaction,
            PinStage(interaction.picture, theme, pictures),
            tr("Point", "a place on a picture"),
            theme,
            parent,
        )
        self._add = Button(tr("Add a point"), theme, in_bar=True, icon=Icon.PLUS)
        self._add.clicked.connect(self._set_in_the_middle)
        self._box.insertWidget(2, self._add, 0, Qt.AlignmentFlag.AlignHCenter)
        self.show_view(AnswerView())

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        return (*super().controls, self._add)

    @override
    def _show(self) -> None:
        super()._show()
        self._add.setVisible(not self._view.settled)
        self._add.setEnabled(not self.is_full)

    @override
    def _what_to_do(self) -> str:
        if self._response:
            return tr("Drag a point to move it. Press it to take it away.")
        how = tr("Press the right place on the picture.")
        return f"{how} {asked(self._interaction)}".strip()
