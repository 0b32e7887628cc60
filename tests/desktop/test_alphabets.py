"""What stands on the letter pad's keys."""

import pytest

from kiosk.desktop.alphabets import Alphabet, Kind, alphabets_of
from kiosk.desktop.languages import NAMES

EVERY = list(dict.fromkeys(alphabet for language in NAMES for alphabet in alphabets_of(language)))


def letters(language: str) -> set[str]:
    return {
        key
        for alphabet in alphabets_of(language)[:1]
        for kind in (Kind.LETTERS, Kind.MARKED)
        for rows in (alphabet.page(kind).rows, alphabet.page(kind).shifted)
        for row in rows
        for key in row
    }


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        ("es", "abcdefghijklmnñopqrstuvwxyzáéíóúüABCDEFGHIJKLMNÑOPQRSTUVWXYZÁÉÍÓÚÜ"),
        ("ar", "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"),
    ],
)
def test_every_letter_of_a_language_can_be_typed(language: str, wanted: str) -> None:
    assert set(wanted) <= letters(language)


def test_n_with_tilde_stands_beside_the_other_spanish_letters() -> None:
    assert alphabets_of("es")[0].letters.rows[1][-1] == "ñ"


def test_arabic_has_latin_letters_beside_it_for_codes_and_addresses() -> None:
    assert [alphabet.label for alphabet in alphabets_of("ar")] == ["ابت", "abc"]


def test_a_language_without_an_alphabet_of_its_own_is_written_in_english() -> None:
    assert alphabets_of("nl") == alphabets_of("en")


@pytest.mark.parametrize("alphabet", EVERY, ids=lambda alphabet: alphabet.label + alphabet.marked_label)
def test_shift_changes_what_keys_type_and_not_how_many_there_are(alphabet: Alphabet) -> None:
    for kind in Kind:
        page = alphabet.page(kind)
        lengths = [len(row) for row in page.rows]
        assert [len(row) for row in page.rows_at(shift=True)] == lengths
        typed = [key for row in page.rows for key in row]
        assert len(set(typed)) == len(typed), "no key twice on a page"


@pytest.mark.parametrize("alphabet", EVERY, ids=lambda alphabet: alphabet.label + alphabet.marked_label)
def test_whatever_stands_in_an_answer_with_numbers_can_be_typed(alphabet: Alphabet) -> None:
    assert set("0123456789.,/-+") <= {key for row in alphabet.signs.rows for key in row}
