"""Response processing by name: the standard templates, and those of the Common Cartridge profile."""

from collections.abc import Callable, Mapping

from kiosk.lessons.item import Expression, If, Rule, SetVariable
from kiosk.lessons.values import BaseType, Cardinality, Value

RESPONSE = "RESPONSE"


def template_rules(address: str, response: str) -> tuple[Rule, ...] | None:
    """The rules of a template by its address, which is written in some fifteen ways; None for one we do not know."""
    name = address.rstrip("/").rpartition("/")[2].lower().removesuffix(".xml")
    make = _TEMPLATES.get(name)
    return make(response) if make else None


def _match_correct(response: str) -> tuple[Rule, ...]:
    right = Expression("match", (_named("variable", response), _named("correct", response)))
    return (If(((right, (_set("SCORE", _float(1)),)),), (_set("SCORE", _float(0)),)),)


def _mapped(operator: str, response: str) -> tuple[Rule, ...]:
    blank = Expression("is-null", (_named("variable", response),))
    return (If(((blank, (_set("SCORE", _float(0)),)),), (_set("SCORE", _named(operator, response)),)),)


def _map_response(response: str) -> tuple[Rule, ...]:
    return _mapped("map-response", response)


def _map_response_point(response: str) -> tuple[Rule, ...]:
    return _mapped("map-response-point", response)


def _cc2_match_basic(response: str) -> tuple[Rule, ...]:
    right = Expression("match", (_named("variable", response), _named("correct", response)))
    full = _set("SCORE", _named("variable", "MAXSCORE"))
    return (If(((right, (full, _say("FEEDBACKBASIC", right=True))),), (_say("FEEDBACKBASIC", right=False),)),)


def _cc2_map_response(response: str) -> tuple[Rule, ...]:
    exactly = {"tolerance-mode": "exact"}
    full = Expression("equal", (_named("variable", "MAXSCORE"), _named("variable", "SCORE")), exactly)
    said = If(((full, (_say("FEEDBACK", right=True),)),), (_say("FEEDBACK", right=False),))
    return (*_map_response(response), said)


def _say(outcome: str, *, right: bool) -> SetVariable:
    return _set(outcome, _constant(BaseType.IDENTIFIER, "correct" if right else "incorrect"))


def _set(outcome: str, expression: Expression) -> SetVariable:
    return SetVariable(outcome, expression)


def _named(operator: str, identifier: str) -> Expression:
    return Expression(operator, attributes={"identifier": identifier})


def _float(value: float) -> Expression:
    return _constant(BaseType.FLOAT, float(value))


def _constant(base_type: BaseType, value: str | float) -> Expression:
    return Expression(
        "base-value", attributes={"base-type": base_type}, value=Value(Cardinality.SINGLE, base_type, (value,))
    )


_TEMPLATES: Mapping[str, Callable[[str], tuple[Rule, ...]]] = {
    "match_correct": _match_correct,
    "map_response": _map_response,
    "map_response_point": _map_response_point,
    "cc2_match": _match_correct,
    "cc2_match_basic": _cc2_match_basic,
    "cc2_map_response": _cc2_map_response,
}
