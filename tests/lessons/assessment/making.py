"""Small tests to take: items that are right with "a", and what holds them."""

from typing import Any

from kiosk.lessons.assessment.beginning import start
from kiosk.lessons.assessment.model import (
    Assessment,
    Control,
    ItemRef,
    Navigation,
    Part,
    Section,
    Submission,
)
from kiosk.lessons.assessment.moves import go_on, respond
from kiosk.lessons.assessment.session import AssessmentSession
from kiosk.lessons.interactions import Choice, ChoiceInteraction
from kiosk.lessons.item import Expression, If, Item, OutcomeDeclaration, ResponseDeclaration, SetVariable
from kiosk.lessons.values import BaseType, Cardinality, Value

A = {"RESPONSE": ("a",)}
B = {"RESPONSE": ("b",)}
RUN = "a run"


def expression(operator: str, *operands: Expression, **attributes: str) -> Expression:
    """An expression; an attribute's underscores stand for hyphens."""
    return Expression(operator, operands, {name.replace("_", "-"): text for name, text in attributes.items()})


def constant(base_type: BaseType, scalar: str | float) -> Expression:
    return Expression("base-value", value=Value(Cardinality.SINGLE, base_type, (scalar,)))


def variable(name: str, **attributes: str) -> Expression:
    return expression("variable", identifier=name, **attributes)


def chose(item: str, choice: str) -> Expression:
    """Whether that was chosen in that item."""
    return expression("match", variable(f"{item}.RESPONSE"), constant(BaseType.IDENTIFIER, choice))


NEVER = expression("match", constant(BaseType.INTEGER, 1), constant(BaseType.INTEGER, 2))
ALWAYS = expression("not", NEVER)


def item(name: str, *, adaptive: bool = False, worth: float = 1.0) -> Item:
    """A question with the choices a, b and c, of which a is right; an adaptive one ends when it is found."""
    right = expression("match", variable("RESPONSE"), expression("correct", identifier="RESPONSE"))
    full: list[SetVariable] = [SetVariable("SCORE", constant(BaseType.FLOAT, worth))]
    if adaptive:
        full.append(SetVariable("completionStatus", constant(BaseType.IDENTIFIER, "completed")))
    return Item(
        name,
        f"Title of {name}",
        (ChoiceInteraction("RESPONSE", (Choice("a", "A"), Choice("b", "B"), Choice("c", "C"))),),
        responses=(
            ResponseDeclaration(
                "RESPONSE",
                Cardinality.SINGLE,
                BaseType.IDENTIFIER,
                correct=Value(Cardinality.SINGLE, BaseType.IDENTIFIER, ("a",)),
            ),
        ),
        outcomes=(OutcomeDeclaration("SCORE", Cardinality.SINGLE, BaseType.FLOAT, normal_maximum=worth),),
        response_processing=(If(((right, tuple(full)),)),),
        adaptive=adaptive,
    )


def ref(name: str, **more: Any) -> ItemRef:
    return ItemRef(name, **({"item": item(name)} | more))


def section(name: str, *children: ItemRef | Section | str, **more: Any) -> Section:
    """A section; a name among its children is an item."""
    made = tuple(ref(child) if isinstance(child, str) else child for child in children)
    return Section(name, f"Section {name}", made, **more)


def part(name: str, *sections: Section, **more: Any) -> Part:
    return Part(name, sections, **more)


def linear(*children: ItemRef | Section | str, **more: Any) -> Assessment:
    """A test of one linear part with one section."""
    return Assessment("T", "A test", (part("P", section("S", *children), **more),))


def nonlinear(*children: ItemRef | Section | str, **more: Any) -> Assessment:
    """A test of one nonlinear part with one section."""
    return linear(*children, navigation=Navigation.NONLINEAR, **more)


def together(*children: ItemRef | Section | str, **more: Any) -> Assessment:
    """A test of one nonlinear part that is handed in as a whole."""
    return nonlinear(*children, submission=Submission.SIMULTANEOUS, **more)


def taken(assessment: Assessment, *answers: str) -> AssessmentSession:
    """A linear test taken from its beginning, each item answered by "a", "b" or "" in turn, wherever that leads."""
    session = start(assessment, RUN)
    for answer in answers:
        session = go_on(respond(session, {"RESPONSE": (answer,)} if answer else {}))
    return session


def controlled(name: str, **control: Any) -> ItemRef:
    return ref(name, control=Control(**control))


def keys(session: AssessmentSession) -> list[str]:
    return [planned.key for planned in session.plan]
