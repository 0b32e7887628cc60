"""Questions of other formats as items of QTI 3: what is asked, what each answer is worth, and what is said to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from kiosk.lessons.interactions import (
    BlockInteraction,
    Choice,
    ChoiceInteraction,
    Condition,
    ExtendedTextInteraction,
    Html,
    InlineChoiceInteraction,
    InlineInteraction,
    MatchInteraction,
    OrderInteraction,
    TextEntryInteraction,
    UploadInteraction,
)
from kiosk.lessons.item import (
    Block,
    Expression,
    If,
    Item,
    MapEntry,
    ModalFeedback,
    OutcomeDeclaration,
    ResponseDeclaration,
    Rule,
    SetVariable,
    Text,
    ValueMapping,
)
from kiosk.lessons.model import USUAL_TRIES
from kiosk.lessons.values import BaseType, Cardinality, Scalar, Value, container, single

RESPONSE = "RESPONSE"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that may be given. `worth` is its share of the points: 1 is right, less than 0 takes away.

    `text` is HTML where it is shown, plain text where it is typed (with `*` for any letters).
    """

    text: str
    worth: float = 0.0
    feedback: Html = ""


@dataclass(frozen=True, slots=True)
class NumberAnswer:
    """The numbers from `low` to `high`, both included."""

    low: Fraction
    high: Fraction
    worth: float = 1.0
    feedback: Html = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that is asked: where the answer goes, what it may be, and the rules that add to SCORE and FEEDBACK."""

    interaction: BlockInteraction | InlineInteraction
    response: ResponseDeclaration
    rules: tuple[Rule, ...]
    feedback: tuple[ModalFeedback, ...] = ()
    needs_person: bool = False


@dataclass(frozen=True, slots=True)
class Remarks:
    """What is said after an attempt: always at the end, and when it was right or not."""

    general: Html = ""
    correct: Html = ""
    incorrect: Html = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What an item is called and worth."""

    identifier: str
    title: str = ""
    points: float = 1.0
    remarks: Remarks = field(default_factory=Remarks)


def item(head: Head, blocks: Sequence[Block], asked: Sequence[Asked]) -> Item:
    """Put an item together. The blocks hold those interactions that are no part of a text."""
    by_person = any(each.needs_person for each in asked)
    score = OutcomeDeclaration(
        "SCORE",
        Cardinality.SINGLE,
        BaseType.FLOAT,
        single(BaseType.FLOAT, 0.0),
        normal_maximum=head.points,
        external_scored=by_person,
    )
    feedback = () if by_person else tuple(said for each in asked for said in each.feedback)
    made = Item(
        identifier=head.identifier,
        title=head.title,
        blocks=tuple(blocks),
        inline=tuple(each.interaction for each in asked if isinstance(each.interaction, _INLINE)),
        responses=tuple(each.response for each in asked),
        outcomes=(score, _FEEDBACK) if feedback else (score,),
        response_processing=() if by_person else tuple(rule for each in asked for rule in each.rules),
        feedback=feedback,
    )
    return made if by_person else with_remarks(made, head.points, head.remarks)


def with_remarks(made: Item, points: float, remarks: Remarks) -> Item:
    """The item, which may earn so many points, with what is said after an attempt."""
    said = tuple(_remarks(points, remarks))
    if not said:
        return made
    known = any(outcome.identifier == _FEEDBACK.identifier for outcome in made.outcomes)
    return replace(
        made,
        outcomes=made.outcomes if known else (*made.outcomes, _FEEDBACK),
        response_processing=(*made.response_processing, *(rule for _, rule in said)),
        feedback=(*made.feedback, *(feedback for feedback, _ in said)),
    )


def single_item(head: Head, prompt: Html, asked: Asked) -> Item:
    """An item that asks one thing, below its prompt."""
    match asked.interaction:
        case ChoiceInteraction() | MatchInteraction() | OrderInteraction() | ExtendedTextInteraction() as interaction:
            return item(head, (replace(interaction, prompt=prompt),), (asked,))
        case UploadInteraction() as upload:
            return item(head, (replace(upload, prompt=prompt),), (asked,))
        case _:
            return item(head, (Text(prompt), Text(f"<p>{slot(asked.response.identifier)}</p>")), (asked,))


def slot(response: str) -> Html:
    """The place of an inline interaction in a text."""
    return f'<x-slot response="{response}"></x-slot>'


def one_choice(answers: Sequence[Answer], points: float, *, shuffle: bool) -> Asked:
    """Choose one of several, each worth its share."""
    choices = _choices(answers)
    interaction = ChoiceInteraction(RESPONSE, choices, shuffle=shuffle)
    return Asked(interaction, _by_worth(RESPONSE, Cardinality.SINGLE, choices, answers, points), (_map(RESPONSE),))


def some_choices(answers: Sequence[Answer], points: float, *, shuffle: bool, whole: bool) -> Asked:
    """Choose all that are right: with `whole` for all the points or none, else each for its share, never below 0."""
    choices = _choices(answers)
    interaction = ChoiceInteraction(RESPONSE, choices, max_choices=0, shuffle=shuffle)
    by_worth = _by_worth(RESPONSE, Cardinality.MULTIPLE, choices, answers, points)
    if not whole:
        return Asked(interaction, by_worth, (_map(RESPONSE),))
    return Asked(interaction, replace(by_worth, mapping=None), (_when_correct(RESPONSE, points),))


def drop_down(response: str, answers: Sequence[Answer], points: float, label: str = "") -> Asked:
    """Choose one from a list within a text."""
    choices = _choices(answers)
    branches, feedback = [], []
    for at, (choice, each) in enumerate(zip(choices, answers, strict=True)):
        said, rules = _said(response, at, each.feedback)
        feedback += said
        is_chosen = Expression("match", (_variable(response), _base(BaseType.IDENTIFIER, choice.identifier)))
        branches.append((is_chosen, rules))
    declaration = _by_worth(response, Cardinality.SINGLE, choices, answers, points)
    silent = tuple(replace(choice, feedback="") for choice in choices)
    interaction = InlineChoiceInteraction(response, silent, shuffle=True, label=label)
    told = (If(tuple(branches)),) if feedback else ()
    return Asked(interaction, declaration, (_map(response), *told), tuple(feedback))


def short_text(response: str, answers: Sequence[Answer], points: float, label: str = "") -> Asked:
    """Type a short text. The first answer that it is, or whose pattern it fits, counts; case and spaces do not."""
    branches, feedback = [], []
    has_patterns = any("*" in each.text for each in answers)
    for at, each in enumerate(answers):
        said, rules = _said(response, at, each.feedback)
        feedback += said
        branches.append((_fits(response, each.text), (*_worth(each.worth * points if has_patterns else 0), *rules)))
    tried = (If(tuple(branches)),) if has_patterns or feedback else ()
    best = max(answers, key=lambda each: each.worth)
    declaration = ResponseDeclaration(
        response, Cardinality.SINGLE, BaseType.STRING, single(BaseType.STRING, best.text.replace("*", ""))
    )
    interaction = TextEntryInteraction(response, label=label)
    if has_patterns:
        return Asked(interaction, declaration, tried, tuple(feedback))
    entries = tuple(MapEntry(each.text, each.worth * points, case_sensitive=False) for each in answers)
    declaration = replace(declaration, mapping=ValueMapping(entries, lower=0.0))
    return Asked(interaction, declaration, (_map(response), *tried), tuple(feedback))


def number(response: str, answers: Sequence[NumberAnswer], points: float, label: str = "") -> Asked:
    """Type a number. The first range that it lies in counts."""
    best = max(answers, key=lambda each: each.worth)
    correct = single(BaseType.FLOAT, float((best.low + best.high) / 2))
    declaration = ResponseDeclaration(response, Cardinality.SINGLE, BaseType.FLOAT, correct)
    branches, feedback = [], []
    for at, each in enumerate(answers):
        said, rules = _said(response, at, each.feedback)
        feedback += said
        ends = (_compare("gte", response, each.low), _compare("lte", response, each.high))
        branches.append((Expression("and", ends), (*_worth(each.worth * points), *rules)))
    interaction = TextEntryInteraction(response, numeric=True, label=label)
    return Asked(interaction, declaration, (If(tuple(branches)),), tuple(feedback))


def matching(pairs: Sequence[tuple[Html, Html]], more: Sequence[Html], points: float) -> Asked:
    """Give each left one its right one; `more` are right ones that fit nothing. Each pair earns its share."""
    rights = list(dict.fromkeys([*(right for _, right in pairs), *more]))
    served = [rights.index(right) for _, right in pairs]
    match_max = 1 if len(set(served)) == len(served) else 0
    sources = tuple(Choice(f"s{at}", left, match_min=1) for at, (left, _) in enumerate(pairs, 1))
    targets = tuple(Choice(f"t{at}", right, match_max=match_max) for at, right in enumerate(rights, 1))
    keys = tuple((f"s{at}", f"t{target + 1}") for at, target in enumerate(served, 1))
    entries = tuple(MapEntry(" ".join(key), points / len(keys)) for key in keys)
    declaration = ResponseDeclaration(
        RESPONSE,
        Cardinality.MULTIPLE,
        BaseType.DIRECTED_PAIR,
        container(Cardinality.MULTIPLE, BaseType.DIRECTED_PAIR, keys),
        ValueMapping(entries),
    )
    interaction = MatchInteraction(
        RESPONSE, sources, targets, shuffle=True, max_associations=len(keys), min_associations=len(keys)
    )
    return Asked(interaction, declaration, (_map(RESPONSE),))


def ordering(rows: Sequence[Html], points: float) -> Asked:
    """Put rows, given in their right order, into it."""
    choices = tuple(Choice(f"c{at}", row) for at, row in enumerate(rows, 1))
    correct = container(Cardinality.ORDERED, BaseType.IDENTIFIER, (choice.identifier for choice in choices))
    declaration = ResponseDeclaration(RESPONSE, Cardinality.ORDERED, BaseType.IDENTIFIER, correct)
    return Asked(OrderInteraction(RESPONSE, choices, shuffle=True), declaration, (_when_correct(RESPONSE, points),))


def essay() -> Asked:
    """Write a text that a person reads."""
    declaration = ResponseDeclaration(RESPONSE, Cardinality.SINGLE, BaseType.STRING)
    return Asked(ExtendedTextInteraction(RESPONSE, expected_lines=6), declaration, (), needs_person=True)


def upload() -> Asked:
    """Hand in a file that a person looks at."""
    declaration = ResponseDeclaration(RESPONSE, Cardinality.SINGLE, BaseType.FILE)
    return Asked(UploadInteraction(RESPONSE), declaration, (), needs_person=True)


_INLINE = (InlineChoiceInteraction, TextEntryInteraction)
_FEEDBACK = OutcomeDeclaration("FEEDBACK", Cardinality.MULTIPLE, BaseType.IDENTIFIER)


def _choices(answers: Sequence[Answer]) -> tuple[Choice, ...]:
    return tuple(Choice(f"c{at}", each.text, each.feedback) for at, each in enumerate(answers, 1))


def _by_worth(
    response: str, cardinality: Cardinality, choices: Sequence[Choice], answers: Sequence[Answer], points: float
) -> ResponseDeclaration:
    """What a choice is worth, and the best that can be chosen."""
    best = max(each.worth for each in answers)
    right: Iterable[Scalar] = (
        choice.identifier
        for choice, each in zip(choices, answers, strict=True)
        if (each.worth > 0 if cardinality is Cardinality.MULTIPLE else each.worth == best)
    )
    entries = tuple(
        MapEntry(choice.identifier, each.worth * points)
        for choice, each in zip(choices, answers, strict=True)
        if each.worth
    )
    correct = list(right)[: None if cardinality is Cardinality.MULTIPLE else 1]
    return ResponseDeclaration(
        response,
        cardinality,
        BaseType.IDENTIFIER,
        container(cardinality, BaseType.IDENTIFIER, correct),
        ValueMapping(entries, lower=0.0, upper=points),
    )


def _remarks(most: float, remarks: Remarks) -> Iterable[tuple[ModalFeedback, Rule]]:
    """What is said, and the rule that brings it up. The general remark waits for a right answer or the last try."""
    points = _number(most)
    is_right = Expression("gte", (_variable("SCORE"), points))
    was_last = Expression("gte", (_variable("numAttempts"), _base(BaseType.INTEGER, USUAL_TRIES)))
    for name, html, condition in (
        ("correct", remarks.correct, is_right),
        ("incorrect", remarks.incorrect, Expression("not", (is_right,))),
        ("general", remarks.general, Expression("or", (is_right, was_last))),
    ):
        if html:
            yield ModalFeedback(Condition("FEEDBACK", name), html), If(((condition, (_bring_up(name),)),))


def _said(response: str, at: int, html: Html) -> tuple[list[ModalFeedback], tuple[Rule, ...]]:
    if not html:
        return [], ()
    name = f"{response}-{at + 1}"
    return [ModalFeedback(Condition("FEEDBACK", name), html)], (_bring_up(name),)


def _bring_up(name: str) -> Rule:
    held = Expression("multiple", (_variable("FEEDBACK"), _base(BaseType.IDENTIFIER, name)))
    return SetVariable("FEEDBACK", held)


def _map(response: str) -> Rule:
    return _add(Expression("map-response", attributes={"identifier": response}))


def _when_correct(response: str, points: float) -> Rule:
    is_correct = Expression("match", (_variable(response), Expression("correct", attributes={"identifier": response})))
    return If(((is_correct, (_add(_number(points)),)),))


def _add(expression: Expression) -> Rule:
    return SetVariable("SCORE", Expression("sum", (_variable("SCORE"), expression)))


def _worth(points: float) -> tuple[Rule, ...]:
    return (_add(_number(points)),) if points else ()


def _variable(name: str) -> Expression:
    return Expression("variable", attributes={"identifier": name})


def _base(base_type: BaseType, scalar: Scalar) -> Expression:
    return Expression(
        "base-value", attributes={"base-type": str(base_type)}, value=Value(Cardinality.SINGLE, base_type, (scalar,))
    )


def _number(value: float) -> Expression:
    return _base(BaseType.FLOAT, float(value))


def _compare(operator: str, response: str, end: Fraction) -> Expression:
    return Expression(operator, (_variable(response), _number(float(end))))


def _fits(response: str, wanted: str) -> Expression:
    """Whether a typed text is this one or, where it has a `*`, fits it."""
    if "*" not in wanted:
        asked = {"case-sensitive": "false", "substring": "false"}
        return Expression("string-match", (_variable(response), _base(BaseType.STRING, wanted)), asked)
    return Expression("pattern-match", (_variable(response),), {"pattern": _pattern(wanted)})


def _pattern(wanted: str) -> str:
    """XML Schema's regular expression for a text with `*`, in which case does not matter."""
    return "".join(
        ".*"
        if letter == "*"
        else f"[{letter.lower()}{letter.upper()}]"
        if letter.isalpha() and len(letter.lower()) == len(letter.upper()) == 1 and letter.lower() != letter.upper()
        else f"\\{letter}"
        if letter in r"\|.?*+(){}[]^-$"
        else letter
        for letter in wanted
    )
