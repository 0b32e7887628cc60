from dataclasses import replace

import pytest

from kiosk.lessons.chance import generator
from kiosk.lessons.item import (
    Constraint,
    Exit,
    Item,
    LookupOutcome,
    LookupTable,
    OutcomeDeclaration,
    Rule,
    SetCorrect,
    SetDefault,
    TemplateDeclaration,
)
from kiosk.lessons.processing import fitted, highest_constant, look_up, prepare, respond
from kiosk.lessons.values import BaseType, Cardinality, Nullable, Value
from tests.lessons.items import SCORE, bag, declared, item, lit, one, op, put, row, rules, variable, when

DIE = op("random-integer", min="1", max="6")


def template(*processing: Rule, names: str = "AB") -> Item:
    declarations = tuple(TemplateDeclaration(name, Cardinality.SINGLE, BaseType.INTEGER, one(-1)) for name in names)
    return replace(item(declared()), templates=declarations, template_processing=processing)


def held(number: float) -> Value:
    return Value(Cardinality.SINGLE, BaseType.FLOAT, (number,))


def test_templates_are_drawn_anew_until_their_constraint_holds() -> None:
    unlike = Constraint(op("not", op("equal", variable("A"), variable("B"))))
    for seed in range(50):
        drawn = prepare(template(put("A", DIE), put("B", DIE), unlike), generator(seed)).templates
        assert drawn["A"] != drawn["B"]


def test_after_the_last_try_templates_keep_their_defaults_and_the_rules_go_on() -> None:
    never = Constraint(lit(False))
    drawn = prepare(template(put("A", DIE), never, put("B", lit(7))), generator(1)).templates
    assert drawn == {"A": one(-1), "B": one(7)}


def test_constraints_that_never_hold_come_to_an_end() -> None:
    many = [rule for _ in range(300) for rule in (put("A", DIE), Constraint(lit(False)))]
    assert prepare(template(*many), generator(1)).templates == {"A": one(-1), "B": one(-1)}


def test_templates_set_the_key_and_the_defaults_that_hold() -> None:
    chosen = (
        put("A", DIE),
        SetCorrect("RESPONSE", lit("c")),
        SetDefault("RESPONSE", lit("b")),
        SetDefault("SCORE", lit(2)),
    )
    prepared = prepare(template(*chosen), generator(1)).item
    assert prepared.responses[0].correct == one("c")
    assert prepared.responses[0].default == one("b")
    assert prepared.outcomes[0].default == one(2.0)


def test_what_a_template_sets_the_next_rule_sees() -> None:
    key = op("correct", identifier="RESPONSE")
    processing = SetCorrect("RESPONSE", lit("c")), when(op("match", key, lit("c")), put("A", lit(5)))
    assert prepare(template(*processing), generator(1)).templates["A"] == one(5)


def test_exit_ends_the_rules_from_within_a_condition() -> None:
    processing = when(lit(True), put("SCORE", lit(1.0)), Exit(), put("SCORE", lit(2.0))), put("SCORE", lit(3.0))
    assert respond(item(processing=processing), {}, generator(1)).variables["SCORE"] == one(1.0)


def test_of_several_branches_the_first_that_is_true_is_taken() -> None:
    from_null = when(op("null"), put("SCORE", lit(1.0)))
    assert "SCORE" not in respond(item(processing=[from_null]), {}, generator(1)).variables


def test_an_outcome_that_a_person_scores_stays_as_it_is() -> None:
    asked = item(processing=[put("SCORE", lit(1.0))], outcomes=[replace(SCORE, external_scored=True)])
    assert respond(asked, {"SCORE": None}, generator(1)).variables == {"SCORE": None}


def test_conditions_nested_without_end_come_to_one() -> None:
    rule = put("SCORE", lit(1.0))
    for _ in range(5000):
        rule = when(lit(True), rule)
    assert "SCORE" not in respond(item(processing=[rule]), {}, generator(1)).variables


@pytest.mark.parametrize(("number", "grade"), [(90, "A"), (70, "B"), (69.9, "B"), (50, None), (-1, None)])
def test_an_interpolation_gives_the_first_entry_that_is_not_above_the_number(number: float, grade: str | None) -> None:
    """The entry at 50 leaves its boundary out."""
    best, good = (Value(Cardinality.SINGLE, BaseType.IDENTIFIER, (name,)) for name in "AB")
    table = LookupTable(((70.5, best, True), (50, good, False)), interpolates=True)
    expected = {None: None, "A": best, "B": good}[grade]
    assert look_up(table, one(number)) == expected


def test_a_match_table_gives_what_is_equal_else_its_default() -> None:
    table = LookupTable(((1, held(2), True), (2, held(5), True)), default=one(0.0))
    assert [look_up(table, value) for value in (one(2), one(1.5), None, one("x"))] == [
        held(5),
        one(0.0),
        one(0.0),
        one(0.0),
    ]


def test_an_outcome_is_looked_up_in_its_own_table() -> None:
    graded = OutcomeDeclaration(
        "GRADE", Cardinality.SINGLE, BaseType.FLOAT, lookup=LookupTable(((1, held(100), True),))
    )
    asked = item(processing=[LookupOutcome("GRADE", lit(1))], outcomes=[graded])
    assert respond(asked, {}, generator(1)).variables["GRADE"] == one(100.0)


@pytest.mark.parametrize(
    ("value", "cardinality", "base_type", "result"),
    [
        (one(1), Cardinality.SINGLE, BaseType.FLOAT, one(1.0)),
        (one(2.0), Cardinality.SINGLE, BaseType.INTEGER, one(2)),
        (one(2.5), Cardinality.SINGLE, BaseType.INTEGER, one(2.5)),
        (one("a"), Cardinality.MULTIPLE, BaseType.IDENTIFIER, bag("a")),
        (bag("a", "b"), Cardinality.ORDERED, BaseType.IDENTIFIER, row("a", "b")),
        (bag("a"), Cardinality.SINGLE, BaseType.IDENTIFIER, one("a")),
        (bag("a", "b"), Cardinality.SINGLE, BaseType.IDENTIFIER, None),
        (one("a"), Cardinality.SINGLE, BaseType.STRING, one("a", BaseType.STRING)),
        (one("a"), Cardinality.SINGLE, BaseType.FLOAT, None),
        (None, Cardinality.SINGLE, BaseType.FLOAT, None),
    ],
)
def test_a_value_is_fitted_to_its_variable(
    value: Nullable, cardinality: Cardinality, base_type: BaseType, result: Nullable
) -> None:
    assert fitted(value, cardinality, base_type) == result


def test_the_most_that_constants_give_is_known_and_of_other_rules_is_not() -> None:
    assert highest_constant(rules("match_correct")) == 1
    assert highest_constant([when(lit(True), put("SCORE", lit(2.0))), put("SCORE", lit(0.5))]) == 2
    assert highest_constant([put("SCORE", op("sum", lit(1.0), lit(1.0)))]) is None
    assert highest_constant([put("SCORE", lit(1.0)), LookupOutcome("SCORE", lit(1))]) is None
    assert highest_constant([put("OTHER", lit(1.0))]) is None
