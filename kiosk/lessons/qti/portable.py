"""What our own questions say in fewer words than QTI, said in QTI's."""

from dataclasses import replace
from html import escape

from kiosk.lessons.interactions import Choice, ChoiceInteraction
from kiosk.lessons.item import Block, Expression, Item, OutcomeDeclaration, SetVariable, Shown
from kiosk.lessons.values import BaseType


def portable(item: Item) -> Item:
    """The item with each choice's feedback as inline feedback: an outcome copies the response, and shows it.

    The feedback of what is ordered or matched depends on what is wrong with it; QTI has no such words, and it is left
    out.
    """
    told = {each.response for each in _choices(item.blocks) if any(choice.feedback for choice in each.choices)}
    responses = [declaration for declaration in item.responses if declaration.identifier in told]
    if not responses:
        return item
    outcomes = (
        OutcomeDeclaration(_outcome(each.identifier), each.cardinality, BaseType.IDENTIFIER) for each in responses
    )
    rules = (
        SetVariable(_outcome(each.identifier), Expression("variable", attributes={"identifier": each.identifier}))
        for each in responses
    )
    return replace(
        item,
        blocks=tuple(_block(block) for block in item.blocks),
        outcomes=(*item.outcomes, *outcomes),
        response_processing=(*item.response_processing, *rules),
    )


def _outcome(response: str) -> str:
    return f"FEEDBACK_{response}"


def _choices(blocks: tuple[Block, ...]) -> list[ChoiceInteraction]:
    inner = [each for block in blocks if isinstance(block, Shown) for each in _choices(block.blocks)]
    return [*(block for block in blocks if isinstance(block, ChoiceInteraction)), *inner]


def _block(block: Block) -> Block:
    match block:
        case Shown(_, blocks):
            return replace(block, blocks=tuple(_block(inner) for inner in blocks))
        case ChoiceInteraction(response, choices):
            return replace(block, choices=tuple(_choice(choice, response) for choice in choices))
        case _:
            return block


def _choice(choice: Choice, response: str) -> Choice:
    if not choice.feedback:
        return choice
    told = f'variable="{escape(_outcome(response))}" identifier="{escape(choice.identifier)}" show="true"'
    shown = f'<x-shown kind="feedback" {told}>{choice.feedback}</x-shown>'
    return replace(choice, content=f"{choice.content} {shown}", feedback="")
