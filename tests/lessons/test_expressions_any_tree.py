"""Any tree of expressions, sensible or not, has a value or is NULL, and every item comes to its end."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.lessons.chance import generator
from kiosk.lessons.expressions import OPERATORS, Scope, evaluate
from kiosk.lessons.interactions import Area, Shape
from kiosk.lessons.item import (
    AreaMapping,
    Constraint,
    Exit,
    Expression,
    If,
    Item,
    LookupOutcome,
    LookupTable,
    MapEntry,
    OutcomeDeclaration,
    ResponseDeclaration,
    Rule,
    SetCorrect,
    SetDefault,
    SetVariable,
    TemplateDeclaration,
    ValueMapping,
)
from kiosk.lessons.item_session import attempt, begin, correct_responses, max_score, replay, score
from kiosk.lessons.values import BaseType, Cardinality, Nullable, Value, container, write_value
from tests.lessons.items import lit, op, variable

_NAMES = ("RESPONSE", "SCORE", "T", "completionStatus", "nothing")
_IN_SCOPE = ("variable", "correct", "default", "map-response", "map-response-point", "null", "base-value")
_RANDOM = ("random", "random-integer", "random-float", "repeat")
_NUMBERS = ("-1", "0", "1", "2", "3.5", "1e300", "999999", "T", "{T}", "x", "")
_ATTRIBUTES = {
    "name": ("sin", "log", "floor", "csch", "mean", "sampleSD", "pi", "x"),
    "tolerance-mode": ("exact", "absolute", "relative", "x"),
    "tolerance": ("1", "1 2", "x", "1 2 3", "T"),
    "rounding-mode": ("significantFigures", "decimalPlaces"),
    "shape": ("circle", "rect", "poly", "x"),
    "coords": ("0,0,10", "0,0,9,9", "1,1,2,2,3,3", "x", "1e300,1,1"),
    "pattern": ("a+", "(a|a)*", "[", "{T}"),
    "identifier": _NAMES,
    "field-identifier": ("floatValue", "x"),
    "case-sensitive": ("true", "false", "x"),
    **dict.fromkeys(("figures", "n", "min", "max", "step", "number-repeats"), _NUMBERS),
}

_scalars = st.one_of(
    st.booleans(),
    st.integers(-(2**60), 2**60),
    st.floats(),
    st.sampled_from(["a", "b", "RESPONSE", ""]),
    st.tuples(st.integers(-99, 99), st.integers(-99, 99)),
    st.sampled_from([("a", "b"), ("b", "a")]),
)


def _value(cardinality: Cardinality, base_type: BaseType, items: list[object]) -> Nullable:
    return container(cardinality, base_type, items[:1] if cardinality is Cardinality.SINGLE else items)  # type: ignore[arg-type]


_values = st.builds(_value, st.sampled_from(Cardinality), st.sampled_from(BaseType), st.lists(_scalars, max_size=3))
_attributes = st.fixed_dictionaries({}, optional={name: st.sampled_from(texts) for name, texts in _ATTRIBUTES.items()})
_leaves = st.one_of(
    st.builds(lambda value: Expression("base-value", value=value), _values),
    st.sampled_from(_NAMES).map(variable),
)
_operators = st.sampled_from([*OPERATORS, *_IN_SCOPE, *_RANDOM, "custom-operator"])
expressions = st.recursive(
    _leaves,
    lambda inner: st.builds(Expression, _operators, st.lists(inner, max_size=3).map(tuple), _attributes),
    max_leaves=8,
)
_targets = st.sampled_from(_NAMES)
_ONE = Value(Cardinality.SINGLE, BaseType.FLOAT, (1.0,))
_simple: st.SearchStrategy[Rule] = st.one_of(
    *(st.builds(kind, _targets, expressions) for kind in (SetVariable, SetCorrect, SetDefault, LookupOutcome)),
    st.builds(Constraint, expressions),
    st.just(Exit()),
)
_branches = st.tuples(expressions, st.lists(_simple, max_size=2).map(tuple))
_rules = st.lists(st.one_of(_simple, st.builds(lambda branch: If((branch,)), _branches)), max_size=4).map(tuple)


@st.composite
def items(draw: st.DrawFn) -> Item:
    """An item of which nothing needs to make sense."""
    response = ResponseDeclaration(
        "RESPONSE",
        draw(st.sampled_from(Cardinality)),
        draw(st.sampled_from([None, *BaseType])),
        draw(st.none() | _values),
        ValueMapping((MapEntry("a", 1.0), MapEntry("1 2", 2.0)), default=0.5, upper=3.0),
        AreaMapping(((Area(Shape.CIRCLE, (0, 0, 9)), 1.0), (Area(Shape.POLY, (1, 2)), 1.0))),
    )
    table = LookupTable(((2.0, _ONE, True), (1.0, _ONE, False)), draw(st.booleans()))
    outcome = OutcomeDeclaration(
        "SCORE", Cardinality.SINGLE, draw(st.sampled_from([BaseType.FLOAT, BaseType.STRING])), lookup=table
    )
    return Item(
        "item",
        "",
        (),
        responses=(response,),
        outcomes=(outcome,),
        templates=(TemplateDeclaration("T", Cardinality.SINGLE, BaseType.INTEGER, draw(_values)),),
        template_processing=draw(_rules),
        response_processing=draw(_rules),
        adaptive=draw(st.booleans()),
    )


_responses = st.lists(st.sampled_from(["a", "b", "1", "1,000", "a b", "3 4", "true", "", "junk \n"]), max_size=3).map(
    tuple
)


@given(expressions, _values, st.integers(0, 9))
def test_any_tree_has_a_value_or_is_null(expression: Expression, held: Nullable, seed: int) -> None:
    found = evaluate(expression, Scope({"T": held, "RESPONSE": held}, generator(seed)))
    assert found is None or found.items or found.fields is not None


@settings(max_examples=60)
@given(items(), st.integers(), st.lists(_responses, max_size=3))
def test_any_item_begins_and_takes_any_attempt_and_plays_again_the_same(
    item: Item, seed: int, answers: list[tuple[str, ...]]
) -> None:
    attempts = [{"RESPONSE": answer} for answer in answers]
    session = begin(item, seed)
    for responses in attempts:
        session = attempt(session, responses)
    assert replay(item, seed, attempts) == session
    most, earned = max_score(session), score(session)
    assert most is None or (most > 0 and earned is not None)
    for value in session.variables.values():
        write_value(value)
    correct_responses(session)


def test_an_expression_nested_too_deep_is_null() -> None:
    expression = lit(True)
    for _ in range(5000):
        expression = op("and", expression)
    assert evaluate(expression, Scope({}, generator(1))) is None


def test_an_expression_that_would_take_too_long_is_null() -> None:
    expression = op("random-integer", max="9")
    for _ in range(30):
        expression = op("sum", op("repeat", expression, number_repeats="1000"))
    assert evaluate(expression, Scope({}, generator(1))) is None
