"""One item being answered, from its seed and its attempts alone: nothing else is kept."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from kiosk.lessons.chance import generator
from kiosk.lessons.expressions import MOST_STEPS
from kiosk.lessons.interactions import EndAttemptInteraction, Response
from kiosk.lessons.item import Item, OutcomeDeclaration, interactions
from kiosk.lessons.keys import candidates
from kiosk.lessons.operands import NoValueError, number
from kiosk.lessons.processing import every_expression, highest_constant, prepare, respond, settings
from kiosk.lessons.response_values import values
from kiosk.lessons.values import BaseType, Cardinality, Nullable, boolean, same, single

MOST_KEYS = 64
"""So many responses are tried to find a key that the item does not tell."""

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
    return _attempt(session, responses, duration_s, MOST_STEPS)[0]


def replay(item: Item, seed: int, attempts: Sequence[Responses]) -> ItemSession:
    """The session after these attempts, as if they had taken no time."""
    session = begin(item, seed)
    for responses in attempts:
        session = attempt(session, responses)
    return session


def score(session: ItemSession) -> float | None:
    """What the item has earned so far; None when nothing scores it here.

    That is when no rule sets SCORE, a person scores it, or this program cannot run it.
    """
    return _number(session.variables.get("SCORE")) if _is_scored(session.item) else None


def max_score(session: ItemSession) -> float | None:
    """What the item can earn: MAXSCORE or SCORE's normal maximum, else what its key earns at once.

    Where the rules set SCORE to nothing above 1, say, a MAXSCORE of 100 is out of reach, and 1 is full marks. None when
    nothing scores it here, and when there is nothing to earn.
    """
    item = session.item
    if not _is_scored(item):
        return None
    scores = [outcome for outcome in item.outcomes if outcome.identifier == "SCORE"]
    keyed = attempt(_before_responses(session), correct_responses(session)).variables
    reach = highest_constant(item.response_processing)
    said = _number(keyed.get("MAXSCORE")) or max((outcome.normal_maximum or 0.0 for outcome in scores), default=0.0)
    earned = _number(keyed.get("SCORE"))
    if said > 0:
        return min(said, reach) if reach else said
    known = (reach, earned) if item.adaptive else (earned, reach)
    return next((most for most in known if most is not None and most > 0), None)


def correct_responses(session: ItemSession) -> Responses:
    """The key, as a student would give it: what the item says, else what earns most of what its rules look for.

    A response of which nothing is known is missing.
    """
    start = _before_responses(session)
    found = candidates(session.item, start.variables)
    tries = (dict(zip(found, keys, strict=True)) for keys in islice(product(*found.values()), MOST_KEYS))
    first = {name: keys[0] for name, keys in found.items()}
    if session.item.adaptive or all(len(keys) == 1 for keys in found.values()):
        return first
    return _best(start, tries) or first


def is_timed(item: Item) -> bool:
    """Whether a rule of the item asks how long it took (QTI's built-in variable duration)."""
    return any(
        expression.operator == "variable" and expression.attributes.get("identifier") == "duration"
        for expression in every_expression(item.response_processing)
    )


def is_finished(session: ItemSession) -> bool:
    """Whether the item itself says that it is over, by completionStatus, as adaptive items do.

    An adaptive item whose rules never say so is over with full marks.
    """
    if same(session.variables.get("completionStatus"), _COMPLETED):
        return True
    item = session.item
    says = any(True for _ in settings(item.response_processing, "completionStatus"))
    return item.adaptive and not says and session.attempts > 0 and score(session) == max_score(session) is not None


def initial(outcome: OutcomeDeclaration) -> Nullable:
    """An outcome before any processing: a single number without a default is 0 (QTI's outcomeDeclaration)."""
    numeric = outcome.cardinality is Cardinality.SINGLE and outcome.base_type in {BaseType.INTEGER, BaseType.FLOAT}
    if outcome.default is None and numeric and outcome.base_type:
        return single(outcome.base_type, 0 if outcome.base_type is BaseType.INTEGER else 0.0)
    return outcome.default


_NOT_ATTEMPTED = single(BaseType.IDENTIFIER, "not_attempted")
_UNKNOWN = single(BaseType.IDENTIFIER, "unknown")
_COMPLETED = single(BaseType.IDENTIFIER, "completed")


def _attempt(session: ItemSession, responses: Responses, duration_s: float, steps: int) -> tuple[ItemSession, int]:
    """The session after an attempt that may take so many steps, and how many are left."""
    item, attempts = session.item, session.attempts + 1
    started = {
        **session.variables,
        **({} if item.adaptive else _defaults(item)),
        "numAttempts": single(BaseType.INTEGER, attempts),
        "duration": single(BaseType.DURATION, _number(session.variables.get("duration")) + duration_s),
    }
    if started.get("completionStatus") == _NOT_ATTEMPTED:
        started["completionStatus"] = _UNKNOWN
    results = []
    for reading in _readings(item, responses):
        processed = respond(item, {**started, **reading}, generator(session.seed, "attempt", attempts), steps)
        steps = processed.steps
        results.append(processed.variables)
    best = max(results, key=lambda variables: _number(variables.get("SCORE")))
    return ItemSession(item, session.seed, best, attempts), steps


def _best(start: ItemSession, keys: Iterable[Responses]) -> Responses | None:
    """The first of the keys that earn most, of those that there are steps for."""
    best, most, steps = None, -math.inf, MOST_STEPS
    for key in keys:
        tried, steps = _attempt(start, key, 0.0, steps)
        if steps < 0:
            break
        earned = _number(tried.variables.get("SCORE"))
        if earned > most:
            best, most = key, earned
    return best


def _is_scored(item: Item) -> bool:
    scores = [outcome for outcome in item.outcomes if outcome.identifier == "SCORE"]
    sets_it = any(True for _ in settings(item.response_processing, "SCORE"))
    return sets_it and not item.unsupported and not any(outcome.external_scored for outcome in scores)


def _before_responses(session: ItemSession) -> ItemSession:
    """The session as it began."""
    templates = {each.identifier: session.variables[each.identifier] for each in session.item.templates}
    return _fresh(session.item, session.seed, templates)


def _fresh(item: Item, seed: int, templates: Mapping[str, Nullable]) -> ItemSession:
    responses = {declaration.identifier: declaration.default for declaration in item.responses}
    built_in = {"numAttempts": single(BaseType.INTEGER, 0), "duration": single(BaseType.DURATION, 0.0)}
    return ItemSession(item, seed, {**built_in, **templates, **responses, **_defaults(item)})


def _defaults(item: Item) -> dict[str, Nullable]:
    """Every outcome before response processing; completionStatus is one."""
    outcomes = {outcome.identifier: initial(outcome) for outcome in item.outcomes}
    return {**outcomes, "completionStatus": _NOT_ATTEMPTED}


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


def _number(value: Nullable) -> float:
    """A number as a score; 0 for what is none."""
    try:
        return float(number(value))
    except NoValueError:
        return 0.0
