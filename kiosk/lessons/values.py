"""QTI's values: what a variable holds, and how it is written in a file, in a response and in the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Cardinality(StrEnum):
    SINGLE = "single"
    MULTIPLE = "multiple"
    ORDERED = "ordered"
    RECORD = "record"


class BaseType(StrEnum):
    """QTI's base types, by the names that QTI 2 and 3 share."""

    IDENTIFIER = "identifier"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    FLOAT = "float"
    STRING = "string"
    POINT = "point"
    PAIR = "pair"
    DIRECTED_PAIR = "directedPair"
    DURATION = "duration"
    FILE = "file"
    URI = "uri"
    INT_OR_IDENTIFIER = "intOrIdentifier"


type Scalar = str | bool | int | float | tuple[int, int] | tuple[str, str]
"""One value: identifiers, strings, URIs and files are str, a point x and y, a pair two names, a duration seconds."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a variable holds when it is not NULL; NULL is None, and so is every empty container (QTI's rule).

    `items` has one scalar with single cardinality. A record keeps its values in `fields` and has no items and no base
    type.
    """

    cardinality: Cardinality
    base_type: BaseType | None
    items: tuple[Scalar, ...] = ()
    fields: Mapping[str, "Value | None"] | None = None


type Nullable = Value | None
