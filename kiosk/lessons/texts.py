"""What is written in a lesson, and which way."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from kiosk.lessons.model import Html

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "syr", "ug", "ur", "yi"})


def texts(part: object) -> Iterator[Html]:
    """Every text of a page, a question or what they are made of, in its order; names and identifiers too."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple | frozenset):
        for inner in part:
            yield from texts(inner)
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts(getattr(part, field.name))


def is_right_to_left(language: str) -> bool:
    """Whether a language (a tag such as ar or fa-AF) is written from right to left."""
    return language.partition("-")[0].lower() in _RIGHT_TO_LEFT
