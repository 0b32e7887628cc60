"""Lesson packages and questions for the tests of this room."""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from kiosk.errors import LessonError
from kiosk.lessons.interactions import (
    Choice,
    ChoiceInteraction,
    MatchInteraction,
    OrderInteraction,
    Response,
    TextEntryInteraction,
)
from kiosk.lessons.item import Text, interactions
from kiosk.lessons.item_session import Responses
from kiosk.lessons.judging import key_of
from kiosk.lessons.model import RESPONSE, Lesson, LessonId, Model, Page, Question, QuestionId
from kiosk.lessons.qti.item import read_item
from kiosk.lessons.qti.reading import folder_files
from kiosk.lessons.task import Task, TaskInteraction, declared, in_range, item_of, one_of
from kiosk.lessons.values import BaseType, Cardinality, Scalar
from kiosk.protocol.course import SubjectGrade

MANIFEST = """\
id = "halves"
title = "Halves"
course = { subject = "Math", grade = 3 }
model = "single-session"
expected_xp = 5
pages = ["one.md"]
"""

NOWHERE = Path("no-such-folder")
PAGE = "# One\n\nHello.\n"


def write_package(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a good package with one page, with these files on top."""
    for name, content in {"lesson.toml": MANIFEST, "one.md": PAGE, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def png(width: int, height: int) -> bytes:
    """A black PNG of one bit to a pixel, so that a huge one is a small file."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((1 + (width + 7) // 8) * height), 1)
    chunks = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )


def told(faults: list[LessonError], folder: Path) -> list[tuple[str, int | None]]:
    """Where the faults are: file within the package, and line."""
    return [(str(Path(fault.file).relative_to(folder)), fault.line) for fault in faults]


def given(*response: str) -> Responses:
    """What is answered to a question with a single interaction."""
    return {RESPONSE: response}


def ask(name: str, prompt: str, task: Task, **more: Any) -> Question:
    values: dict[str, Any] = {"key": given(task.shown) if task.shown else {}, **more}
    return Question(QuestionId(name), item_of(name, prompt, task), **values)


ITEMS = Path(__file__).parent / "qti" / "items"


def placed(name: str, **more: Any) -> Question:
    """One of the items in tests/lessons/qti/items, as a page places it."""
    read = read_item((ITEMS / f"{name}.xml").read_bytes(), f"{name}.xml", folder_files(ITEMS))
    return Question(QuestionId(name), read.item, file=f"{name}.xml", **more)


def choose(*right: str, choices: tuple[Choice, ...], max_choices: int = 1) -> Task:
    cardinality = Cardinality.SINGLE if max_choices == 1 else Cardinality.MULTIPLE
    answers = declared(cardinality, BaseType.IDENTIFIER, right)
    return Task(ChoiceInteraction(RESPONSE, choices, max_choices=max_choices), answers)


def pair(*right: tuple[str, str], sources: tuple[Choice, ...], targets: tuple[Choice, ...]) -> Task:
    """Each source wants a target."""
    wanting = tuple(replace(source, match_min=1) for source in sources)
    many = len(sources)
    interaction = MatchInteraction(RESPONSE, wanting, targets, max_associations=many, min_associations=many)
    return Task(interaction, declared(Cardinality.MULTIPLE, BaseType.DIRECTED_PAIR, right))


def arrange(*right: str, choices: tuple[Choice, ...]) -> Task:
    answers = declared(Cardinality.ORDERED, BaseType.IDENTIFIER, right)
    return Task(OrderInteraction(RESPONSE, choices), answers)


def type_in(*accepted: str) -> Task:
    return Task(TextEntryInteraction(RESPONSE), *one_of(accepted))


def number_between(low: Fraction, high: Fraction, shown: str) -> Task:
    return Task(TextEntryInteraction(RESPONSE, numeric=True), *in_range(low, high), shown)


def interaction_of(question: Question) -> TaskInteraction:
    """The only interaction of a question."""
    [interaction] = interactions(question.item)
    assert isinstance(interaction, ChoiceInteraction | MatchInteraction | OrderInteraction | TextEntryInteraction)
    return interaction


def correct_of(question: Question) -> tuple[Scalar, ...]:
    """The declared correct response of a question with one."""
    [response] = question.item.responses
    assert response.correct is not None
    return response.correct.items


def right_answer(question: Question) -> Response:
    """The key of a question with a single interaction, as a person would give it."""
    return key_of(question)[RESPONSE]


CHOICES = (Choice("a", "wrong", "<p>why not a</p>"), Choice("b", "right", "<p>b, yes</p>"), Choice("c", "wrong"))


def single_choice(name: str = "choice", **more: Any) -> Question:
    said = {"feedback": "<p>general</p>", "hint": "<p>hint</p>", "praise": "<p>praise</p>"}
    return ask(name, "<p>Which?</p>", choose("b", choices=CHOICES), **{**said, **more})


def several_choices(*right: str, **more: Any) -> Question:
    task = choose(*right, choices=CHOICES, max_choices=0)
    return ask("choice", "<p>Which?</p>", task, **{"hint": "<p>hint</p>", **more})


def short_text(name: str = "text", **more: Any) -> Question:
    return ask(name, "<p>Who?</p>", type_in("Santa", "Father Frost"), **more)


def number(name: str = "number", **more: Any) -> Question:
    return ask(name, "<p>Half?</p>", number_between(Fraction(1, 2), Fraction(1, 2), "0.5"), **more)


def matching(name: str = "match", **more: Any) -> Question:
    """Bee and bird to hive and nest; a burrow fits nothing."""
    task = pair(
        ("s1", "t1"),
        ("s2", "t2"),
        sources=(Choice("s1", "bee", "<p>wax</p>"), Choice("s2", "bird")),
        targets=(Choice("t2", "nest"), Choice("t3", "burrow", "<p>dug</p>"), Choice("t1", "hive")),
    )
    return ask(name, "<p>Which?</p>", task, **{"feedback": "<p>general</p>", "hint": "<p>hint</p>", **more})


def ordering(name: str = "order", **more: Any) -> Question:
    rows = (Choice("c", "third"), Choice("a", "first", "<p>a begins</p>"), Choice("b", "second"))
    return ask(name, "<p>In order?</p>", arrange("a", "b", "c", choices=rows), **{"hint": "<p>hint</p>", **more})


def lesson(*pages: tuple[Question, ...]) -> Lesson:
    """A lesson with these questions on its pages."""
    return Lesson(
        id=LessonId("halves"),
        title="Halves",
        course=SubjectGrade("Math", 3),
        model=Model.SINGLE_SESSION,
        pages=tuple(
            Page(f"page-{index}", f"Page {index}", (Text("<p>Hello.</p>"), *questions))
            for index, questions in enumerate(pages)
        ),
        folder=Path(),
    )
