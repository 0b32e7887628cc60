from kiosk.lessons.interactions import ExtendedTextInteraction
from kiosk.lessons.writing import LONGEST, MOST_FIELDS, fields_of, longest, progress, written


def test_words_are_counted_where_a_length_is_expected() -> None:
    essay = ExtendedTextInteraction("R", expected_length=300)
    assert progress(essay, "It was a\ndark  night.") == "5 of about 50 words"
    assert progress(ExtendedTextInteraction("R"), "It was") == ""
    assert progress(ExtendedTextInteraction("R", expected_length=1), "") == "0 of about 1 words"


def test_so_many_fields_are_shown_as_are_asked_for() -> None:
    assert fields_of(ExtendedTextInteraction("R")) == 1
    assert fields_of(ExtendedTextInteraction("R", max_strings=3)) == 3
    assert fields_of(ExtendedTextInteraction("R", max_strings=0, min_strings=2)) == 2
    assert fields_of(ExtendedTextInteraction("R", max_strings=10**6)) == MOST_FIELDS


def test_a_text_may_be_longer_than_is_expected() -> None:
    assert longest(ExtendedTextInteraction("R")) == LONGEST
    assert longest(ExtendedTextInteraction("R", expected_length=LONGEST)) == 2 * LONGEST


def test_blank_texts_are_no_answer() -> None:
    assert written((" a ", "\n ", "", "b")) == (" a ", "b")
