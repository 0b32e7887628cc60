"""One item being answered, from its seed and its attempts alone: nothing else is kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from kiosk.lessons.chance import generator
from kiosk.lessons.interactions import (
    AssociateInteraction,
    EndAttemptInteraction,
    GapMatchInteraction,
    GraphicAssociateInteraction,
    GraphicGapMatchInteraction,
    Interaction,
    MatchInteraction,
    Response,
)
from kiosk.lessons.item import Item, OutcomeDeclaration, ResponseDeclaration, interactions
from kiosk.lessons.mapping import best_keys, best_points
from kiosk.lessons.operands import NoValueError, number
from kiosk.lessons.processing import prepare, respond
from kiosk.lessons.response_values import values
from kiosk.lessons.values import BaseType, Cardinality, Nullable, boolean, single, write_value

MOST_READINGS = 8
"""So many ways of reading a response's numbers are tried."""

type Responses = Mapping[str, Response]
"""What was answered, by response variable; a variable that is missing is blank."""


@dataclass(frozen=True, slots=True)
class ItemSession:
    """Every variable of an item after so many attempts.

    `item` is as template processing left it: its correct responses and defaults are the ones that hold. The same item,
    seed and attempts give the same session on any machine: that is how a run resumes, and how a server scores it again.
    """

    item: Item
    seed: int
    variables: Mapping[str, Nullable]
    attempts: int = 0


def begin(item: Item, seed: int) -> ItemSession:
    """Process the item's templates, and give every variable its default."""
    prepared = prepare(item, generator(seed, "template"))
    return _fresh(prepared.item, seed, prepared.templates)


def attempt(session: ItemSession, responses: Responses, duration_s: float = 0.0) -> ItemSession:
    """Process all of an attempt's responses. `duration_s` is what it took; QTI's duration is the sum.

    A number that can be read in two ways (1,000) is read in the student's favour.
    """
    item, attempts = session.item, session.attempts + 1
    started = {
        **session.variables,
        **({} if item.adaptive else _defaults(item)),
        "numAttempts": single(BaseType.INTEGER, attempts),
        "duration": single(BaseType.DURATION, _number(session.variables.get("duration")) + duration_s),
    }
    if started.get("completionStatus") == _NOT_ATTEMPTED:
        started["completionStatus"] = _UNKNOWN
    results = [
        respond(item, {**started, **reading}, generator(session.seed, "attempt", attempts))
        for reading in _readings(item, responses)
    ]
    best = max(results, key=lambda variables: _number(variables.get("SCORE")))
    return ItemSession(item, session.seed, best, attempts)


def replay(item: Item, seed: int, attempts: Sequence[Responses]) -> ItemSession:
    """The session after these attempts."""
    session = begin(item, seed)
    for responses in attempts:
        session = attempt(session, responses)
    return session


def score(session: ItemSession) -> float | None:
    """What the item has earned so far; None for one that nobody can score here."""
    return None if max_score(session) is None else _number(session.variables.get("SCORE"))


def max_score(session: ItemSession) -> float | None:
    """What the item can earn: MAXSCORE, else SCORE's normal maximum, else what its key earns at once.

    None when nothing scores it here: it has no rules, a person scores it, or this program cannot run it.
    """
    item = session.item
    scores = [outcome for outcome in item.outcomes if outcome.identifier == "SCORE"]
    if item.unsupported or not item.response_processing or any(outcome.external_scored for outcome in scores):
        return None
    templates = {declaration.identifier: session.variables[declaration.identifier] for declaration in item.templates}
    keyed = attempt(_fresh(item, session.seed, templates), correct_responses(session)).variables
    normal = [outcome.normal_maximum for outcome in scores]
    known = [_number(keyed.get("MAXSCORE")), *(most or 0.0 for most in normal), _number(keyed.get("SCORE"))]
    return next((most for most in known if most > 0), None)


def correct_responses(session: ItemSession) -> Responses:
    """The key, as a student would give it: the correct responses, where there are none what a mapping gives most for.

    A response that has neither is missing.
    """
    by_response = {interaction.response: interaction for interaction in interactions(session.item)}
    keys = {
        declaration.identifier: _key(declaration, by_response.get(declaration.identifier))
        for declaration in session.item.responses
    }
    return {name: key for name, key in keys.items() if key}


def is_finished(session: ItemSession) -> bool:
    """Whether the item itself says that it is over: adaptive ones do, by completionStatus."""
    return session.variables.get("completionStatus") == single(BaseType.IDENTIFIER, "completed")


_NOT_ATTEMPTED = single(BaseType.IDENTIFIER, "not_attempted")
_UNKNOWN = single(BaseType.IDENTIFIER, "unknown")


def _fresh(item: Item, seed: int, templates: Mapping[str, Nullable]) -> ItemSession:
    responses = {declaration.identifier: declaration.default for declaration in item.responses}
    built_in = {"numAttempts": single(BaseType.INTEGER, 0), "duration": single(BaseType.DURATION, 0.0)}
    return ItemSession(item, seed, {**built_in, **templates, **responses, **_defaults(item)})


def _defaults(item: Item) -> dict[str, Nullable]:
    """Every outcome before response processing; completionStatus is one."""
    outcomes = {outcome.identifier: _default(outcome) for outcome in item.outcomes}
    return {**outcomes, "completionStatus": _NOT_ATTEMPTED}


def _default(outcome: OutcomeDeclaration) -> Nullable:
    """A single number is 0 where its declaration says nothing (QTI's outcomeDeclaration)."""
    numeric = outcome.cardinality is Cardinality.SINGLE and outcome.base_type in {BaseType.INTEGER, BaseType.FLOAT}
    if outcome.default is None and numeric and outcome.base_type:
        return single(outcome.base_type, 0 if outcome.base_type is BaseType.INTEGER else 0.0)
    return outcome.default


def _readings(item: Item, responses: Responses) -> Iterator[Mapping[str, Nullable]]:
    """Each way of reading the responses, the likeliest first."""
    names = [declaration.identifier for declaration in item.responses]
    readings = [values(declaration, responses.get(declaration.identifier, ())) for declaration in item.responses]
    buttons = {
        interaction.response: boolean(bool(responses.get(interaction.response)))
        for interaction in interactions(item)
        if isinstance(interaction, EndAttemptInteraction)
    }
    for reading in islice(product(*readings), MOST_READINGS):
        yield {**dict(zip(names, reading, strict=True)), **buttons}


def _key(declaration: ResponseDeclaration, interaction: Interaction | None) -> Response:
    if declaration.correct:
        fields = declaration.correct.fields
        return write_value(fields.get("stringValue") if fields is not None else declaration.correct)
    most = 1 if declaration.cardinality is Cardinality.SINGLE else _most(interaction)
    if declaration.mapping:
        return best_keys(declaration.mapping, most)
    return best_points(declaration.area_mapping, most) if declaration.area_mapping else ()


def _most(interaction: Interaction | None) -> int:
    """How many choices, pairs or points a response may have; 0 for any number."""
    match interaction:
        case (
            AssociateInteraction()
            | GapMatchInteraction()
            | GraphicAssociateInteraction()
            | GraphicGapMatchInteraction()
            | MatchInteraction()
        ):
            return interaction.max_associations
        case None:
            return 0
        case _:
            most = getattr(interaction, "max_choices", 0)
            return most if isinstance(most, int) else 0


def _number(value: Nullable) -> float:
    """A number as a score; 0 for what is none."""
    try:
        return float(number(value))
    except NoValueError:
        return 0.0
