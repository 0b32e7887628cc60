"""Interactions as the elements of QTI 3."""

import re
from collections.abc import Iterable

from kiosk.lessons.interactions import (
    Area,
    AssociateInteraction,
    Choice,
    ChoiceInteraction,
    DrawingInteraction,
    EndAttemptInteraction,
    ExtendedTextInteraction,
    GapMatchInteraction,
    GraphicAssociateInteraction,
    GraphicGapMatchInteraction,
    GraphicOrderInteraction,
    Hotspot,
    HotspotInteraction,
    HottextInteraction,
    Html,
    InlineChoiceInteraction,
    Interaction,
    MatchInteraction,
    MediaInteraction,
    OrderInteraction,
    Picture,
    PositionObjectInteraction,
    SelectPointInteraction,
    SliderInteraction,
    TextEntryInteraction,
    UnsupportedInteraction,
    UploadInteraction,
)
from kiosk.lessons.qti.markup import Xml, tag, when, words, xhtml
from kiosk.lessons.values import Scalar, write_scalar

_PICTURE_ALONE = re.compile(r"<img\b[^<>]*>")

type _Told = dict[str, Scalar | None]


def write_interaction(interaction: Interaction) -> Xml:  # noqa: C901, PLR0912 - a case for each
    """The interaction's element with all that stands in it."""
    told: _Told = {"response-identifier": interaction.response, **_limits(interaction)}
    match interaction:
        case ChoiceInteraction():
            told["orientation"] = "horizontal" if interaction.horizontal else None
            inner = [_prompt(interaction.prompt), *_choices("qti-simple-choice", interaction.choices)]
            return tag("qti-choice-interaction", told, *inner)
        case OrderInteraction():
            told["orientation"] = "horizontal" if interaction.horizontal else None
            inner = [_prompt(interaction.prompt), *_choices("qti-simple-choice", interaction.choices)]
            return tag("qti-order-interaction", told, *inner)
        case InlineChoiceInteraction():
            told["aria-label"] = interaction.label or None
            return tag("qti-inline-choice-interaction", told, *_choices("qti-inline-choice", interaction.choices))
        case MatchInteraction():
            sets = [_partners(interaction.sources), _partners(interaction.targets)]
            inner = [_prompt(interaction.prompt), *(tag("qti-simple-match-set", {}, *each) for each in sets)]
            return tag("qti-match-interaction", told, *inner)
        case AssociateInteraction():
            inner = [_prompt(interaction.prompt), *_partners(interaction.choices)]
            return tag("qti-associate-interaction", told, *inner)
        case GapMatchInteraction():
            inner = [_prompt(interaction.prompt), *_for_gaps(interaction.choices), xhtml(interaction.content)]
            return tag("qti-gap-match-interaction", told, *inner)
        case HottextInteraction():
            conditions = {choice.identifier: choice.condition for choice in interaction.choices}
            inner = [_prompt(interaction.prompt), xhtml(interaction.content, hottexts=conditions)]
            return tag("qti-hottext-interaction", told, *inner)
        case TextEntryInteraction() | ExtendedTextInteraction():
            return _text(interaction, told)
        case SliderInteraction():
            return _slider(interaction, told)
        case MediaInteraction():
            return _media(interaction, told)
        case UploadInteraction():
            told["type"] = " ".join(interaction.media_types) or None
            return tag("qti-upload-interaction", told, _prompt(interaction.prompt))
        case EndAttemptInteraction():
            return tag("qti-end-attempt-interaction", told | {"title": interaction.title})
        case UnsupportedInteraction():
            return tag(f"qti-{interaction.name}", told, tag("qti-interaction-markup", {}, xhtml(interaction.content)))
        case _:
            return _graphic(interaction, told)


type _Graphic = (
    DrawingInteraction
    | GraphicAssociateInteraction
    | GraphicGapMatchInteraction
    | GraphicOrderInteraction
    | HotspotInteraction
    | PositionObjectInteraction
    | SelectPointInteraction
)


def _graphic(interaction: _Graphic, told: _Told) -> Xml:
    """An interaction on a picture."""
    prompt = _prompt(interaction.prompt)
    match interaction:
        case HotspotInteraction(picture=picture, hotspots=hotspots):
            inner = [prompt, _picture(picture), *_hotspots("qti-hotspot-choice", hotspots)]
            return tag("qti-hotspot-interaction", told, *inner)
        case GraphicOrderInteraction(picture=picture, hotspots=hotspots):
            inner = [prompt, _picture(picture), *_hotspots("qti-hotspot-choice", hotspots)]
            return tag("qti-graphic-order-interaction", told, *inner)
        case GraphicAssociateInteraction(picture=picture, hotspots=hotspots):
            inner = [prompt, _picture(picture), *_hotspots("qti-associable-hotspot", hotspots)]
            return tag("qti-graphic-associate-interaction", told, *inner)
        case GraphicGapMatchInteraction(picture=picture, choices=choices, hotspots=hotspots):
            spots = _hotspots("qti-associable-hotspot", hotspots)
            return tag(
                "qti-graphic-gap-match-interaction", told, prompt, _picture(picture), *_for_gaps(choices), *spots
            )
        case SelectPointInteraction(picture=picture):
            return tag("qti-select-point-interaction", told, prompt, _picture(picture))
        case DrawingInteraction(picture=picture):
            return tag("qti-drawing-interaction", told, prompt, _picture(picture))
        case PositionObjectInteraction(stage=stage, object=placed, centre=centre):
            told["center-point"] = centre
            inner = [prompt, _object(placed)]
            return tag(
                "qti-position-object-stage", {}, _object(stage), tag("qti-position-object-interaction", told, *inner)
            )


_IMAGE_TYPES = {"jpg": "jpeg", "svg": "svg+xml"}
"""By a file's ending, where that is not the type's own name."""

_LIMITS = (
    "max_choices",
    "min_choices",
    "max_associations",
    "min_associations",
    "max_strings",
    "min_strings",
    "max_plays",
    "min_plays",
    "shuffle",
)


def _limits(interaction: Interaction) -> _Told:
    """What the interaction says with the words that QTI has for it."""
    there = [name for name in _LIMITS if hasattr(interaction, name)]
    return {name.replace("_", "-"): getattr(interaction, name) for name in there}


def _text(interaction: TextEntryInteraction | ExtendedTextInteraction, told: _Told) -> Xml:
    told |= {
        "expected-length": interaction.expected_length or None,
        "pattern-mask": interaction.pattern or None,
        "placeholder-text": interaction.placeholder or None,
    }
    if isinstance(interaction, TextEntryInteraction):
        return tag("qti-text-entry-interaction", told | {"aria-label": interaction.label or None})
    told["expected-lines"] = interaction.expected_lines or None
    return tag("qti-extended-text-interaction", told, _prompt(interaction.prompt))


def _slider(interaction: SliderInteraction, told: _Told) -> Xml:
    told |= {
        "lower-bound": interaction.low,
        "upper-bound": interaction.high,
        "step": interaction.step,
        "step-label": interaction.step_label,
        "orientation": "vertical" if interaction.vertical else "horizontal",
        "reverse": interaction.reverse,
    }
    return tag("qti-slider-interaction", told, _prompt(interaction.prompt))


def _media(interaction: MediaInteraction, told: _Told) -> Xml:
    kind = interaction.media_type
    name = kind.partition("/")[0]
    source = tag("source", {"src": interaction.source, "type": None if kind.endswith("/*") else kind})
    size: _Told = {"width": interaction.width or None, "height": interaction.height or None}
    player = tag(
        name if name in {"audio", "video"} else "video", size | {"aria-label": interaction.description or None}, source
    )
    played: _Told = {"autostart": interaction.autostart, "loop": interaction.loop}
    return tag("qti-media-interaction", told | played, _prompt(interaction.prompt), player)


def _prompt(html: Html) -> Xml:
    return tag("qti-prompt", {}, xhtml(html)) if html else ""


def _choices(name: str, choices: Iterable[Choice]) -> list[Xml]:
    return [tag(name, _choice(choice) | {"fixed": choice.fixed}, xhtml(choice.content)) for choice in choices]


def _partners(choices: Iterable[Choice]) -> list[Xml]:
    return [
        tag("qti-simple-associable-choice", _choice(each) | {"fixed": each.fixed} | _matches(each), xhtml(each.content))
        for each in choices
    ]


def _for_gaps(choices: Iterable[Choice]) -> list[Xml]:
    return [
        tag(
            "qti-gap-img" if _PICTURE_ALONE.fullmatch(choice.content) else "qti-gap-text",
            _choice(choice) | _matches(choice),
            xhtml(choice.content),
        )
        for choice in choices
    ]


def _choice(choice: Choice) -> _Told:
    return when(choice.condition, "template-identifier") | {"identifier": choice.identifier}


def _matches(choice: Choice | Hotspot) -> _Told:
    group = " ".join(choice.match_group) or None
    return {"match-max": choice.match_max, "match-min": choice.match_min or None, "match-group": group}


def _hotspots(name: str, hotspots: Iterable[Hotspot]) -> list[Xml]:
    return [
        tag(
            name,
            when(spot.condition, "template-identifier")
            | {"identifier": spot.identifier}
            | area_attributes(spot.area)
            | {"aria-label": spot.label or None}
            | (_matches(spot) if name == "qti-associable-hotspot" else {}),
        )
        for spot in hotspots
    ]


def area_attributes(area: Area) -> _Told:
    """The attributes of an area."""
    return {"shape": area.shape, "coords": ",".join(map(write_scalar, area.coords)) or None}


def _picture(picture: Picture) -> Xml:
    told: _Told = {"src": picture.source, "alt": picture.description, "width": picture.width, "height": picture.height}
    return tag("img", told)


def _object(picture: Picture) -> Xml:
    """The picture as HTML's object: what other programs look for on a stage."""
    kind = picture.source.rpartition(".")[2].lower()
    told: _Told = {
        "data": picture.source,
        "type": f"image/{_IMAGE_TYPES.get(kind, kind)}",
        "width": picture.width,
        "height": picture.height,
    }
    return tag("object", told, words(picture.description))
