"""A question on each of the pictures in `FOLDER` that are answered on."""

from dataclasses import replace
from pathlib import Path

from kiosk.desktop.present import lesson_view
from kiosk.desktop.views import LessonView
from kiosk.lessons.interactions import (
    Area,
    Choice,
    DrawingInteraction,
    GraphicAssociateInteraction,
    GraphicGapMatchInteraction,
    GraphicOrderInteraction,
    Hotspot,
    HotspotInteraction,
    Picture,
    PositionObjectInteraction,
    SelectPointInteraction,
    Shape,
)
from kiosk.lessons.item import Item
from kiosk.lessons.model import Question, QuestionId
from kiosk.lessons.player import Player
from tests.lessons.packages import lesson

FOLDER = Path(__file__).parent / "pictures"


def _circle(name: str, x: float, y: float, radius: float, label: str, most: int = 1) -> Hotspot:
    return Hotspot(name, Area(Shape.CIRCLE, (x, y, radius)), label, match_max=most)


PLANT = Picture("plant.svg", 480, 440, "A plant with a flower, two leaves, a stem and roots in the earth")
FLOWER = Hotspot("flower", Area(Shape.CIRCLE, (240, 112, 76)), "Flower")
LEAF = Hotspot("leaf", Area(Shape.POLY, (240, 296, 282, 244, 356, 218, 336, 266, 290, 292)), "Right leaf")
OTHER_LEAF = Hotspot("other", Area(Shape.ELLIPSE, (186, 230, 58, 36)), "Left leaf")
STEM = Hotspot("stem", Area(Shape.RECT, (226, 190, 254, 220)), "Stem")
ROOTS = Hotspot("roots", Area(Shape.RECT, (184, 328, 300, 428)), "Roots")

HOTSPOT = HotspotInteraction("R", PLANT, (FLOWER, LEAF, OTHER_LEAF, STEM, ROOTS))
HOTSPOTS = HotspotInteraction("R", PLANT, HOTSPOT.hotspots, max_choices=2)

BALLOONS = Picture("balloons.svg", 640, 320, "Four balloons of different sizes")
ORDER = GraphicOrderInteraction(
    "R",
    BALLOONS,
    (
        Hotspot("pink", Area(Shape.ELLIPSE, (100, 150, 50, 58)), "Pink balloon"),
        Hotspot("blue", Area(Shape.ELLIPSE, (246, 86, 66, 74)), "Blue balloon"),
        Hotspot("yellow", Area(Shape.ELLIPSE, (400, 206, 28, 32)), "Yellow balloon"),
        Hotspot("green", Area(Shape.ELLIPSE, (540, 142, 38, 44)), "Green balloon"),
    ),
)

PIES = Picture("pies.svg", 560, 360, "Three circles with a part coloured, and three fractions")
ASSOCIATE = GraphicAssociateInteraction(
    "R",
    PIES,
    (
        _circle("third", 110, 70, 48, "Circle with a third coloured"),
        _circle("half", 110, 180, 48, "Circle with a half coloured"),
        _circle("quarter", 110, 290, 48, "Circle with a quarter coloured"),
        _circle("f2", 450, 70, 40, "One half"),
        _circle("f4", 450, 180, 40, "One quarter"),
        _circle("f3", 450, 290, 40, "One third"),
    ),
    max_associations=3,
)

ISLAND = Picture("island.svg", 640, 400, "A map of an island with a mountain, a forest, a house and a lighthouse")
GAP_MATCH = GraphicGapMatchInteraction(
    "R",
    ISLAND,
    (
        Choice("mountain", "<p>mountain</p>"),
        Choice("forest", "<p>forest</p>"),
        Choice("house", "<p>house</p>"),
        Choice("lighthouse", "<p>lighthouse</p>"),
        Choice("harbour", "<p>harbour</p>"),
    ),
    (
        Hotspot("m", Area(Shape.RECT, (222, 200, 358, 240)), "Under the mountain"),
        Hotspot("f", Area(Shape.RECT, (390, 288, 520, 328)), "Under the trees"),
        Hotspot("h", Area(Shape.RECT, (152, 304, 272, 344)), "Under the house"),
        Hotspot("l", Area(Shape.RECT, (438, 154, 568, 194)), "Under the lighthouse"),
    ),
)
PICTURE_GAPS = GraphicGapMatchInteraction(
    "R",
    Picture("pond.svg", 640, 340, "A pond"),
    (
        Choice("fish", '<p><img src="fish.svg" alt="a fish" width="110" height="60"></p>', match_max=2),
        Choice("sun", "<p>the sun</p>"),
    ),
    (
        Hotspot("water", Area(Shape.RECT, (230, 170, 400, 260)), "In the water", match_max=2),
        Hotspot("sky", Area(Shape.CIRCLE, (560, 56, 44)), "In the sky"),
    ),
)

LINE = Picture("line.svg", 680, 130, "A number line from 0 to 10")
POINT = SelectPointInteraction("R", LINE)
POINTS = SelectPointInteraction("R", LINE, max_choices=3)

POSITION = PositionObjectInteraction(
    "R",
    Picture("pond.svg", 640, 340, "A pond with plants, under the sun"),
    Picture("fish.svg", 110, 60, "A fish"),
    max_choices=3,
)

DRAWING = DrawingInteraction("R", Picture("house.svg", 560, 360, "The left half of a house, and a dashed line"))


type OnPicture = (
    HotspotInteraction
    | GraphicOrderInteraction
    | GraphicAssociateInteraction
    | GraphicGapMatchInteraction
    | SelectPointInteraction
    | PositionObjectInteraction
    | DrawingInteraction
)


def _page(asked: str, interaction: OnPicture, *response: str) -> LessonView:
    """A lesson's page that asks this, with what was answered so far."""
    item = Item("sample", "", (replace(interaction, prompt=f"<p>{asked}</p>"),))
    question = Question(QuestionId("sample"), item)
    whole = lesson((question,))
    page = replace(whole.pages[0], title="Look closely", blocks=(question,))
    player = Player(replace(whole, title="Pictures", pages=(page,), folder=FOLDER))
    player.respond(question.id, {"R": response})
    return lesson_view(player, None)


PAGES = {
    "hotspot": _page("Which part of the plant takes in water?", HOTSPOT, "roots"),
    "order": _page("From the smallest balloon to the largest: which comes first?", ORDER, "yellow", "green"),
    "associate": _page("Join each circle with the fraction that is coloured.", ASSOCIATE, "third f3", "half f2"),
    "gap-match": _page("What is there on the island?", GAP_MATCH, "mountain m", "house h"),
    "point": _page("Where is 7 on the number line?", POINT, "460 60"),
    "position": _page("Put three fish into the water.", POSITION, "220 200", "400 240"),
    "drawing": _page("Draw the other half of the house.", DRAWING),
}
"""A page for each of these interactions, with some of it answered."""
