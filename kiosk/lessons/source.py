"""The files of a lesson package, which may be hostile: read within the folder, within limits, as text."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kiosk.errors import LessonError

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")


@dataclass(frozen=True, slots=True)
class Source:
    """One text file of a package, and the list its faults go to (shared by the whole package)."""

    folder: Path
    name: str
    faults: list[LessonError]

    def fault(self, line: int | None, reason: str) -> None:
        """Note what is wrong. `line` counts from 1 in this file; None means the file as a whole."""
        self.faults.append(LessonError(str(self.folder / self.name), line, reason))

    def read(self, limit: int) -> str | None:
        """The text with plain line ends, or None after noting why it cannot be had. `limit` is in bytes."""
        path = member(self.folder, self.name)
        if path is None:
            self.fault(None, "there is no such file in the lesson's folder.")
            return None
        try:
            with path.open("rb") as file:
                data = file.read(limit + 1)
        except OSError as error:
            self.fault(None, f"cannot be read: {error.strerror}.")
            return None
        if len(data) > limit:
            self.fault(None, f"is longer than {limit // 1024} KiB; split it.")
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self.fault(data.count(b"\n", 0, error.start) + 1, "this is not UTF-8 text; save the file as UTF-8.")
            return None
        return text.replace("\r\n", "\n").replace("\r", "\n")


def member(folder: Path, name: str) -> Path | None:
    """Find a regular file of the package by its relative name with forward slashes.

    None when there is none. A name that leads out of the folder, by itself or by a symbolic link, names none.
    """
    relative = PurePosixPath(name)
    if any(character in name for character in "\\:\0") or relative.is_absolute() or ".." in relative.parts:
        return None
    try:
        path = folder.joinpath(relative).resolve()
        inside = path.is_relative_to(folder.resolve()) and path.is_file()
    except (OSError, RuntimeError):  # a name too long for the system, or links in a circle
        return None
    return path if inside else None


def is_picture(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in PICTURES
