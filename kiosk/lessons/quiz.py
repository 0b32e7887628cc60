"""The quiz fence: questions in text2qti's syntax (https://github.com/gpoore/text2qti), and `Tries:` and `id:`.

A line begins with a marker or is indented and goes on with the line above. docs/lesson-format.md
tells an author all of it.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kiosk.lessons.content import to_html, to_line_html
from kiosk.lessons.model import (
    USUAL_TRIES,
    Choice,
    ChoiceInteraction,
    Html,
    Interaction,
    MatchCorrect,
    MatchNumber,
    MatchText,
    Question,
    QuestionId,
    ResponseProcessing,
    TextEntryInteraction,
)
from kiosk.lessons.number import read_number, write_number
from kiosk.lessons.source import Source

MOST_CHOICES = 26
MOST_TRIES = 10
MOST_POINTS = 1000
LONGEST_ANSWER = 200
LONGEST_NUMBER = 40

_MARKER = re.compile(
    r"""
      (?P<comment> % )
    | (?P<setting> (?:title|points|tries|id): [ ]* )
    | (?: (?P<stem>    \d+\. )
        | (?P<choice>  \*?[a-z]\) )
        | (?P<box>     \[[ *]?\] )
        | (?P<short>   \* )
        | (?P<number>  = )
        | (?P<general> \.\.\. )
        | (?P<praise>  \+ )
        | (?P<hint>    - )
      ) (?:[ ]+|$)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


@dataclass(slots=True)
class _Item:
    """A marker with its text, which may go on over indented lines."""

    kind: str
    marker: str
    text: str
    line: int

    @property
    def is_right(self) -> bool:
        return "*" in self.marker


@dataclass(slots=True)
class _Answer:
    item: _Item
    remarks: dict[str, _Item] = field(default_factory=dict)
    """Its feedback, as `general`."""


@dataclass(slots=True)
class _Draft:
    """The items of one question, as they stand in the file."""

    settings: dict[str, _Item] = field(default_factory=dict)
    stem: _Item | None = None
    answers: list[_Answer] = field(default_factory=list)
    remarks: dict[str, _Item] = field(default_factory=dict)
    """By kind: `general`, `praise` and `hint`."""


class _FaultError(Exception):
    """What is wrong with one item; never leaves this module."""

    def __init__(self, item: _Item, reason: str) -> None:
        super().__init__(reason)
        self.line = item.line
        self.reason = reason


def read_quiz(body: str, source: Source, line: int, taken: dict[QuestionId, str]) -> tuple[Question, ...]:
    """Read the questions of one fence, whose first line inside is `line` of the source.

    Faults are noted in the source; a faulty question is left out. `taken` says where each question id of
    the lesson is used, so that no two questions share one; the new ones are added to it.
    """
    questions = []
    for draft in _drafts(_items(body, source, line), source):
        try:
            questions.append(_question(draft, source, taken))
        except _FaultError as fault:
            source.fault(fault.line, fault.reason)
    return tuple(questions)


def _items(body: str, source: Source, first_line: int) -> Iterator[_Item]:
    item: _Item | None = None
    for number, raw in enumerate(body.expandtabs(4).split("\n"), first_line):
        text = raw.rstrip()
        if item and (not text or text.startswith("  ")):
            indent = min(len(text) - len(text.lstrip()), len(item.marker))
            item.text += "\n" + text[indent:]
        elif marker := _MARKER.match(raw):
            if item:
                yield item
            kind = str(marker.lastgroup)
            item = None if kind == "comment" else _Item(kind, marker[0], raw[marker.end() :].rstrip(), number)
        elif text:
            source.fault(
                number,
                f"a quiz line cannot begin like this: {text[:40]!r}; "
                "indent it to go on with the line above, or begin it with 1. a) [ ] * = ... + or -",
            )
    if item:
        yield item


def _drafts(items: Iterable[_Item], source: Source) -> Iterator[_Draft]:
    draft = _Draft()
    last_line = 0
    for item in items:
        item.text = item.text.strip("\n")
        last_line = item.line
        if draft.stem and item.kind in {"setting", "stem"}:
            yield draft
            draft = _Draft()
        if not item.text.strip():
            source.fault(item.line, f"there is nothing after {item.marker.strip()}")
        elif reason := _place(item, draft):
            source.fault(item.line, reason)
    if draft.stem:
        yield draft
    elif draft.settings:
        source.fault(last_line, "no question follows; settings stand before the question they are for.")


def _place(item: _Item, draft: _Draft) -> str:
    """Put the item where it belongs in the draft, or say why it belongs nowhere."""
    if item.kind == "setting":
        return _place_once(item, draft.settings, item.marker.strip(" :").lower())
    if item.kind == "stem":
        draft.stem = item
    elif draft.stem is None:
        return "this stands before any question; begin with a number and a full stop, such as 1. How many?"
    elif item.kind in {"choice", "box", "short", "number"}:
        draft.answers.append(_Answer(item))
    elif item.kind == "general" and draft.answers and draft.answers[-1].item.kind in {"choice", "box"}:
        return _place_once(item, draft.answers[-1].remarks, item.kind)
    else:
        return _place_once(item, draft.remarks, item.kind)
    return ""


def _place_once(item: _Item, places: dict[str, _Item], key: str) -> str:
    if key in places:
        return f"there is {item.marker.strip()} already, in line {places[key].line}; keep one of the two."
    places[key] = item
    return ""


def _question(draft: _Draft, source: Source, taken: dict[QuestionId, str]) -> Question:
    assert draft.stem is not None
    interaction, processing = _answers(draft.stem, draft.answers, source)
    prompt = _html(draft.stem, source)
    if title := draft.settings.get("title"):
        prompt = f"<h4>{to_line_html(title.text, source, title.line)}</h4>\n{prompt}"
    return Question(
        id=_question_id(draft, source, taken),
        prompt=prompt,
        interaction=interaction,
        processing=processing,
        points=_points(draft.settings.get("points")),
        max_tries=_tries(draft.settings.get("tries")),
        feedback=_html(draft.remarks.get("general"), source),
        hint=_html(draft.remarks.get("hint"), source),
        praise=_html(draft.remarks.get("praise"), source),
    )


def _html(item: _Item | None, source: Source) -> Html:
    return to_html(item.text, source, item.line) if item else ""


def _question_id(draft: _Draft, source: Source, taken: dict[QuestionId, str]) -> QuestionId:
    """The author's own id, else a hash of the question's words: other questions may come, go and move."""
    assert draft.stem is not None
    item = draft.settings.get("id", draft.stem)
    if item.kind == "setting":
        if not _ID.fullmatch(item.text):
            raise _FaultError(item, "an id is made of letters, digits, dots, hyphens and underscores, 64 at the most.")
        question_id = QuestionId(item.text)
    else:
        words = " ".join(item.text.split())
        question_id = QuestionId("q-" + hashlib.sha256(words.encode()).hexdigest()[:12])
    if question_id in taken:
        same = "id" if item.kind == "setting" else "question"
        raise _FaultError(
            item, f"the same {same} is in {taken[question_id]}; give this one its own with a line id: name"
        )
    taken[question_id] = f"{source.name}, line {item.line}"
    return question_id


def _points(item: _Item | None) -> float:
    if item is None:
        return 1.0
    points = read_number(item.text)
    if points is None or not 0 < points <= MOST_POINTS:
        raise _FaultError(item, f"points must be a number above 0, at most {MOST_POINTS}, not {item.text!r}.")
    return float(points)


def _tries(item: _Item | None) -> int:
    if item is None:
        return USUAL_TRIES
    if not re.fullmatch(r"\d{1,3}", item.text) or not 1 <= int(item.text) <= MOST_TRIES:
        raise _FaultError(item, f"tries must be a whole number from 1 to {MOST_TRIES}, not {item.text!r}.")
    return int(item.text)


def _answers(stem: _Item, answers: list[_Answer], source: Source) -> tuple[Interaction, ResponseProcessing]:
    kinds = {answer.item.kind for answer in answers}
    if not kinds:
        raise _FaultError(
            stem, "this question has no answer; add choices a) and *b), boxes [ ] and [*], * text or = number."
        )
    if len(kinds) > 1:
        raise _FaultError(stem, "this question mixes kinds of answers; use only one of a), [ ], * and =.")
    match kinds.pop():
        case "choice":
            return _choices(stem, answers, source, max_choices=1)
        case "box":
            return _choices(stem, answers, source, max_choices=0)
        case "short":
            return TextEntryInteraction(), MatchText(tuple(_short_answer(answer.item) for answer in answers))
        case _:
            if len(answers) > 1:
                raise _FaultError(answers[1].item, "a question has one number; for several write a range, = [2, 3]")
            return TextEntryInteraction(numeric=True), _number_answer(answers[0].item)


def _choices(
    stem: _Item, answers: list[_Answer], source: Source, max_choices: int
) -> tuple[ChoiceInteraction, MatchCorrect]:
    if not 2 <= len(answers) <= MOST_CHOICES:
        raise _FaultError(stem, f"this question needs 2 to {MOST_CHOICES} choices, and has {len(answers)}.")
    choices = tuple(
        Choice(
            identifier=chr(ord("a") + index),
            content=to_line_html(answer.item.text, source, answer.item.line),
            feedback=_html(answer.remarks.get("general"), source),
        )
        for index, answer in enumerate(answers)
    )
    correct = frozenset(
        choice.identifier for choice, answer in zip(choices, answers, strict=True) if answer.item.is_right
    )
    if max_choices == 1 and len(correct) != 1:
        raise _FaultError(
            stem, f"mark one choice as right, such as *b), not {len(correct)}; for several use [*] and [ ]."
        )
    if not correct:
        raise _FaultError(stem, "mark at least one box as right, [*].")
    return ChoiceInteraction(choices, max_choices), MatchCorrect(correct)


def _short_answer(item: _Item) -> str:
    text = " ".join(item.text.split())
    if len(text) > LONGEST_ANSWER:
        raise _FaultError(item, f"a short answer has at most {LONGEST_ANSWER} characters.")
    return text


def _number_answer(item: _Item) -> MatchNumber:
    """Read `5`, `3/4`, `1.4142 +- 0.0001`, `50 +- 10%` or `[1.2, 1.5]`."""
    text = item.text.strip()
    if len(text) > LONGEST_NUMBER:
        raise _FaultError(item, f"a number has at most {LONGEST_NUMBER} characters.")
    if text.startswith("[") and text.endswith("]"):
        ends = [read_number(end) for end in text[1:-1].split(",")]
        match ends:
            case [low, high] if low is not None and high is not None and low <= high:
                return MatchNumber(low, high, shown=write_number((low + high) / 2))
        raise _FaultError(item, f"a range is [lowest, highest] with decimal points, such as [1.5, 2], not {text}")
    written, plus_minus, margin_text = text.replace("±", "+-").partition("+-")
    value = None if "," in text else read_number(written)
    margin = read_number(margin_text.removesuffix("%")) if plus_minus else 0
    if value is None or margin is None or margin < 0:
        raise _FaultError(item, f"this is not a number: {text!r}; write 5, 3/4, 1.25, 1.4142 +- 0.0001 or [1.2, 1.5]")
    if margin_text.endswith("%"):
        margin = abs(value) * margin / 100
    return MatchNumber(value - margin, value + margin, shown=written.strip())
