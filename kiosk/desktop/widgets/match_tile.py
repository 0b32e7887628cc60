"""What is tapped and dragged in a match: sources, targets, and the slots between them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.widgets.badge import Badge
from kiosk.desktop.widgets.drag import Drag
from kiosk.desktop.widgets.label import give_role, label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.place_tile import PlaceTile
from kiosk.desktop.widgets.rich_text import RichText
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import Html


class MatchTile(PlaceTile):
    """A number or letter and what it says; with nothing in it, a dashed place to fill."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.drag = Drag(self)
        self._badge = Badge("", theme)
        self._content = RichText(theme, pictures, short=True)
        self._word = label("", TextRole.STRONG)
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addStretch()
        words.addWidget(self._content)
        words.addWidget(self._word)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID + GRID // 2, GRID * 2, GRID + GRID // 2)
        row.setSpacing(GRID * 2)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        _keep_room(self._badge, self._content)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._badge.show_chosen)
        self.show_verdict(Verdict.NONE)

    def show_content(self, letter: str, content: Html) -> None:
        """Say what the tile holds; without content it is a place to fill."""
        self._is_empty = not content
        self._badge.show_letter(letter)
        self._content.show_html(content)
        self.update()

    def show_taken(self, taken: bool) -> None:
        """Leave the tile's place empty, at its size, while what it holds is somewhere else."""
        self._is_taken = taken
        self._badge.setVisible(not taken)
        self._content.setVisible(not taken)
        self.setEnabled(not taken)
        self.update()

    def show_verdict(self, verdict: Verdict) -> None:
        self._verdict = verdict
        give_role(self._word, verdict.role)
        self._word.setText(verdict.word)
        self._word.setVisible(bool(verdict.word))
        self._badge.show_verdict(verdict)
        self.setAccessibleDescription(verdict.word)
        self.update()


def _keep_room(*parts: QWidget) -> None:
    """Let what is hidden keep its place, so that nothing around it moves."""
    for part in parts:
        policy = part.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        part.setSizePolicy(policy)
