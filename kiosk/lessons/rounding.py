"""Rounding as people do it: of the number as it is written, and a 5 goes up, away from zero.

So 2.675 to two places is 2.68, though the float is a little less.
"""

from decimal import ROUND_HALF_UP, Context, Decimal

MOST_FIGURES = 60
"""More would ask for digits that no number of people's has."""

_ALL_DIGITS = 400
"""The largest float, written out, with `MOST_FIGURES` places."""


def to_decimal_places(number: float, places: int) -> float | None:
    """The number with so many digits behind the point; None for a count that cannot be."""
    if not 0 <= places <= MOST_FIGURES:
        return None
    context = Context(prec=_ALL_DIGITS, rounding=ROUND_HALF_UP)
    return float(Decimal(repr(number)).quantize(Decimal(1).scaleb(-places), context=context))


def to_significant_figures(number: float, figures: int) -> float | None:
    """The number with so many digits from its first that is not 0; None for a count that cannot be."""
    if not 1 <= figures <= MOST_FIGURES:
        return None
    return float(Context(prec=figures, rounding=ROUND_HALF_UP).create_decimal(repr(number)))
