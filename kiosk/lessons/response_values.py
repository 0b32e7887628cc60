"""A response, which is texts, as the value of its response variable."""

import math
import re
from fractions import Fraction

from kiosk.lessons import number
from kiosk.lessons.interactions import Response
from kiosk.lessons.item import ResponseDeclaration
from kiosk.lessons.values import (
    BaseType,
    Cardinality,
    Nullable,
    Scalar,
    Value,
    container,
    read_scalar,
    read_value,
    single,
)

LONGEST = 100_000
"""A text entered that is longer counts as blank."""

_DIGITS = re.compile(r"[+-]?(?P<left>[0-9]*)(?:[.,](?P<right>[0-9]*))?(?:[eE](?P<exponent>[+-]?[0-9]+))?")


def values(declaration: ResponseDeclaration, response: Response) -> tuple[Nullable, ...]:
    """Every value that a response can mean, the likeliest first; (None,) for one that is blank or cannot be read.

    Only a number that a person typed can mean more than one: see `kiosk.lessons.number`.
    """
    texts = [text for text in response if text.strip()]
    if not texts or any(len(text) > LONGEST for text in texts):
        return (None,)
    if declaration.cardinality is Cardinality.RECORD:
        return tuple(_record(texts[0], reading) for reading in _numbers(texts[0], BaseType.FLOAT) or (None,))
    base_type = declaration.base_type
    if base_type is None:
        return (None,)
    if base_type not in {BaseType.INTEGER, BaseType.FLOAT}:
        return (read_value(declaration.cardinality, base_type, texts),)
    if len(texts) == 1:
        read = _numbers(texts[0], base_type)
        return tuple(container(declaration.cardinality, base_type, (reading,)) for reading in read) or (None,)
    numbers = [reading for text in texts for reading in _numbers(text, base_type)[:1]]
    fits = len(numbers) == len(texts) and declaration.cardinality is not Cardinality.SINGLE
    return (container(declaration.cardinality, base_type, numbers) if fits else None,)


def _numbers(text: str, base_type: BaseType) -> list[int | float]:
    read = read_scalar(base_type, text)
    if isinstance(read, int | float):
        return [read]
    exact = [_exact(base_type, reading) for reading in number.readings(text)]
    return [reading for reading in exact if reading is not None and single(base_type, reading)]


def _exact(base_type: BaseType, reading: Fraction) -> int | float | None:
    if base_type is BaseType.FLOAT:
        return float(reading)
    return reading.numerator if reading.denominator == 1 else None


def _record(text: str, read: float | None) -> Value:
    """QTI's record of a typed number: what was typed, its value, and how many digits it has (textEntryInteraction)."""
    fields: dict[str, Nullable] = {"stringValue": single(BaseType.STRING, text.strip())}
    digits = _DIGITS.fullmatch(text.strip())
    if read is not None:
        fields["floatValue"] = single(BaseType.FLOAT, float(read))
        whole = float(read).is_integer() and digits is not None and not (digits["right"] or digits["exponent"])
        fields["integerValue"] = single(BaseType.INTEGER, math.floor(read)) if whole else None
    if read is not None and digits is not None:
        left, right, exponent = digits["left"], digits["right"] or "", digits["exponent"]
        power = int(exponent or 0)
        counts: dict[str, Scalar | None] = {
            "leftDigits": len(left),
            "rightDigits": len(right),
            "ndp": max(0, len(right) - power),
            "nsf": len((left + right).lstrip("0")),
            "exponent": power if exponent else None,
        }
        fields |= {name: None if count is None else single(BaseType.INTEGER, count) for name, count in counts.items()}
    return Value(Cardinality.RECORD, None, (), fields)
