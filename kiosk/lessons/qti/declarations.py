"""The variables that an item declares, and values as its file writes them."""

from collections.abc import Iterable, Iterator

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
from kiosk.lessons.values import BaseType, Cardinality, Nullable, Scalar, Value, container, read_scalar

_TRUE = frozenset({"true", "1"})
_FALSE = frozenset({"false", "0"})


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
    value = scalar(element, element.get(attribute), BaseType.FLOAT)
    return value if isinstance(value, float) else None


def whole(element: Element, attribute: str, otherwise: int) -> int:
    """A whole number. Raises LessonError for another text."""
    value = scalar(element, element.get(attribute), BaseType.INTEGER)
    return value if isinstance(value, int) else otherwise


def area(element: Element) -> Area:
    """The area by `shape` and `coords`. Raises LessonError for what is none."""
    shape = element.get("shape") or Shape.DEFAULT
    if shape not in list(Shape):
        raise element.fault(f"shape must be one of {', '.join(Shape)}, not {shape}.")
    coords = (scalar(element, text, BaseType.FLOAT) for text in element.get("coords").replace(",", " ").split())
    return Area(Shape(shape), tuple(value for value in coords if isinstance(value, float)))


def base_type_of(element: Element) -> BaseType | None:
    """The base type that an element names. Raises LessonError for one that QTI does not have."""
    name = element.get("base-type")
    if name and name not in list(BaseType):
        raise element.fault(f"base-type must be one of {', '.join(BaseType)}, not {name}.")
    return BaseType(name) if name else None


def scalar(element: Element, text: str, base_type: BaseType) -> Scalar | None:
    """Read one value as its base type is written; None for none. Raises LessonError where it is written otherwise.

    A whole number may be written 3.0, for that is how some programs write 3.
    """
    if not text.strip():
        return None
    value = read_scalar(base_type, text)
    if value is None and base_type is BaseType.INTEGER:
        real = read_scalar(BaseType.FLOAT, text)
        value = int(real) if isinstance(real, float) and real.is_integer() else None
    if value is None:
        raise element.fault(f"“{text.strip()[:40]}” is not written as a value of base type {base_type}.")
    return value


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
    if cardinality is Cardinality.RECORD:
        fields = {needed(value, "field-identifier"): base_value(value) for value in values}
        return Value(cardinality, None, fields=fields) if fields else None
    if base_type is None:
        return None
    read = (scalar(value, value.text, base_type) for value in values)
    return container(cardinality, base_type, _present(read))


def base_value(element: Element) -> Nullable:
    """The single value that an element holds, of the base type that it names."""
    return _single(element, element.text, base_type_of(element) or BaseType.STRING)


def _mapping(element: Element | None) -> ValueMapping | None:
    if element is None:
        return None
    entries = (
        MapEntry(
            entry.get("map-key"),
            _needed_number(entry, "mapped-value"),
            flag(entry, "case-sensitive"),
        )
        for entry in element.all("map-entry")
    )
    return ValueMapping(tuple(entries), *_bounds(element))


def _area_mapping(element: Element | None) -> AreaMapping | None:
    if element is None:
        return None
    entries = ((area(entry), _needed_number(entry, "mapped-value")) for entry in element.all("area-map-entry"))
    return AreaMapping(tuple(entries), *_bounds(element))


def _needed_number(element: Element, attribute: str) -> float:
    needed(element, attribute)
    return number(element, attribute) or 0.0


def _bounds(element: Element) -> tuple[float, float | None, float | None]:
    return number(element, "default-value") or 0.0, number(element, "lower-bound"), number(element, "upper-bound")


def _lookup(element: Element, base_type: BaseType | None) -> LookupTable | None:
    table = element.first("match-table", "interpolation-table")
    if table is None or base_type is None:
        return None
    entries = tuple(
        (
            _needed_number(entry, "source-value"),
            value,
            flag(entry, "include-boundary", otherwise=True),
        )
        for entry in table.all("match-table-entry", "interpolation-table-entry")
        if (value := _single(entry, needed(entry, "target-value"), base_type))
    )
    default = _single(table, table.get("default-value"), base_type)
    return LookupTable(entries, table.name == "interpolation-table", default)


def _single(element: Element, text: str, base_type: BaseType) -> Nullable:
    return container(Cardinality.SINGLE, base_type, _present([scalar(element, text, base_type)]))


def _present(scalars: Iterable[Scalar | None]) -> Iterator[Scalar]:
    return (value for value in scalars if value is not None)
