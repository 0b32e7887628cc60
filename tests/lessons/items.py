"""Items and expressions for the tests of this room, written as briefly as they can be."""

from collections.abc import Sequence

from kiosk.lessons.interactions import Choice, ChoiceInteraction
from kiosk.lessons.item import Block, Expression, If, Item, OutcomeDeclaration, ResponseDeclaration, Rule, SetVariable
from kiosk.lessons.processing_templates import standard_rules
from kiosk.lessons.values import BaseType, Cardinality, Nullable, Scalar, container, single

SCORE = OutcomeDeclaration("SCORE", Cardinality.SINGLE, BaseType.FLOAT)


def op(operator: str, *operands: Expression, **attributes: str) -> Expression:
    """An operator; `tolerance_mode="exact"` is its attribute tolerance-mode."""
    return Expression(operator, operands, {name.replace("_", "-"): text for name, text in attributes.items()})


def base(value: Nullable) -> Expression:
    return Expression("base-value", value=value)


def lit(*scalars: Scalar) -> Expression:
    """A literal: of one value a single one, of several a bag."""
    return base(one(scalars[0]) if len(scalars) == 1 else bag(*scalars))


def one(scalar: Scalar, base_type: BaseType | None = None) -> Nullable:
    return single(base_type or _type_of(scalar), scalar)


def bag(*scalars: Scalar, base_type: BaseType | None = None) -> Nullable:
    return container(Cardinality.MULTIPLE, base_type or _type_of(scalars[0]), scalars)


def row(*scalars: Scalar, base_type: BaseType | None = None) -> Nullable:
    return container(Cardinality.ORDERED, base_type or _type_of(scalars[0]), scalars)


def variable(name: str) -> Expression:
    return op("variable", identifier=name)


def when(condition: Expression, *then: Rule) -> Rule:
    return If(((condition, then),))


def put(name: str, expression: Expression) -> Rule:
    return SetVariable(name, expression)


def rules(template: str) -> tuple[Rule, ...]:
    found = standard_rules(template)
    assert found is not None
    return found


def declared(
    base_type: BaseType = BaseType.IDENTIFIER,
    cardinality: Cardinality = Cardinality.SINGLE,
    correct: Nullable = None,
    name: str = "RESPONSE",
) -> ResponseDeclaration:
    return ResponseDeclaration(name, cardinality, base_type, correct)


def choosing(identifiers: str = "abc", most: int = 1) -> ChoiceInteraction:
    return ChoiceInteraction("RESPONSE", tuple(Choice(name, name) for name in identifiers), max_choices=most)


def item(
    response: ResponseDeclaration | None = None,
    processing: Sequence[Rule] = (),
    outcomes: Sequence[OutcomeDeclaration] = (SCORE,),
    blocks: Sequence[Block] = (),
) -> Item:
    return Item(
        "item",
        "An item",
        tuple(blocks),
        responses=(response,) if response else (),
        outcomes=tuple(outcomes),
        response_processing=tuple(processing),
    )


def _type_of(scalar: Scalar) -> BaseType:
    match scalar:
        case bool():
            return BaseType.BOOLEAN
        case int():
            return BaseType.INTEGER
        case float():
            return BaseType.FLOAT
        case str():
            return BaseType.IDENTIFIER
        case _:
            return BaseType.DIRECTED_PAIR if isinstance(scalar[0], str) else BaseType.POINT
