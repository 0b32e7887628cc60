"""The answers of a quiz question: what there is to do, and what is right."""

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from hashlib import sha256

from kiosk.lessons.content import to_html, to_line_html
from kiosk.lessons.interactions import (
    Choice,
    ChoiceInteraction,
    Html,
    MatchInteraction,
    OrderInteraction,
    TextEntryInteraction,
)
from kiosk.lessons.model import RESPONSE, QuestionId
from kiosk.lessons.number import read_number, write_number
from kiosk.lessons.quiz_entries import Entry, FaultError
from kiosk.lessons.source import Source
from kiosk.lessons.task import Task, declared, in_range, one_of
from kiosk.lessons.values import BaseType, Cardinality

MOST_CHOICES = 26
LONGEST_ANSWER = 200
LONGEST_NUMBER = 40

WITH_FEEDBACK = {"choice": "choices", "box": "boxes", "pair": "pairs", "row": "rows"}
"""The kinds of answers that are shown, and may have feedback of their own, with their names."""
ANSWERS = {*WITH_FEEDBACK, "short", "number"}


@dataclass(slots=True)
class Answer:
    entry: Entry
    remarks: dict[str, Entry] = field(default_factory=dict)
    """Its feedback, as `general`."""


def read_answers(question: QuestionId, stem: Entry, answers: list[Answer], source: Source) -> Task:
    """Read the answers that stand under a stem. Rows and targets are mixed, always alike for the same question.

    Raises FaultError for the first thing that is wrong.
    """
    kinds = {answer.entry.kind for answer in answers}
    if not kinds:
        raise FaultError(
            stem,
            "this question has no answer; add choices a) and *b), boxes [ ] and [*], * text, = number, "
            "pairs ~ bee -> hive, or rows 1) and 2) to put in order.",
        )
    if len(kinds) > 1:
        raise FaultError(stem, "this question mixes kinds of answers; use only one of a), [ ], *, =, ~ and 1).")
    kind = kinds.pop()
    if kind in WITH_FEEDBACK and not 2 <= len(answers) <= MOST_CHOICES:
        raise FaultError(
            stem, f"this question needs 2 to {MOST_CHOICES} {WITH_FEEDBACK[kind]}, and has {len(answers)}."
        )
    match kind:
        case "choice":
            return _choices(stem, answers, source, max_choices=1)
        case "box":
            return _choices(stem, answers, source, max_choices=0)
        case "pair":
            return _pairs(question, stem, answers, source)
        case "row":
            return _rows(question, answers, source)
        case "short":
            accepted = tuple(_short_answer(answer.entry) for answer in answers)
            return Task(TextEntryInteraction(RESPONSE), *one_of(accepted))
        case _:
            if len(answers) > 1:
                raise FaultError(answers[1].entry, "a question has one number; for several write a range, = [2, 3]")
            return _number_answer(answers[0].entry)


def _choices(stem: Entry, answers: list[Answer], source: Source, max_choices: int) -> Task:
    choices = _lettered(answers, source)
    correct = tuple(choice.identifier for choice, answer in zip(choices, answers, strict=True) if answer.entry.is_right)
    if max_choices == 1 and len(correct) != 1:
        raise FaultError(
            stem, f"mark one choice as right, such as *b), not {len(correct)}; for several use [*] and [ ]."
        )
    if not correct:
        raise FaultError(stem, "mark at least one box as right, [*].")
    cardinality = Cardinality.SINGLE if max_choices == 1 else Cardinality.MULTIPLE
    return Task(
        ChoiceInteraction(RESPONSE, choices, max_choices=max_choices),
        declared(cardinality, BaseType.IDENTIFIER, correct),
    )


def _rows(question: QuestionId, answers: list[Answer], source: Source) -> Task:
    """Read rows that stand in their right order."""
    first: dict[str, Entry] = {}
    for place, answer in enumerate(answers, 1):
        entry = answer.entry
        if entry.marker.strip() != f"{place})":
            raise FaultError(entry, f"this should be {place}); write the rows in their right order and count from 1)")
        same = first.setdefault(_words(entry), entry)
        if same is not entry:
            raise FaultError(
                entry, f"line {same.line} says the same, so nobody could tell which comes first; change one."
            )
    rows = _lettered(answers, source)
    order = tuple(row.identifier for row in rows)
    return Task(
        OrderInteraction(RESPONSE, _mixed(rows, question)),
        declared(Cardinality.ORDERED, BaseType.IDENTIFIER, order),
    )


def _lettered(answers: list[Answer], source: Source) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            identifier=chr(ord("a") + index),
            content=_line(answer.entry, source),
            feedback=_feedback(answer, source),
        )
        for index, answer in enumerate(answers)
    )


def _pairs(question: QuestionId, stem: Entry, answers: list[Answer], source: Source) -> Task:
    """Read pairs `bee -> hive`, and targets `-> burrow` that fit nothing."""
    pairs = [_pair(answer) for answer in answers]
    fitting = [pair for pair in pairs if pair.left.text]
    _refuse_repeated(pairs)
    by_target = {_words(pair.right): pair for pair in pairs}
    if not fitting or len(by_target) < 2:
        raise FaultError(stem, "this question needs a pair ~ bee -> hive and two different targets or more.")
    target_ids = {words: f"t{number}" for number, words in enumerate(by_target, 1)}
    served = [target_ids[_words(pair.right)] for pair in fitting]
    match_max = 1 if len(set(served)) == len(served) else 0
    targets = tuple(
        Choice(
            target_ids[words],
            _line(pair.right, source),
            "" if pair.left.text else _feedback(pair.answer, source),
            match_max=match_max,
        )
        for words, pair in by_target.items()
    )
    sources = tuple(
        Choice(f"s{number}", _line(pair.left, source), _feedback(pair.answer, source), match_min=1)
        for number, pair in enumerate(fitting, 1)
    )
    correct = tuple((choice.identifier, target) for choice, target in zip(sources, served, strict=True))
    count = len(sources)
    return Task(
        MatchInteraction(RESPONSE, sources, _mixed(targets, question), max_associations=count, min_associations=count),
        declared(Cardinality.MULTIPLE, BaseType.DIRECTED_PAIR, correct),
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """One line, cut at its arrow. `left` is blank where the target fits nothing."""

    answer: Answer
    left: Entry
    right: Entry


def _pair(answer: Answer) -> _Pair:
    entry = answer.entry
    left, *rights = re.split("-+>", entry.text)
    if len(rights) != 1 or not rights[0].strip():
        raise FaultError(entry, r"a pair is written bee -> hive, with one arrow; an arrow in the text itself is -\>")
    line = entry.line + left.count("\n")
    return _Pair(answer, replace(entry, text=left.strip(" ")), replace(entry, text=rights[0].strip(" "), line=line))


def _refuse_repeated(pairs: list[_Pair]) -> None:
    for index, pair in enumerate(pairs):
        before = pairs[:index]
        if pair.left.text and any(_words(pair.left) == _words(other.left) for other in before):
            raise FaultError(pair.left, "a line above gives this a target already; give each one only one.")
        same = [other for other in before if _words(other.right) == _words(pair.right)]
        if any(not (pair.left.text and other.left.text) for other in same):
            raise FaultError(pair.right, "a line above has this target already; write one that fits nothing only once.")


def _mixed(choices: tuple[Choice, ...], question: QuestionId) -> tuple[Choice, ...]:
    """The choices in an order of this question's own: the same on every computer, never the one they stand in."""
    mixed = tuple(sorted(choices, key=lambda choice: sha256(f"{question} {choice.identifier}".encode()).digest()))
    return mixed if mixed != choices else (*mixed[1:], mixed[0])


def _feedback(answer: Answer, source: Source) -> Html:
    remark = answer.remarks.get("general")
    return to_html(remark.text, source, remark.line) if remark else ""


def _line(entry: Entry, source: Source) -> Html:
    return to_line_html(entry.text, source, entry.line)


def _words(entry: Entry) -> str:
    return " ".join(entry.text.split())


def _short_answer(entry: Entry) -> str:
    text = _words(entry)
    if len(text) > LONGEST_ANSWER:
        raise FaultError(entry, f"a short answer has at most {LONGEST_ANSWER} characters.")
    return text


def _number_answer(entry: Entry) -> Task:
    """Read `5`, `3/4`, `1.4142 +- 0.0001`, `50 +- 10%` or `[1.2, 1.5]`."""
    text = entry.text.strip()
    if len(text) > LONGEST_NUMBER:
        raise FaultError(entry, f"a number has at most {LONGEST_NUMBER} characters.")
    if text.startswith("[") and text.endswith("]"):
        ends = [read_number(end) for end in text[1:-1].split(",")]
        match ends:
            case [low, high] if low is not None and high is not None and low <= high:
                return _range(low, high, write_number((low + high) / 2))
        raise FaultError(entry, f"a range is [lowest, highest] with decimal points, such as [1.5, 2], not {text}")
    written, plus_minus, margin_text = text.replace("±", "+-").partition("+-")
    value = None if "," in text else read_number(written)
    margin = read_number(margin_text.removesuffix("%")) if plus_minus else 0
    if value is None or margin is None or margin < 0:
        raise FaultError(entry, f"this is not a number: {text!r}; write 5, 3/4, 1.25, 1.4142 +- 0.0001 or [1.2, 1.5]")
    if margin_text.endswith("%"):
        margin = abs(value) * margin / 100
    return _range(value - margin, value + margin, written.strip())


def _range(low: Fraction, high: Fraction, shown: str) -> Task:
    return Task(TextEntryInteraction(RESPONSE, numeric=True), *in_range(low, high), shown)
