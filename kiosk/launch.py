"""A lesson that somebody asks for from outside: a teacher's command, or a link from anywhere.

    timeback-kiosk://launch?lesson=ID&student=REF

A link is untrusted: whatever is not exactly of this form is refused, with a sentence, before anything looks at it.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

from kiosk.errors import UsageError

SCHEME = "timeback-kiosk:"
LONGEST = 1_024
"""Characters of a link, as it is written."""

_ADDRESS = re.compile(r"timeback-kiosk://launch/?\?([\x21-\x22\x24-\x7e]*)", re.ASCII)
"""Printable ASCII without a space or "#". An empty path may be written as a slash (RFC 3986, 6.2.3)."""

_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_JOINERS = str.maketrans("", "", "\u200c\u200d")
"""Invisible, yet part of names in Persian and of emoji."""


@dataclass(frozen=True, slots=True)
class Launch:
    """What is asked for. `lesson` is its id, `student` a name or an external id; None: whoever is learning.

    Both are text that may be shown: not blank, without control characters, line ends or marks that turn the
    writing direction. Raises UsageError for anything else.
    """

    lesson: str
    student: str | None = None

    def __post_init__(self) -> None:
        for name, text in (("lesson", self.lesson), ("student", self.student)):
            if text is not None and not text.strip():
                raise UsageError(f"The {name} is blank; say which one.")
            if text is not None and not text.translate(_JOINERS).isprintable():
                raise UsageError(f"The {name} has a character in it that cannot be shown; leave it out.")
        if len(link_to(self)) > LONGEST:
            raise UsageError(f"This is too long for a lesson and a student; a link has at most {LONGEST} characters.")


def link_to(launch: Launch) -> str:
    """Write the link that asks for this."""
    asked = {"lesson": launch.lesson, "student": launch.student}
    query = "&".join(f"{key}={quote(text, safe='')}" for key, text in asked.items() if text is not None)
    return f"{SCHEME}//launch?{query}"


def parse_link(link: str) -> Launch:
    """Read a link. A "+" is a plus, spaces come as "%20". Raises UsageError."""
    if len(link) > LONGEST:
        raise UsageError(f"This link is longer than {LONGEST} characters; copy it again.")
    address = _ADDRESS.fullmatch(link)
    if address is None:
        raise UsageError(f"This is no link to a lesson; one reads {SCHEME}//launch?lesson=ID&student=NAME.")
    told: dict[str, str] = {}
    for part in address[1].split("&"):
        key, _, value = part.partition("=")
        if key not in ("lesson", "student"):
            raise UsageError("This link asks for more than a lesson and a student; copy it again.")
        if key in told:
            raise UsageError(f"This link names the {key} twice; copy it again.")
        told[key] = _decoded(value)
    if "lesson" not in told:
        raise UsageError("This link names no lesson; copy it again.")
    return Launch(told["lesson"], told.get("student"))


def _decoded(value: str) -> str:
    if _STRAY_PERCENT.search(value):
        raise UsageError("This link has a % in it without two digits after it; copy it again.")
    try:
        return unquote_to_bytes(value).decode()
    except UnicodeDecodeError as error:
        raise UsageError("This link has text in it that is not UTF-8; copy it again.") from error
