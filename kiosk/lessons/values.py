"""QTI's values: what a variable holds, and how it is written in a file, in a response and in the store."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

LONGEST_NUMBER = 64
"""More characters than this is no number."""
LARGEST_INTEGER = 2**53
"""Beyond it an integer is NULL: up to here a float holds it exactly. (QTI asks for 32 bits.)"""
SIGNIFICANT_DIGITS = 14
"""Numbers that agree in so many digits are one number, so that 0.1 + 0.2 is 0.3."""


class Cardinality(StrEnum):
    SINGLE = "single"
    MULTIPLE = "multiple"
    ORDERED = "ordered"
    RECORD = "record"


class BaseType(StrEnum):
    """QTI's base types, by the names that QTI 2 and 3 share."""

    IDENTIFIER = "identifier"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    FLOAT = "float"
    STRING = "string"
    POINT = "point"
    PAIR = "pair"
    DIRECTED_PAIR = "directedPair"
    DURATION = "duration"
    FILE = "file"
    URI = "uri"
    INT_OR_IDENTIFIER = "intOrIdentifier"


type Scalar = str | bool | int | float | tuple[int, int] | tuple[str, str]
"""One value: identifiers, strings, URIs and files are str, a point x and y, a pair two names, a duration seconds."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a variable holds when it is not NULL; NULL is None, and so is every empty container (QTI's rule).

    `items` has one scalar with single cardinality. A record keeps its values in `fields` and has no items and no base
    type.
    """

    cardinality: Cardinality
    base_type: BaseType | None
    items: tuple[Scalar, ...] = ()
    fields: Mapping[str, "Value | None"] | None = None


type Nullable = Value | None

_INTEGER = re.compile(r"[+-]?[0-9]+")
_FLOAT = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_DURATION = re.compile(r"PT(?:([0-9.]+)H)?(?:([0-9.]+)M)?(?:([0-9.]+)S)?")
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


def single(base_type: BaseType, scalar: Scalar) -> Nullable:
    """One value; NULL for an empty string, and for a number that is none or too large."""
    held = scalar != "" and not _is_out_of_range(scalar)
    return Value(Cardinality.SINGLE, base_type, (scalar,)) if held else None


def boolean(truth: bool) -> Value:
    return Value(Cardinality.SINGLE, BaseType.BOOLEAN, (truth,))


def container(cardinality: Cardinality, base_type: BaseType, items: Iterable[Scalar]) -> Nullable:
    """A bag or a list; NULL when it is empty."""
    held = tuple(items)
    return Value(cardinality, base_type, held) if held else None


def read_scalar(base_type: BaseType, text: str) -> Scalar | None:
    """Read one value as QTI's files write it, without the spaces around it; None when it is empty or no such value."""
    read = plain(text)
    match base_type:
        case BaseType.BOOLEAN:
            return _BOOLEANS.get(read)
        case BaseType.INTEGER:
            return _read_integer(read)
        case BaseType.FLOAT:
            return _read_float(read)
        case BaseType.DURATION:
            return _read_duration(read)
        case BaseType.INT_OR_IDENTIFIER:
            number = _read_integer(read)
            return (read or None) if number is None else number
        case BaseType.POINT:
            return _read_point(read.split())
        case BaseType.PAIR | BaseType.DIRECTED_PAIR:
            names = read.split()
            return (names[0], names[1]) if len(names) == 2 else None
        case _:
            return read or None


def write_scalar(scalar: Scalar) -> str:
    """Write a value so that `read_scalar` reads it back."""
    match scalar:
        case bool():
            return "true" if scalar else "false"
        case tuple():
            return f"{scalar[0]} {scalar[1]}"
        case float():
            return str(int(scalar)) if scalar.is_integer() and abs(scalar) <= LARGEST_INTEGER else repr(scalar)
        case _:
            return str(scalar)


def read_value(cardinality: Cardinality, base_type: BaseType, texts: Iterable[str]) -> Nullable:
    """Read the values of a variable that is no record, blank ones left out.

    NULL when there is none, when one cannot be read, and when there are several with single cardinality.
    """
    scalars = [read_scalar(base_type, text) for text in texts if text.strip()]
    if None in scalars or (cardinality is Cardinality.SINGLE and len(scalars) != 1):
        return None
    return container(cardinality, base_type, (scalar for scalar in scalars if scalar is not None))


def write_value(value: Nullable) -> tuple[str, ...]:
    """Write each item of a value; nothing for NULL and for a record."""
    return tuple(map(write_scalar, value.items)) if value else ()


def same(left: Nullable, right: Nullable) -> bool:
    """Whether two values are equal by QTI's match: bags in any order, and the numbers 2 and 2.0 are one."""
    if left is None or right is None:
        return left is right
    if left.cardinality is not right.cardinality:
        return False
    if left.fields is not None and right.fields is not None:
        others = right.fields
        return left.fields.keys() == others.keys() and all(
            same(part, others[name]) for name, part in left.fields.items()
        )
    lefts, rights = keys(left), keys(right)
    return lefts == rights if left.cardinality is not Cardinality.MULTIPLE else Counter(lefts) == Counter(rights)


def keys(value: Value) -> list[Hashable]:
    return [key(value.base_type, scalar) for scalar in value.items]


def plain(text: str) -> str:
    """The text as it is compared: without the spaces around it, and each letter written in one way (Unicode's NFC)."""
    return unicodedata.normalize("NFC", text.strip())


def rounded(number: float) -> float:
    """The number as it is compared: to its first `SIGNIFICANT_DIGITS`."""
    return float(f"{number:.{SIGNIFICANT_DIGITS}g}") if isinstance(number, float) else number


def key(base_type: BaseType | None, scalar: Scalar) -> Hashable:
    """Something to compare a scalar by: two of one base type are equal just when their keys are."""
    match scalar:
        case bool():
            return ("truth", scalar)
        case int() | float():
            return rounded(scalar)
        case tuple() if base_type is BaseType.PAIR:
            return frozenset(scalar)
        case str():
            return plain(scalar)
        case _:
            return scalar


def _is_out_of_range(scalar: Scalar) -> bool:
    if isinstance(scalar, float):
        return not math.isfinite(scalar)
    return isinstance(scalar, int) and abs(scalar) > LARGEST_INTEGER


def _read_integer(text: str) -> int | None:
    if len(text) > LONGEST_NUMBER or not _INTEGER.fullmatch(text):
        return None
    number = int(text)
    return None if _is_out_of_range(number) else number


def _read_float(text: str) -> float | None:
    if len(text) > LONGEST_NUMBER or not _FLOAT.fullmatch(text):
        return None
    number = float(text)
    return None if _is_out_of_range(number) else number


def _read_duration(text: str) -> float | None:
    """Seconds; also ISO 8601's hours, minutes and seconds, which some files have."""
    parts = _DURATION.fullmatch(text)
    if parts is None:
        return _read_float(text)
    counts = [_read_float(part or "0") for part in parts.groups()]
    known = [count * unit for count, unit in zip(counts, (3600, 60, 1), strict=True) if count is not None]
    return sum(known) if len(known) == len(counts) and text != "PT" else None


def _read_point(texts: list[str]) -> tuple[int, int] | None:
    """Whole pixels; a part of one, which some players write, goes to the nearest."""
    numbers = [_read_float(text) for text in texts]
    if len(numbers) != 2 or numbers[0] is None or numbers[1] is None:
        return None
    return (round(numbers[0]), round(numbers[1]))
