"""A file that answers a question: an upload or a drawing. Its name is the response, what it holds is kept beside it.

A name is `<SHA-256 of what it holds> <title>`, so that equal files are one, a name never stands for something else,
and the response alone says what the student called it.
"""

import re
from hashlib import sha256

from kiosk.errors import UsageError
from kiosk.words import tr

LARGEST = 10 * 1024 * 1024
"""Bytes; a photo of a phone has about 4 MiB."""

DIGEST = 64
"""How many characters of a name are the SHA-256."""

_LONGEST_TITLE = 100
_DIGEST = re.compile(rf"[0-9a-f]{{{DIGEST}}}")
_NAME = re.compile(rf"{_DIGEST.pattern} .+", re.DOTALL)


def file_name(data: bytes, title: str) -> str:
    """The name under which a file is kept, and which is the response. Any path before the title is left out.

    Raises UsageError for a file that is too large.
    """
    last = title.replace("\\", "/").rpartition("/")[2]
    told = "".join(character for character in last if character.isprintable()).strip() or "file"
    require_size(len(data), told)
    return f"{sha256(data).hexdigest()} {_shortened(told)}"


def title(name: str) -> str:
    """What the student called the file."""
    return name[DIGEST + 1 :]


def digest(name: str) -> str:
    """The SHA-256 of what the file holds."""
    return name[:DIGEST]


def is_digest(text: str) -> bool:
    """Whether it has the form of a SHA-256 in a name."""
    return _DIGEST.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Whether a response has the form of a file's name; what a student typed may have it too."""
    return _NAME.fullmatch(text) is not None


def holds(name: str, data: bytes) -> bool:
    """Whether this is what was kept under that name."""
    return name.startswith(f"{sha256(data).hexdigest()} ")


def require_size(size: int, title: str) -> None:
    """Raise UsageError for a file of so many bytes where that is too much; ask before reading it."""
    if size > LARGEST:
        raise UsageError(
            tr(
                "{file} has {size} MiB, and a file that is handed in may have {most} MiB; choose a smaller one.",
                file=title,
                size=round(size / 1024 / 1024, 1),
                most=LARGEST >> 20,
            )
        )


def _shortened(told: str) -> str:
    """Keep the ending, which says what kind of file it is."""
    if len(told) <= _LONGEST_TITLE:
        return told
    stem, dot, ending = told.rpartition(".")
    ending = dot + ending if stem and len(ending) < 10 else ""
    return told[: _LONGEST_TITLE - len(ending)] + ending
