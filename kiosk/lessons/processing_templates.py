"""QTI's standard response processing templates, as the rules that they stand for."""

from collections.abc import Mapping

from kiosk.lessons.item import Expression, If, Rule, SetVariable
from kiosk.lessons.values import BaseType, single


def standard_rules(uri: str) -> tuple[Rule, ...] | None:
    """The rules of a template by the last part of its URI, of which there are some 15 spellings; None for another."""
    name = uri.strip().rstrip("/").rpartition("/")[2].removesuffix(".xml").casefold()
    return _TEMPLATES.get(name)


def _named(operator: str, identifier: str) -> Expression:
    return Expression(operator, attributes={"identifier": identifier})


def _base(base_type: BaseType, value: str | float) -> Expression:
    return Expression("base-value", value=single(base_type, value), attributes={"base-type": str(base_type)})


def _set(name: str, expression: Expression) -> Rule:
    return SetVariable(name, expression)


_RESPONSE = _named("variable", "RESPONSE")
_IS_CORRECT = Expression("match", (_RESPONSE, _named("correct", "RESPONSE")))
_NO_POINTS = _set("SCORE", _base(BaseType.FLOAT, 0.0))
_ONE_POINT = _set("SCORE", _base(BaseType.FLOAT, 1.0))


def _mapped(operator: str) -> Rule:
    is_blank = Expression("is-null", (_RESPONSE,))
    return If(((is_blank, (_NO_POINTS,)),), (_set("SCORE", _named(operator, "RESPONSE")),))


def _feedback(name: str, identifier: str) -> Rule:
    return _set(name, _base(BaseType.IDENTIFIER, identifier))


_MATCH_CORRECT = If(((_IS_CORRECT, (_ONE_POINT,)),), (_NO_POINTS,))
_MATCH_BASIC = If(
    ((_IS_CORRECT, (_set("SCORE", _named("variable", "MAXSCORE")), _feedback("FEEDBACKBASIC", "correct"))),),
    (_feedback("FEEDBACKBASIC", "incorrect"),),
)
_HAS_ALL_POINTS = Expression(
    "equal", (_named("variable", "MAXSCORE"), _named("variable", "SCORE")), {"tolerance-mode": "exact"}
)
_FEEDBACK_BY_SCORE = If(
    ((_HAS_ALL_POINTS, (_feedback("FEEDBACK", "correct"),)),), (_feedback("FEEDBACK", "incorrect"),)
)

_TEMPLATES: Mapping[str, tuple[Rule, ...]] = {
    "match_correct": (_MATCH_CORRECT,),
    "map_response": (_mapped("map-response"),),
    "map_response_point": (_mapped("map-response-point"),),
    "cc2_match": (_MATCH_CORRECT,),
    "cc2_match_correct": (_MATCH_CORRECT,),
    "cc2_match_basic": (_MATCH_BASIC,),
    "cc2_map_response": (_mapped("map-response"), _FEEDBACK_BY_SCORE),
}
