"""The items in items/: one or more for each interaction and expression, each a task that a teacher could use."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from kiosk.lessons.interactions import BlockInteraction, InlineInteraction
from kiosk.lessons.item import Expression, If, Item, Rule, interactions
from kiosk.lessons.item_session import attempt, begin, correct_responses, is_finished, max_score, score
from kiosk.lessons.qti.expressions import OPERATORS
from kiosk.lessons.qti.item import ReadItem, read_item
from kiosk.lessons.qti.reading import folder_files
from kiosk.lessons.qti.write import write_item

ITEMS = Path(__file__).parent / "items"
NAMES = sorted(path.name for path in ITEMS.glob("*.xml"))
WITHOUT_SCORE = {"drawing.xml", "extended-text.xml", "unsupported.xml", "upload.xml"}
OF_TESTS = {
    "number-correct",
    "number-incorrect",
    "number-presented",
    "number-responded",
    "number-selected",
    "outcome-maximum",
    "outcome-minimum",
    "test-variables",
}
"""Expressions that only a test's outcome processing may hold."""


def read(name: str) -> ReadItem:
    return read_item((ITEMS / name).read_bytes(), name, folder_files(ITEMS))


@pytest.mark.parametrize("name", NAMES)
def test_an_item_is_read_without_loss(name: str) -> None:
    assert read(name).losses == ()


@pytest.mark.parametrize("name", NAMES)
def test_an_item_that_was_written_reads_as_the_same_item(name: str) -> None:
    item = read(name).item
    assert read_item(write_item(item), name, folder_files(ITEMS)).item == item


@pytest.mark.parametrize("name", sorted(set(NAMES) - WITHOUT_SCORE))
@pytest.mark.parametrize("seed", range(3))
def test_the_key_of_an_item_earns_all_and_a_blank_earns_nothing(name: str, seed: int) -> None:
    session = begin(read(name).item, seed)
    keyed, blank = attempt(session, correct_responses(session)), attempt(session, {})
    assert (score(keyed), score(blank)) == (max_score(session), 0)
    assert is_finished(keyed) is session.item.adaptive


@pytest.mark.parametrize("name", sorted(WITHOUT_SCORE))
def test_an_item_that_a_person_has_to_judge_has_no_score(name: str) -> None:
    assert max_score(begin(read(name).item, 1)) is None


def test_every_interaction_stands_in_one_of_the_items() -> None:
    there = {type(each) for name in NAMES for each in interactions(read(name).item)}
    assert there == {*get_args(InlineInteraction.__value__), *get_args(BlockInteraction.__value__)}


def test_every_expression_stands_in_one_of_the_items() -> None:
    there = {operator for name in NAMES for operator in operators(read(name).item)}
    assert OPERATORS - there == OF_TESTS


def test_what_cannot_run_is_said_in_a_sentence_each() -> None:
    assert read("unsupported.xml").item.unsupported == (
        "One task is a portable custom interaction, a program of its own, which a lesson does not run.",
        "The score needs org.example.Simplify, which only another program can run.",
    )


def operators(item: Item) -> Iterator[str]:
    for rule in (*item.template_processing, *item.response_processing):
        yield from _operators(rule)


def _operators(rule: Rule) -> Iterator[str]:
    if isinstance(rule, If):
        for condition, rules in rule.branches:
            yield from _named(condition)
            for inner in rules:
                yield from _operators(inner)
        for inner in rule.otherwise:
            yield from _operators(inner)
    elif expression := getattr(rule, "expression", None):
        yield from _named(expression)


def _named(expression: Expression) -> Iterator[str]:
    yield expression.operator
    for operand in expression.operands:
        yield from _named(operand)
