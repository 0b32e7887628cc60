"""What a response is worth by its declaration's mapping, and which one is worth most."""

import unicodedata
from collections.abc import Iterable

from kiosk.lessons.areas import bounds, contains, corners, is_sound
from kiosk.lessons.interactions import Area, Response, Shape
from kiosk.lessons.item import AreaMapping, MapEntry, ValueMapping
from kiosk.lessons.operands import point, some
from kiosk.lessons.values import BaseType, Nullable, Scalar, key, read_scalar


def map_value(mapping: ValueMapping, value: Nullable) -> float:
    """QTI's mapResponse: the sum over the items ("multiple instances of the same value" are "counted once only").

    A blank is worth 0, within the bounds. Raises NoValueError for a record.
    """
    if value is None:
        return _bounded(mapping, 0.0)
    different = {key(value.base_type, item): item for item in some(value).items}
    return _bounded(mapping, sum(_worth(mapping, value.base_type, item) for item in different.values()))


def map_points(mapping: AreaMapping, value: Nullable) -> float:
    """QTI's mapResponsePoint: each area counts once, for the points that lie in it and in none before it.

    Raises NoValueError for a value that is no point.
    """
    if value is None:
        return _bounded(mapping, 0.0)
    hits = [_area_of(mapping, point(item)) for item in some(value).items]
    found = sum(mapping.entries[place][1] for place in {place for place in hits if place is not None})
    return _bounded(mapping, found + hits.count(None) * mapping.default)


def best_keys(mapping: ValueMapping, most: int) -> Response:
    """The `most` keys that are worth most, of those that are worth anything; all of them for 0."""
    worth = sorted((entry for entry in mapping.entries if entry.value > 0), key=lambda entry: -entry.value)
    return tuple(entry.key.strip() for entry in (worth[:most] if most else worth))


def best_points(mapping: AreaMapping, most: int) -> Response:
    """A point in each of the `most` areas that are worth most, of those that are worth anything; in all for 0."""
    worth = sorted((entry for entry in mapping.entries if entry[1] > 0), key=lambda entry: -entry[1])
    points = (_point_in(area) for area, _ in (worth[:most] if most else worth))
    return tuple(f"{place[0]} {place[1]}" for place in points if place)


def _bounded(mapping: ValueMapping | AreaMapping, worth: float) -> float:
    if mapping.lower is not None:
        worth = max(worth, mapping.lower)
    return float(worth if mapping.upper is None else min(worth, mapping.upper))


def _worth(mapping: ValueMapping, base_type: BaseType | None, item: Scalar) -> float:
    return next((entry.value for entry in mapping.entries if _is_key(entry, base_type, item)), mapping.default)


def _is_key(entry: MapEntry, base_type: BaseType | None, item: Scalar) -> bool:
    if base_type is None:
        return False
    if base_type is BaseType.STRING and not entry.case_sensitive:
        return _folded(str(item)) == _folded(entry.key)
    wanted = read_scalar(base_type, entry.key)
    return wanted is not None and key(base_type, item) == key(base_type, wanted)


def _folded(text: str) -> str:
    """A text without what does not matter where case does not: the width of letters, doubled and outer spaces."""
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).split())


def _area_of(mapping: AreaMapping, place: tuple[int, int]) -> int | None:
    areas = enumerate(area for area, _ in mapping.entries)
    return next((index for index, area in areas if is_sound(area) and contains(area, place)), None)


def _point_in(area: Area) -> tuple[int, int] | None:
    if area.shape is Shape.DEFAULT or not is_sound(area):
        return (0, 0) if area.shape is Shape.DEFAULT else None
    candidates: Iterable[tuple[float, float]] = (
        bounds(area).middle,
        *(corners(area) if area.shape is Shape.POLY else ()),
    )
    whole = ((round(x), round(y)) for x, y in candidates)
    return next((place for place in whole if contains(area, place)), None)
