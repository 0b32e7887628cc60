"""What a test's expressions see of its items: QTI's operators that only tests have, and item.VARIABLE."""

from collections.abc import Callable, Iterable
from functools import partial

from kiosk.lessons.assessment.plan import PlannedItem
from kiosk.lessons.assessment.session import AssessmentSession, items_in, seconds_in
from kiosk.lessons.expressions import OwnOperator, Scope
from kiosk.lessons.item import Expression, OutcomeDeclaration
from kiosk.lessons.values import BaseType, Cardinality, Nullable, Value, same

_DURATION = "duration"


def operators(session: AssessmentSession) -> dict[str, OwnOperator]:
    """The operators that are a test's own, over what was done so far."""

    def variable(expression: Expression, scope: Scope) -> Nullable:
        name = expression.attributes.get("identifier", "")
        is_of_an_item = name == _DURATION or "." in name
        return _variable(expression, name, session) if is_of_an_item else scope.variables.get(name)

    def aggregate(of: _Aggregate, expression: Expression, _: Scope) -> Nullable:
        return of(expression, _subset(expression, session), session)

    return {"variable": variable, **{name: partial(aggregate, of) for name, of in _AGGREGATES.items()}}


def item_variable(session: AssessmentSession, planned: PlannedItem, name: str) -> Nullable:
    """A variable of an item by the name the test uses for it."""
    if name == _DURATION:
        return _seconds(seconds_in(session, planned.key))
    return session.item_session(planned).variables.get(planned.ref.variable_mapping.get(name, name))


def was_answered(session: AssessmentSession, planned: PlannedItem) -> bool:
    """Whether an attempt gave a response other than the default (QTI's numberResponded)."""
    item = session.item_session(planned)
    return item.attempts > 0 and any(
        item.variables.get(declared.identifier) != declared.default for declared in item.item.responses
    )


def is_right(session: AssessmentSession, planned: PlannedItem) -> bool | None:
    """Whether every response is the declared correct one; None where not all have one (QTI's numberCorrect)."""
    item = session.item_session(planned)
    declared = item.item.responses
    if not declared or any(response.correct is None for response in declared):
        return None
    return all(same(item.variables.get(response.identifier), response.correct) for response in declared)


def _variable(expression: Expression, name: str, session: AssessmentSession) -> Nullable:
    """An item's variable as item.NAME, or the duration of an item, a section, a part or (as "duration") the test."""
    owner, _, variable = name.rpartition(".")
    if variable == _DURATION:
        return _seconds(seconds_in(session, owner or None))
    for planned in session.plan:
        if planned.key == owner:
            return _weighted(item_variable(session, planned, variable), expression, planned)
    return None


def _subset(expression: Expression, session: AssessmentSession) -> tuple[PlannedItem, ...]:
    """The items an aggregate is about, by section and category."""
    included = set(expression.attributes.get("include-category", "").split())
    excluded = set(expression.attributes.get("exclude-category", "").split())
    return tuple(
        planned
        for planned in items_in(session, expression.attributes.get("section-identifier") or None)
        if (not included or included & planned.ref.categories) and not excluded & planned.ref.categories
    )


def _test_variables(expression: Expression, subset: tuple[PlannedItem, ...], session: AssessmentSession) -> Nullable:
    """The single values of one variable over the items, NULLs left out; integers among floats become floats."""
    name = expression.attributes.get("variable-identifier", "")
    wanted = expression.attributes.get("base-type")
    found = [
        value
        for planned in subset
        if (value := _weighted(item_variable(session, planned, name), expression, planned)) is not None
        and value.cardinality is Cardinality.SINGLE
        and wanted in (None, value.base_type)
    ]
    types = {value.base_type for value in found}
    if types == {BaseType.INTEGER, BaseType.FLOAT}:
        return _floats(float(value.items[0]) for value in found)  # type: ignore[arg-type]  # both are numbers
    if len(types) != 1:
        return None
    return Value(Cardinality.MULTIPLE, types.pop(), tuple(value.items[0] for value in found))


def _bounds(of: Callable[[OutcomeDeclaration], float | None]) -> "_Aggregate":
    """Either end of an outcome's normal range over the items; NULL when one of them declares none."""

    def bounds(expression: Expression, subset: tuple[PlannedItem, ...], session: AssessmentSession) -> Nullable:
        name = expression.attributes.get("outcome-identifier", "")
        found = [_bound(of, session, planned, name, expression) for planned in subset]
        return None if not found or None in found else _floats(bound for bound in found if bound is not None)

    return bounds


def _bound(
    of: Callable[[OutcomeDeclaration], float | None],
    session: AssessmentSession,
    planned: PlannedItem,
    name: str,
    expression: Expression,
) -> float | None:
    source = planned.ref.variable_mapping.get(name, name)
    for declared in session.item_session(planned).item.outcomes:
        if declared.identifier == source and (bound := of(declared)) is not None:
            return bound * _weight(expression, planned)
    return None


def _count(holds: Callable[[AssessmentSession, PlannedItem], bool]) -> "_Aggregate":
    def count(_expression: Expression, subset: tuple[PlannedItem, ...], session: AssessmentSession) -> Nullable:
        return Value(Cardinality.SINGLE, BaseType.INTEGER, (sum(holds(session, planned) for planned in subset),))

    return count


def _was_presented(session: AssessmentSession, planned: PlannedItem) -> bool:
    """QTI counts as presented what was attempted, answered or not."""
    return session.item_session(planned).attempts > 0


def _is_wrong(session: AssessmentSession, planned: PlannedItem) -> bool:
    return _was_presented(session, planned) and is_right(session, planned) is False


def _weighted(value: Nullable, expression: Expression, planned: PlannedItem) -> Nullable:
    """A number times its item's weight, which makes it a float; what is no number stays."""
    if value is None or value.cardinality is not Cardinality.SINGLE or "weight-identifier" not in expression.attributes:
        return value
    match value.items:
        case (int() | float() as number,) if value.base_type in (BaseType.INTEGER, BaseType.FLOAT):
            return Value(Cardinality.SINGLE, BaseType.FLOAT, (number * _weight(expression, planned),))
        case _:
            return value


def _weight(expression: Expression, planned: PlannedItem) -> float:
    return planned.ref.weights.get(expression.attributes.get("weight-identifier", ""), 1.0)


def _floats(numbers: Iterable[float]) -> Value:
    return Value(Cardinality.MULTIPLE, BaseType.FLOAT, tuple(numbers))


def _seconds(seconds: float) -> Value:
    return Value(Cardinality.SINGLE, BaseType.DURATION, (seconds,))


type _Aggregate = Callable[[Expression, tuple[PlannedItem, ...], AssessmentSession], Nullable]

_AGGREGATES: dict[str, _Aggregate] = {
    "test-variables": _test_variables,
    "outcome-maximum": _bounds(lambda declared: declared.normal_maximum),
    "outcome-minimum": _bounds(lambda declared: declared.normal_minimum),
    "number-correct": _count(lambda session, planned: is_right(session, planned) is True),
    "number-incorrect": _count(_is_wrong),
    "number-presented": _count(_was_presented),
    "number-responded": _count(was_answered),
    "number-selected": _count(lambda _session, _planned: True),
}
