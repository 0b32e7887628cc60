from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.lessons.number import read_number, readings, write_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5", Fraction(5)),
        (" 0.1 ", Fraction(1, 10)),
        ("0,1", Fraction(1, 10)),
        (".5", Fraction(1, 2)),
        ("5.", Fraction(5)),
        ("+3", Fraction(3)),
        ("-3", Fraction(-3)),
        ("\N{MINUS SIGN} 3", Fraction(-3)),
        ("3/4", Fraction(3, 4)),
        ("6 / 8", Fraction(3, 4)),
        ("3\N{FRACTION SLASH}4", Fraction(3, 4)),
        ("1 1/2", Fraction(3, 2)),
        ("-1 1/2", Fraction(-3, 2)),
        ("½", Fraction(1, 2)),
        ("1½", Fraction(3, 2)),
        ("12 000", Fraction(12000)),
        ("12\N{NO-BREAK SPACE}000,5", Fraction(24001, 2)),
        ("1 125/1000", Fraction(9, 8)),
        ("٣", Fraction(3)),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, value: Fraction) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "five",
        "1/0",
        "1/2/3",
        "1..2",
        "1,2,3",
        "--1",
        "1e3",
        "1_000",
        "nan",
        "inf",
        "5²",
        "²",
        "0x10",
        "1 -1/2",
    ],
)
def test_junk_is_no_number(text: str) -> None:
    assert read_number(text) is None


def test_a_text_too_long_to_be_a_number_is_none() -> None:
    assert read_number("9" * 10_000) is None


def test_a_comma_before_three_digits_may_be_a_decimal_mark_or_a_thousand() -> None:
    assert readings("1,000") == (Fraction(1), Fraction(1000))
    assert readings("1,234,567.5") == (Fraction("1234567.5"),)


@given(st.text())
def test_no_text_whatever_raises(text: str) -> None:
    readings(text)


@given(st.fractions(min_value=-(10**12), max_value=10**12, max_denominator=10**9))
def test_what_is_written_is_read_back_exactly(value: Fraction) -> None:
    assert read_number(write_number(value)) == value


def test_a_number_is_written_as_a_decimal_where_that_is_exact() -> None:
    assert [write_number(Fraction(text)) for text in ("1.2599", "5", "100", "1/3")] == ["1.2599", "5", "100", "1/3"]
