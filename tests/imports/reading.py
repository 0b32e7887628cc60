"""A source in one file, read, and what its questions are worth when they are answered."""

from collections.abc import Callable
from pathlib import Path

from kiosk.imports.draft import Draft, Reading
from kiosk.imports.files import Files, LooseFile
from kiosk.lessons.item import Item
from kiosk.lessons.item_session import Responses, attempt, begin, correct_responses, max_score, score

type Reader = Callable[[Files, str], Reading]


def read(reader: Reader, folder: Path, name: str, text: str | bytes) -> Draft:
    """The one lesson that a file becomes."""
    (draft,) = read_all(reader, folder, name, text).drafts
    return draft


def read_all(reader: Reader, folder: Path, name: str, text: str | bytes) -> Reading:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return reader(LooseFile(path), name)


def one_item(draft: Draft) -> Item:
    (item,) = draft.items.values()
    return item


def earned(item: Item, *answers: Responses) -> float | None:
    """What the last of these attempts earns."""
    session = begin(item, 1)
    for answer in answers:
        session = attempt(session, answer)
    return score(session)


def said(item: Item, *answers: Responses) -> list[str]:
    """The feedback that holds after these attempts."""
    session = begin(item, 1)
    for answer in answers:
        session = attempt(session, answer)
    held = session.variables.get("FEEDBACK")
    return [each.html for each in item.feedback if held and each.condition.identifier in held.items]


def keeps_its_key(item: Item) -> bool:
    """Whether its own key earns all, and a blank nothing."""
    session = begin(item, 1)
    most = max_score(session)
    return most is not None and earned(item, correct_responses(session)) == most and earned(item, {}) == 0
