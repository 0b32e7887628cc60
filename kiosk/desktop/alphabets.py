"""What stands on the keys of the letter pad, for each language that the program speaks. Pure.

The letters stand where the keyboards of that language have them, from left to right, Arabic too: who knows one finds
them on the other.
"""

# ruff: noqa: RUF001 - letters of other scripts look like Latin ones

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """The pages of an alphabet: its letters, those with accents or marks, digits and signs."""

    LETTERS = auto()
    MARKED = auto()
    SIGNS = auto()


@dataclass(frozen=True, slots=True)
class KeyPage:
    """Three rows of texts to type, and as many while shift is on; where there are none, there is no shift.

    The last row leaves room for shift and backspace at its ends.
    """

    rows: tuple[tuple[str, ...], ...]
    shifted: tuple[tuple[str, ...], ...] = ()

    def rows_at(self, shift: bool) -> tuple[tuple[str, ...], ...]:
        return self.shifted if shift and self.shifted else self.rows


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The pages of one way of writing. `label` and `marked_label` stand on the keys that lead to the first two."""

    label: str
    letters: KeyPage
    marked_label: str
    marked: KeyPage
    signs: KeyPage

    def page(self, kind: Kind) -> KeyPage:
        return {Kind.LETTERS: self.letters, Kind.MARKED: self.marked, Kind.SIGNS: self.signs}[kind]

    @property
    def longest_row(self) -> int:
        return max(len(row) for kind in Kind for row in self.page(kind).rows)


def alphabets_of(language: str) -> tuple[Alphabet, ...]:
    """The alphabets to write a language (two letters), the usual one first; English where it has none here."""
    return _ALPHABETS.get(language, (_ENGLISH,))


def _keys(*rows: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row.split()) for row in rows)


def _with_capitals(*rows: str) -> KeyPage:
    """A letter whose capital is written as two, such as ß, stays as it is."""
    small = _keys(*rows)
    capitals = tuple(tuple(key.upper() if len(key.upper()) == 1 else key for key in row) for row in small)
    return KeyPage(small, capitals)


_DIGITS = "1 2 3 4 5 6 7 8 9 0"
_SUMS = "+ - × ÷ = / . , ( )"
_RELATIONS = "< > ≤ ≥ ≠ ± ^ √ π °"

_LATIN_MARKED = _with_capitals("á é í ó ú ü ñ ç ã õ", "à è ì ò ù â ê î ô û", "ä ö ë ï å ø ß")

_ENGLISH = Alphabet(
    "abc",
    _with_capitals("q w e r t y u i o p", "a s d f g h j k l", "z x c v b n m"),
    "áñü",
    _LATIN_MARKED,
    KeyPage(
        _keys(_DIGITS, _SUMS, "? ! ' \" : @ %"),
        _keys(_RELATIONS, "[ ] { } ; _ ~ & # *", "$ € £ | \\ « »"),
    ),
)

_SPANISH = Alphabet(
    "abc",
    _with_capitals("q w e r t y u i o p", "a s d f g h j k l ñ", "z x c v b n m"),
    "áéü",
    _LATIN_MARKED,
    KeyPage(
        _keys(_DIGITS, _SUMS, '¿ ? ¡ ! " : @'),
        _keys(_RELATIONS, "[ ] { } ; _ ' & # *", "% $ € | \\ « »"),
    ),
)

_ARABIC = Alphabet(
    "ابت",
    KeyPage(_keys("ض ص ث ق ف غ ع ه خ ح ج", "ش س ي ب ل ا ت ن م ك ط", "ذ ء ؤ ر ى ة و ز ظ د")),
    "أإئ",
    KeyPage(_keys("٠ ١ ٢ ٣ ٤ ٥ ٦ ٧ ٨ ٩", "أ إ آ لا ئ ء ؤ ة ى ـ", "َ ُ ِ ً ٌ ٍ ّ ْ ٰ")),
    KeyPage(
        _keys(_DIGITS, _SUMS, '؟ ! ، ؛ : " @ %'),
        _keys(_RELATIONS, "[ ] { } ; _ ~ & # *", "$ € £ | \\ « » …"),
    ),
)

_ALPHABETS = {"en": (_ENGLISH,), "es": (_SPANISH,), "ar": (_ARABIC, _ENGLISH)}
