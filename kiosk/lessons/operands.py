"""What the operators of expressions share: reading operands and attributes, where whatever does not fit is NULL."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kiosk.lessons.values import BaseType, Cardinality, Nullable, Scalar, Value, plain, read_scalar, single

type Operands = Sequence[Nullable]
type Operator = Callable[[Operands, "Attributes"], Nullable]
"""An operator that depends on its operands and attributes alone. It may raise NoValueError."""


class NoValueError(Exception):
    """The expression has no value: NULL, QTI's answer to an operand that is missing or does not fit."""


@dataclass(frozen=True, slots=True)
class Attributes:
    """An expression's attributes. Each may name a variable instead, with or without braces (QTI's VariableRef)."""

    texts: Mapping[str, str]
    variables: Mapping[str, Nullable]

    def word(self, name: str, usual: str) -> str:
        """A word of a closed set, which no variable can stand for."""
        return self.texts.get(name, usual)

    def flag(self, name: str, usual: bool) -> bool:
        truth = read_scalar(BaseType.BOOLEAN, self.texts.get(name, ""))
        return truth if isinstance(truth, bool) else usual

    def text(self, name: str) -> str:
        """A text, or what the variable `{name}` holds."""
        written = self.texts.get(name, "")
        if written.startswith("{") and written.endswith("}") and written[1:-1] in self.variables:
            return text(self.variables[written[1:-1]])
        return written

    def number(self, name: str, usual: float | None = None) -> int | float:
        if name not in self.texts:
            return present(usual)
        return self.as_number(self.texts[name])

    def integer(self, name: str, usual: int | None = None) -> int:
        number = self.number(name, usual)
        if isinstance(number, float) and not number.is_integer():
            raise NoValueError
        return int(number)

    def as_number(self, written: str) -> int | float:
        """One number of an attribute that lists several."""
        read = read_scalar(BaseType.INTEGER, written)
        if read is None:
            read = read_scalar(BaseType.FLOAT, written)
        if isinstance(read, int | float):
            return read
        return number(self.variables.get(written.strip().strip("{}")))


def present[Thing](thing: Thing | None) -> Thing:
    if thing is None:
        raise NoValueError
    return thing


def one(value: Nullable) -> Scalar:
    """The only item of a single value."""
    if value is None or value.cardinality is not Cardinality.SINGLE or len(value.items) != 1:
        raise NoValueError
    return value.items[0]


def number(value: Nullable) -> int | float:
    scalar = one(value)
    if isinstance(scalar, bool) or not isinstance(scalar, int | float):
        raise NoValueError
    return scalar


def truth(value: Nullable) -> bool:
    scalar = one(value)
    if not isinstance(scalar, bool):
        raise NoValueError
    return scalar


def text(value: Nullable) -> str:
    scalar = one(value)
    if not isinstance(scalar, str):
        raise NoValueError
    return plain(scalar)


def point(scalar: Scalar) -> tuple[int, int]:
    if isinstance(scalar, tuple):
        x, y = scalar
        if isinstance(x, int) and isinstance(y, int):
            return (x, y)
    raise NoValueError


def some(value: Nullable) -> Value:
    """A single value, a bag or a list: anything but NULL and a record."""
    if value is None or value.cardinality is Cardinality.RECORD:
        raise NoValueError
    return value


def numbers(operands: Operands) -> list[int | float]:
    """Every number of the operands, single ones and containers; there must be one at least."""
    items = [item for operand in operands for item in some(operand).items]
    found = [item for item in items if isinstance(item, int | float) and not isinstance(item, bool)]
    if not found or len(found) != len(items):
        raise NoValueError
    return found


def integers(operands: Operands) -> list[int]:
    found = numbers(operands)
    whole = [item for item in found if isinstance(item, int)]
    if len(whole) != len(found):
        raise NoValueError
    return whole


def numeric(result: float) -> Nullable:
    """A result: an integer of an int, a float of a float; NULL beyond what those hold."""
    return single(BaseType.INTEGER if isinstance(result, int) else BaseType.FLOAT, result)


def exactly(operands: Operands, count: int) -> Operands:
    if len(operands) != count:
        raise NoValueError
    return operands
