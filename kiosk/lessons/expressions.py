"""QTI's expressions, evaluated: any tree has a value or is NULL, after a bounded number of steps.

What an operator computes from its operands alone stands in the `expressions_...` modules; here are those that look at
declarations, chance or evaluate more than once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from random import Random

from kiosk.lessons import expressions_containers, expressions_logic, expressions_numbers
from kiosk.lessons.chance import whole
from kiosk.lessons.expressions_containers import MOST_ITEMS, joined
from kiosk.lessons.item import Expression, ResponseDeclaration
from kiosk.lessons.mapping import map_points, map_value
from kiosk.lessons.operands import Attributes, NoValueError, Operator, numeric, present, some, text
from kiosk.lessons.patterns import find
from kiosk.lessons.values import Cardinality, Nullable, boolean, single

MOST_STEPS = 10_000
"""So many expressions, and items they look at, in one run of the rules; what would come after them is NULL."""
DEEPEST = 60
"""An expression nested deeper is NULL."""

_LETTERS_IN_A_STEP = 40
_SMALL_IN_A_STEP = 10
"""How many entries of a mapping, or states of a pattern, take as long as an expression."""

OPERATORS: Mapping[str, Operator] = {
    **expressions_logic.OPERATORS,
    **expressions_numbers.OPERATORS,
    **expressions_containers.OPERATORS,
}


@dataclass(slots=True)
class Scope:
    """What expressions see and use up: one for one run of rules.

    `own` are operators that only this scope knows, or knows better: a test's "number-correct", "test-variables" and
    "variable" with a weight. Each takes the expression whole, and this scope.
    """

    variables: Mapping[str, Nullable]
    chance: Random
    responses: Mapping[str, ResponseDeclaration] = field(default_factory=dict)
    defaults: Mapping[str, Nullable] = field(default_factory=dict)
    own: "Mapping[str, OwnOperator]" = field(default_factory=dict)
    steps: int = MOST_STEPS
    depth: int = 0

    def spend(self, steps: int) -> None:
        """Take these steps. Raises NoValueError where there are no more."""
        self.steps -= steps
        if self.steps < 0:
            raise NoValueError


type OwnOperator = Callable[[Expression, Scope], Nullable]


def evaluate(expression: Expression, scope: Scope) -> Nullable:
    """Give the value of an expression. One that is ill-typed, unknown, too deep or too long is NULL; none raises."""
    scope.depth += 1
    try:
        scope.spend(1)
        return None if scope.depth > DEEPEST else _evaluate(expression, scope)
    except (NoValueError, ArithmeticError):
        return None
    finally:
        scope.depth -= 1


def is_true(expression: Expression, scope: Scope) -> bool:
    """Whether a condition holds; NULL does not (QTI's responseIf)."""
    return evaluate(expression, scope) == boolean(True)


def _evaluate(expression: Expression, scope: Scope) -> Nullable:
    if own := scope.own.get(expression.operator):
        return own(expression, scope)
    attributes = Attributes(expression.attributes, scope.variables)
    if in_scope := _IN_SCOPE.get(expression.operator):
        return in_scope(expression, attributes, scope)
    operator = present(OPERATORS.get(expression.operator))
    operands = [evaluate(operand, scope) for operand in expression.operands]
    items = sum(map(_size, operands))
    scope.spend(items * (1 + len(expression.attributes.get("coords", "")) // _LETTERS_IN_A_STEP))
    return operator(operands, attributes)


def _base_value(expression: Expression, _: Attributes, __: Scope) -> Nullable:
    return expression.value


def _null(_: Expression, __: Attributes, ___: Scope) -> Nullable:
    return None


def _variable(_: Expression, attributes: Attributes, scope: Scope) -> Nullable:
    return scope.variables.get(attributes.word("identifier", ""))


def _correct(_: Expression, attributes: Attributes, scope: Scope) -> Nullable:
    return _declaration(attributes, scope).correct


def _default(_: Expression, attributes: Attributes, scope: Scope) -> Nullable:
    return scope.defaults.get(attributes.word("identifier", ""))


def _map_response(_: Expression, attributes: Attributes, scope: Scope) -> Nullable:
    declaration = _declaration(attributes, scope)
    mapping, value = present(declaration.mapping), scope.variables.get(declaration.identifier)
    scope.spend(_size(value) * len(mapping.entries) // _SMALL_IN_A_STEP)
    return numeric(map_value(mapping, value))


def _map_response_point(_: Expression, attributes: Attributes, scope: Scope) -> Nullable:
    declaration = _declaration(attributes, scope)
    mapping, value = present(declaration.area_mapping), scope.variables.get(declaration.identifier)
    corners = sum(1 + len(area.coords) for area, _ in mapping.entries)
    scope.spend(_size(value) * corners // _SMALL_IN_A_STEP)
    return numeric(map_points(mapping, value))


def _size(value: Nullable) -> int:
    return len(value.items) if value else 0


def _pattern_match(expression: Expression, attributes: Attributes, scope: Scope) -> Nullable:
    found = find(attributes.text("pattern"), text(_operand(expression, scope)))
    scope.spend(found.steps // _SMALL_IN_A_STEP)
    return None if found.matched is None else boolean(found.matched)


def _declaration(attributes: Attributes, scope: Scope) -> ResponseDeclaration:
    return present(scope.responses.get(attributes.word("identifier", "")))


def _operand(expression: Expression, scope: Scope) -> Nullable:
    if len(expression.operands) != 1:
        raise NoValueError
    return evaluate(expression.operands[0], scope)


def _random(expression: Expression, _: Attributes, scope: Scope) -> Nullable:
    """Any item of a container."""
    holder = some(_operand(expression, scope))
    return single(present(holder.base_type), holder.items[whole(scope.chance, 0, len(holder.items) - 1)])


def _random_integer(_: Expression, attributes: Attributes, scope: Scope) -> Nullable:
    low, high, step = attributes.integer("min", 0), attributes.integer("max"), attributes.integer("step", 1)
    if low > high or step < 1:
        raise NoValueError
    return numeric(whole(scope.chance, low, high, step))


def _random_float(_: Expression, attributes: Attributes, scope: Scope) -> Nullable:
    low, high = attributes.number("min", 0), attributes.number("max")
    if low > high:
        raise NoValueError
    return numeric(float(low + scope.chance.random() * (high - low)))


def _repeat(expression: Expression, attributes: Attributes, scope: Scope) -> Nullable:
    """The operands' values so many times over, evaluated anew each time."""
    times = attributes.integer("number-repeats")
    if times > MOST_ITEMS:
        raise NoValueError
    rounds = ([evaluate(operand, scope) for operand in expression.operands] for _ in range(times))
    return joined(list(chain.from_iterable(rounds)), Cardinality.ORDERED)


_IN_SCOPE: Mapping[str, Callable[[Expression, Attributes, Scope], Nullable]] = {
    "base-value": _base_value,
    "null": _null,
    "variable": _variable,
    "correct": _correct,
    "default": _default,
    "map-response": _map_response,
    "map-response-point": _map_response_point,
    "pattern-match": _pattern_match,
    "random": _random,
    "random-integer": _random_integer,
    "random-float": _random_float,
    "repeat": _repeat,
}
