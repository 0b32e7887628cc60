import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.lessons.patterns import LONGEST_PATTERN, matches


@pytest.mark.parametrize(
    ("pattern", "text", "matched"),
    [
        ("[0-9]+", "2026", True),
        ("[0-9]+", "2026 ", False),
        ("[0-9]{1,3}", "1234", False),
        ("a{2}", "aa", True),
        ("a{2}", "a", False),
        ("a{2,}", "aaaa", True),
        ("(ab|cd)*", "abcdab", True),
        ("(ab|cd)*", "abc", False),
        ("colou?r", "color", True),
        ("[^,.]*", "a,b", False),
        ("[a-z-[aeiou]]+", "xyz", True),
        ("[a-z-[aeiou]]+", "xyza", False),
        (r"\d\d", "٣٤", True),
        (r"\w+", "Straße", True),
        (r"\w+", "a b", False),
        (r"\p{Lu}\P{Lu}+", "Äpfel", True),
        (r"[\d.\-]{0,10}", "-3.5", True),
        (r"\i\c*", "x-1", True),
        (r"a\.b", "axb", False),
        (".", "\n", False),
        ("", "", True),
        ("a|", "", True),
        ("^[0-9]+$", "42", True),
        ("(?:ab)+?", "abab", True),
        ("a^b", "a^b", True),
        ("[-+]?[0-9]", "-1", True),
    ],
)
def test_patterns_of_xml_schema_match_the_whole_text(pattern: str, text: str, *, matched: bool) -> None:
    assert matches(pattern, text) is matched


@pytest.mark.parametrize(
    "pattern",
    [
        "(",
        ")",
        "[",
        "[]",
        "a{",
        "a{x}",
        "a{3,2}",
        "*",
        "a**",
        "(?=a)",
        "(?P<n>a)",
        r"(a)\1",
        r"\b",
        r"\p{IsGreek}",
        "\\",
    ],
)
def test_what_is_no_pattern_says_nothing(pattern: str) -> None:
    assert matches(pattern, "a") is None


@pytest.mark.parametrize(
    "pattern",
    ["(a+)+$", "(a|a)*", "(a|aa)+", "(.*)*", "((a*)*)*b", "(a?){30}a{30}", "(((((){9999}){9999}){9999}){9999}){9999}"],
)
def test_a_pattern_made_to_stall_does_not(pattern: str) -> None:
    assert matches(pattern, "a" * 1000 + "!") in {True, False, None}


@pytest.mark.parametrize(
    "pattern",
    [
        "(a{999}){999}",
        "((((a{99}){99}){99}){99}){99}",
        "((((){999,}){999,}){999,}){999,}",
        "a" * (LONGEST_PATTERN + 1),
        "(" * 900 + ")" * 900,
    ],
)
def test_a_pattern_that_is_too_large_says_nothing(pattern: str) -> None:
    assert matches(pattern, "a") is None


def test_a_text_that_would_take_too_many_steps_says_nothing() -> None:
    assert matches("(a|b|c|d)*", "a" * 1_000_000) is None


_simple = st.recursive(
    st.sampled_from(["a", "b", "[ab]", "[^a]", "."]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda two: f"({two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{2}", "{1,2}", "{0,}"])).map(
            lambda two: f"({two[0]}){two[1]}"
        ),
    ),
    max_leaves=5,
)


@given(_simple, st.text("abc", max_size=6))
def test_a_simple_pattern_matches_what_pythons_own_does(pattern: str, text: str) -> None:
    assert matches(pattern, text) is (re.fullmatch(pattern, text) is not None)


@given(st.text("ab[](){}|*+?^$-,\\0dp:", max_size=20), st.text("ab", max_size=5))
def test_no_pattern_whatever_raises(pattern: str, text: str) -> None:
    assert matches(pattern, text) in {True, False, None}
