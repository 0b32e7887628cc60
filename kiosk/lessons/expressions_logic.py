"""QTI's operators whose result is true, false or, where that is not known, NULL."""

from collections import Counter
from collections.abc import Callable, Mapping

from kiosk.lessons.areas import contains, is_sound
from kiosk.lessons.interactions import Area, Shape
from kiosk.lessons.operands import (
    Attributes,
    NoValueError,
    Operands,
    Operator,
    exactly,
    number,
    point,
    some,
    text,
    truth,
)
from kiosk.lessons.rounding import to_decimal_places, to_significant_figures
from kiosk.lessons.values import Cardinality, Nullable, boolean, keys, rounded, same


def _truths(operands: Operands) -> list[bool | None]:
    return [None if operand is None else truth(operand) for operand in operands]


def _and(operands: Operands, _: Attributes) -> Nullable:
    truths = _truths(operands)
    if False in truths:
        return boolean(False)
    return None if None in truths or not truths else boolean(True)


def _or(operands: Operands, _: Attributes) -> Nullable:
    truths = _truths(operands)
    if True in truths:
        return boolean(True)
    return None if None in truths or not truths else boolean(False)


def _not(operands: Operands, _: Attributes) -> Nullable:
    (operand,) = exactly(operands, 1)
    return boolean(not truth(operand))


def _any_n(operands: Operands, attributes: Attributes) -> Nullable:
    """Known as soon as the NULLs among the operands cannot change it any more."""
    low, high = attributes.integer("min"), attributes.integer("max")
    truths = _truths(operands)
    surely, possibly = truths.count(True), truths.count(True) + truths.count(None)
    if low <= surely and possibly <= high:
        return boolean(True)
    return boolean(False) if possibly < low or surely > high else None


def _match(operands: Operands, _: Attributes) -> Nullable:
    left, right = exactly(operands, 2)
    return None if left is None or right is None else boolean(same(left, right))


def _is_null(operands: Operands, _: Attributes) -> Nullable:
    (operand,) = exactly(operands, 1)
    return boolean(operand is None)


def _comparing(holds: Callable[[float, float], bool]) -> Operator:
    def compare(operands: Operands, _: Attributes) -> Nullable:
        left, right = exactly(operands, 2)
        return boolean(holds(rounded(number(left)), rounded(number(right))))

    return compare


def _equal(operands: Operands, attributes: Attributes) -> Nullable:
    left, right = (number(operand) for operand in exactly(operands, 2))
    mode = attributes.word("tolerance-mode", "exact")
    if mode == "exact":
        return boolean(rounded(left) == rounded(right))
    tolerances = [attributes.as_number(part) for part in attributes.texts.get("tolerance", "").split()]
    if mode not in {"absolute", "relative"} or not 1 <= len(tolerances) <= 2:
        raise NoValueError
    part = abs(left) / 100 if mode == "relative" else 1
    low, high = rounded(left - tolerances[0] * part), rounded(left + tolerances[-1] * part)
    typed = rounded(right)
    above = low <= typed if attributes.flag("include-lower-bound", True) else low < typed
    below = typed <= high if attributes.flag("include-upper-bound", True) else typed < high
    return boolean(above and below)


def _equal_rounded(operands: Operands, attributes: Attributes) -> Nullable:
    left, right = (number(operand) for operand in exactly(operands, 2))
    figures = attributes.integer("figures")
    if attributes.word("rounding-mode", "significantFigures") == "decimalPlaces":
        return boolean(to_decimal_places(left, figures) == to_decimal_places(right, figures))
    return boolean(to_significant_figures(left, figures) == to_significant_figures(right, figures))


def _string_match(operands: Operands, attributes: Attributes) -> Nullable:
    left, right = _folded(operands, attributes)
    return boolean(right in left if attributes.flag("substring", False) else left == right)


def _substring(operands: Operands, attributes: Attributes) -> Nullable:
    left, right = _folded(operands, attributes)
    return boolean(left in right)


def _folded(operands: Operands, attributes: Attributes) -> tuple[str, str]:
    left, right = (text(operand) for operand in exactly(operands, 2))
    return (left, right) if attributes.flag("case-sensitive", True) else (left.casefold(), right.casefold())


def _contains(operands: Operands, _: Attributes) -> Nullable:
    """Of bags each item as often; of lists the same items one after another. A single value is its own container."""
    left, right = (some(operand) for operand in exactly(operands, 2))
    wholes, parts = keys(left), keys(right)
    if left.cardinality is Cardinality.MULTIPLE:
        return boolean(Counter(parts) <= Counter(wholes))
    return boolean(any(wholes[place : place + len(parts)] == parts for place in range(len(wholes) - len(parts) + 1)))


def _member(operands: Operands, _: Attributes) -> Nullable:
    item, holder = (some(operand) for operand in exactly(operands, 2))
    if item.cardinality is not Cardinality.SINGLE:
        raise NoValueError
    return boolean(keys(item)[0] in keys(holder))


def _inside(operands: Operands, attributes: Attributes) -> Nullable:
    """Whether the point, or one of the points, lies in the area."""
    (operand,) = exactly(operands, 1)
    points = [point(item) for item in some(operand).items]
    area = _area(attributes)
    return boolean(any(contains(area, place) for place in points))


def _area(attributes: Attributes) -> Area:
    shape = attributes.word("shape", "default")
    if shape not in set(Shape):
        raise NoValueError
    coords = tuple(float(attributes.as_number(part)) for part in attributes.texts.get("coords", "").split(",") if part)
    area = Area(Shape(shape), coords)
    if not is_sound(area):
        raise NoValueError
    return area


OPERATORS: Mapping[str, Operator] = {
    "and": _and,
    "or": _or,
    "not": _not,
    "any-n": _any_n,
    "match": _match,
    "is-null": _is_null,
    "lt": _comparing(lambda left, right: left < right),
    "lte": _comparing(lambda left, right: left <= right),
    "gt": _comparing(lambda left, right: left > right),
    "gte": _comparing(lambda left, right: left >= right),
    "duration-lt": _comparing(lambda left, right: left < right),
    "duration-gte": _comparing(lambda left, right: left >= right),
    "equal": _equal,
    "equal-rounded": _equal_rounded,
    "string-match": _string_match,
    "substring": _substring,
    "contains": _contains,
    "member": _member,
    "inside": _inside,
}
