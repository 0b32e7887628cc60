"""The CSV files of a OneRoster export, in a folder or a zip. Nothing is unpacked: only known names are read."""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kiosk.errors import UsageError

NAMES = ("manifest.csv", "orgs.csv", "classes.csv", "users.csv", "roles.csv", "enrollments.csv")

LARGEST_FILE = 256 * 1024 * 1024
"""The enrollments of a state; a zip may claim anything."""

FORGOTTEN = frozenset({"password"})
"""Columns that are dropped where they are read."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file. Columns are known by name, in any order and case; one that is missing is blank."""

    file: str
    line: int
    values: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values.get(column.lower(), "")


def read_files(path: Path) -> dict[str, list[Row]]:
    """Every known file that is there, by its name in small letters. Raises UsageError."""
    texts = _from_zip(path) if path.is_file() else _from_folder(path)
    found = {name: list(_rows(name, text)) for name, text in texts}
    if "users.csv" not in found or "classes.csv" not in found or "enrollments.csv" not in found:
        raise UsageError(f"{path} is no OneRoster export: classes.csv, users.csv and enrollments.csv have to be in it.")
    return found


def _from_folder(folder: Path) -> Iterator[tuple[str, str]]:
    try:
        for file in sorted(folder.iterdir()):
            if file.name.lower() in NAMES:
                if file.stat().st_size > LARGEST_FILE:
                    raise UsageError(f"{file} is too large for a roster.")
                yield file.name.lower(), _text(file.name, file.read_bytes())
    except OSError as error:
        raise UsageError(f"{error.filename or folder} cannot be read: {error.strerror}.") from error


def _from_zip(path: Path) -> Iterator[tuple[str, str]]:
    try:
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                name = PurePosixPath(info.filename).name.lower()
                if name in NAMES and "__MACOSX" not in info.filename:
                    with archive.open(info) as member:
                        data = member.read(LARGEST_FILE + 1)
                    if len(data) > LARGEST_FILE:
                        raise UsageError(f"{info.filename} in {path} is too large for a roster.")
                    yield name, _text(name, data)
    except (OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise UsageError(f"{path} is no zip file that can be read ({error}); give a folder or a zip.") from error


def _text(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{name}, line {line}: is not UTF-8, which OneRoster asks for; export it again.") from error


def _rows(name: str, text: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        header = [column.strip().lower() for column in next(reader, [])]
        for values in reader:
            if any(map(str.strip, values)):
                named = {key: value.strip() for key, value in zip(header, values, strict=False) if key not in FORGOTTEN}
                yield Row(name, reader.line_num, named)
    except csv.Error as error:
        raise UsageError(f"{name}, line {reader.line_num}: is no CSV ({error}).") from error
