"""A QTI item placed in a page: its file, alone in a paragraph where a picture would stand, ![](items/balance.xml)."""

import re
from hashlib import sha256
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

    Its id is the item's identifier or, where that cannot be one or is another item's too, made of the file's name.
    `taken` says where each question id of the lesson is used; both are added to it.
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
    by_file = QuestionId(f"i-{sha256(name.encode()).hexdigest()[:12]}")
    if by_file in taken:
        source.fault(line, f"the item {name} is in {taken[by_file]} already; place it once.")
        return None
    own = QuestionId(read.item.identifier)
    question_id = own if _ID.fullmatch(own) and own not in taken else by_file
    taken[question_id] = taken[by_file] = f"{source.name}, line {line}"
    losses = tuple(f"line {loss.line}: {loss.what} is left out: {loss.why}." for loss in read.losses)
    return Question(question_id, read.item, file=name, losses=losses)
