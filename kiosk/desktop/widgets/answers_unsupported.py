"""A task that this program cannot run."""

from collections.abc import Sequence
from typing import override

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers import Answers
from kiosk.desktop.widgets.notice import Notice, NoticeRole
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText
from kiosk.lessons.interactions import UnsupportedInteraction
from kiosk.words import tr


class UnsupportedAnswers(Answers):
    """The task's own words, and plainly that it cannot be done here and does not count. There is nothing to answer."""

    def __init__(
        self, interaction: UnsupportedInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        if interaction.name:
            needed = tr(
                "This task needs {thing}, which this program does not have. It does not count.", thing=interaction.name
            )
        else:
            needed = tr("This task needs something that this program does not have. It does not count.")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID * 2)
        if interaction.content:
            words = RichText(theme, pictures)
            words.show_html(interaction.content)
            box.addWidget(words)
        box.addWidget(Notice(NoticeRole.INFO, needed, theme))

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        return ()

    @override
    def show_view(self, view: AnswerView) -> None:
        """Nothing changes here."""
