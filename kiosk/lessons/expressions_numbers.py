"""QTI's operators whose result is a number. A NULL among the operands makes them NULL."""

import math
import statistics
from collections.abc import Callable, Mapping, Sequence

from kiosk.lessons.operands import (
    Attributes,
    NoValueError,
    Operands,
    Operator,
    exactly,
    integers,
    number,
    numbers,
    numeric,
    present,
)
from kiosk.lessons.rounding import to_decimal_places, to_significant_figures
from kiosk.lessons.values import LARGEST_INTEGER, Nullable


def _of_all(reckon: Callable[[list[int | float]], float]) -> Operator:
    """An operator over every number of its operands, containers among them."""
    return lambda operands, _: numeric(reckon(numbers(operands)))


def _of_integers(reckon: Callable[[list[int]], int]) -> Operator:
    return lambda operands, _: numeric(reckon(integers(operands)))


def _of_one(reckon: Callable[[float], float]) -> Operator:
    return lambda operands, _: numeric(reckon(*map(number, exactly(operands, 1))))


def _of_two(reckon: Callable[[float, float], float]) -> Operator:
    return lambda operands, _: numeric(reckon(*map(number, exactly(operands, 2))))


def _power(base: float, exponent: float) -> float:
    result = float(base) ** float(exponent)
    return result if isinstance(result, float) else math.nan  # a root of a negative number is complex


def _lcm(found: list[int]) -> int:
    """It grows with each number, so it ends as soon as it is too large for a value."""
    result = 1
    for each in found:
        result = math.lcm(result, each)
        if result > LARGEST_INTEGER:
            raise NoValueError
    return result


def _round_to(operands: Operands, attributes: Attributes) -> Nullable:
    (operand,) = exactly(operands, 1)
    figures = attributes.integer("figures")
    if attributes.word("rounding-mode", "significantFigures") == "decimalPlaces":
        return numeric(present(to_decimal_places(number(operand), figures)))
    return numeric(present(to_significant_figures(number(operand), figures)))


def _inverse(function: Callable[[float], float]) -> Callable[[float], float]:
    return lambda number: 1 / function(number)


def _of_inverse(function: Callable[[float], float]) -> Callable[[float], float]:
    return lambda number: function(1 / number)


def _signum(number: float) -> int:
    return (number > 0) - (number < 0)


_FUNCTIONS: Mapping[str, Callable[[float], float]] = {
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "sec": _inverse(math.cos),
    "csc": _inverse(math.sin),
    "cot": _inverse(math.tan),
    "asin": math.asin,
    "acos": math.acos,
    "atan": math.atan,
    "asec": _of_inverse(math.acos),
    "acsc": _of_inverse(math.asin),
    "acot": lambda number: math.atan2(1, number) if number >= 0 else math.atan2(-1, -number),
    "sinh": math.sinh,
    "cosh": math.cosh,
    "tanh": math.tanh,
    "sech": _inverse(math.cosh),
    "csch": _inverse(math.sinh),
    "coth": _inverse(math.tanh),
    "log": math.log10,
    "ln": math.log,
    "exp": math.exp,
    "abs": abs,
    "signum": _signum,
    "floor": math.floor,
    "ceil": math.ceil,
    "toDegrees": math.degrees,
    "toRadians": math.radians,
}


def _math_operator(operands: Operands, attributes: Attributes) -> Nullable:
    """QTI 2.2's table of functions: outside a function's domain is NULL."""
    name = attributes.word("name", "")
    try:
        if name == "atan2":
            return numeric(math.atan2(*map(number, exactly(operands, 2))))
        function = present(_FUNCTIONS.get(name))
        return numeric(function(*map(number, exactly(operands, 1))))
    except ValueError:
        raise NoValueError from None


_CONSTANTS = {"pi": math.pi, "e": math.e}


def _math_constant(_: Operands, attributes: Attributes) -> Nullable:
    return numeric(present(_CONSTANTS.get(attributes.word("name", ""))))


_STATISTICS: Mapping[str, Callable[[Sequence[float]], float]] = {
    "mean": statistics.fmean,
    "sampleVariance": statistics.variance,
    "sampleSD": statistics.stdev,
    "popVariance": statistics.pvariance,
    "popSD": statistics.pstdev,
}


def _stats_operator(operands: Operands, attributes: Attributes) -> Nullable:
    function = present(_STATISTICS.get(attributes.word("name", "")))
    sample = [float(item) for item in numbers(exactly(operands, 1))]
    if len(sample) < 2 and function in {statistics.variance, statistics.stdev}:
        raise NoValueError
    return numeric(function(sample))


OPERATORS: Mapping[str, Operator] = {
    "sum": _of_all(sum),
    "product": _of_all(math.prod),
    "min": _of_all(min),
    "max": _of_all(max),
    "gcd": _of_integers(lambda found: math.gcd(*found)),
    "lcm": _of_integers(_lcm),
    "subtract": _of_two(lambda left, right: left - right),
    "divide": _of_two(lambda left, right: left / right),
    "power": _of_two(_power),
    "integer-divide": _of_two(lambda left, right: math.floor(left // right)),
    "integer-modulus": _of_two(lambda left, right: left % right),
    "integer-to-float": _of_one(float),
    "truncate": _of_one(math.trunc),
    "round": _of_one(lambda number: (math.floor(2 * number) + 1) // 2),
    "round-to": _round_to,
    "math-operator": _math_operator,
    "math-constant": _math_constant,
    "stats-operator": _stats_operator,
}
