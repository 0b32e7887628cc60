"""The interactions on a picture."""

from collections.abc import Iterator

from kiosk.lessons.interactions import (
    DrawingInteraction,
    GraphicAssociateInteraction,
    GraphicGapMatchInteraction,
    GraphicOrderInteraction,
    Hotspot,
    HotspotInteraction,
    Picture,
    PositionObjectInteraction,
    SelectPointInteraction,
)
from kiosk.lessons.qti.declarations import area, needed, scalar, whole
from kiosk.lessons.qti.pieces import choices_of, condition_of, distinct, label_of, names_of, prompt_of, usual_most
from kiosk.lessons.qti.reading import Reading
from kiosk.lessons.qti.xml import Element
from kiosk.lessons.values import BaseType

_NOWHERE = Picture("", 400, 300)


def read_stage(element: Element, reading: Reading) -> Iterator[PositionObjectInteraction]:
    """The objects to be put on a stage, each with a response of its own."""
    stage = _picture(element, reading)
    for inner in element.all("position-object-interaction"):
        centre = scalar(inner, inner.get("center-point"), BaseType.POINT)
        yield PositionObjectInteraction(
            needed(inner, "response-identifier"),
            stage,
            _picture(inner, reading),
            prompt_of(inner, reading) or prompt_of(element, reading),
            centre=(int(centre[0]), int(centre[1])) if isinstance(centre, tuple) else None,
            max_choices=whole(inner, "max-choices", 1),
            min_choices=whole(inner, "min-choices", 0),
        )


def hotspot(element: Element, reading: Reading) -> HotspotInteraction:
    response = needed(element, "response-identifier")
    return HotspotInteraction(
        response,
        _picture(element, reading),
        _hotspots(element, "hotspot-choice"),
        prompt_of(element, reading),
        max_choices=whole(element, "max-choices", usual_most(response, reading)),
        min_choices=whole(element, "min-choices", 0),
    )


def graphic_order(element: Element, reading: Reading) -> GraphicOrderInteraction:
    return GraphicOrderInteraction(
        needed(element, "response-identifier"),
        _picture(element, reading),
        _hotspots(element, "hotspot-choice"),
        prompt_of(element, reading),
        max_choices=whole(element, "max-choices", 0),
        min_choices=whole(element, "min-choices", 0),
    )


def graphic_associate(element: Element, reading: Reading) -> GraphicAssociateInteraction:
    response = needed(element, "response-identifier")
    return GraphicAssociateInteraction(
        response,
        _picture(element, reading),
        _hotspots(element, "associable-hotspot"),
        prompt_of(element, reading),
        max_associations=whole(element, "max-associations", usual_most(response, reading)),
        min_associations=whole(element, "min-associations", 0),
    )


def graphic_gap_match(element: Element, reading: Reading) -> GraphicGapMatchInteraction:
    return GraphicGapMatchInteraction(
        needed(element, "response-identifier"),
        _picture(element, reading),
        choices_of(element, reading, "gap-text", "gap-img"),
        _hotspots(element, "associable-hotspot"),
        prompt_of(element, reading),
        max_associations=whole(element, "max-associations", 0),
        min_associations=whole(element, "min-associations", 0),
    )


def select_point(element: Element, reading: Reading) -> SelectPointInteraction:
    response = needed(element, "response-identifier")
    return SelectPointInteraction(
        response,
        _picture(element, reading),
        prompt_of(element, reading),
        max_choices=whole(element, "max-choices", usual_most(response, reading)),
        min_choices=whole(element, "min-choices", 0),
    )


def drawing(element: Element, reading: Reading) -> DrawingInteraction:
    return DrawingInteraction(
        needed(element, "response-identifier"), _picture(element, reading), prompt_of(element, reading)
    )


def _hotspots(element: Element, name: str) -> tuple[Hotspot, ...]:
    spots = tuple(
        Hotspot(
            needed(spot, "identifier"),
            area(spot),
            label=label_of(spot) or spot.get("hotspot-label"),
            match_max=whole(spot, "match-max", 1),
            match_min=whole(spot, "match-min", 0),
            match_group=names_of(spot, "match-group"),
            condition=condition_of(spot),
        )
        for spot in element.all(name)
    )
    return distinct(element, spots)


def _picture(element: Element, reading: Reading) -> Picture:
    """The picture that an interaction is about, whichever way it is told."""
    chosen = element.first("object", "img", "picture")
    image = chosen.first("img") if chosen is not None and chosen.name == "picture" else chosen
    if image is None:
        reading.lose(element, element.name, "it has no picture in it")
        return _NOWHERE
    described = image.get("alt") or image.get("aria-label") or " ".join(image.text.split())
    address = image.get("data") or image.get("src")
    return reading.picture(image, address, described, keeps_place=True) or _NOWHERE
