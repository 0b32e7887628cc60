"""Expressions and rules of response, template and outcome processing, read into trees."""

from collections.abc import Iterable, Iterator

from kiosk.lessons.item import (
    Constraint,
    Exit,
    Expression,
    If,
    LookupOutcome,
    Rule,
    SetCorrect,
    SetDefault,
    SetVariable,
)
from kiosk.lessons.qti.declarations import base_value, needed
from kiosk.lessons.qti.reading import Reading
from kiosk.lessons.qti.xml import Element

OPERATORS = frozenset(
    """
    and any-n base-value container-size contains correct default delete divide duration-gte duration-lt
    equal equal-rounded field-value gcd gt gte index inside integer-divide integer-modulus
    integer-to-float is-null lcm lt lte map-response map-response-point match math-constant
    math-operator max member min multiple not null number-correct number-incorrect number-presented
    number-responded number-selected or ordered outcome-maximum outcome-minimum pattern-match power
    product random random-float random-integer repeat round round-to stats-operator string-match
    substring subtract sum test-variables truncate variable
    """.split()  # noqa: SIM905 - a word to a line would hide the rest
)
"""All of QTI 3 but customOperator, which runs a program of the package's own."""

_OLD_NAMES = {"completion_status": "completionStatus"}
"""Built-in variables that some files of QTI 2 call otherwise."""

_BRANCHES = frozenset({"if", "else-if", "else"})


def read_expression(element: Element, reading: Reading) -> Expression:
    """Read an expression. What cannot run is noted in the reading, and kept."""
    operator = element.name
    if operator not in OPERATORS:
        named = element.get("class") or operator
        reading.cannot(f"The score needs {named}, which only another program can run.")
    return Expression(
        operator,
        tuple(read_expression(operand, reading) for operand in element.elements),
        {name: _OLD_NAMES.get(text.strip(), text.strip()) for name, text in element.attributes.items()},
        base_value(element) if operator == "base-value" else None,
        element.line,
    )


def read_rules(elements: Iterable[Element], reading: Reading) -> tuple[Rule, ...]:
    """Read rules in their order, with those of the files that they include."""
    return tuple(rule for element in elements for rule in _rules(element, reading))


def _rules(element: Element, reading: Reading) -> Iterator[Rule]:
    name = element.name
    if name.endswith(("-processing-fragment", "-processing")):
        yield from read_rules(element.elements, reading)
    elif name.endswith("-condition"):
        yield _condition(element, reading)
    elif name.startswith("exit-"):
        yield Exit()
    elif name == "template-constraint":
        yield Constraint(_only(element, reading))
    elif name in {"set-outcome-value", "set-template-value"}:
        name = needed(element, "identifier")
        yield SetVariable(_OLD_NAMES.get(name, name), _only(element, reading))
    elif name == "set-correct-response":
        yield SetCorrect(needed(element, "identifier"), _only(element, reading))
    elif name == "set-default-value":
        yield SetDefault(needed(element, "identifier"), _only(element, reading))
    elif name == "lookup-outcome-value":
        yield LookupOutcome(needed(element, "identifier"), _only(element, reading))
    else:
        reading.cannot(f"The score needs the rule {name}, which is not known.")


def _condition(element: Element, reading: Reading) -> If:
    branches: list[tuple[Expression, tuple[Rule, ...]]] = []
    otherwise: tuple[Rule, ...] = ()
    for part in element.elements:
        kind = part.name.partition("-")[2]
        if kind not in _BRANCHES:
            raise part.fault(f"{part.name} cannot stand in {element.name}.")
        if kind == "else":
            otherwise = read_rules(part.elements, reading)
            continue
        parts = list(part.elements)
        if not parts:
            raise part.fault(f"{part.name} needs an expression in it.")
        branches.append((read_expression(parts[0], reading), read_rules(parts[1:], reading)))
    return If(tuple(branches), otherwise)


def _only(element: Element, reading: Reading) -> Expression:
    """The one expression in an element."""
    operand = next(element.elements, None)
    if operand is None:
        raise element.fault(f"{element.name} needs an expression in it.")
    return read_expression(operand, reading)
