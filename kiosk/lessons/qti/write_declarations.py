"""Declared variables as the elements of QTI 3."""

from collections.abc import Iterator

from kiosk.lessons.item import (
    AreaMapping,
    LookupTable,
    OutcomeDeclaration,
    ResponseDeclaration,
    TemplateDeclaration,
    ValueMapping,
)
from kiosk.lessons.qti.markup import Xml, tag, words
from kiosk.lessons.qti.write_interactions import area_attributes
from kiosk.lessons.values import Nullable, Scalar, write_scalar

type _Told = dict[str, Scalar | None]


def write_response(declaration: ResponseDeclaration) -> Xml:
    return tag(
        "qti-response-declaration",
        _kind(declaration),
        _values("qti-default-value", declaration.default),
        _values("qti-correct-response", declaration.correct),
        _mapping(declaration.mapping),
        _area_mapping(declaration.area_mapping),
    )


def write_outcome(declaration: OutcomeDeclaration) -> Xml:
    told = {
        **_kind(declaration),
        "normal-maximum": declaration.normal_maximum,
        "normal-minimum": declaration.normal_minimum,
        "mastery-value": declaration.mastery,
        "external-scored": "human" if declaration.external_scored else None,
    }
    default = _values("qti-default-value", declaration.default)
    return tag("qti-outcome-declaration", told, default, _lookup(declaration.lookup))


def write_template(declaration: TemplateDeclaration) -> Xml:
    told = {**_kind(declaration), "math-variable": declaration.is_math or None}
    return tag("qti-template-declaration", told, _values("qti-default-value", declaration.default))


def _kind(declaration: ResponseDeclaration | OutcomeDeclaration | TemplateDeclaration) -> _Told:
    return {
        "identifier": declaration.identifier,
        "cardinality": declaration.cardinality,
        "base-type": declaration.base_type,
    }


def _values(name: str, value: Nullable) -> Xml:
    if value is None:
        return ""
    items = [tag("qti-value", {}, words(write_scalar(item))) for item in value.items]
    fields = [
        tag("qti-value", {"field-identifier": key, "base-type": held.base_type}, words(write_scalar(held.items[0])))
        for key, held in (value.fields or {}).items()
        if held is not None
    ]
    return tag(name, {}, *items, *fields)


def _mapping(mapping: ValueMapping | None) -> Xml:
    if mapping is None:
        return ""
    entries = (
        tag(
            "qti-map-entry",
            {"map-key": entry.key, "mapped-value": entry.value, "case-sensitive": entry.case_sensitive},
        )
        for entry in mapping.entries
    )
    return tag("qti-mapping", _bounds(mapping), *entries)


def _area_mapping(mapping: AreaMapping | None) -> Xml:
    if mapping is None:
        return ""
    entries = (
        tag("qti-area-map-entry", area_attributes(area) | {"mapped-value": worth}) for area, worth in mapping.entries
    )
    return tag("qti-area-mapping", _bounds(mapping), *entries)


def _bounds(mapping: ValueMapping | AreaMapping) -> _Told:
    return {"default-value": mapping.default, "lower-bound": mapping.lower, "upper-bound": mapping.upper}


def _lookup(table: LookupTable | None) -> Xml:
    if table is None:
        return ""
    name = "qti-interpolation-table" if table.interpolates else "qti-match-table"
    default = write_scalar(table.default.items[0]) if table.default else None
    return tag(name, {"default-value": default}, *_lookup_entries(table, name))


def _lookup_entries(table: LookupTable, name: str) -> Iterator[Xml]:
    for source, target, includes in table.entries:
        told: _Told = {"source-value": source, "target-value": write_scalar(target.items[0])}
        if table.interpolates:
            told["include-boundary"] = includes
        yield tag(f"{name}-entry", told)
