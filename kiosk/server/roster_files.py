"""The CSV files of a OneRoster export, in a folder or a zip. Nothing is unpacked: only known names are read."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kiosk.errors import UsageError
from kiosk.imports.archive import ZipFiles
from kiosk.imports.files import LARGEST_FILE, Files, FolderFiles

NEEDED = frozenset({"classes.csv", "users.csv", "enrollments.csv"})
NAMES = (*sorted(NEEDED), "manifest.csv", "orgs.csv", "roles.csv")

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
    if path.is_dir():
        found = _read(FolderFiles(path))
    else:
        with ZipFiles(path) as archive:
            found = _read(archive)
    if not found.keys() >= NEEDED:
        raise UsageError(f"{path} is no OneRoster export: classes.csv, users.csv and enrollments.csv have to be in it.")
    return found


def _read(files: Files) -> dict[str, list[Row]]:
    """A zip often holds a folder that holds the files; of two with one name the outer one counts."""
    paths = {PurePosixPath(name).name.lower(): name for name in sorted(files.names, key=_depth, reverse=True)}
    return {name: list(_rows(name, files.text(paths[name], LARGEST_FILE))) for name in NAMES if name in paths}


def _depth(name: str) -> int:
    return name.count("/")


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
