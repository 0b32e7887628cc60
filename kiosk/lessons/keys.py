"""What may be a right response: as the item says it, by what it is worth, or by what the rules compare it with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from random import Random

from kiosk.lessons.expressions import Scope, evaluate
from kiosk.lessons.interactions import (
    AssociateInteraction,
    GapMatchInteraction,
    GraphicAssociateInteraction,
    GraphicGapMatchInteraction,
    Interaction,
    MatchInteraction,
    Response,
)
from kiosk.lessons.item import Expression, If, LookupOutcome, ResponseDeclaration, Rule, SetVariable
from kiosk.lessons.mapping import best_keys, best_points
from kiosk.lessons.values import Cardinality, Nullable, write_value

_COMPARING = frozenset({"contains", "equal", "equal-rounded", "match", "member", "string-match", "substring"})


def candidates(
    declaration: ResponseDeclaration,
    interaction: Interaction | None,
    rules: Sequence[Rule],
    variables: Mapping[str, Nullable],
) -> tuple[Response, ...]:
    """The responses of which one is right, the likeliest first: one where the item says it, none where nothing tells.

    `variables` are those before any response. A mapping's single answers are worth trying all, for rules may ask that
    two fields differ; so is each constant that a rule compares with the response.
    """
    if declaration.correct:
        fields = declaration.correct.fields
        return (write_value(fields.get("stringValue") if fields is not None else declaration.correct),)
    most = 1 if declaration.cardinality is Cardinality.SINGLE else _most(interaction)
    if declaration.area_mapping:
        return (best_points(declaration.area_mapping, most),)
    if declaration.mapping:
        alone = ((entry.key,) for entry in declaration.mapping.entries if most == 1 and entry.value > 0)
        return tuple(dict.fromkeys((best_keys(declaration.mapping, most), *alone)))
    scope = Scope(variables, Random(0))  # noqa: S311 - a rule that compares with chance has no key
    compared = (evaluate(other, scope) for rule in rules for other in _compared(rule, declaration.identifier))
    return tuple(dict.fromkeys(write_value(value) for value in compared if value is not None))


def _compared(rule: Rule, response: str) -> Iterator[Expression]:
    """What a rule compares a response with."""
    match rule:
        case If(branches, otherwise):
            for condition, rules in branches:
                yield from _partners(condition, response)
                yield from _all_compared(rules, response)
            yield from _all_compared(otherwise, response)
        case SetVariable(_, expression) | LookupOutcome(_, expression):
            yield from _partners(expression, response)
        case _:
            pass


def _all_compared(rules: Iterable[Rule], response: str) -> Iterator[Expression]:
    for rule in rules:
        yield from _compared(rule, response)


def _partners(expression: Expression, response: str) -> Iterator[Expression]:
    operands = expression.operands
    if expression.operator in _COMPARING and len(operands) == 2:
        for one, other in (operands, operands[::-1]):
            if one.operator == "variable" and one.attributes.get("identifier") == response:
                yield other
    for operand in operands:
        yield from _partners(operand, response)


def _most(interaction: Interaction | None) -> int:
    """How many choices, pairs or points a response may have; 0 for any number."""
    match interaction:
        case (
            AssociateInteraction()
            | GapMatchInteraction()
            | GraphicAssociateInteraction()
            | GraphicGapMatchInteraction()
            | MatchInteraction()
        ):
            return interaction.max_associations
        case None:
            return 0
        case _:
            most = getattr(interaction, "max_choices", 0)
            return most if isinstance(most, int) else 0
