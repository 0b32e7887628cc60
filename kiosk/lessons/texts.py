"""What is written in a lesson, and which way."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from kiosk.lessons.interactions import Html

_SHOWN = frozenset({"html", "prompt", "content"})
_SAID = frozenset({"feedback", "hint", "praise"})

_SLOT = re.compile(r'<x-slot response="([^"]*)"')
_LONE_SLOT = re.compile(r'<p><x-slot response="([^"]*)"\s*(?:/>|></x-slot>)</p>')

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "syr", "ug", "ur", "yi"})


def texts(part: object) -> Iterator[Html]:
    """Every text of a page, a question or what they are made of, in its order, apart from pages' titles."""
    return named_texts(part, _SHOWN | _SAID)


def texts_for_all(part: object) -> Iterator[Html]:
    """The texts that are read whatever one answers."""
    return named_texts(part, _SHOWN)


def named_texts(part: Any, names: frozenset[str]) -> Iterator[str]:
    """Every text that stands in a field of one of these names, anywhere within the part."""
    if isinstance(part, tuple):
        for inner in part:
            yield from named_texts(inner, names)
    else:
        for name in _fields(part.__class__):
            value = getattr(part, name)
            if not isinstance(value, str):
                yield from named_texts(value, names)
            elif name in names:
                yield value


@cache
def _fields(kind: type[Any]) -> Sequence[str]:
    """What a dataclass is made of, its prompt first: it stands above the rest. Nothing for other kinds."""
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
    return sorted(names, key=lambda name: name != "prompt")


def slots(html: Html) -> list[str]:
    """The responses whose inline interactions stand in a text, in its order."""
    return _SLOT.findall(html)


def lone_slot(html: Html) -> str | None:
    """The response of a text that is nothing but its slot, in a paragraph of its own; None for any other text."""
    found = _LONE_SLOT.fullmatch(html.strip())
    return found[1] if found else None


def is_right_to_left(language: str) -> bool:
    """Whether a language (a tag such as ar or fa-AF) is written from right to left."""
    return language.partition("-")[0].lower() in _RIGHT_TO_LEFT
