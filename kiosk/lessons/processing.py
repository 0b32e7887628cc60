"""QTI's rules: what template, response and outcome processing do to the variables of an item or a test."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from kiosk.lessons.expressions import DEEPEST, MOST_STEPS, OwnOperator, Scope, evaluate, is_true
from kiosk.lessons.item import (
    Constraint,
    Exit,
    Expression,
    If,
    Item,
    LookupOutcome,
    LookupTable,
    OutcomeDeclaration,
    ResponseDeclaration,
    Rule,
    SetCorrect,
    SetDefault,
    SetVariable,
    TemplateDeclaration,
)
from kiosk.lessons.operands import NoValueError, number
from kiosk.lessons.values import (
    BaseType,
    Cardinality,
    Nullable,
    container,
    read_scalar,
    rounded,
    write_scalar,
)

MOST_TRIES = 100
"""So often template processing begins anew where a templateConstraint does not hold (QTI 2.2)."""

type _Declaration = ResponseDeclaration | OutcomeDeclaration | TemplateDeclaration


@dataclass(frozen=True, slots=True)
class Prepared:
    """What template processing makes of an item: its correct responses and defaults, and its template variables."""

    item: Item
    templates: Mapping[str, Nullable]


def prepare(item: Item, chance: Random) -> Prepared:
    """Process an item's templates.

    A constraint that still does not hold after the last try is passed over: the template variables have their defaults,
    and the rules go on after it. Where the work would be too much, they stay at their defaults.
    """
    defaults = {declaration.identifier: declaration.default for declaration in item.templates}
    rules = item.template_processing
    tries, steps = MOST_TRIES, MOST_STEPS
    while True:
        work = _Work(item, defaults, chance, steps)
        failed = work.run(rules)
        if failed is None:
            prepared = replace(item, responses=tuple(work.responses.values()), outcomes=tuple(work.outcomes.values()))
            return Prepared(prepared, work.variables)
        tries, steps = tries - 1, work.scope.steps
        if steps <= 0:
            return Prepared(item, defaults)
        if tries <= 0:
            rules = rules[failed + 1 :]


@dataclass(frozen=True, slots=True)
class Processed:
    """Every variable after response processing, and the steps that are left."""

    variables: Mapping[str, Nullable]
    steps: int


def respond(item: Item, variables: Mapping[str, Nullable], chance: Random, steps: int = MOST_STEPS) -> Processed:
    """Process a response within so many steps."""
    work = _Work(item, variables, chance, steps)
    work.run(item.response_processing)
    return Processed(work.variables, work.scope.steps)


@dataclass(frozen=True, slots=True)
class Concluded:
    """A test's outcomes after its outcome processing, and whether that ended the test (exitTest)."""

    outcomes: Mapping[str, Nullable]
    is_ended: bool


def conclude(
    outcomes: tuple[OutcomeDeclaration, ...],
    rules: Sequence[Rule],
    begun: Mapping[str, Nullable],
    chance: Random,
    own: Mapping[str, OwnOperator],
) -> Concluded:
    """Process a test's outcomes from what they begin with. `own` are the operators that only tests have."""
    work = _Work(Item("", "", (), outcomes=outcomes), begun, chance, MOST_STEPS)
    work.scope.own = own
    work.run(rules)
    return Concluded(work.variables, work.is_exited)


def highest_constant(rules: Sequence[Rule]) -> float | None:
    """The most that rules set SCORE to, when they set it to nothing but constants; None for other rules."""
    scores = list(settings(rules, "SCORE"))
    values = [expression.value for expression in scores if expression and expression.operator == "base-value"]
    try:
        return max(float(number(value)) for value in values) if scores and len(values) == len(scores) else None
    except NoValueError:
        return None


def settings(rules: Sequence[Rule], outcome: str) -> Iterator[Expression | None]:
    """What rules can set an outcome to; None for what a table gives."""
    for rule in every_rule(rules):
        match rule:
            case SetVariable(identifier, expression) if identifier == outcome:
                yield expression
            case LookupOutcome(identifier, _) if identifier == outcome:
                yield None


def every_rule(rules: Sequence[Rule]) -> Iterator[Rule]:
    """Every rule, those within conditions too, in their order."""
    waiting = list(reversed(rules))
    while waiting:
        rule = waiting.pop()
        yield rule
        if isinstance(rule, If):
            inner = [*(each for _, then in rule.branches for each in then), *rule.otherwise]
            waiting += reversed(inner)


def every_expression(rules: Sequence[Rule]) -> Iterator[Expression]:
    """Every expression of the rules that come to a value, those within others too, in their order."""
    waiting = list(_expressions(rules))[::-1]
    while waiting:
        expression = waiting.pop()
        yield expression
        waiting += expression.operands[::-1]


def look_up(table: LookupTable, source: Nullable) -> Nullable:
    """What a table gives for a number; its default for a number that it does not have, and for NULL."""
    try:
        wanted = rounded(number(source))
    except NoValueError:
        return table.default
    for entry, value, includes in table.entries:
        at, above = wanted == rounded(entry), wanted > rounded(entry)
        if (above or (at and includes)) if table.interpolates else at:
            return value
    return table.default


def fitted(value: Nullable, cardinality: Cardinality, base_type: BaseType | None) -> Nullable:
    """The value as a variable of this kind holds it; a value of another kind as near as may be.

    To set a float variable to an integer, or a bag to one value, is wrong by the specification; yet many items do, and
    what they mean is clear. A fraction stays what it is in an integer variable.
    """
    if value is None or value.cardinality is Cardinality.RECORD or base_type is None:
        return value
    if cardinality is Cardinality.SINGLE and len(value.items) != 1:
        return None
    if base_type is value.base_type:
        return replace(value, cardinality=cardinality)
    items = [read_scalar(base_type, write_scalar(item)) for item in value.items]
    if None in items:
        return value if base_type is BaseType.INTEGER and value.base_type is BaseType.FLOAT else None
    return container(cardinality, base_type, (item for item in items if item is not None))


def _expressions(rules: Sequence[Rule]) -> Iterator[Expression]:
    for rule in every_rule(rules):
        match rule:
            case If(branches):
                yield from (condition for condition, _ in branches)
            case SetVariable(_, expression) | LookupOutcome(_, expression):
                yield expression


class _ExitError(Exception):
    """exitResponse or exitTemplate."""


class _ConstraintError(Exception):
    """A templateConstraint does not hold."""


class _Work:
    """One run of rules. Its scope sees every change at once."""

    def __init__(self, item: Item, variables: Mapping[str, Nullable], chance: Random, steps: int) -> None:
        self.is_exited = False
        self.variables = dict(variables)
        self.responses = {declaration.identifier: declaration for declaration in item.responses}
        self.outcomes = {declaration.identifier: declaration for declaration in item.outcomes}
        self._declared: dict[str, _Declaration] = {
            **self.responses,
            **self.outcomes,
            **{declaration.identifier: declaration for declaration in item.templates},
        }
        self._defaults = {name: declaration.default for name, declaration in self._declared.items()}
        self.scope = Scope(self.variables, chance, self.responses, self._defaults, steps=steps)

    def run(self, rules: Sequence[Rule]) -> int | None:
        """Follow the rules to their end or exit; of a rule with a constraint that does not hold, give its place."""
        for place, rule in enumerate(rules):
            try:
                self._follow(rule, 0)
            except _ExitError:
                break
            except _ConstraintError:
                return place
        return None

    def _follow(self, rule: Rule, depth: int) -> None:
        match rule:
            case SetVariable(name, expression):
                self._set(name, evaluate(expression, self.scope))
            case LookupOutcome(name, expression):
                self._look_up(name, expression)
            case SetCorrect(name, expression) if name in self.responses:
                self.responses[name] = replace(self.responses[name], correct=self._fitting(name, expression))
            case SetDefault(name, expression):
                self._set_default(name, self._fitting(name, expression))
            case If(branches, otherwise) if depth < DEEPEST:
                true = (then for condition, then in branches if is_true(condition, self.scope))
                for inner in next(true, otherwise):
                    self._follow(inner, depth + 1)
            case Constraint(expression) if not is_true(expression, self.scope):
                raise _ConstraintError
            case Exit():
                self.is_exited = True
                raise _ExitError

    def _fitting(self, name: str, expression: Expression) -> Nullable:
        return self._fitted(name, evaluate(expression, self.scope))

    def _fitted(self, name: str, value: Nullable) -> Nullable:
        declared = self._declared.get(name)
        return fitted(value, declared.cardinality, declared.base_type) if declared else value

    def _set(self, name: str, value: Nullable) -> None:
        outcome = self.outcomes.get(name)
        if not (outcome and outcome.external_scored):
            self.variables[name] = self._fitted(name, value)

    def _look_up(self, name: str, expression: Expression) -> None:
        outcome = self.outcomes.get(name)
        if outcome and outcome.lookup:
            self._set(name, look_up(outcome.lookup, evaluate(expression, self.scope)))

    def _set_default(self, name: str, value: Nullable) -> None:
        self._defaults[name] = value
        if name in self.responses:
            self.responses[name] = replace(self.responses[name], default=value)
        if name in self.outcomes:
            self.outcomes[name] = replace(self.outcomes[name], default=value)
