"""What a response lacks, in the words a child is told."""

import pytest

from kiosk.lessons.interactions import (
    Area,
    AssociateInteraction,
    Choice,
    ChoiceInteraction,
    DrawingInteraction,
    EndAttemptInteraction,
    ExtendedTextInteraction,
    GapMatchInteraction,
    GraphicAssociateInteraction,
    GraphicGapMatchInteraction,
    GraphicOrderInteraction,
    Hotspot,
    HotspotInteraction,
    HottextInteraction,
    InlineChoiceInteraction,
    Interaction,
    MatchInteraction,
    MediaInteraction,
    OrderInteraction,
    Picture,
    PositionObjectInteraction,
    Response,
    SelectPointInteraction,
    Shape,
    SliderInteraction,
    TextEntryInteraction,
    UnsupportedInteraction,
    UploadInteraction,
)
from kiosk.lessons.limits import ChoosingInteraction, asked, is_complete, may_choose, missing, takes_some
from kiosk.lessons.pairing import PairingInteraction

ABC = tuple(Choice(name, f"<p>{name}</p>") for name in "abc")
ANY = tuple(Choice(name, f"<p>{name}</p>", match_max=0) for name in "abc")
EACH = tuple(Choice(name, f"<p>{name}</p>", match_min=1) for name in "abc")
XY = tuple(Choice(name, f"<p>{name}</p>", match_max=0) for name in "xy")
MAP = Picture("map.png", 300, 200)
PLACES = tuple(Hotspot(name, Area(Shape.DEFAULT), match_max=0) for name in "abc")


@pytest.mark.parametrize(
    ("interaction", "response", "sentence"),
    [
        (ChoiceInteraction("R", ABC), (), "Choose an answer first."),
        (ChoiceInteraction("R", ABC), ("gone",), "Choose an answer first."),
        (ChoiceInteraction("R", ABC), ("a",), ""),
        (ChoiceInteraction("R", ABC, max_choices=0), (), "Choose one or more answers first."),
        (ChoiceInteraction("R", ABC, max_choices=0), ("a", "b", "c"), ""),
        (ChoiceInteraction("R", ABC, max_choices=0, min_choices=2), ("a",), "Choose at least 2."),
        (ChoiceInteraction("R", ABC, max_choices=2, min_choices=2), ("a",), "Choose 2."),
        (ChoiceInteraction("R", (*ABC, *XY), max_choices=3, min_choices=2), ("a",), "Choose 2 or 3."),
        (ChoiceInteraction("R", (*ABC, *XY), max_choices=4, min_choices=2), ("a",), "Choose 2 to 4."),
        (ChoiceInteraction("R", ABC, max_choices=2), ("a", "b", "c"), "Choose no more than 2."),
        (InlineChoiceInteraction("R", ABC), (), "Choose an answer first."),
        (TextEntryInteraction("R"), ("  ",), "Type your answer first."),
        (TextEntryInteraction("R"), ("7",), ""),
        (ExtendedTextInteraction("R"), ("",), "Write your answer first."),
        (ExtendedTextInteraction("R", max_strings=3, min_strings=2), ("one", " "), "Write at least 2 answers."),
        (ExtendedTextInteraction("R", max_strings=3, min_strings=2), ("one", "two"), ""),
        (OrderInteraction("R", ABC), (), "This is still mixed up. Put it in order first."),
        (OrderInteraction("R", ABC), ("c", "a"), "This is still mixed up. Put it in order first."),
        (OrderInteraction("R", ABC), ("c", "a", "b"), ""),
        (OrderInteraction("R", ABC, min_choices=2), ("c",), "Choose at least 2."),
        (OrderInteraction("R", ABC, min_choices=1, max_choices=2), ("c",), ""),
        (MatchInteraction("R", ABC, XY), (), "Make a pair first."),
        (MatchInteraction("R", ABC, XY), ("a x",), ""),
        (MatchInteraction("R", EACH, XY, max_associations=3), ("a x", "b x"), "Choose something for each one first."),
        (MatchInteraction("R", EACH, XY, max_associations=3), ("a x", "b x", "c y"), ""),
        (MatchInteraction("R", ABC, XY, max_associations=2), ("a x", "b x", "c x"), "Make no more than 2 pairs."),
        (MatchInteraction("R", ABC, XY), ("a x", "b x"), "Make no more than one pair."),
        (MatchInteraction("R", ABC, XY), ("gone x",), "Make a pair first."),
        (AssociateInteraction("R", ANY, max_associations=0, min_associations=2), ("a b",), "Make at least 2 pairs."),
        (AssociateInteraction("R", ANY, max_associations=0, min_associations=2), ("a b", "c a"), ""),
        (GapMatchInteraction("R", ABC, ("1", "2"), ""), (), "Fill a gap first."),
        (GapMatchInteraction("R", ABC, ("1", "2"), "", min_associations=2), ("a 1", "b 2"), ""),
        (HottextInteraction("R", ABC, ""), (), "Choose a place in the text first."),
        (HotspotInteraction("R", MAP, PLACES), (), "Choose a place on the picture first."),
        (GraphicOrderInteraction("R", MAP, PLACES), ("a",), "Choose every place on the picture, one after another."),
        (GraphicOrderInteraction("R", MAP, PLACES), ("a", "c", "b"), ""),
        (GraphicOrderInteraction("R", MAP, PLACES, max_choices=2, min_choices=2), ("a",), "Choose 2."),
        (GraphicAssociateInteraction("R", MAP, PLACES), (), "Join two places first."),
        (GraphicGapMatchInteraction("R", MAP, ABC, PLACES), (), "Put something on the picture first."),
        (SelectPointInteraction("R", MAP), (), "Touch the picture first."),
        (SelectPointInteraction("R", MAP, max_choices=0, min_choices=3), ("1 2", "1 2"), "Choose at least 3."),
        (SelectPointInteraction("R", MAP, max_choices=0, min_choices=2), ("1 2", "1 2"), ""),
        (PositionObjectInteraction("R", MAP, MAP), (), "Put it on the picture first."),
        (SliderInteraction("R", 0, 10), (), "Move the slider first."),
        (SliderInteraction("R", 0, 10), ("0",), ""),
        (MediaInteraction("R", "song.ogg"), (), ""),
        (MediaInteraction("R", "song.ogg", "audio/ogg", min_plays=1), (), "Listen to all of it first."),
        (MediaInteraction("R", "film.mp4", "video/mp4", min_plays=2), ("1",), "Watch all of it 2 times first."),
        (MediaInteraction("R", "film.mp4", "video/mp4", min_plays=2), ("2",), ""),
        (UploadInteraction("R"), (), "Choose a file first."),
        (DrawingInteraction("R", MAP), (), "Draw something first."),
        (EndAttemptInteraction("R", "Show a hint"), (), ""),
        (UnsupportedInteraction("R", "a portable custom interaction"), (), ""),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(interaction: Interaction, response: Response, sentence: str) -> None:
    assert missing(interaction, response) == sentence
    assert is_complete(interaction, response) is not bool(sentence)


def test_a_film_that_cannot_be_played_does_not_stand_in_the_way() -> None:
    assert is_complete(MediaInteraction("R", "film.mp4", "video/mp4", min_plays=1), ("0",))


@pytest.mark.parametrize(
    ("interaction", "sentence"),
    [
        (ChoiceInteraction("R", ABC), ""),
        (ChoiceInteraction("R", ABC, max_choices=0), "Choose one or more."),
        (ChoiceInteraction("R", ABC, max_choices=3), "Choose one or more."),
        (ChoiceInteraction("R", ABC, max_choices=2), "Choose up to 2."),
        (ChoiceInteraction("R", ABC, max_choices=2, min_choices=1), "Choose 1 or 2."),
        (ChoiceInteraction("R", ABC, max_choices=0, min_choices=2), "Choose at least 2."),
        (OrderInteraction("R", ABC), ""),
        (OrderInteraction("R", ABC, max_choices=2), "Choose up to 2."),
        (SelectPointInteraction("R", MAP, max_choices=4), "Choose up to 4."),
        (MatchInteraction("R", ABC, XY), "Make one pair."),
        (MatchInteraction("R", ABC, XY, max_associations=0), ""),
        (AssociateInteraction("R", ABC, max_associations=3, min_associations=2), "Make 2 or 3 pairs."),
        (GapMatchInteraction("R", ABC, ("1", "2"), "", max_associations=2), ""),
    ],
)
def test_how_many_are_wanted_is_said_before(
    interaction: ChoosingInteraction | PairingInteraction, sentence: str
) -> None:
    assert asked(interaction) == sentence


def test_no_more_may_be_chosen_than_the_most() -> None:
    assert may_choose(ChoiceInteraction("R", ABC, max_choices=2), ("a",))
    assert not may_choose(ChoiceInteraction("R", ABC, max_choices=2), ("a", "b"))
    assert may_choose(ChoiceInteraction("R", ABC, max_choices=0), ("a", "b"))


def test_an_order_takes_some_of_its_choices_only_where_a_number_says_so() -> None:
    assert not takes_some(OrderInteraction("R", ABC))
    assert takes_some(OrderInteraction("R", ABC, min_choices=1))
    assert takes_some(OrderInteraction("R", ABC, max_choices=2))
    assert not takes_some(OrderInteraction("R", ABC, min_choices=3, max_choices=3))
