"""QTI's interactions, read one by one. What a person sees of each is in `kiosk.lessons.interactions`."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from kiosk.lessons.interactions import (
    AssociateInteraction,
    Choice,
    ChoiceInteraction,
    Condition,
    DrawingInteraction,
    EndAttemptInteraction,
    ExtendedTextInteraction,
    GapMatchInteraction,
    GraphicAssociateInteraction,
    GraphicGapMatchInteraction,
    GraphicOrderInteraction,
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
from kiosk.lessons.interactions import Hotspot as Spot
from kiosk.lessons.qti.declarations import area, flag, needed, number, whole
from kiosk.lessons.qti.reading import Reading
from kiosk.lessons.qti.words import condition, html_of
from kiosk.lessons.qti.xml import Element
from kiosk.lessons.values import BaseType, Cardinality

_NUMERIC = frozenset({BaseType.INTEGER, BaseType.FLOAT})
_WIDTH = re.compile(r"qti-input-width-(\d+)")
_LINES = re.compile(r"qti-height-lines-(\d+)")
_NOWHERE = Picture("", 400, 300)


def read_interaction(element: Element, reading: Reading) -> Interaction:
    """Read one. What this program cannot run becomes its words and a sentence in the reading."""
    read = _KINDS.get(element.name, _unsupported)
    return read(element, reading)


def read_media(element: Element, reading: Reading, response: str) -> MediaInteraction:
    """A sound or film by its HTML or object element, with nothing yet said about its playing."""
    sources = [*element.all("source"), element]
    addresses = [address for source in sources if (address := source.get("src") or source.get("data"))]
    names = [name for address in addresses if (name := reading.file_name(element, address))]
    there = [name for name in names if reading.files(name) is not None]
    if not there:
        reading.lose(element, ", ".join(addresses) or element.name, "there is no such sound or film in the package")
    kind = element.get("type") or next((source.get("type") for source in sources), "") or element.name
    return MediaInteraction(
        response,
        (there or names or [""])[0],
        kind if "/" in kind else f"{kind}/*",
        width=whole(element, "width", 0) if element.get("width").isdecimal() else 0,
        height=whole(element, "height", 0) if element.get("height").isdecimal() else 0,
        description=element.get("aria-label") or element.get("title") or element.get("alt"),
    )


def read_stage(element: Element, reading: Reading) -> Iterator[PositionObjectInteraction]:
    """The objects to be put on a stage, each with a response of its own."""
    stage = _picture(element, reading)
    for inner in element.all("position-object-interaction"):
        x, y = (int(part) if part.isdecimal() else None for part in (*inner.get("center-point").split(), "", "")[:2])
        yield PositionObjectInteraction(
            needed(inner, "response-identifier"),
            stage,
            _picture(inner, reading),
            _prompt(inner, reading) or _prompt(element, reading),
            centre=(x, y) if x is not None and y is not None else None,
            max_choices=whole(inner, "max-choices", 1),
            min_choices=whole(inner, "min-choices", 0),
        )


def _choice(element: Element, reading: Reading) -> ChoiceInteraction:
    response = needed(element, "response-identifier")
    return ChoiceInteraction(
        response,
        _choices(element, reading, "simple-choice"),
        _prompt(element, reading),
        max_choices=whole(element, "max-choices", _usual_most(response, reading)),
        min_choices=whole(element, "min-choices", 0),
        shuffle=flag(element, "shuffle"),
    )


def _inline_choice(element: Element, reading: Reading) -> InlineChoiceInteraction:
    return InlineChoiceInteraction(
        needed(element, "response-identifier"),
        _choices(element, reading, "inline-choice"),
        shuffle=flag(element, "shuffle"),
        label=_label(element),
    )


def _text_entry(element: Element, reading: Reading) -> TextEntryInteraction:
    response = needed(element, "response-identifier")
    declared = reading.responses.get(response)
    return TextEntryInteraction(
        response,
        numeric=declared is not None and declared.base_type in _NUMERIC,
        expected_length=whole(element, "expected-length", 0) or _in_class(element, _WIDTH),
        placeholder=element.get("placeholder-text"),
        pattern=element.get("pattern-mask"),
        label=_label(element),
    )


def _extended_text(element: Element, reading: Reading) -> ExtendedTextInteraction:
    return ExtendedTextInteraction(
        needed(element, "response-identifier"),
        _prompt(element, reading),
        expected_lines=whole(element, "expected-lines", 0) or _in_class(element, _LINES),
        expected_length=whole(element, "expected-length", 0),
        max_strings=whole(element, "max-strings", 1),
        min_strings=whole(element, "min-strings", 0),
        placeholder=element.get("placeholder-text"),
        pattern=element.get("pattern-mask"),
    )


def _order(element: Element, reading: Reading) -> OrderInteraction:
    return OrderInteraction(
        needed(element, "response-identifier"),
        _choices(element, reading, "simple-choice"),
        _prompt(element, reading),
        shuffle=flag(element, "shuffle"),
        min_choices=whole(element, "min-choices", 0),
        max_choices=whole(element, "max-choices", 0),
        horizontal=_is_horizontal(element),
    )


def _match(element: Element, reading: Reading) -> MatchInteraction:
    response = needed(element, "response-identifier")
    sets = [_choices(each, reading, "simple-associable-choice") for each in element.all("simple-match-set")]
    if len(sets) != 2:
        raise element.fault(f"match-interaction needs two simple-match-set, not {len(sets)}.")
    sources, targets = sets
    return MatchInteraction(
        response,
        sources,
        targets,
        _prompt(element, reading),
        shuffle=flag(element, "shuffle"),
        max_associations=whole(element, "max-associations", _usual_most(response, reading)),
        min_associations=whole(element, "min-associations", 0),
    )


def _associate(element: Element, reading: Reading) -> AssociateInteraction:
    response = needed(element, "response-identifier")
    return AssociateInteraction(
        response,
        _choices(element, reading, "simple-associable-choice"),
        _prompt(element, reading),
        shuffle=flag(element, "shuffle"),
        max_associations=whole(element, "max-associations", _usual_most(response, reading)),
        min_associations=whole(element, "min-associations", 0),
    )


def _gap_match(element: Element, reading: Reading) -> GapMatchInteraction:
    gaps = [inner for inner in element.walk() if inner.name == "gap"]
    partners = {needed(gap, "identifier"): _names(gap, "match-group") for gap in gaps}
    choices = _choices(element, reading, "gap-text", "gap-img")
    return GapMatchInteraction(
        needed(element, "response-identifier"),
        tuple(_within(choice, partners) for choice in choices),
        tuple(partners),
        _content(element, reading, "gap-text", "gap-img"),
        _prompt(element, reading),
        shuffle=flag(element, "shuffle"),
        max_associations=whole(element, "max-associations", 0),
        min_associations=whole(element, "min-associations", 0),
    )


def _hottext(element: Element, reading: Reading) -> HottextInteraction:
    response = needed(element, "response-identifier")
    hottexts = (inner for inner in element.walk() if inner.name == "hottext")
    return HottextInteraction(
        response,
        tuple(_one_choice(hottext, reading) for hottext in hottexts),
        _content(element, reading),
        _prompt(element, reading),
        max_choices=whole(element, "max-choices", _usual_most(response, reading)),
        min_choices=whole(element, "min-choices", 0),
    )


def _hotspot(element: Element, reading: Reading) -> HotspotInteraction:
    response = needed(element, "response-identifier")
    return HotspotInteraction(
        response,
        _picture(element, reading),
        _hotspots(element, "hotspot-choice"),
        _prompt(element, reading),
        max_choices=whole(element, "max-choices", _usual_most(response, reading)),
        min_choices=whole(element, "min-choices", 0),
    )


def _graphic_order(element: Element, reading: Reading) -> GraphicOrderInteraction:
    return GraphicOrderInteraction(
        needed(element, "response-identifier"),
        _picture(element, reading),
        _hotspots(element, "hotspot-choice"),
        _prompt(element, reading),
        max_choices=whole(element, "max-choices", 0),
        min_choices=whole(element, "min-choices", 0),
    )


def _graphic_associate(element: Element, reading: Reading) -> GraphicAssociateInteraction:
    response = needed(element, "response-identifier")
    return GraphicAssociateInteraction(
        response,
        _picture(element, reading),
        _hotspots(element, "associable-hotspot"),
        _prompt(element, reading),
        max_associations=whole(element, "max-associations", _usual_most(response, reading)),
        min_associations=whole(element, "min-associations", 0),
    )


def _graphic_gap_match(element: Element, reading: Reading) -> GraphicGapMatchInteraction:
    return GraphicGapMatchInteraction(
        needed(element, "response-identifier"),
        _picture(element, reading),
        _choices(element, reading, "gap-text", "gap-img"),
        _hotspots(element, "associable-hotspot"),
        _prompt(element, reading),
        max_associations=whole(element, "max-associations", 0),
        min_associations=whole(element, "min-associations", 0),
    )


def _select_point(element: Element, reading: Reading) -> SelectPointInteraction:
    response = needed(element, "response-identifier")
    return SelectPointInteraction(
        response,
        _picture(element, reading),
        _prompt(element, reading),
        max_choices=whole(element, "max-choices", _usual_most(response, reading)),
        min_choices=whole(element, "min-choices", 0),
    )


def _slider(element: Element, reading: Reading) -> SliderInteraction:
    response = needed(element, "response-identifier")
    low, high = number(element, "lower-bound"), number(element, "upper-bound")
    if low is None or high is None or not low < high:
        raise element.fault("slider-interaction needs a lower-bound below its upper-bound.")
    declared = reading.responses.get(response)
    return SliderInteraction(
        response,
        low,
        high,
        _prompt(element, reading),
        step=number(element, "step") or 1,
        whole=declared is None or declared.base_type is not BaseType.FLOAT,
        step_label=flag(element, "step-label"),
        vertical=element.get("orientation") == "vertical" or "qti-orientation-vertical" in element.get("class"),
        reverse=flag(element, "reverse"),
    )


def _media(element: Element, reading: Reading) -> MediaInteraction:
    inner = element.first("audio", "video", "object")
    if inner is None:
        raise element.fault("media-interaction needs an audio, video or object in it.")
    media = read_media(inner, reading, needed(element, "response-identifier"))
    return replace(
        media,
        description=media.description or element.get("aria-label") or element.get("label"),
        prompt=_prompt(element, reading),
        autostart=flag(element, "autostart"),
        min_plays=whole(element, "min-plays", 0),
        max_plays=whole(element, "max-plays", 0),
        loop=flag(element, "loop"),
    )


def _upload(element: Element, reading: Reading) -> UploadInteraction:
    kinds = tuple(element.get("type").replace(",", " ").split())
    return UploadInteraction(needed(element, "response-identifier"), _prompt(element, reading), kinds)


def _drawing(element: Element, reading: Reading) -> DrawingInteraction:
    return DrawingInteraction(
        needed(element, "response-identifier"), _picture(element, reading), _prompt(element, reading)
    )


def _end_attempt(element: Element, _reading: Reading) -> EndAttemptInteraction:
    return EndAttemptInteraction(needed(element, "response-identifier"), element.get("title") or "OK")


def _unsupported(element: Element, reading: Reading) -> UnsupportedInteraction:
    name = element.name.removesuffix("-interaction").replace("-", " ")
    kind = element.get("custom-interaction-type-identifier")
    reading.cannot(f"The task “{kind or name}” is a program of its own ({element.name}), which a lesson does not run.")
    markup = element.first("interaction-markup")
    words = [_prompt(element, reading), html_of(markup, reading) if markup else ""]
    return UnsupportedInteraction(element.get("response-identifier"), element.name, "".join(words))


_KINDS: Mapping[str, Callable[[Element, Reading], Interaction]] = {
    "associate-interaction": _associate,
    "choice-interaction": _choice,
    "drawing-interaction": _drawing,
    "end-attempt-interaction": _end_attempt,
    "extended-text-interaction": _extended_text,
    "gap-match-interaction": _gap_match,
    "graphic-associate-interaction": _graphic_associate,
    "graphic-gap-match-interaction": _graphic_gap_match,
    "graphic-order-interaction": _graphic_order,
    "hotspot-interaction": _hotspot,
    "hottext-interaction": _hottext,
    "inline-choice-interaction": _inline_choice,
    "match-interaction": _match,
    "media-interaction": _media,
    "order-interaction": _order,
    "select-point-interaction": _select_point,
    "slider-interaction": _slider,
    "text-entry-interaction": _text_entry,
    "upload-interaction": _upload,
}


def _prompt(element: Element, reading: Reading) -> Html:
    prompt = element.first("prompt")
    return html_of(prompt, reading) if prompt else ""


def _content(element: Element, reading: Reading, *but: str) -> Html:
    """What stands in an interaction between its prompt and its choices."""
    kept = [child for child in element.children if isinstance(child, str) or child.name not in but]
    return html_of(replace(element, children=kept), reading)


def _choices(element: Element, reading: Reading, *names: str) -> tuple[Choice, ...]:
    return tuple(_one_choice(choice, reading) for choice in element.all(*names))


def _one_choice(element: Element, reading: Reading) -> Choice:
    return Choice(
        needed(element, "identifier"),
        html_of(element, reading) or element.get("object-label") or element.get("aria-label"),
        fixed=flag(element, "fixed"),
        match_max=whole(element, "match-max", 1),
        match_min=whole(element, "match-min", 0),
        match_group=_names(element, "match-group"),
        condition=_template_condition(element),
    )


def _hotspots(element: Element, name: str) -> tuple[Spot, ...]:
    return tuple(
        Spot(
            needed(spot, "identifier"),
            area(spot),
            label=_label(spot) or spot.get("hotspot-label"),
            match_max=whole(spot, "match-max", 1),
            match_min=whole(spot, "match-min", 0),
            match_group=_names(spot, "match-group"),
            condition=_template_condition(spot),
        )
        for spot in element.all(name)
    )


def _within(choice: Choice, partners: Mapping[str, tuple[str, ...]]) -> Choice:
    """The choice with the gaps that may take it, where the gaps say so as well."""
    own = choice.match_group or tuple(partners)
    may = tuple(gap for gap in own if not partners.get(gap) or choice.identifier in partners[gap])
    return choice if may == own else replace(choice, match_group=may)


def _template_condition(element: Element) -> Condition | None:
    return condition(element, "template-identifier") if element.get("template-identifier") else None


def _picture(element: Element, reading: Reading) -> Picture:
    """The picture that an interaction is about, whichever way it is told."""
    chosen = element.first("object", "img", "picture")
    image = chosen.first("img") if chosen is not None and chosen.name == "picture" else chosen
    if image is None:
        reading.lose(element, element.name, "it has no picture in it")
        return _NOWHERE
    described = image.get("alt") or image.get("aria-label") or " ".join(image.text.split())
    return reading.picture(image, image.get("data") or image.get("src"), described) or _NOWHERE


def _usual_most(response: str, reading: Reading) -> int:
    """How many may be given where the file does not say: one, or any number where several can be kept."""
    declared = reading.responses.get(response)
    return 1 if declared is None or declared.cardinality is Cardinality.SINGLE else 0


def _names(element: Element, attribute: str) -> tuple[str, ...]:
    return tuple(element.get(attribute).split())


def _label(element: Element) -> str:
    label = element.first("label")
    return element.get("aria-label") or (" ".join(label.text.split()) if label else "")


def _in_class(element: Element, pattern: re.Pattern[str]) -> int:
    """A number that the shared vocabulary's class says, else 0."""
    found = pattern.search(element.get("class"))
    return int(found[1]) if found else 0


def _is_horizontal(element: Element) -> bool:
    return element.get("orientation") == "horizontal" or "qti-orientation-horizontal" in element.get("class").split()
