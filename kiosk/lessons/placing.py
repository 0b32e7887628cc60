"""A QTI item placed in a page: its file, alone in a paragraph where a picture would stand, ![](items/balance.xml)."""

import re
from pathlib import PurePosixPath
from urllib.parse import unquote

from markdown_it.token import Token

from kiosk.errors import LessonError
from kiosk.lessons.model import Question, QuestionId
from kiosk.lessons.source import Source

_ID = re.compile(r"[\w.-]{1,64}")


def item_name(paragraph: list[Token]) -> str | None:
    """The file that a paragraph's tokens place; None for any other three tokens."""
    if [token.type for token in paragraph] != ["paragraph_open", "inline", "paragraph_close"]:
        return None
    children = paragraph[1].children or []
    if [child.type for child in children] != ["image"]:
        return None
    name = unquote(str(children[0].attrs["src"]))
    return name if PurePosixPath(name).suffix.lower() == ".xml" else None


def read_placed(name: str, source: Source, line: int, taken: dict[QuestionId, str]) -> Question | None:
    """Read the item and give it the usual tries and a point; None after noting its fault.

    `taken` says where each question id of the lesson is used; the item's identifier is added to it.
    """
    from kiosk.lessons.qti.item import read_item  # noqa: PLC0415 - only lessons with such items pay for it
    from kiosk.lessons.qti.reading import folder_files  # noqa: PLC0415 - likewise

    files = folder_files(source.folder)
    data = files(name)
    if data is None:
        source.fault(line, f"there is no item {name} in the lesson's folder; put it there and name it from there.")
        return None
    try:
        read = read_item(data, name, files)
    except LessonError as fault:
        source.faults.append(LessonError(str(source.folder / fault.file), fault.line, fault.reason))
        return None
    question_id = QuestionId(read.item.identifier)
    if not _ID.fullmatch(question_id):
        source.fault(line, f"the identifier of {name} must be letters, digits, dots and hyphens, 64 at the most.")
        return None
    if question_id in taken:
        source.fault(line, f"an item {question_id} is in {taken[question_id]} already; give {name} another identifier.")
        return None
    taken[question_id] = f"{source.name}, line {line}"
    losses = tuple(f"line {loss.line}: {loss.what} is left out: {loss.why}." for loss in read.losses)
    return Question(question_id, read.item, file=name, losses=losses)
