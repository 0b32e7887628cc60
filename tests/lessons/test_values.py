import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.lessons.values import (
    LARGEST_INTEGER,
    BaseType,
    Cardinality,
    Scalar,
    Value,
    read_scalar,
    read_value,
    same,
    single,
    write_scalar,
)
from tests.lessons.items import bag, one, row


@pytest.mark.parametrize(
    ("base_type", "text", "scalar"),
    [
        (BaseType.IDENTIFIER, " A1 ", "A1"),
        (BaseType.BOOLEAN, "true", True),
        (BaseType.BOOLEAN, "0", False),
        (BaseType.INTEGER, "-17", -17),
        (BaseType.FLOAT, "1.5e-3", 0.0015),
        (BaseType.FLOAT, ".5", 0.5),
        (BaseType.POINT, "102 113", (102, 113)),
        (BaseType.POINT, "101.6 12.2", (102, 12)),
        (BaseType.PAIR, "A  B", ("A", "B")),
        (BaseType.DIRECTED_PAIR, "A B", ("A", "B")),
        (BaseType.DURATION, "90", 90.0),
        (BaseType.DURATION, "PT1H1M1.5S", 3661.5),
        (BaseType.STRING, "e\N{COMBINING ACUTE ACCENT}", "\N{LATIN SMALL LETTER E WITH ACUTE}"),
        (BaseType.INT_OR_IDENTIFIER, "3", 3),
        (BaseType.INT_OR_IDENTIFIER, "three", "three"),
    ],
)
def test_values_are_read_as_qti_writes_them(base_type: BaseType, text: str, scalar: Scalar) -> None:
    assert read_scalar(base_type, text) == scalar


@pytest.mark.parametrize(
    ("base_type", "text"),
    [
        (BaseType.BOOLEAN, "yes"),
        (BaseType.INTEGER, "1.5"),
        (BaseType.INTEGER, "1_000"),
        (BaseType.INTEGER, "9" * 5000),
        (BaseType.INTEGER, str(LARGEST_INTEGER + 1)),
        (BaseType.FLOAT, "nan"),
        (BaseType.FLOAT, "1e999"),
        (BaseType.POINT, "1"),
        (BaseType.POINT, "1 2 3"),
        (BaseType.PAIR, "A"),
        (BaseType.DURATION, "PT"),
        (BaseType.DURATION, "PT1.1.1S"),
        (BaseType.STRING, "  "),
    ],
)
def test_what_is_no_such_value_is_none(base_type: BaseType, text: str) -> None:
    assert read_scalar(base_type, text) is None


_SCALARS = {
    BaseType.BOOLEAN: st.booleans(),
    BaseType.INTEGER: st.integers(-LARGEST_INTEGER, LARGEST_INTEGER),
    BaseType.FLOAT: st.floats(allow_nan=False, allow_infinity=False),
    BaseType.POINT: st.tuples(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6)),
    BaseType.DIRECTED_PAIR: st.tuples(st.sampled_from("ABC"), st.sampled_from("ABC")),
}


@given(st.sampled_from(sorted(_SCALARS)).flatmap(lambda base: st.tuples(st.just(base), _SCALARS[base])))
def test_what_is_written_is_read_back(typed: tuple[BaseType, Scalar]) -> None:
    base_type, scalar = typed
    assert read_scalar(base_type, write_scalar(scalar)) == scalar


@given(st.sampled_from(BaseType), st.text())
def test_no_text_whatever_raises(base_type: BaseType, text: str) -> None:
    read_scalar(base_type, text)


def test_a_bag_has_no_order_and_a_list_has() -> None:
    assert same(bag("a", "b", "b"), bag("b", "a", "b"))
    assert not same(bag("a", "b", "b"), bag("a", "a", "b"))
    assert same(row("a", "b"), row("a", "b"))
    assert not same(row("a", "b"), row("b", "a"))
    assert not same(row("a", "b"), bag("a", "b"))


def test_a_pair_has_no_order_and_a_directed_pair_has() -> None:
    pair, directed = BaseType.PAIR, BaseType.DIRECTED_PAIR
    assert same(one(("A", "B"), pair), one(("B", "A"), pair))
    assert not same(one(("A", "B"), directed), one(("B", "A"), directed))


def test_numbers_are_compared_as_people_mean_them() -> None:
    assert same(one(0.1 + 0.2), one(0.3))
    assert same(one(2), one(2.0))
    assert not same(one(1), one(True))
    assert not same(one(6.63e-34), one(6.62e-34))
    assert not same(one(LARGEST_INTEGER), one(LARGEST_INTEGER - 1))


def test_records_are_the_same_field_by_field() -> None:
    def record(**fields: Scalar) -> Value:
        return Value(Cardinality.RECORD, None, (), {name: one(scalar) for name, scalar in fields.items()})

    assert same(record(a=1, b=2), record(b=2, a=1))
    assert not same(record(a=1), record(a=1, b=2))
    assert not same(record(a=1), record(a=2))


def test_an_empty_container_and_an_empty_string_are_null() -> None:
    assert read_value(Cardinality.MULTIPLE, BaseType.IDENTIFIER, ("", " ")) is None
    assert single(BaseType.STRING, "") is None


def test_a_value_with_a_part_that_cannot_be_read_is_null() -> None:
    assert read_value(Cardinality.MULTIPLE, BaseType.PAIR, ("A B", "A B C")) is None
    assert read_value(Cardinality.SINGLE, BaseType.IDENTIFIER, ("A", "B")) is None
