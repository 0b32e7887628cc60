"""What the school server tells an enrolled device: its classes, and who learns there."""

import json
from dataclasses import dataclass, field
from typing import Any

_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Pupil:
    """A student as the school knows them, each field None where it says nothing.

    `secret` is what they sign in with: "pin" or "pictures", a colon, and its hash as `identity.secrets` makes it.
    """

    email: str
    name: str
    avatar: str | None = None
    grade: str | None = None
    secret: str | None = field(default=None, repr=False)
    class_name: str | None = None


@dataclass(frozen=True, slots=True)
class Roster:
    """`etag` asks the server later whether it has changed."""

    device: str
    classes: tuple[str, ...]
    pupils: tuple[Pupil, ...]
    etag: str


def read_roster(body: bytes, etag: str | None) -> Roster | None:
    """Read the server's answer; None for what is no roster."""
    try:
        said: dict[str, Any] = json.loads(body)
        pupils = tuple(_pupil(each) for each in said["students"])
        return Roster(_text(said["device"]), tuple(map(_text, said["classes"])), pupils, etag or "")
    except (ValueError, LookupError, TypeError, RecursionError):
        return None


def read_device_token(body: bytes) -> str | None:
    """The token that the answer to a request to join carries beside the roster."""
    try:
        token = json.loads(body)["token"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    return token if isinstance(token, str) and token.isascii() and token.isprintable() and token.strip() else None


def _pupil(said: Any) -> Pupil:
    email = _text(said["email"]).strip().lower()
    if not email:
        raise ValueError("a student without an e-mail address")
    return Pupil(email, _text(said["name"])[:_LONGEST_NAME], *(_maybe(said.get(key)) for key in _OPTIONAL))


_OPTIONAL = ("avatar", "grade", "secret", "class")


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _maybe(value: Any) -> str | None:
    return None if value is None else _text(value)
