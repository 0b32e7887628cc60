"""What the signs on a picture mean, in words."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, Theme
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.sign_view import SignView
from kiosk.desktop.widgets.signs import Sign
from kiosk.desktop.widgets.verdict import Verdict


class Legend(QWidget):
    """A line for each verdict that is on the picture; hidden while there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[Verdict, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for verdict in Verdict:
            if verdict is Verdict.NONE:
                continue
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(GRID)
            row.addWidget(SignView(Sign(verdict=verdict), theme), 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(label(verdict.word, verdict.role, wrap=False))
            row.addStretch()
            column.addWidget(line)
            self._lines[verdict] = line
        self.show_verdicts(())

    def show_verdicts(self, verdicts: Iterable[Verdict]) -> None:
        there = set(verdicts)
        for verdict, line in self._lines.items():
            line.setVisible(verdict in there)
        self.setVisible(any(verdict in there for verdict in self._lines))
