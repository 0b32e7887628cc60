"""The kinds of value that a setting can have, and how each is read.

Every start imports this, so what is rarely needed here is imported where it is.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple


class Kind(NamedTuple):
    """What a value must be. `check` takes the file's typed value, `parse` makes one out of a text.

    Both raise ValueError; `must` then completes the sentence "... must be ...".
    """

    must: str
    check: Callable[[Any], Any]
    parse: Callable[[str], Any] = str


def _require(right: bool) -> None:
    if not right:
        raise ValueError


def choice(*values: str) -> Kind:
    def check(value: Any) -> str:
        _require(isinstance(value, str) and value in values)
        return str(value)

    return Kind("one of " + ", ".join(values), check)


def whole(lowest: int, highest: int) -> Kind:
    def check(value: Any) -> int:
        _require(isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest)
        return int(value)

    return Kind(f"a whole number from {lowest} to {highest}", check, int)


def factor() -> Kind:
    def check(value: Any) -> float:
        _require(isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 10)
        return float(value)

    return Kind("a number from 0 to 10", check, float)


def flag() -> Kind:
    words = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}

    def check(value: Any) -> bool:
        _require(isinstance(value, bool))
        return bool(value)

    def parse(text: str) -> bool:
        _require(text.lower() in words)
        return words[text.lower()]

    return Kind("true or false", check, parse)


def text() -> Kind:
    def check(value: Any) -> str:
        _require(isinstance(value, str) and value.isprintable())
        return str(value)

    return Kind("text on one line", check)


_URL = re.compile(r"(?i:https?)://(?:\[[\da-fA-F:.]+\]|[^\s/?#@:\[\]]+)(?::\d+)?(?:/[^\s?#]*)?")


def url() -> Kind:
    def check(value: Any) -> str:
        _require(isinstance(value, str) and _URL.fullmatch(value) is not None)
        if "[" in value or not value.isascii():  # a plain address spares the start urllib.parse
            from urllib.parse import urlsplit  # noqa: PLC0415

            urlsplit(value)  # raises ValueError for a host that only looks like one
        return str(value)

    return Kind("an http or https URL without name, password, query or fragment", check)


def path() -> Kind:
    def check(value: Any) -> Path:
        _require(isinstance(value, str | Path) and bool(str(value)))
        return Path(value).expanduser()

    return Kind("a path", check)


def key() -> Kind:
    def check(value: Any) -> str:
        _require(isinstance(value, str) and re.fullmatch(r"[0-9a-f]{64}", value) is not None)
        return str(value)

    return Kind("64 of the digits 0-9 and a-f, as `kiosk rescue new-key` makes them", check)
