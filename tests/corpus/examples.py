"""Items of a QTI corpus, read, written, scored and driven by our reader and scorer. Nothing of them is copied here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.errors import LessonError
from kiosk.lessons.interactions import EndAttemptInteraction, Interaction, Response
from kiosk.lessons.item import Item, interactions
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
from kiosk.lessons.qti.item import ReadItem, read_item
from kiosk.lessons.qti.reading import Files, folder_files
from kiosk.lessons.qti.write import write_item

SEED = 1
MOST_ATTEMPTS = 12
_AN_ITEM = re.compile(rb"<(?:\w+:)?(?:assessmentItem|qti-assessment-item)\s")


class Kind(StrEnum):
    """What there is to try on an item."""

    SCORED = "scored"
    TEMPLATE = "template"
    ADAPTIVE = "adaptive"
    SHOWN = "shown"
    """It has no rules: it only collects an answer, or shows something."""
    CANNOT = "cannot"
    """It needs a program of the package's own."""


@dataclass(frozen=True, slots=True)
class Played:
    """One item of the corpus, and what came of it."""

    name: str
    kind: Kind
    read: ReadItem
    is_same_when_written: bool
    key_earns_all: bool
    blank_earns_nothing: bool
    is_finished: bool

    @property
    def interactions(self) -> frozenset[str]:
        """The kinds of its interactions, by the names of their classes."""
        return frozenset(type(each).__name__ for each in interactions(self.read.item))


def item_files(corpus: Path) -> list[str]:
    """The names of all items in the corpus; none in folders that begin with a dot."""
    files = (path for path in sorted(corpus.rglob("*.xml")) if _AN_ITEM.search(path.read_bytes()))
    return [str(name) for path in files if not (name := path.relative_to(corpus)).parts[0].startswith(".")]


def play(name: str, data: bytes, files: Files) -> Played:
    """Read an item, write it and read that, answer with its key and with nothing, and drive it to its end."""
    read = read_item(data, name, files)
    item = read.item
    again = read_item(write_item(item), "again.xml", files).item
    session = begin(item, SEED)
    keyed, blank = attempt(session, correct_responses(session)), attempt(session, {})
    return Played(
        name,
        kind_of(item),
        read,
        is_same_when_written=again == item,
        key_earns_all=score(keyed) == max_score(session) is not None,
        blank_earns_nothing=score(blank) == 0,
        is_finished=is_finished(driven(session)),
    )


def kind_of(item: Item) -> Kind:
    if item.unsupported:
        return Kind.CANNOT
    if item.adaptive:
        return Kind.ADAPTIVE
    if not item.response_processing:
        return Kind.SHOWN
    return Kind.TEMPLATE if item.template_processing else Kind.SCORED


def driven(session: ItemSession) -> ItemSession:
    """Answer with the key, then press each button, then both, and again until it is over."""
    plans = list(_plans(session))
    for number in range(MOST_ATTEMPTS):
        if is_finished(session):
            break
        session = attempt(session, plans[number % len(plans)])
    return session


def _plans(session: ItemSession) -> Iterator[Responses]:
    buttons = {
        each.response: ("true",) for each in interactions(session.item) if isinstance(each, EndAttemptInteraction)
    }
    answers = {each.response: _any(each) for each in interactions(session.item) if each.response not in buttons}
    answers |= correct_responses(session)
    yield answers
    for name in buttons:
        yield {name: ("true",)}
    yield answers | buttons


def _any(interaction: Interaction) -> Response:
    """Some answer, for what has no key."""
    choices = getattr(interaction, "choices", ())
    return (choices[0].identifier,) if choices else ("1",)


def play_all(corpus: Path) -> tuple[list[Played], list[LessonError]]:
    """Play every item; the faults are those of items that could not be read."""
    files = folder_files(corpus)
    played: list[Played] = []
    faults: list[LessonError] = []
    for name in item_files(corpus):
        try:
            played.append(play(name, (corpus / name).read_bytes(), files))
        except LessonError as fault:
            faults.append(fault)
    return played, faults
