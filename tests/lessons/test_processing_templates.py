from dataclasses import replace

import pytest

from kiosk.lessons.interactions import Area, Shape
from kiosk.lessons.item import AreaMapping, MapEntry, OutcomeDeclaration, ValueMapping
from kiosk.lessons.item_session import attempt, begin, correct_responses, score
from kiosk.lessons.processing_templates import standard_rules
from kiosk.lessons.values import BaseType, Cardinality
from tests.lessons.items import SCORE, bag, declared, item, one, rules

MAXSCORE = OutcomeDeclaration("MAXSCORE", Cardinality.SINGLE, BaseType.FLOAT, one(1.5))
FEEDBACK = OutcomeDeclaration("FEEDBACK", Cardinality.SINGLE, BaseType.IDENTIFIER)
BASIC = replace(FEEDBACK, identifier="FEEDBACKBASIC")


@pytest.mark.parametrize(
    "uri",
    [
        "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct",
        "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml",
        "../rptemplates/match_correct.xml",
        " match_correct/ ",
    ],
)
def test_a_template_is_known_by_the_last_part_of_its_address(uri: str) -> None:
    assert standard_rules(uri) == rules("match_correct")


def test_another_template_is_not_known() -> None:
    assert standard_rules("https://example.org/rptemplates/match_nothing") is None


def test_map_response_sums_and_gives_a_blank_nothing_whatever_its_bounds() -> None:
    mapping = ValueMapping((MapEntry("a", 1.0), MapEntry("b", 0.5)), default=-1, lower=0.25)
    response = replace(declared(cardinality=Cardinality.MULTIPLE), mapping=mapping)
    session = begin(item(response, rules("map_response")), 1)
    assert correct_responses(session) == {"RESPONSE": ("a", "b")}
    assert score(attempt(session, {"RESPONSE": ("a", "b")})) == 1.5
    assert score(attempt(session, {"RESPONSE": ("c",)})) == 0.25
    assert score(attempt(session, {})) == 0


def test_map_response_point_scores_a_point_by_its_area() -> None:
    areas = AreaMapping(((Area(Shape.CIRCLE, (102, 113, 16)), 1.0),))
    session = begin(item(replace(declared(BaseType.POINT), area_mapping=areas), rules("map_response_point")), 1)
    assert correct_responses(session) == {"RESPONSE": ("102 113",)}
    assert score(attempt(session, {"RESPONSE": ("110 120",)})) == 1
    assert score(attempt(session, {"RESPONSE": ("10 10",)})) == 0


def test_common_cartridges_templates_say_right_or_wrong() -> None:
    basic = item(declared(correct=one("b")), rules("CC2_match_basic"), [SCORE, MAXSCORE, BASIC])
    right = attempt(begin(basic, 1), {"RESPONSE": ("b",)})
    assert score(right) == 1.5
    assert right.variables["FEEDBACKBASIC"] == one("correct")
    mapping = ValueMapping((MapEntry("a", 1.0), MapEntry("b", 0.5)))
    response = replace(declared(cardinality=Cardinality.MULTIPLE, correct=bag("a", "b")), mapping=mapping)
    mapped = begin(item(response, rules("CC2_map_response"), [SCORE, MAXSCORE, FEEDBACK]), 1)
    assert attempt(mapped, {"RESPONSE": ("a", "b")}).variables["FEEDBACK"] == one("correct")
    assert attempt(mapped, {"RESPONSE": ("a",)}).variables["FEEDBACK"] == one("incorrect")
