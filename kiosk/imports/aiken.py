"""Aiken: a question on its lines, choices `A.` or `A)`, and a line `ANSWER: B`. Everything is plain text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import PurePosixPath

from kiosk.errors import LessonError
from kiosk.imports.draft import Draft, Reading, loss_of
from kiosk.imports.files import Files
from kiosk.imports.paging import drafts, item_name, one_line, placed, question_pages
from kiosk.imports.questions import Answer, Head, one_choice, single_item
from kiosk.lessons.item import Item

_CHOICE = re.compile(r"\s*([A-Z])[.)]\s*(.*)")
_ANSWER = re.compile(r"\s*ANSWER\s*:\s*(.*)")


@dataclass(slots=True)
class _Draft:
    line: int
    stem: list[str] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)
    answer: str = ""


def looks_like_aiken(text: str) -> bool:
    """Whether a text file is Aiken: it has a line ANSWER: and choices A."""
    return bool(re.search(r"^\s*ANSWER\s*:", text, re.MULTILINE) and re.search(r"^\s*A[.)]\s", text, re.MULTILINE))


def read_aiken(files: Files, name: str) -> Reading:
    """Read an Aiken file. A question with a fault is left out, as a loss with its line.

    Raises LessonError, the first fault, where no question is left.
    """
    faults: list[LessonError] = []
    items: list[Item] = []
    for question in _questions(files.text(name)):
        if reason := _what_is_wrong(question):
            faults.append(files.fault(name, reason, question.line))
        else:
            items.append(_item(question))
    if not items:
        raise faults[0] if faults else files.fault(name, "there is no question in this file.")
    title = one_line(PurePosixPath(name).stem.replace("_", " "), "Questions")
    losses = tuple(loss_of("a question", fault) for fault in faults)
    named: dict[str, Item] = {}
    for each in items:
        file = item_name("", each.title, named)
        named[file] = replace(each, identifier=file.removesuffix(".xml"), title="")
    pages = tuple(question_pages(title, [placed(file) for file in named]))
    return Reading(drafts(Draft(name, title, pages, items=named, losses=losses)))


def _questions(text: str) -> Iterator[_Draft]:
    draft = None
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        draft = draft or _Draft(number)
        if found := _ANSWER.fullmatch(line):
            draft.answer = found[1].strip()
            yield draft
            draft = None
        elif found := _CHOICE.fullmatch(line):
            draft.choices.append(line.strip())
        elif draft.choices:
            yield draft  # its ANSWER is missing, and another question begins
            draft = _Draft(number, [line.strip()])
        else:
            draft.stem.append(line.strip())
    if draft is not None:
        yield draft


def _what_is_wrong(question: _Draft) -> str:
    letters = [choice[0] for choice in question.choices]
    expected = [chr(ord("A") + at) for at in range(len(letters))]
    if not question.stem:
        return "this question has no words; write them above its choices."
    if len(letters) < 2:
        return "this question needs two choices or more, each on a line A. or A)."
    if letters != expected:
        return f"the choices are lettered {', '.join(letters)} and should be {', '.join(expected)}."
    if blank := next((choice for choice in question.choices if not _words(choice)), None):
        return f"the choice {blank} says nothing."
    if not question.answer:
        return f"this question has no line such as ANSWER: {letters[0]}"
    if question.answer not in letters:
        return f"ANSWER: {question.answer[:20]} names no choice of this question; they are {', '.join(letters)}."
    return ""


def _item(question: _Draft) -> Item:
    answers = [
        Answer(escape(_words(choice), quote=False), float(choice[0] == question.answer)) for choice in question.choices
    ]
    prompt = "<br />".join(escape(line, quote=False) for line in question.stem)
    head = Head("", " ".join(question.stem)[:200])
    return single_item(head, f"<p>{prompt}</p>", one_choice(answers, 1.0, shuffle=False))


def _words(choice: str) -> str:
    return choice[2:].strip()
