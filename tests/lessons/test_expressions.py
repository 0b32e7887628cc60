import math
from collections.abc import Mapping

import pytest

from kiosk.lessons.chance import generator
from kiosk.lessons.expressions import Scope, evaluate, is_true
from kiosk.lessons.item import Expression
from kiosk.lessons.values import BaseType, Cardinality, Nullable, Value, single
from tests.lessons.items import bag, base, lit, one, op, row, variable

TRUE, FALSE = one(True), one(False)
YES, NO, NULL = lit(True), lit(False), op("null")
STRING = BaseType.STRING


def value(expression: Expression, variables: Mapping[str, Nullable] | None = None) -> Nullable:
    return evaluate(expression, Scope(variables or {}, generator(1)))


def word(text: str) -> Expression:
    return base(single(STRING, text))


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        (op("and", YES, YES), TRUE),
        (op("and", YES, NULL), None),
        (op("and", NO, NULL), FALSE),
        (op("or", NO, NO), FALSE),
        (op("or", NO, NULL), None),
        (op("or", YES, NULL), TRUE),
        (op("not", YES), FALSE),
        (op("not", NULL), None),
        (op("any-n", YES, YES, NO, NULL, min="3", max="4"), None),
        (op("any-n", YES, NO, NO, NULL, min="3", max="4"), FALSE),
        (op("any-n", YES, YES, YES, NULL, min="3", max="4"), TRUE),
        (op("any-n", YES, YES, NULL, min="0", max="1"), FALSE),
        (op("is-null", NULL), TRUE),
        (op("is-null", word("")), TRUE),
        (op("is-null", op("multiple", NULL)), TRUE),
        (op("is-null", lit(0)), FALSE),
        (op("match", NULL, NULL), None),
        (op("match", lit("a", "b"), lit("b", "a")), TRUE),
        (op("match", lit(1), lit(1.0)), TRUE),
        (op("match", word(" Paris "), word("Paris")), TRUE),
        (op("match", word("paris"), word("Paris")), FALSE),
    ],
)
def test_truth_is_known_false_known_true_or_null(expression: Expression, result: Nullable) -> None:
    assert value(expression) == result


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        (op("equal", lit(0.3), op("sum", lit(0.1), lit(0.2))), TRUE),
        (op("equal", lit(1), NULL), None),
        (op("equal", lit("a"), lit("a")), None),
        (op("equal", lit(10.0), lit(10.5), tolerance_mode="absolute", tolerance="0.5"), TRUE),
        (
            op(
                "equal",
                lit(10.0),
                lit(10.5),
                tolerance_mode="absolute",
                tolerance="0.5",
                include_upper_bound="false",
            ),
            FALSE,
        ),
        (op("equal", lit(10.0), lit(9.0), tolerance_mode="absolute", tolerance="0.5 2"), FALSE),
        (op("equal", lit(10.0), lit(12.0), tolerance_mode="absolute", tolerance="0.5 2"), TRUE),
        (op("equal", lit(200.0), lit(190.0), tolerance_mode="relative", tolerance="5"), TRUE),
        (op("equal", lit(-200.0), lit(-190.0), tolerance_mode="relative", tolerance="5"), TRUE),
        (op("equal", lit(200.0), lit(189.0), tolerance_mode="relative", tolerance="5"), FALSE),
        (op("equal", lit(1.0), lit(1.0), tolerance_mode="absolute"), None),
        (op("equal-rounded", lit(3.175), lit(3.183), rounding_mode="significantFigures", figures="3"), TRUE),
        (op("equal-rounded", lit(3.175), lit(3.1749), rounding_mode="significantFigures", figures="3"), FALSE),
        (op("equal-rounded", lit(1.684), lit(1.68), rounding_mode="decimalPlaces", figures="2"), TRUE),
        (op("gt", lit(2), lit(1.5)), TRUE),
        (op("gt", op("sum", lit(0.1), lit(0.2)), lit(0.3)), FALSE),
        (op("gte", lit(2), lit(2)), TRUE),
        (op("lt", lit(2), NULL), None),
        (op("lte", lit(2), lit(1)), FALSE),
        (op("duration-lt", base(one(1.0, BaseType.DURATION)), base(one(2.0, BaseType.DURATION))), TRUE),
        (op("duration-gte", base(one(1.0, BaseType.DURATION)), base(one(2.0, BaseType.DURATION))), FALSE),
    ],
)
def test_numbers_are_compared(expression: Expression, result: Nullable) -> None:
    assert value(expression) == result


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        (op("string-match", word("Paris"), word("paris"), case_sensitive="false"), TRUE),
        (op("string-match", word("Paris"), word("paris"), case_sensitive="true"), FALSE),
        (op("string-match", word("Paris"), word("ari"), case_sensitive="true", substring="true"), TRUE),
        (op("substring", word("PAR"), word("paris"), case_sensitive="false"), TRUE),
        (op("substring", word("paris"), word("par"), case_sensitive="true"), FALSE),
        (op("substring", NULL, word("par"), case_sensitive="true"), None),
        (op("pattern-match", word("42"), pattern="[0-9]+"), TRUE),
        (op("pattern-match", word("42 "), pattern="[0-9]+"), TRUE),
        (op("pattern-match", word("x42"), pattern="[0-9]+"), FALSE),
        (op("pattern-match", NULL, pattern="[0-9]+"), None),
        (op("pattern-match", word("42"), pattern="(?=4)"), None),
    ],
)
def test_texts_are_compared(expression: Expression, result: Nullable) -> None:
    assert value(expression) == result


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        (op("sum", lit(1), lit(2)), one(3)),
        (op("sum", lit(1), lit(2.0)), one(3.0)),
        (op("sum", lit(1), NULL), None),
        (op("sum", lit(1, 2, 3), lit(4)), one(10)),
        (op("sum", lit("a")), None),
        (op("product", lit(2), lit(3), lit(4)), one(24)),
        (op("subtract", lit(5), lit(7)), one(-2)),
        (op("divide", lit(6), lit(4)), one(1.5)),
        (op("divide", lit(6), lit(0)), None),
        (op("power", lit(2), lit(10)), one(1024.0)),
        (op("power", lit(10.0), lit(999.0)), None),
        (op("power", lit(-8.0), lit(0.5)), None),
        (op("power", lit(0), lit(-1)), None),
        (op("integer-divide", lit(-7), lit(2)), one(-4)),
        (op("integer-divide", lit(7), lit(0)), None),
        (op("integer-modulus", lit(-7), lit(2)), one(1)),
        (op("integer-to-float", lit(3)), one(3.0)),
        (op("truncate", lit(-1.9)), one(-1)),
        (op("round", lit(6.5)), one(7)),
        (op("round", lit(-6.5)), one(-6)),
        (op("round", lit(6.4)), one(6)),
        (op("round-to", lit(2.675), rounding_mode="decimalPlaces", figures="2"), one(2.68)),
        (op("round-to", lit(1234.5), rounding_mode="significantFigures", figures="2"), one(1200.0)),
        (op("round-to", lit(0.0), rounding_mode="significantFigures", figures="2"), one(0.0)),
        (op("round-to", lit(1.0), rounding_mode="significantFigures", figures="0"), None),
        (op("min", lit(3), lit(1, 2)), one(1)),
        (op("max", lit(3), lit(1.0, 2.0)), one(3)),
        (op("max", lit(3), NULL), None),
        (op("gcd", lit(12), lit(18)), one(6)),
        (op("gcd", lit(0), lit(0)), one(0)),
        (op("lcm", lit(4), lit(6)), one(12)),
        (op("lcm", lit(4), lit(1.5)), None),
        (op("product", *[lit(10**9)] * 9), None),
    ],
)
def test_numbers_are_reckoned(expression: Expression, result: Nullable) -> None:
    assert value(expression) == result
    assert type(_scalar(value(expression))) is type(_scalar(result))


@pytest.mark.parametrize(
    ("name", "number", "result"),
    [
        ("sin", math.pi / 2, 1.0),
        ("cos", 0.0, 1.0),
        ("tan", math.pi / 4, 1.0),
        ("sec", 0.0, 1.0),
        ("csc", math.pi / 2, 1.0),
        ("cot", math.pi / 4, 1.0),
        ("asin", 1.0, math.pi / 2),
        ("acos", 1.0, 0.0),
        ("atan", 1.0, math.pi / 4),
        ("asec", 2.0, math.pi / 3),
        ("acsc", 2.0, math.pi / 6),
        ("acot", 1.0, math.pi / 4),
        ("acot", -1.0, -math.pi / 4),
        ("acot", 0.0, math.pi / 2),
        ("sinh", 1.0, math.sinh(1)),
        ("cosh", 1.0, math.cosh(1)),
        ("tanh", 1.0, math.tanh(1)),
        ("sech", 0.0, 1.0),
        ("csch", 1.0, 1 / math.sinh(1)),
        ("coth", 1.0, 1 / math.tanh(1)),
        ("log", 1000.0, 3.0),
        ("ln", math.e, 1.0),
        ("exp", 0.0, 1.0),
        ("abs", -1.5, 1.5),
        ("signum", -1.5, -1),
        ("floor", -1.5, -2),
        ("ceil", -1.5, -1),
        ("toDegrees", math.pi, 180.0),
        ("toRadians", 180.0, math.pi),
    ],
)
def test_each_function_of_math_operator(name: str, number: float, result: float) -> None:
    found = _scalar(value(op("math-operator", lit(number), name=name)))
    assert isinstance(found, int | float)
    assert math.isclose(found, result, abs_tol=1e-12)
    assert type(found) is type(result)


@pytest.mark.parametrize(
    ("name", "number"),
    [("ln", 0.0), ("log", -1.0), ("asin", 2.0), ("csc", 0.0), ("exp", 1000.0), ("cosh", 1e9), ("erf", 1.0)],
)
def test_outside_its_domain_a_function_is_null(name: str, number: float) -> None:
    assert value(op("math-operator", lit(number), name=name)) is None


def test_atan2_takes_two_numbers() -> None:
    assert value(op("math-operator", lit(1.0), lit(-1.0), name="atan2")) == one(math.atan2(1, -1))
    assert value(op("math-operator", lit(1.0), name="atan2")) is None


@pytest.mark.parametrize(
    ("name", "result"),
    [("mean", 5.0), ("popVariance", 4.0), ("popSD", 2.0), ("sampleVariance", 32 / 7), ("sampleSD", (32 / 7) ** 0.5)],
)
def test_each_statistic(name: str, result: float) -> None:
    found = _scalar(value(op("stats-operator", lit(2, 4, 4, 4, 5, 5, 7, 9), name=name)))
    assert isinstance(found, float)
    assert math.isclose(found, result)


def test_a_sample_of_one_has_no_variance() -> None:
    assert value(op("stats-operator", base(bag(1)), name="sampleVariance")) is None
    assert value(op("stats-operator", base(bag(1)), name="popVariance")) == one(0.0)


def test_the_constants() -> None:
    assert value(op("math-constant", name="pi")) == one(math.pi)
    assert value(op("math-constant", name="e")) == one(math.e)


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        (op("multiple", lit("a"), NULL, lit("b", "c")), bag("a", "b", "c")),
        (op("multiple", lit("a"), lit(1)), None),
        (op("multiple"), None),
        (op("ordered", lit("b"), base(row("a"))), row("b", "a")),
        (op("container-size", NULL), one(0)),
        (op("container-size", lit("a", "b")), one(2)),
        (op("index", base(row("a", "b")), n="2"), one("b")),
        (op("index", base(row("a", "b")), n="3"), None),
        (op("index", base(row("a", "b")), n="0"), None),
        (op("index", base(row("a", "b")), n="N"), one("a")),
        (op("index", base(bag("a", "b")), n="1"), None),
        (op("delete", lit("b"), lit("b", "a", "b")), bag("a")),
        (op("delete", lit("b"), lit("b", "b")), None),
        (op("delete", NULL, lit("b", "b")), None),
        (op("member", lit("b"), lit("a", "b")), TRUE),
        (op("member", lit("c"), lit("a", "b")), FALSE),
        (op("member", NULL, lit("a", "b")), None),
        (op("contains", lit("a", "b", "b"), lit("b", "b")), TRUE),
        (op("contains", lit("a", "b"), lit("b", "b")), FALSE),
        (op("contains", lit("a", "b"), lit("b")), TRUE),
        (op("contains", base(row("a", "b", "c")), base(row("b", "c"))), TRUE),
        (op("contains", base(row("a", "b", "c")), base(row("a", "c"))), FALSE),
        (op("repeat", lit("a"), NULL, lit("b"), number_repeats="2"), row("a", "b", "a", "b")),
        (op("repeat", lit("a"), number_repeats="0"), None),
        (op("repeat", lit("a"), number_repeats="1000000"), None),
    ],
)
def test_containers(expression: Expression, result: Nullable) -> None:
    assert value(expression, {"N": one(1)}) == result


@pytest.mark.parametrize(
    ("shape", "coords", "result"),
    [("rect", "0,0,10,10", TRUE), ("circle", "0,0,5", FALSE), ("default", "", TRUE), ("rect", "0,0", None)],
)
def test_a_point_is_inside_an_area(shape: str, coords: str, result: Nullable) -> None:
    assert value(op("inside", lit((5, 5)), shape=shape, coords=coords)) == result
    assert value(op("inside", lit((50, 50), (5, 5)), shape=shape, coords=coords)) == result


def test_a_field_of_a_record() -> None:
    record = {"R": Value(Cardinality.RECORD, None, (), {"floatValue": one(1.5)})}
    assert value(op("field-value", variable("R"), field_identifier="floatValue"), record) == one(1.5)
    assert value(op("field-value", variable("R"), field_identifier="nothing"), record) is None
    assert value(op("field-value", lit(1), field_identifier="floatValue")) is None


def test_an_attribute_may_name_a_variable() -> None:
    variables = {"T": one(0.5), "P": single(STRING, "[0-9]+")}
    near = op("equal", lit(10.0), lit(10.4), tolerance_mode="absolute", tolerance="T")
    assert value(near, variables) == TRUE
    assert value(op("pattern-match", word("7"), pattern="{P}"), variables) == TRUE
    assert value(near) is None


def test_random_numbers_stay_in_their_range_and_reach_all_of_it() -> None:
    scope = Scope({}, generator(1))
    drawn = {_scalar(evaluate(op("random-integer", min="2", max="11", step="3"), scope)) for _ in range(200)}
    assert drawn == {2, 5, 8, 11}
    floats = [_scalar(evaluate(op("random-float", min="5.5", max="5.9"), scope)) for _ in range(50)]
    assert all(isinstance(number, float) and 5.5 <= number <= 5.9 for number in floats)
    assert {_scalar(evaluate(op("random", lit("a", "b", "c")), scope)) for _ in range(100)} == {"a", "b", "c"}


def test_a_random_number_without_a_range_is_null() -> None:
    assert value(op("random-integer", min="5", max="4")) is None
    assert value(op("random-integer", min="1", max="4", step="0")) is None
    assert value(op("random-float", min="5", max="4")) is None
    assert value(op("random", NULL)) is None


def test_repeat_evaluates_anew_each_time() -> None:
    drawn = value(op("repeat", op("random-integer", max="1000"), number_repeats="20"))
    assert drawn is not None
    assert len(set(drawn.items)) > 10


def test_an_operator_that_is_not_known_is_null() -> None:
    assert value(op("custom-operator", lit(1))) is None
    assert value(op("number-correct")) is None


def test_a_scope_may_know_operators_of_its_own() -> None:
    scope = Scope({}, generator(1), own={"number-correct": lambda expression, _: one(len(expression.attributes))})
    assert evaluate(op("sum", op("number-correct", section_identifier="S"), lit(1)), scope) == one(2)


def test_only_true_is_true() -> None:
    scope = Scope({}, generator(1))
    assert is_true(YES, scope)
    assert not any(is_true(expression, scope) for expression in (NO, NULL, lit(1), lit("true"), lit(True, True)))


def _scalar(found: Nullable) -> object:
    return found.items[0] if found else None
