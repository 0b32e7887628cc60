"""Zip files from strangers, read member by member and never unpacked as a whole."""

import lzma
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Generator
from pathlib import Path, PurePosixPath
from typing import Self, override

from kiosk.errors import LessonError
from kiosk.imports.files import LARGEST_TOTAL, MOST_FILES, Files, is_hidden

MOST_RATIO = 200
"""How many times larger than the archive its content may be."""

LARGEST_DIRECTORY = MOST_FILES * 1024
"""The list of members, in bytes: it is read whole before anything can be counted."""

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_CHUNK = 64 * 1024
_FREE = 1024 * 1024
"""So much any archive may hold, however small it is."""


class ZipFiles(Files):
    """The members of a zip. A member that could lead out of it, or stand for another, refuses the whole archive.

    Raises LessonError for what is no zip, for encryption and for kinds of compression that could take any memory.
    """

    def __init__(self, path: Path) -> None:
        where = str(path)
        try:
            _check_directory(path)
            self._zip = zipfile.ZipFile(path)
        except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError, struct.error) as error:
            raise LessonError(where, None, f"is not a zip file that can be read: {_said(error)}.") from error
        try:
            self._size = path.stat().st_size
            _refuse_hostile(where, self._zip.infolist())
            self._members = {info.filename: info for info in self._zip.infolist() if not _left_out(info)}
            super().__init__(where, sorted(self._members))
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    @override
    def has(self, name: str) -> bool:
        return name in self._members

    @override
    def _open(self, name: str) -> Generator[bytes]:
        if name not in self._members:
            raise self.fault(name, "there is no such file.")
        try:
            with self._zip.open(self._members[name]) as file:
                while piece := file.read(_CHUNK):
                    yield piece
        except (OSError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError, RuntimeError) as error:
            raise self.fault(name, f"is damaged in the archive: {_said(error)}.") from error

    @override
    def _most(self) -> int:
        return min(LARGEST_TOTAL, self._size * MOST_RATIO + _FREE)


def _check_directory(path: Path) -> None:
    """Refuse a list of members that is too long before zipfile reads it, found as zipfile does (APPNOTE 4.3.16)."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(size - _END.size - 65_535 - 20, 0))
        tail = file.read()
    at = len(tail) - _END.size
    if not (at >= 0 and tail[at:].startswith(_END_MARK) and tail.endswith(b"\0\0")):
        at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) - at < _END.size:
        raise ValueError("it has no list of its members")
    if tail[max(at - 20, 0) : at].startswith(b"PK\x06\x07"):
        raise ValueError("it is of the kind for very large files (zip64)")
    if _END.unpack_from(tail, at)[5] > LARGEST_DIRECTORY:
        raise ValueError("its list of members is too long")


def _left_out(info: zipfile.ZipInfo) -> bool:
    return info.is_dir() or is_hidden(info.filename)


def _refuse_hostile(where: str, members: list[zipfile.ZipInfo]) -> None:
    seen: dict[str, str] = {}
    for info in members:
        name = info.orig_filename
        if reason := _what_is_wrong(name, info):
            raise LessonError(where, None, f"the member {name[:100]!r} {reason}; nothing of this archive is imported.")
        folded = unicodedata.normalize("NFKC", name.rstrip("/")).casefold()
        if folded in seen:
            both = f"{seen[folded][:100]!r} and {name[:100]!r}"
            raise LessonError(where, None, f"the members {both} have names that some computers take for one.")
        seen[folded] = name


def _what_is_wrong(name: str, info: zipfile.ZipInfo) -> str:
    if "\\" in name or "\0" in name or not name.isprintable():
        return "has a character that no file name may have"
    if name.startswith("/") or ":" in name or ".." in PurePosixPath(name).parts:
        return "leads out of the archive"
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is a link or another thing that is no file"
    if info.flag_bits & 0x1:
        return "is encrypted"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is compressed in an unusual way"
    return ""


def _said(error: Exception) -> str:
    said = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    return said.rstrip(".")
