"""What a question's attempts come to: any response is judged, and none raises."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from hashlib import sha256
from itertools import chain, repeat

from kiosk.lessons import limits
from kiosk.lessons.areas import contains
from kiosk.lessons.arranging import placed
from kiosk.lessons.interactions import (
    EndAttemptInteraction,
    Interaction,
    MediaInteraction,
    Response,
    UnsupportedInteraction,
)
from kiosk.lessons.item import Item, Text, interactions
from kiosk.lessons.item_session import (
    ItemSession,
    Responses,
    attempt,
    begin,
    correct_responses,
    is_finished,
    max_score,
    score,
)
from kiosk.lessons.mapping import map_points, map_value
from kiosk.lessons.model import Question, QuestionId, SavedAnswer
from kiosk.lessons.pointing import points
from kiosk.lessons.response_values import values
from kiosk.lessons.showing import ShownItem, shown
from kiosk.lessons.texts import slots, texts
from kiosk.lessons.values import BaseType, Cardinality, same

MOST_STEPS = 100
"""Attempts after which an adaptive item is over, should it not end by itself."""

_ALMOST = 1e-9
"""Shares of a score are sums of floating point numbers."""


@dataclass(frozen=True)  # without slots, which would leave no room for what is worked out once
class Judged:
    """A question after its attempts, with all that follows from them. The same on every machine.

    `shares` are the attempts' scores as shares of the most that can be had, from 0 to 1; `most` is None where this
    program cannot score the question: what was answered is kept for a teacher.
    """

    question: Question
    session: ItemSession
    most: float | None
    shares: tuple[float, ...] = ()
    is_closed: bool = False
    """Whether a test takes no more answers to it: its time is over, or its part handed in."""

    @property
    def is_scored(self) -> bool:
        """Whether the question counts at all."""
        return self.most is not None

    @property
    def tries(self) -> int:
        return len(self.shares)

    @property
    def share(self) -> float:
        """What the latest attempt earned of what there is to earn."""
        return self.shares[-1] if self.shares else 0.0

    @property
    def correct(self) -> bool:
        """Whether the latest attempt earned all there is."""
        return self.share > 1 - _ALMOST

    @property
    def first_correct(self) -> bool:
        """Whether that was so at the first try; the attempts of an adaptive item are the steps of a single try."""
        return self.correct if self.question.item.adaptive else bool(self.shares) and self.shares[0] > 1 - _ALMOST

    @cached_property
    def settled(self) -> bool:
        """Whether nothing can be changed any more."""
        if self.is_closed or not is_answerable(self.question.item):
            return True
        if self.question.item.adaptive:
            return is_finished(self.session) or self.tries >= MOST_STEPS
        return self.tries >= (self.question.max_tries if self.is_scored else 1) or self.correct

    @cached_property
    def shown(self) -> ShownItem:
        return shown(self.session)

    @cached_property
    def interactions(self) -> tuple[Interaction, ...]:
        """What there is to answer now, in reading order."""
        return tuple(_standing(self.shown))

    @cached_property
    def key(self) -> Responses:
        """A right answer, as a person would give it."""
        return {**correct_responses(self.session), **self.question.key}


def seed_of(run_id: str, question: QuestionId) -> int:
    """What a run's random numbers and shuffles begin with: its own for each question, and the same on every machine."""
    return int.from_bytes(sha256(f"{run_id} {question}".encode()).digest()[:8])


def begun(question: Question, seed: int) -> Judged:
    """The question before its first attempt."""
    session = begin(question.item, seed)
    return Judged(question, session, max_score(session) if is_answerable(question.item) else None)


def tried(before: Judged, responses: Responses, duration_s: float = 0.0) -> Judged:
    """The question after one more attempt, which took so long."""
    session = attempt(before.session, responses, duration_s)
    earned = (score(session) or 0.0) / before.most if before.most else 0.0
    return replace(before, session=session, shares=(*before.shares, min(max(earned, 0.0), 1.0)))


def judge(question: Question, seed: int, attempts: Sequence[Responses], durations: Sequence[float] = ()) -> Judged:
    """The question after all of these attempts, and what each took; where that is not known they took no time."""
    took = zip(attempts, chain(durations, repeat(0.0)), strict=False)
    return reduce(lambda before, one: tried(before, *one), took, begun(question, seed))


def attempted(item: Item, answer: SavedAnswer) -> SavedAnswer:
    """The answer after what stands there was tried: another attempt, with the time since the one before."""
    known = (*answer.durations, *(0.0,) * (len(answer.attempts) - len(answer.durations)))
    return replace(
        answer,
        response=without_buttons(item, answer.response),
        attempts=(*answer.attempts, answer.response),
        durations=(*known, max(0.0, answer.seconds - sum(known))) if answer.seconds else (),
    )


def key_of(question: Question, seed: int = 0) -> Responses:
    """A right answer, as a person would give it."""
    return begun(question, seed).key


def is_answerable(item: Item) -> bool:
    """Tell whether there is anything in it that a student does and this program can take."""
    return not item.unsupported and any(
        not isinstance(one, UnsupportedInteraction) and not (isinstance(one, MediaInteraction) and one.min_plays == 0)
        for one in interactions(item)
    )


def is_blank(responses: Responses) -> bool:
    """Tell whether nothing was chosen, and nothing but spaces typed."""
    return not any(part.strip() for response in responses.values() for part in response)


def missing(judged: Judged, responses: Responses) -> str:
    """Say in a sentence what is to be done before these can be checked; "" when they can.

    What the key leaves blank and the author asks no least number of may be left blank, beside something that is
    answered. A button that ends the attempt asks for nothing.
    """
    standing = judged.interactions
    if any(isinstance(one, EndAttemptInteraction) and responses.get(one.response) for one in standing):
        return ""
    said = [(one, lacking) for one in standing if (lacking := limits.missing(one, responses.get(one.response, ())))]
    needed = [
        lacking
        for one, lacking in said
        if responses.get(one.response) or judged.key.get(one.response) or _has_minimum(one)
    ]
    everything = [lacking for _, lacking in said]
    return next(iter(needed), "") or (next(iter(everything), "") if is_blank(responses) else "")


def _has_minimum(interaction: Interaction) -> bool:
    return any(getattr(interaction, f"min_{what}", 0) for what in ("choices", "associations", "strings", "plays"))


def part_correct(judged: Judged, interaction: Interaction, responses: Responses) -> bool | None:
    """Whether one answer of several is right by itself: as good as its key. None where only the rules could tell."""
    if judged.correct:
        return True
    declared = next((one for one in judged.session.item.responses if one.identifier == interaction.response), None)
    if declared is None or declared.cardinality is Cardinality.RECORD:
        return None
    key = values(declared, judged.key.get(interaction.response, ()))[0]
    given = values(declared, responses.get(interaction.response, ()))
    if key is None:
        return None
    if mapping := declared.mapping:
        return any(map_value(mapping, value) >= map_value(mapping, key) for value in given)
    if areas := declared.area_mapping:
        return any(map_points(areas, value) >= map_points(areas, key) for value in given)
    is_same = any(same(value, key) for value in given)
    return None if declared.base_type is BaseType.FLOAT and not is_same else is_same  # rules may allow for rounding


def points_right(judged: Judged, name: str, responses: Responses) -> Mapping[str, bool]:
    """Which points of a settled response lie where they should: in an area that earns something, which takes one.

    Nothing for a response that is no point, or whose areas are not told.
    """
    declaration = next((one for one in judged.session.item.responses if one.identifier == name), None)
    if declaration is None or declaration.area_mapping is None:
        return {}
    response = responses.get(name, ())
    free = [area for area, worth in declaration.area_mapping.entries if worth > 0]
    told = {}
    for text, point in zip(response, points(response), strict=False):
        area = next((area for area in free if contains(area, point)), None)
        told[text] = area is not None
        if area is not None:
            free.remove(area)
    return told


def without_buttons(item: Item, responses: Responses) -> Responses:
    """The responses that stay for the next attempt: a pressed button does not stay pressed."""
    buttons = {one.response for one in interactions(item) if isinstance(one, EndAttemptInteraction)}
    return {name: response for name, response in responses.items() if name not in buttons}


def parts_right(interaction: Interaction, key: Response, response: Response) -> Mapping[str, bool]:
    """What is right within a response: each matched source of a match, each row of an order, by its identifier.

    Nothing for the other interactions, where it would give the answer away.
    """
    right = placed(interaction, key)
    return {part: place == right.get(part) for part, place in placed(interaction, response).items()}


def _standing(item: ShownItem) -> Iterator[Interaction]:
    for block in item.blocks:
        for html in texts(block):
            yield from (item.inline[name] for name in slots(html) if name in item.inline)
        if not isinstance(block, Text):
            yield block
