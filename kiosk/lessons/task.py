"""Items with a single interaction, scored by QTI's own rules: 1 for what is right and 0 for the rest."""

from dataclasses import dataclass, replace
from fractions import Fraction

from kiosk.lessons.interactions import (
    ChoiceInteraction,
    Html,
    Interaction,
    MatchInteraction,
    OrderInteraction,
    TextEntryInteraction,
)
from kiosk.lessons.item import (
    Block,
    Expression,
    If,
    Item,
    MapEntry,
    OutcomeDeclaration,
    ResponseDeclaration,
    Rule,
    SetVariable,
    Text,
    ValueMapping,
)
from kiosk.lessons.model import RESPONSE
from kiosk.lessons.processing_templates import standard_rules
from kiosk.lessons.values import BaseType, Cardinality, Scalar, Value


def _standard(name: str) -> tuple[Rule, ...]:
    rules = standard_rules(name)
    assert rules is not None
    return rules


def _float(number: Fraction | float) -> Value:
    return Value(Cardinality.SINGLE, BaseType.FLOAT, (float(number),))


SCORE = OutcomeDeclaration("SCORE", Cardinality.SINGLE, BaseType.FLOAT, default=_float(0), normal_maximum=1.0)
MATCH_CORRECT = _standard("match_correct")
"""Right when the response is the correct one, whole."""


type TaskInteraction = ChoiceInteraction | MatchInteraction | OrderInteraction | TextEntryInteraction


@dataclass(frozen=True, slots=True)
class Task:
    """What there is to do, and what is right: an item with one response, but for its prompt.

    `shown` is the right answer as its author writes it, where that is not how the item has it.
    """

    interaction: TaskInteraction
    response: ResponseDeclaration
    processing: tuple[Rule, ...] = MATCH_CORRECT
    shown: str = ""


def item_of(identifier: str, prompt: Html, task: Task) -> Item:
    """The item that asks for it. A field stands in a paragraph of its own, below the prompt."""
    match task.interaction:
        case TextEntryInteraction() as field:
            blocks: tuple[Block, ...] = (Text(prompt), Text(f'<p><x-slot response="{RESPONSE}"></x-slot></p>'))
            inline: tuple[Interaction, ...] = (field,)
        case interaction:
            blocks, inline = (replace(interaction, prompt=prompt),), ()
    return Item(
        identifier=identifier,
        title="",
        blocks=blocks,
        inline=inline,
        responses=(task.response,),
        outcomes=(SCORE,),
        response_processing=task.processing,
    )


def declared(cardinality: Cardinality, base_type: BaseType, correct: tuple[Scalar, ...]) -> ResponseDeclaration:
    return ResponseDeclaration(RESPONSE, cardinality, base_type, Value(cardinality, base_type, correct))


def one_of(accepted: tuple[str, ...]) -> tuple[ResponseDeclaration, tuple[Rule, ...]]:
    """Right when the text is one of these, apart from case and spaces: QTI's mapping of a string."""
    mapping = ValueMapping(tuple(MapEntry(text, 1.0, case_sensitive=False) for text in dict.fromkeys(accepted)))
    response = ResponseDeclaration(
        RESPONSE,
        Cardinality.SINGLE,
        BaseType.STRING,
        Value(Cardinality.SINGLE, BaseType.STRING, accepted[:1]),
        mapping,
    )
    return response, _standard("map_response")


def in_range(low: Fraction, high: Fraction) -> tuple[ResponseDeclaration, tuple[Rule, ...]]:
    """Right when the number lies in [low, high], ends included.

    The ends are worked out exactly and only then become QTI's floats, as what is typed does. So 0.1 means 0.1, up to
    the digits in which QTI's numbers are compared (see `kiosk.lessons.values`).
    """
    response = declared(Cardinality.SINGLE, BaseType.FLOAT, (float((low + high) / 2),))
    typed = Expression("variable", attributes={"identifier": RESPONSE})
    within = (Expression("gte", (typed, _base_value(low))), Expression("lte", (typed, _base_value(high))))
    right = If(((Expression("and", within), (_score_is(1),)),), (_score_is(0),))
    return response, (right,)


def _score_is(points: float) -> SetVariable:
    return SetVariable(SCORE.identifier, _base_value(points))


def _base_value(number: Fraction | float) -> Expression:
    return Expression("base-value", attributes={"base-type": BaseType.FLOAT}, value=_float(number))
