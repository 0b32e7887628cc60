"""The quiz fence: questions in text2qti's syntax (https://github.com/gpoore/text2qti).

Ours are `Tries:`, `id:`, pairs that begin with `~`, and rows that begin with `1)`. docs/lesson-format.md tells an
author all of it.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kiosk.lessons.content import to_html, to_line_html
from kiosk.lessons.model import (
    USUAL_TRIES,
    Html,
    Question,
    QuestionId,
)
from kiosk.lessons.number import read_number
from kiosk.lessons.quiz_answers import ANSWERS, WITH_FEEDBACK, Answer, read_answers
from kiosk.lessons.quiz_items import FaultError, Item, read_items
from kiosk.lessons.source import Source

MOST_TRIES = 10
MOST_POINTS = 1000

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


@dataclass(slots=True)
class _Draft:
    """The items of one question, as they stand in the file."""

    settings: dict[str, Item] = field(default_factory=dict)
    stem: Item | None = None
    answers: list[Answer] = field(default_factory=list)
    remarks: dict[str, Item] = field(default_factory=dict)
    """By kind: `general`, `praise` and `hint`."""


def read_quiz(body: str, source: Source, line: int, taken: dict[QuestionId, str]) -> tuple[Question, ...]:
    """Read the questions of one fence, whose first line inside is `line` of the source.

    Faults are noted in the source; a faulty question is left out. `taken` says where each question id of
    the lesson is used, so that no two questions share one; the new ones are added to it.
    """
    questions = []
    for draft in _drafts(read_items(body, source, line), source):
        try:
            questions.append(_question(draft, source, taken))
        except FaultError as fault:
            source.fault(fault.line, fault.reason)
    return tuple(questions)


def _drafts(items: Iterable[Item], source: Source) -> Iterator[_Draft]:
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


def _place(item: Item, draft: _Draft) -> str:
    """Put the item where it belongs in the draft, or say why it belongs nowhere."""
    if item.kind == "setting":
        return _place_once(item, draft.settings, item.marker.strip(" :").lower())
    if item.kind == "stem":
        draft.stem = item
    elif draft.stem is None:
        return "this stands before any question; begin with a number and a full stop, such as 1. How many?"
    elif item.kind in ANSWERS:
        draft.answers.append(Answer(item))
    elif item.kind == "general" and draft.answers and draft.answers[-1].item.kind in WITH_FEEDBACK:
        return _place_once(item, draft.answers[-1].remarks, item.kind)
    else:
        return _place_once(item, draft.remarks, item.kind)
    return ""


def _place_once(item: Item, places: dict[str, Item], key: str) -> str:
    if key in places:
        return f"there is {item.marker.strip()} already, in line {places[key].line}; keep one of the two."
    places[key] = item
    return ""


def _question(draft: _Draft, source: Source, taken: dict[QuestionId, str]) -> Question:
    assert draft.stem is not None
    question_id = _question_id(draft, source, taken)
    interaction, processing = read_answers(question_id, draft.stem, draft.answers, source)
    prompt = _html(draft.stem, source)
    if title := draft.settings.get("title"):
        prompt = f"<h4>{to_line_html(title.text, source, title.line)}</h4>\n{prompt}"
    return Question(
        id=question_id,
        prompt=prompt,
        interaction=interaction,
        processing=processing,
        points=_points(draft.settings.get("points")),
        max_tries=_tries(draft.settings.get("tries")),
        feedback=_html(draft.remarks.get("general"), source),
        hint=_html(draft.remarks.get("hint"), source),
        praise=_html(draft.remarks.get("praise"), source),
    )


def _html(item: Item | None, source: Source) -> Html:
    return to_html(item.text, source, item.line) if item else ""


def _question_id(draft: _Draft, source: Source, taken: dict[QuestionId, str]) -> QuestionId:
    """The author's own id, else a hash of the question's words: other questions may come, go and move."""
    assert draft.stem is not None
    item = draft.settings.get("id", draft.stem)
    if item.kind == "setting":
        if not _ID.fullmatch(item.text):
            raise FaultError(item, "an id is made of letters, digits, dots, hyphens and underscores, 64 at the most.")
        question_id = QuestionId(item.text)
    else:
        words = " ".join(item.text.split())
        question_id = QuestionId("q-" + hashlib.sha256(words.encode()).hexdigest()[:12])
    if question_id in taken:
        same = "id" if item.kind == "setting" else "question"
        raise FaultError(
            item, f"the same {same} is in {taken[question_id]}; give this one its own with a line id: name"
        )
    taken[question_id] = f"{source.name}, line {item.line}"
    return question_id


def _points(item: Item | None) -> float:
    if item is None:
        return 1.0
    points = read_number(item.text)
    if points is None or not 0 < points <= MOST_POINTS:
        raise FaultError(item, f"points must be a number above 0, at most {MOST_POINTS}, not {item.text!r}.")
    return float(points)


def _tries(item: Item | None) -> int:
    if item is None:
        return USUAL_TRIES
    if not re.fullmatch(r"\d{1,3}", item.text) or not 1 <= int(item.text) <= MOST_TRIES:
        raise FaultError(item, f"tries must be a whole number from 1 to {MOST_TRIES}, not {item.text!r}.")
    return int(item.text)
