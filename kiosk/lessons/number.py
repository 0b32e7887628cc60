"""Numbers as people write them, read exactly: 0.1 is one tenth, and 1/3 is a third."""

import re
import unicodedata
from decimal import Decimal, localcontext
from fractions import Fraction

LONGEST = 64
"""More characters than this is no number a person typed."""

_SIGNS_AND_SLASHES = str.maketrans(
    {
        "\N{MINUS SIGN}": "-",
        "\N{EN DASH}": "-",
        "\N{FULLWIDTH HYPHEN-MINUS}": "-",
        "\N{FULLWIDTH PLUS SIGN}": "+",
        "\N{FRACTION SLASH}": "/",
        "\N{DIVISION SLASH}": "/",
    }
)
_FRACTION = re.compile(r"(?P<sign>[+-]?)\s*(?:(?P<whole>\d+)\s+)?(?P<top>\d+)\s*/\s*(?P<bottom>\d+)")
_DECIMAL = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)")
_COMMA_GROUPS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?")
_SPACE_BEFORE_GROUP = re.compile(r"(?<=\d)\s(?=\d{3}(?!\d))")


def readings(text: str) -> tuple[Fraction, ...]:
    """Every number the text can mean, the likeliest first; () when it is no number.

    Decimal point or comma, signs, `3/4`, `1 1/2`, `½`, and thousands set apart by a space or a comma.
    `1,000` means one to some people and a thousand to others, so it has both readings.
    """
    if len(text) > LONGEST:
        return ()
    plain = _spell_out_vulgar_fractions(text).translate(_SIGNS_AND_SLASHES).strip()
    if fraction := _FRACTION.fullmatch(plain):
        return _read_fraction(fraction)
    joined = _SPACE_BEFORE_GROUP.sub("", re.sub(r"^([+-])\s+", r"\1", plain))
    found = []
    if _DECIMAL.fullmatch(joined):
        found.append(Fraction(joined.replace(",", ".")))
    if _COMMA_GROUPS.fullmatch(joined):
        found.append(Fraction(joined.replace(",", "")))
    return tuple(found)


def read_number(text: str) -> Fraction | None:
    """Read the number a text means most likely, or None when it is no number."""
    return next(iter(readings(text)), None)


def write_number(number: Fraction) -> str:
    """Write a number that `read_number` reads back: as a decimal where that is exact, else as a fraction."""
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return str(number)
    with localcontext(prec=4 * LONGEST):
        return format(Decimal(number.numerator) / Decimal(number.denominator), "f")


def _read_fraction(match: re.Match[str]) -> tuple[Fraction, ...]:
    bottom = int(match["bottom"])
    if bottom == 0:
        return ()
    size = int(match["whole"] or 0) + Fraction(int(match["top"]), bottom)
    return (-size if match["sign"] == "-" else size,)


def _spell_out_vulgar_fractions(text: str) -> str:
    """Turn `1½` into `1 1/2`, with a fraction slash; plain Unicode normalisation would make eleven halves of it."""
    return "".join(
        " " + unicodedata.normalize("NFKC", letter)
        if unicodedata.decomposition(letter).startswith("<fraction>")
        else letter
        for letter in text
    )
