"""Lesson packages and questions for the tests of this room."""

import struct
import zlib
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from kiosk.errors import LessonError
from kiosk.lessons.model import (
    Choice,
    ChoiceInteraction,
    Lesson,
    LessonId,
    MatchCorrect,
    MatchInteraction,
    MatchNumber,
    MatchOrder,
    MatchText,
    Model,
    OrderInteraction,
    Page,
    Question,
    QuestionId,
    Text,
    TextEntryInteraction,
)
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


def single_choice(name: str = "choice", **more: object) -> Question:
    choices = (Choice("a", "wrong", "<p>why not a</p>"), Choice("b", "right", "<p>b, yes</p>"), Choice("c", "wrong"))
    question = Question(
        QuestionId(name),
        "<p>Which?</p>",
        ChoiceInteraction(choices),
        MatchCorrect(frozenset("b")),
        feedback="<p>general</p>",
        hint="<p>hint</p>",
        praise="<p>praise</p>",
    )
    return _with(question, more)


def short_text(name: str = "text", **more: object) -> Question:
    question = Question(QuestionId(name), "<p>Who?</p>", TextEntryInteraction(), MatchText(("Santa", "Father Frost")))
    return _with(question, more)


def number(name: str = "number", **more: object) -> Question:
    processing = MatchNumber(Fraction(1, 2), Fraction(1, 2), "0.5")
    question = Question(QuestionId(name), "<p>Half?</p>", TextEntryInteraction(numeric=True), processing)
    return _with(question, more)


def matching(name: str = "match", **more: object) -> Question:
    """Bee and bird to hive and nest; a burrow fits nothing."""
    question = Question(
        QuestionId(name),
        "<p>Which?</p>",
        MatchInteraction(
            (Choice("s1", "bee", "<p>wax</p>"), Choice("s2", "bird")),
            (Choice("t2", "nest"), Choice("t3", "burrow", "<p>dug</p>"), Choice("t1", "hive")),
        ),
        MatchCorrect(frozenset({"s1 t1", "s2 t2"})),
        feedback="<p>general</p>",
        hint="<p>hint</p>",
    )
    return _with(question, more)


def ordering(name: str = "order", **more: object) -> Question:
    question = Question(
        QuestionId(name),
        "<p>In order?</p>",
        OrderInteraction((Choice("c", "third"), Choice("a", "first", "<p>a begins</p>"), Choice("b", "second"))),
        MatchOrder(("a", "b", "c")),
        hint="<p>hint</p>",
    )
    return _with(question, more)


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


def _with(question: Question, more: dict[str, object]) -> Question:
    values = {name: getattr(question, name) for name in question.__slots__}
    return Question(**{**values, **more})
