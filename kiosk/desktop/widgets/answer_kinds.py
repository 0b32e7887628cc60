"""Which controls answer which interaction."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import Theme
from kiosk.desktop.widgets.answers import Answers
from kiosk.desktop.widgets.answers_associate import AssociateAnswers
from kiosk.desktop.widgets.answers_choice import ChoiceAnswers
from kiosk.desktop.widgets.answers_drawing import DrawingAnswers
from kiosk.desktop.widgets.answers_end_attempt import EndAttemptAnswers
from kiosk.desktop.widgets.answers_extended import ExtendedTextAnswers
from kiosk.desktop.widgets.answers_gap_match import GapMatchAnswers
from kiosk.desktop.widgets.answers_graphic_associate import GraphicAssociateAnswers
from kiosk.desktop.widgets.answers_graphic_gap_match import GraphicGapMatchAnswers
from kiosk.desktop.widgets.answers_graphic_order import GraphicOrderAnswers
from kiosk.desktop.widgets.answers_hotspot import HotspotAnswers
from kiosk.desktop.widgets.answers_hottext import HottextAnswers
from kiosk.desktop.widgets.answers_inline_choice import InlineChoiceAnswers
from kiosk.desktop.widgets.answers_match import MatchAnswers
from kiosk.desktop.widgets.answers_match_table import MatchTableAnswers
from kiosk.desktop.widgets.answers_media import MediaAnswers
from kiosk.desktop.widgets.answers_order import OrderAnswers
from kiosk.desktop.widgets.answers_position_object import PositionObjectAnswers
from kiosk.desktop.widgets.answers_select_point import SelectPointAnswers
from kiosk.desktop.widgets.answers_slider import SliderAnswers
from kiosk.desktop.widgets.answers_text import TextAnswer
from kiosk.desktop.widgets.answers_text_entry import TextEntryAnswers
from kiosk.desktop.widgets.answers_unsupported import UnsupportedAnswers
from kiosk.desktop.widgets.answers_upload import UploadAnswers
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.lessons.interactions import (
    AssociateInteraction,
    ChoiceInteraction,
    DrawingInteraction,
    EndAttemptInteraction,
    ExtendedTextInteraction,
    GapMatchInteraction,
    GraphicAssociateInteraction,
    GraphicGapMatchInteraction,
    GraphicOrderInteraction,
    HotspotInteraction,
    HottextInteraction,
    InlineChoiceInteraction,
    Interaction,
    MatchInteraction,
    MediaInteraction,
    OrderInteraction,
    PositionObjectInteraction,
    SelectPointInteraction,
    SliderInteraction,
    TextEntryInteraction,
    UnsupportedInteraction,
    UploadInteraction,
)
from kiosk.lessons.pairing import needs_table


def make_field(interaction: TextEntryInteraction, asked: str, theme: Theme, parent: QWidget) -> Answers:
    """A text entry that stands by itself below what is asked, which names it to a screen reader."""
    return TextAnswer(interaction, asked, theme, parent)


def make_answers(interaction: Interaction, theme: Theme, pictures: Pictures, parent: QWidget) -> Answers:
    """The controls for an interaction; an inline one's are to stand in a text."""
    return KINDS[type(interaction)](interaction, theme, pictures, parent)


def _match(interaction: MatchInteraction, theme: Theme, pictures: Pictures, parent: QWidget) -> Answers:
    kind = MatchTableAnswers if needs_table(interaction) else MatchAnswers
    return kind(interaction, theme, pictures, parent)


KINDS: Mapping[type, Callable[..., Answers]] = {
    AssociateInteraction: AssociateAnswers,
    ChoiceInteraction: ChoiceAnswers,
    DrawingInteraction: DrawingAnswers,
    EndAttemptInteraction: EndAttemptAnswers,
    ExtendedTextInteraction: ExtendedTextAnswers,
    GapMatchInteraction: GapMatchAnswers,
    GraphicAssociateInteraction: GraphicAssociateAnswers,
    GraphicGapMatchInteraction: GraphicGapMatchAnswers,
    GraphicOrderInteraction: GraphicOrderAnswers,
    HotspotInteraction: HotspotAnswers,
    HottextInteraction: HottextAnswers,
    InlineChoiceInteraction: InlineChoiceAnswers,
    MatchInteraction: _match,
    MediaInteraction: MediaAnswers,
    OrderInteraction: OrderAnswers,
    PositionObjectInteraction: PositionObjectAnswers,
    SelectPointInteraction: SelectPointAnswers,
    SliderInteraction: SliderAnswers,
    TextEntryInteraction: TextEntryAnswers,
    UnsupportedInteraction: UnsupportedAnswers,
    UploadInteraction: UploadAnswers,
}
"""Each class is made from its interaction, the theme, the lesson's pictures and its parent."""
