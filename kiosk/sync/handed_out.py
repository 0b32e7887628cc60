"""The lessons that a school hands out, as they lie beside the database: a list, and a folder for each package.

assigned/list.json                    whose they are, from when until when, in which order
         9f86d081.../lesson.toml      a package, unpacked, under its SHA-256
         9f86d081....part             one that is being fetched
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from kiosk.errors import LessonError
from kiosk.lessons.listing import Listing
from kiosk.lessons.outline import Outline
from kiosk.protocol.handing import handed_version

LIST = "list.json"
PART = ".part"


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A lesson for the students with these refs, from one day to another; None: since ever, for ever.

    Without a `digest` it is a lesson that this computer has anyway. Without refs it is handed out no longer.
    """

    lesson: str
    title: str
    digest: str | None
    size: int
    from_day: str | None
    until_day: str | None
    order: int
    refs: tuple[str, ...]

    def is_for(self, ref: str, today: str) -> bool:
        in_time = (self.from_day or today) <= today <= (self.until_day or today)
        return in_time and ref.casefold() in self.refs


def folder_of(data: Path) -> Path:
    return data / "assigned"


def read_list(folder: Path) -> list[HandedOut]:
    """What was handed out when the server was last asked; nothing where that cannot be read, it is fetched again."""
    try:
        return [_row(each) for each in json.loads((folder / LIST).read_text("utf-8"))]
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return []


def write_list(folder: Path, rows: Iterable[HandedOut]) -> None:
    """Keep the list in place of the one before, in one step. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=folder, suffix=PART, delete=False, encoding="utf-8") as file:
        json.dump([asdict(row) for row in rows], file)
    Path(file.name).replace(folder / LIST)


def from_wire(said: Mapping[str, Any], ref: str | None) -> list[HandedOut]:
    """Read a server's answer; an entry that is of no form is passed over.

    `ref` is the student whose token asked; None for a device, whose students' refs are their e-mail addresses.
    """
    found = []
    entries = said.get("assignments")
    for each in entries if isinstance(entries, list) else []:
        with suppress(ValueError, TypeError, LookupError):
            refs = each["students"] if ref is None else [ref]
            values = {"digest": each["hash"], "from_day": each["from"], "until_day": each["until"], "refs": refs}
            found.append(_row({**{key: each[key] for key in ("lesson", "title", "size", "order")}, **values}))
    return found


def outlines(folder: Path, listing: Listing) -> list[Outline]:
    """Each lesson of the list that is here, its version named by its package; one that has a fault is left out.

    The server checked it; a newer one of another version may know more.
    """
    digests = dict.fromkeys(row.digest for row in read_list(folder) if row.digest)
    read = [(digest, listing.read(folder / digest)[0]) for digest in digests if (folder / digest).is_dir()]
    return [replace(each, version=handed_version(each.version, digest)) for digest, each in read if each is not None]


def keep_begun(old: Sequence[HandedOut], new: Sequence[HandedOut], begun: Collection[str]) -> list[HandedOut]:
    """The new list, and what is handed out no longer but was begun here: nobody is offered it, who began can go on."""
    told = {row.lesson for row in new}
    left = {row.lesson: replace(row, refs=()) for row in old if row.lesson not in told and row.lesson in begun}
    return [*new, *left.values()]


def take_package(part: Path, folder: Path, digest: str) -> bool:
    """Unpack a package that has been fetched; False, and it is thrown away, when it is not what was promised."""
    from kiosk.imports.archive import ZipFiles  # noqa: PLC0415 - not before the first paint
    from kiosk.imports.unpacking import unpack  # noqa: PLC0415
    from kiosk.lessons.package import check_lesson  # noqa: PLC0415

    try:
        with part.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != digest:
                return False
        with tempfile.TemporaryDirectory(prefix=".unpacking-", dir=folder) as temporary:
            beside = Path(temporary) / "lesson"
            with ZipFiles(part) as files:
                unpack(files, beside)
            if check_lesson(beside):
                return False
            beside.rename(folder / digest)
    except LessonError:
        return False
    finally:
        part.unlink(missing_ok=True)
    return True


def tidy(folder: Path) -> None:
    """Remove every package that the list does not name. At the program's start only: later one may be on the screen."""
    named = {row.digest for row in read_list(folder)}
    with suppress(OSError):
        for path in folder.iterdir():
            if path.is_dir() and path.name not in named:
                shutil.rmtree(path, ignore_errors=True)


def _row(said: Mapping[str, Any]) -> HandedOut:
    """Raises ValueError, TypeError or LookupError."""
    digest = said["digest"]
    texts = (said["lesson"], said["title"], *said["refs"])
    days = (said["from_day"], said["until_day"])
    if not all(isinstance(text, str) for text in texts) or not all(day is None or isinstance(day, str) for day in days):
        raise ValueError
    if digest is not None and not (len(digest) == 64 and set(digest) <= set("0123456789abcdef")):
        raise ValueError
    refs = tuple(ref.casefold() for ref in said["refs"])
    return HandedOut(said["lesson"], said["title"], digest, int(said["size"]), *days, int(said["order"]), refs)
