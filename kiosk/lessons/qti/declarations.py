"""The variables that an item declares, and values as its file writes them."""

import math
from collections.abc import Callable, Iterable

from kiosk.lessons.interactions import Area, Shape
from kiosk.lessons.item import (
    AreaMapping,
    LookupTable,
    MapEntry,
    OutcomeDeclaration,
    ResponseDeclaration,
    TemplateDeclaration,
    ValueMapping,
)
from kiosk.lessons.qti.xml import Element
from kiosk.lessons.values import BaseType, Cardinality, Nullable, Scalar, Value

_TRUE = frozenset({"true", "1"})
_FALSE = frozenset({"false", "0"})
_TEXTS = frozenset({BaseType.STRING, BaseType.FILE})


def response_declaration(element: Element) -> ResponseDeclaration:
    cardinality, base_type = _kind(element)
    return ResponseDeclaration(
        needed(element, "identifier"),
        cardinality,
        base_type,
        correct=_values(element.first("correct-response"), cardinality, base_type),
        mapping=_mapping(element.first("mapping")),
        area_mapping=_area_mapping(element.first("area-mapping")),
        default=_values(element.first("default-value"), cardinality, base_type),
    )


def outcome_declaration(element: Element) -> OutcomeDeclaration:
    cardinality, base_type = _kind(element)
    return OutcomeDeclaration(
        needed(element, "identifier"),
        cardinality,
        base_type,
        default=_values(element.first("default-value"), cardinality, base_type),
        normal_maximum=number(element, "normal-maximum"),
        normal_minimum=number(element, "normal-minimum"),
        mastery=number(element, "mastery-value"),
        lookup=_lookup(element, base_type),
        external_scored=bool(element.get("external-scored")),
    )


def template_declaration(element: Element) -> TemplateDeclaration:
    cardinality, base_type = _kind(element)
    return TemplateDeclaration(
        needed(element, "identifier"),
        cardinality,
        base_type,
        default=_values(element.first("default-value"), cardinality, base_type),
        is_math=flag(element, "math-variable"),
    )


def needed(element: Element, attribute: str) -> str:
    """An attribute that must be there. Raises LessonError where it is not."""
    value = element.get(attribute)
    if not value:
        raise element.fault(f"{element.name} needs the attribute {attribute}.")
    return value


def flag(element: Element, attribute: str, *, otherwise: bool = False) -> bool:
    value = element.get(attribute)
    return value in _TRUE if value in _TRUE | _FALSE else otherwise


def number(element: Element, attribute: str) -> float | None:
    """A number, or None where the attribute is missing. Raises LessonError for another text."""
    text = element.get(attribute)
    return _read(element, attribute, text, float) if text else None


def whole(element: Element, attribute: str, otherwise: int) -> int:
    """A whole number. Raises LessonError for another text."""
    text = element.get(attribute)
    return _read(element, attribute, text, _whole) if text else otherwise


def area(element: Element) -> Area:
    """The area by `shape` and `coords`. Raises LessonError for what is none."""
    shape = element.get("shape") or "default"
    if shape not in list(Shape):
        raise element.fault(f"shape must be one of {', '.join(Shape)}, not {shape}.")
    numbers = element.get("coords").replace(",", " ").split()
    coords = tuple(_read(element, "coords", text.rstrip("%"), float) for text in numbers)
    return Area(Shape(shape), () if shape == Shape.DEFAULT else coords)


def base_type_of(element: Element) -> BaseType | None:
    """The base type that an element names. Raises LessonError for one that QTI does not have."""
    name = element.get("base-type")
    if name and name not in list(BaseType):
        raise element.fault(f"base-type must be one of {', '.join(BaseType)}, not {name}.")
    return BaseType(name) if name else None


def scalar(element: Element, text: str, base_type: BaseType | None) -> Scalar:
    """Read one value as its base type is written. Raises LessonError where it is written otherwise.

    Spaces around a text count, unless a line's end among them shows that they only set out the file.
    """
    if base_type is None or base_type in _TEXTS:
        around = text[: len(text) - len(text.lstrip())] + text[len(text.rstrip()) :]
        return text.strip() if "\n" in around else text
    return _read(element, base_type, text.strip(), _SCALARS[base_type])


def _kind(element: Element) -> tuple[Cardinality, BaseType | None]:
    name = element.get("cardinality") or Cardinality.SINGLE
    if name not in list(Cardinality):
        raise element.fault(f"cardinality must be one of {', '.join(Cardinality)}, not {name}.")
    base_type = base_type_of(element)
    if base_type is None and name != Cardinality.RECORD:
        raise element.fault(f"{element.name} needs the attribute base-type.")
    return Cardinality(name), base_type


def _values(parent: Element | None, cardinality: Cardinality, base_type: BaseType | None) -> Nullable:
    """What the <value>s of an element say; NULL for none."""
    values = list(parent.all("value")) if parent else []
    if not values:
        return None
    if cardinality is Cardinality.RECORD:
        fields = {needed(value, "field-identifier"): _field(value) for value in values}
        return Value(cardinality, None, fields=fields)
    return container(cardinality, base_type, [scalar(value, value.text, base_type) for value in values])


def container(cardinality: Cardinality, base_type: BaseType | None, items: Iterable[Scalar]) -> Nullable:
    """A variable's value; NULL for nothing and for the empty text (QTI: an empty container, and an empty string)."""
    kept = tuple(item for item in items if item != "")
    return Value(cardinality, base_type, kept) if kept else None


def _field(value: Element) -> Nullable:
    base_type = base_type_of(value) or BaseType.STRING
    return container(Cardinality.SINGLE, base_type, [scalar(value, value.text, base_type)])


def _mapping(element: Element | None) -> ValueMapping | None:
    if element is None:
        return None
    entries = (
        MapEntry(entry.attributes.get("map-key", ""), _worth(entry), flag(entry, "case-sensitive", otherwise=True))
        for entry in element.all("map-entry")
    )
    return ValueMapping(tuple(entries), *_bounds(element))


def _area_mapping(element: Element | None) -> AreaMapping | None:
    if element is None:
        return None
    entries = ((area(entry), _worth(entry)) for entry in element.all("area-map-entry"))
    return AreaMapping(tuple(entries), *_bounds(element))


def _worth(entry: Element) -> float:
    return _read(entry, "mapped-value", needed(entry, "mapped-value"), float)


def _bounds(element: Element) -> tuple[float, float | None, float | None]:
    return number(element, "default-value") or 0.0, number(element, "lower-bound"), number(element, "upper-bound")


def _lookup(element: Element, base_type: BaseType | None) -> LookupTable | None:
    table = element.first("match-table", "interpolation-table")
    if table is None:
        return None
    entries = tuple(
        (
            _read(entry, "source-value", needed(entry, "source-value"), float),
            Value(Cardinality.SINGLE, base_type, (scalar(entry, needed(entry, "target-value"), base_type),)),
            flag(entry, "include-boundary", otherwise=True),
        )
        for entry in table.all("match-table-entry", "interpolation-table-entry")
    )
    default = table.get("default-value")
    return LookupTable(
        entries,
        interpolates=table.name == "interpolation-table",
        default=Value(Cardinality.SINGLE, base_type, (scalar(table, default, base_type),)) if default else None,
    )


def _boolean(text: str) -> bool:
    if text not in _TRUE | _FALSE:
        raise ValueError
    return text in _TRUE


def _whole(text: str) -> int:
    """3, and 3.0 as well, for that is how some programs write 3."""
    value = float(text)
    if not value.is_integer():
        raise ValueError
    return int(text) if text.lstrip("+-").isdigit() else int(value)


def _point(text: str) -> tuple[int, int]:
    x, y = (float(part) for part in text.replace(",", " ").split())
    if not (math.isfinite(x) and math.isfinite(y)):
        raise ValueError
    return round(x), round(y)


def _pair(text: str) -> tuple[str, str]:
    first, second = text.split()
    return first, second


def _whole_or_name(text: str) -> int | str:
    return int(text) if text.lstrip("+-").isdecimal() else text


_SCALARS: dict[BaseType, Callable[[str], Scalar]] = {
    BaseType.IDENTIFIER: str,
    BaseType.URI: str,
    BaseType.BOOLEAN: _boolean,
    BaseType.INTEGER: _whole,
    BaseType.FLOAT: float,
    BaseType.DURATION: float,
    BaseType.POINT: _point,
    BaseType.PAIR: _pair,
    BaseType.DIRECTED_PAIR: _pair,
    BaseType.INT_OR_IDENTIFIER: _whole_or_name,
}


def _read[T](element: Element, what: str, text: str, read: Callable[[str], T]) -> T:
    try:
        return read(text)
    except (ValueError, OverflowError):
        raise element.fault(f"“{text[:40]}” is not written as {what} has to be.") from None
