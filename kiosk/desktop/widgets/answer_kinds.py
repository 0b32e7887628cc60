"""Which controls answer which interaction."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import Theme
from kiosk.desktop.widgets.answers import Answers
from kiosk.desktop.widgets.answers_choice import ChoiceAnswers
from kiosk.desktop.widgets.answers_match import MatchAnswers
from kiosk.desktop.widgets.answers_order import OrderAnswers
from kiosk.desktop.widgets.answers_text import TextAnswer
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.lessons.interactions import (
    ChoiceInteraction,
    Interaction,
    MatchInteraction,
    OrderInteraction,
    TextEntryInteraction,
)


def make_field(interaction: TextEntryInteraction, asked: str, theme: Theme, parent: QWidget) -> Answers:
    """A text entry that stands by itself below what is asked, which names it to a screen reader."""
    return TextAnswer(interaction, asked, theme, parent)


def make_answers(interaction: Interaction, theme: Theme, pictures: Pictures, parent: QWidget) -> Answers:
    """The controls for an interaction. Raises KeyError for a kind that has none."""
    return _KINDS[type(interaction)](interaction, theme, pictures, parent)


_KINDS: Mapping[type, Callable[..., Answers]] = {
    ChoiceInteraction: ChoiceAnswers,
    MatchInteraction: MatchAnswers,
    OrderInteraction: OrderAnswers,
}
"""Each class is made from its interaction, the theme, the lesson's pictures and its parent."""
