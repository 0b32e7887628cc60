"""The files of what is imported, all perhaps hostile: a zip, a folder, or one file and the pictures beside it."""

import re
from abc import ABC, abstractmethod
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path, PurePosixPath
from typing import override
from urllib.parse import unquote

from kiosk.errors import LessonError
from kiosk.lessons.source import member
from kiosk.lessons.svg import LARGEST as LARGEST_SVG

MOST_FILES = 5_000
LARGEST_FILE = 64 * 1024 * 1024
LARGEST_TOTAL = 512 * 1024 * 1024
"""In bytes, unpacked."""
LARGEST_TEXT = 4 * 1024 * 1024
"""What is read as text, such as a manifest or a question bank."""

_CHUNK = 64 * 1024


class Files(ABC):
    """Named files that are read within limits. `where` is what a person calls the whole: the path they gave.

    `label` is the last part of that path, by which the same source is known when it is imported again.
    Bytes are counted while they are read, whatever a header says; a file that is read again counts once. Every
    method raises LessonError.
    """

    def __init__(self, where: str, names: Sequence[str]) -> None:
        self.where = where
        self.label = Path(where).absolute().name
        self.names = tuple(names)
        self._sizes: dict[str, int] = {}
        if len(self.names) > MOST_FILES:
            raise LessonError(where, None, f"holds more than {MOST_FILES} files; import its parts one by one.")

    @abstractmethod
    def has(self, name: str) -> bool: ...

    @abstractmethod
    def _open(self, name: str) -> Generator[bytes]: ...

    def chunks(self, name: str) -> Iterator[bytes]:
        """Read a file that is there piece by piece, however large it may be."""
        size, others = 0, sum(self._sizes.values()) - self._sizes.get(name, 0)
        with closing(self._open(name)) as pieces:
            for piece in pieces:
                size += len(piece)
                self._sizes[name] = max(size, self._sizes.get(name, 0))
                if size > LARGEST_FILE:
                    raise self.fault(name, f"is larger than {LARGEST_FILE // 2**20} MiB.")
                if others + size > self._most():
                    raise LessonError(self.where, None, "unpacks to more than it may; it is not imported.")
                yield piece

    def read(self, name: str, limit: int = LARGEST_TEXT) -> bytes:
        """Read a file whole. Raises LessonError where it is larger than `limit` bytes."""
        parts, size = [], 0
        for piece in self.chunks(name):
            parts.append(piece)
            size += len(piece)
            if size > limit:
                raise self.fault(name, f"is larger than {limit // 1024} KiB.")
        return b"".join(parts)

    def head(self, name: str) -> bytes:
        """Read as much of a file as tells what picture it is: an SVG whole, of others the first bytes."""
        data = b""
        for piece in self.chunks(name):
            data += piece
            if len(data) > LARGEST_SVG:
                break
        return data

    def text(self, name: str, limit: int = LARGEST_TEXT) -> str:
        """Read a UTF-8 text, with plain line ends."""
        data = self.read(name, limit)
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise self.fault(name, "this is not UTF-8 text; save the file as UTF-8.", line) from error
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def fault(self, name: str, reason: str, line: int | None = None) -> LessonError:
        return LessonError(self.path_of(name), line, reason)

    def path_of(self, name: str) -> str:
        """A file as a person finds it, such as `course.imscc/quiz.xml`."""
        return f"{self.where}/{name}"

    def _most(self) -> int:
        return LARGEST_TOTAL


class FolderFiles(Files):
    """The files of a folder; symbolic links that lead out of it are not there. Hidden files are passed over."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        super().__init__(str(folder), _listed(folder))

    @override
    def has(self, name: str) -> bool:
        return member(self._folder, name) is not None

    @override
    def _open(self, name: str) -> Generator[bytes]:
        path = member(self._folder, name)
        if path is None:
            raise self.fault(name, "there is no such file.")
        try:
            with path.open("rb") as file:
                while piece := file.read(_CHUNK):
                    yield piece
        except OSError as error:
            raise self.fault(name, f"cannot be read: {error.strerror}.") from error


class LooseFile(FolderFiles):
    """One file. What it names beside itself, or deeper, can be read too, but is not listed."""

    def __init__(self, path: Path) -> None:
        self._folder = path.parent
        Files.__init__(self, str(path.parent), [path.name])
        self.label = path.name

    @override
    def path_of(self, name: str) -> str:
        return str(self._folder / name)


def resolve(base: str, reference: str) -> str | None:
    """The name of a file that the file `base` refers to, None for one outside: another server's, or above the top."""
    path = unquote(re.sub(r"[#?].*", "", reference, flags=re.DOTALL)).strip()
    if not path or ":" in path or path.startswith(("/", "\\")) or "\\" in path:
        return None
    parts: list[str] = []
    for part in (*PurePosixPath(base).parent.parts, *path.split("/")):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts) or None


def is_hidden(name: str) -> bool:
    """What systems leave behind: .DS_Store, __MACOSX, Thumbs.db."""
    return any(part.startswith((".", "__MACOSX")) or part == "Thumbs.db" for part in PurePosixPath(name).parts)


def _listed(folder: Path) -> list[str]:
    names: list[str] = []
    try:
        for parent, folders, files in folder.walk():
            folders[:] = sorted(each for each in folders if not is_hidden(each))
            names += [(parent / each).relative_to(folder).as_posix() for each in files if not is_hidden(each)]
            if len(names) > MOST_FILES:
                break
    except OSError as error:
        raise LessonError(str(folder), None, f"cannot be read: {error.strerror}.") from error
    return sorted(names)
