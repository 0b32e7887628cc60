"""What may be a right response: as the item says it, by what it is worth, or by what the rules compare it with."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from kiosk.lessons.expressions import Scope, evaluate
from kiosk.lessons.interactions import Interaction, Response
from kiosk.lessons.item import Expression, Item, ResponseDeclaration, Rule, interactions
from kiosk.lessons.mapping import best_keys, best_points
from kiosk.lessons.processing import every_expression
from kiosk.lessons.values import Cardinality, Nullable, write_value

_COMPARING = frozenset({"contains", "equal", "equal-rounded", "match", "member", "string-match", "substring"})


def candidates(item: Item, variables: Mapping[str, Nullable]) -> Mapping[str, tuple[Response, ...]]:
    """By response variable those of which one is right, the likeliest first: one where the item says it.

    `variables` are those before any response. A response of which nothing tells is missing. A mapping's single answers
    are worth trying all, for rules may ask that two fields differ; so is each constant that a rule compares with the
    response.
    """
    by_response = {interaction.response: interaction for interaction in interactions(item)}
    compared = _compared(item.response_processing, variables)
    found = {
        name: _said(declaration, by_response.get(name)) or compared.get(name, ())
        for declaration in item.responses
        for name in [declaration.identifier]
    }
    return {name: responses for name, responses in found.items() if responses}


def _said(declaration: ResponseDeclaration, interaction: Interaction | None) -> tuple[Response, ...]:
    """What the declaration tells."""
    if declaration.correct:
        fields = declaration.correct.fields
        return (write_value(fields.get("stringValue") if fields is not None else declaration.correct),)
    most = 1 if declaration.cardinality is Cardinality.SINGLE else _most(interaction)
    if declaration.area_mapping:
        return (best_points(declaration.area_mapping, most),)
    if declaration.mapping:
        alone = ((entry.key,) for entry in declaration.mapping.entries if most == 1 and entry.value > 0)
        return tuple(dict.fromkeys((best_keys(declaration.mapping, most), *alone)))
    return ()


def _compared(rules: Sequence[Rule], variables: Mapping[str, Nullable]) -> Mapping[str, tuple[Response, ...]]:
    """What rules compare each response with."""
    scope = Scope(variables, Random(0))  # noqa: S311 - a rule that compares with chance has no key
    found: dict[str, dict[Response, None]] = {}
    for response, other in _comparisons(rules):
        value = evaluate(other, scope)
        if value is not None:
            found.setdefault(response, {})[write_value(value)] = None
    return {response: tuple(values) for response, values in found.items()}


def _comparisons(rules: Sequence[Rule]) -> Iterator[tuple[str, Expression]]:
    """Each variable that is compared, and what with."""
    for expression in every_expression(rules):
        operands = expression.operands
        if expression.operator in _COMPARING and len(operands) == 2:
            for one, other in (operands, operands[::-1]):
                if one.operator == "variable":
                    yield one.attributes.get("identifier", ""), other


def _most(interaction: Interaction | None) -> int:
    """How many choices, pairs or points a response may have; 0 for any number."""
    most: int = getattr(interaction, "max_choices", getattr(interaction, "max_associations", 0))
    return most
