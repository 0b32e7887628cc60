"""The quiz fence: questions in text2qti's syntax (https://github.com/gpoore/text2qti).

Ours are `Tries:`, `id:`, pairs that begin with `~`, and rows that begin with `1)`. docs/lesson-format.md tells an
author all of it.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kiosk.lessons.content import to_html, to_line_html
from kiosk.lessons.interactions import Html
from kiosk.lessons.model import RESPONSE, USUAL_TRIES, Question, QuestionId
from kiosk.lessons.number import read_number
from kiosk.lessons.quiz_answers import ANSWERS, WITH_FEEDBACK, Answer, read_answers
from kiosk.lessons.quiz_entries import Entry, FaultError, read_entries
from kiosk.lessons.source import Source
from kiosk.lessons.task import item_of

MOST_TRIES = 10
MOST_POINTS = 1000

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


@dataclass(slots=True)
class _Draft:
    """The entries of one question, as they stand in the file."""

    settings: dict[str, Entry] = field(default_factory=dict)
    stem: Entry | None = None
    answers: list[Answer] = field(default_factory=list)
    remarks: dict[str, Entry] = field(default_factory=dict)
    """By kind: `general`, `praise` and `hint`."""


def read_quiz(body: str, source: Source, line: int, taken: dict[QuestionId, str]) -> tuple[Question, ...]:
    """Read the questions of one fence, whose first line inside is `line` of the source.

    Faults are noted in the source; a faulty question is left out. `taken` says where each question id of
    the lesson is used, so that no two questions share one; the new ones are added to it.
    """
    questions = []
    for draft in _drafts(read_entries(body, source, line), source):
        try:
            questions.append(_question(draft, source, taken))
        except FaultError as fault:
            source.fault(fault.line, fault.reason)
    return tuple(questions)


def _drafts(entries: Iterable[Entry], source: Source) -> Iterator[_Draft]:
    draft = _Draft()
    last_line = 0
    for entry in entries:
        entry.text = entry.text.strip("\n")
        last_line = entry.line
        if draft.stem and entry.kind in {"setting", "stem"}:
            yield draft
            draft = _Draft()
        if not entry.text.strip():
            source.fault(entry.line, f"there is nothing after {entry.marker.strip()}")
        elif reason := _place(entry, draft):
            source.fault(entry.line, reason)
    if draft.stem:
        yield draft
    elif draft.settings:
        source.fault(last_line, "no question follows; settings stand before the question they are for.")


def _place(entry: Entry, draft: _Draft) -> str:
    """Put the entry where it belongs in the draft, or say why it belongs nowhere."""
    if entry.kind == "setting":
        return _place_once(entry, draft.settings, entry.marker.strip(" :").lower())
    if entry.kind == "stem":
        draft.stem = entry
    elif draft.stem is None:
        return "this stands before any question; begin with a number and a full stop, such as 1. How many?"
    elif entry.kind in ANSWERS:
        draft.answers.append(Answer(entry))
    elif entry.kind == "general" and draft.answers and draft.answers[-1].entry.kind in WITH_FEEDBACK:
        return _place_once(entry, draft.answers[-1].remarks, entry.kind)
    else:
        return _place_once(entry, draft.remarks, entry.kind)
    return ""


def _place_once(entry: Entry, places: dict[str, Entry], key: str) -> str:
    if key in places:
        return f"there is {entry.marker.strip()} already, in line {places[key].line}; keep one of the two."
    places[key] = entry
    return ""


def _question(draft: _Draft, source: Source, taken: dict[QuestionId, str]) -> Question:
    assert draft.stem is not None
    question_id = _question_id(draft, source, taken)
    task = read_answers(question_id, draft.stem, draft.answers, source)
    prompt = _html(draft.stem, source)
    if title := draft.settings.get("title"):
        prompt = f"<h4>{to_line_html(title.text, source, title.line)}</h4>\n{prompt}"
    return Question(
        id=question_id,
        item=item_of(question_id, prompt, task),
        points=_points(draft.settings.get("points")),
        max_tries=_tries(draft.settings.get("tries")),
        feedback=_html(draft.remarks.get("general"), source),
        hint=_html(draft.remarks.get("hint"), source),
        praise=_html(draft.remarks.get("praise"), source),
        key={RESPONSE: (task.shown,)} if task.shown else {},
    )


def _html(entry: Entry | None, source: Source) -> Html:
    return to_html(entry.text, source, entry.line) if entry else ""


def _question_id(draft: _Draft, source: Source, taken: dict[QuestionId, str]) -> QuestionId:
    """The author's own id, else a hash of the question's words: other questions may come, go and move."""
    assert draft.stem is not None
    entry = draft.settings.get("id", draft.stem)
    if entry.kind == "setting":
        if not _ID.fullmatch(entry.text):
            raise FaultError(entry, "an id is made of letters, digits, dots, hyphens and underscores, 64 at the most.")
        question_id = QuestionId(entry.text)
    else:
        words = " ".join(entry.text.split())
        question_id = QuestionId("q-" + hashlib.sha256(words.encode()).hexdigest()[:12])
    if question_id in taken:
        same = "id" if entry.kind == "setting" else "question"
        raise FaultError(
            entry, f"the same {same} is in {taken[question_id]}; give this one its own with a line id: name"
        )
    taken[question_id] = f"{source.name}, line {entry.line}"
    return question_id


def _points(entry: Entry | None) -> float:
    if entry is None:
        return 1.0
    points = read_number(entry.text)
    if points is None or not 0 < points <= MOST_POINTS:
        raise FaultError(entry, f"points must be a number above 0, at most {MOST_POINTS}, not {entry.text!r}.")
    return float(points)


def _tries(entry: Entry | None) -> int:
    if entry is None:
        return USUAL_TRIES
    if not re.fullmatch(r"\d{1,3}", entry.text) or not 1 <= int(entry.text) <= MOST_TRIES:
        raise FaultError(entry, f"tries must be a whole number from 1 to {MOST_TRIES}, not {entry.text!r}.")
    return int(entry.text)
