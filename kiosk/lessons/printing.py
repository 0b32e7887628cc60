"""The values of variables as a reader sees them: QTI's printedVariable and its number formatting rules."""

import math
import re
from collections.abc import Mapping
from html import escape

from kiosk.lessons.interactions import Html
from kiosk.lessons.values import Cardinality, Nullable, Scalar, Value

_FORMAT = re.compile(r"%(?P<flags>[-+ 0#]*)(?P<width>\d{0,2})(?:\.(?P<precision>\d{1,2}))?(?P<kind>[a-zA-Z])")
_WHOLE = {"d": "d", "i": "d", "u": "d", "o": "o", "x": "x", "X": "X"}
_REAL = frozenset("eEfFgG")
_ROUNDED = frozenset("rR")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_TIMES = "\N{MULTIPLICATION SIGN}"
_SIGNIFICANT = 12
"""Digits of a number without a format: enough for any sum a child does, too few for the errors of binary fractions."""


def printed(value: Nullable, how: Mapping[str, str]) -> Html:
    """Write a variable by its mark's attributes: format, base, index, field, delimiter, mapping-indicator, power-form.

    NULL is nothing. What a number cannot be written by, such as an unknown format, is passed over.
    """
    if value is None:
        return ""
    if value.fields is not None:
        return _record(value.fields, how)
    items = value.items
    if value.cardinality is Cardinality.ORDERED and how.get("index", "").isdecimal():
        at = int(how["index"])
        items = items[at - 1 : at] if at else ()
    return escape(how.get("delimiter", ";")).join(_scalar(item, how) for item in items)


def number(value: Scalar) -> str:
    """A number or word without a format: 7, not 7.0; 0.3, not 0.30000000000000004."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return " ".join(str(part) for part in value)
    return format(value, f".{_SIGNIFICANT}g") if isinstance(value, float) else str(value)


def _record(fields: Mapping[str, Value | None], how: Mapping[str, str]) -> Html:
    if "field" in how:
        return printed(fields.get(how["field"]), how)
    is_like = escape(how.get("mapping-indicator", "="))
    told = (f"{escape(name)}{is_like}{printed(value, how)}" for name, value in fields.items())
    return escape(how.get("delimiter", ";")).join(told)


def _scalar(value: Scalar, how: Mapping[str, str]) -> Html:
    if isinstance(value, bool | str | tuple):
        return escape(number(value))
    try:
        written = _formatted(value, how)
    except (OverflowError, ValueError):  # a number beyond what can be written, or a format at odds with itself
        written = str(value) if isinstance(value, float) else "?"
    mantissa, mark, power = written.lower().partition("e")
    if mark and how.get("power-form") == "true" and math.isfinite(value):
        return f"{mantissa} {_TIMES} 10<sup>{int(power)}</sup>"
    return escape(written)


def _formatted(value: float, how: Mapping[str, str]) -> str:
    asked = _FORMAT.fullmatch(how.get("format", "").strip())
    if asked is None:
        return _in_base(value, int(how["base"])) if how.get("base", "10") != "10" else number(value)
    flags = "".join(dict.fromkeys(asked["flags"]))
    width, precision, kind = asked["width"], asked["precision"], asked["kind"]
    if kind in _WHOLE:
        return f"%{flags}{width}{_WHOLE[kind]}" % int(value)
    if kind in _REAL:
        return f"%{flags}{width}{f'.{precision}' if precision else ''}{kind}" % value
    if kind in _ROUNDED:
        return _significant(value, int(precision or 3), keeps_zeros=kind == "r")
    return number(value)


def _significant(value: float, digits: int, *, keeps_zeros: bool) -> str:
    """Round to so many significant figures and write without an exponent."""
    rounded = float(f"{value:.{max(digits, 1) - 1}e}")
    before = math.floor(math.log10(abs(rounded))) + 1 if rounded else 1
    written = f"{rounded:.{max(digits - before, 0)}f}"
    return written if keeps_zeros or "." not in written else written.rstrip("0").rstrip(".")


def _in_base(value: float, base: int) -> str:
    if not (isinstance(value, int) and 2 <= base <= len(_DIGITS)):
        return number(value)
    left, digits = abs(value), ""
    while left:
        left, digit = divmod(left, base)
        digits = _DIGITS[digit] + digits
    return ("-" if value < 0 else "") + (digits or "0")
