"""QTI's interactions, read one by one. What a person sees of each is in `kiosk.lessons.interactions`."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from kiosk.lessons.interactions import (
    AssociateInteraction,
    Choice,
    ChoiceInteraction,
    EndAttemptInteraction,
    ExtendedTextInteraction,
    GapMatchInteraction,
    HottextInteraction,
    InlineChoiceInteraction,
    Interaction,
    MatchInteraction,
    MediaInteraction,
    OrderInteraction,
    SliderInteraction,
    TextEntryInteraction,
    UnsupportedInteraction,
    UploadInteraction,
)
from kiosk.lessons.qti import graphic
from kiosk.lessons.qti.declarations import flag, needed, number, whole
from kiosk.lessons.qti.pieces import (
    MOST_CHOICES,
    choice_of,
    choices_of,
    content_of,
    distinct,
    label_of,
    names_of,
    prompt_of,
    usual_most,
)
from kiosk.lessons.qti.reading import Reading, pixels
from kiosk.lessons.qti.words import html_of
from kiosk.lessons.qti.xml import Element
from kiosk.lessons.values import BaseType

_NUMERIC = frozenset({BaseType.INTEGER, BaseType.FLOAT})
_WIDTH = re.compile(r"qti-input-width-(\d{1,3})")
_LINES = re.compile(r"qti-height-lines-(\d{1,3})")


def read_interaction(element: Element, reading: Reading) -> Interaction:
    """Read one. What this program cannot run becomes its words and a sentence in the reading."""
    read = _KINDS.get(element.name, _unsupported)
    return read(element, reading)


def read_media(element: Element, reading: Reading, response: str) -> MediaInteraction:
    """A sound or film by its HTML or object element, with nothing yet said about its playing."""
    sources = [
        (name, source.get("type"))
        for source in (*element.all("source"), element)
        if (name := reading.file_name(source, source.get("src") or source.get("data")))
    ]
    there = [source for source in sources if reading.has(source[0])]
    if not there:
        named = ", ".join(name for name, _ in sources) or element.name
        reading.lose(element, named, "there is no such sound or film in the package")
    name, kind = (there or sources or [("", "")])[0]
    return MediaInteraction(
        response,
        name,
        kind or element.get("type") or f"{element.name}/*",
        width=pixels(element, "width") or 0,
        height=pixels(element, "height") or 0,
        description=element.get("aria-label") or element.get("title") or element.get("alt"),
    )


def _choice(element: Element, reading: Reading) -> ChoiceInteraction:
    response = needed(element, "response-identifier")
    return ChoiceInteraction(
        response,
        choices_of(element, reading, "simple-choice"),
        prompt_of(element, reading),
        max_choices=whole(element, "max-choices", usual_most(response, reading)),
        min_choices=whole(element, "min-choices", 0),
        shuffle=flag(element, "shuffle"),
        horizontal=_is_horizontal(element),
    )


def _inline_choice(element: Element, reading: Reading) -> InlineChoiceInteraction:
    return InlineChoiceInteraction(
        needed(element, "response-identifier"),
        choices_of(element, reading, "inline-choice"),
        shuffle=flag(element, "shuffle"),
        label=label_of(element),
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
        label=label_of(element),
    )


def _extended_text(element: Element, reading: Reading) -> ExtendedTextInteraction:
    return ExtendedTextInteraction(
        needed(element, "response-identifier"),
        prompt_of(element, reading),
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
        choices_of(element, reading, "simple-choice"),
        prompt_of(element, reading),
        shuffle=flag(element, "shuffle"),
        min_choices=whole(element, "min-choices", 0),
        max_choices=whole(element, "max-choices", 0),
        horizontal=_is_horizontal(element),
    )


def _match(element: Element, reading: Reading) -> MatchInteraction:
    response = needed(element, "response-identifier")
    sets = [choices_of(each, reading, "simple-associable-choice") for each in element.all("simple-match-set")]
    if len(sets) != 2:
        raise element.fault(f"match-interaction needs two simple-match-set, not {len(sets)}.")
    sources, targets = sets
    return MatchInteraction(
        response,
        sources,
        targets,
        prompt_of(element, reading),
        shuffle=flag(element, "shuffle"),
        max_associations=whole(element, "max-associations", usual_most(response, reading)),
        min_associations=whole(element, "min-associations", 0),
    )


def _associate(element: Element, reading: Reading) -> AssociateInteraction:
    response = needed(element, "response-identifier")
    return AssociateInteraction(
        response,
        choices_of(element, reading, "simple-associable-choice"),
        prompt_of(element, reading),
        shuffle=flag(element, "shuffle"),
        max_associations=whole(element, "max-associations", usual_most(response, reading)),
        min_associations=whole(element, "min-associations", 0),
    )


def _gap_match(element: Element, reading: Reading) -> GapMatchInteraction:
    gaps = [inner for inner in element.walk() if inner.name == "gap"]
    partners = {needed(gap, "identifier"): names_of(gap, "match-group") for gap in gaps}
    if len(partners) > MOST_CHOICES:
        raise element.fault(f"a text can have {MOST_CHOICES} gaps at the most.")
    choices = choices_of(element, reading, "gap-text", "gap-img")
    return GapMatchInteraction(
        needed(element, "response-identifier"),
        tuple(_within(choice, partners) for choice in choices),
        tuple(partners),
        content_of(element, reading, "gap-text", "gap-img"),
        prompt_of(element, reading),
        shuffle=flag(element, "shuffle"),
        max_associations=whole(element, "max-associations", 0),
        min_associations=whole(element, "min-associations", 0),
    )


def _hottext(element: Element, reading: Reading) -> HottextInteraction:
    response = needed(element, "response-identifier")
    hottexts = (inner for inner in element.walk() if inner.name == "hottext")
    return HottextInteraction(
        response,
        distinct(element, tuple(choice_of(hottext, reading) for hottext in hottexts)),
        content_of(element, reading),
        prompt_of(element, reading),
        max_choices=whole(element, "max-choices", usual_most(response, reading)),
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
        prompt_of(element, reading),
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
        prompt=prompt_of(element, reading),
        autostart=flag(element, "autostart"),
        min_plays=whole(element, "min-plays", 0),
        max_plays=whole(element, "max-plays", 0),
        loop=flag(element, "loop"),
    )


def _upload(element: Element, reading: Reading) -> UploadInteraction:
    kinds = tuple(element.get("type").replace(",", " ").split())
    return UploadInteraction(needed(element, "response-identifier"), prompt_of(element, reading), kinds)


def _end_attempt(element: Element, _reading: Reading) -> EndAttemptInteraction:
    return EndAttemptInteraction(needed(element, "response-identifier"), element.get("title") or "OK")


def _unsupported(element: Element, reading: Reading) -> UnsupportedInteraction:
    kind = element.name.replace("-", " ")
    reading.cannot(f"One task is a {kind}, a program of its own, which a lesson does not run.")
    markup = element.first("interaction-markup")
    words = [prompt_of(element, reading), html_of(markup, reading) if markup else ""]
    return UnsupportedInteraction(element.get("response-identifier"), element.name, "".join(words))


_KINDS: Mapping[str, Callable[[Element, Reading], Interaction]] = {
    "associate-interaction": _associate,
    "choice-interaction": _choice,
    "drawing-interaction": graphic.drawing,
    "end-attempt-interaction": _end_attempt,
    "extended-text-interaction": _extended_text,
    "gap-match-interaction": _gap_match,
    "graphic-associate-interaction": graphic.graphic_associate,
    "graphic-gap-match-interaction": graphic.graphic_gap_match,
    "graphic-order-interaction": graphic.graphic_order,
    "hotspot-interaction": graphic.hotspot,
    "hottext-interaction": _hottext,
    "inline-choice-interaction": _inline_choice,
    "match-interaction": _match,
    "media-interaction": _media,
    "order-interaction": _order,
    "select-point-interaction": graphic.select_point,
    "slider-interaction": _slider,
    "text-entry-interaction": _text_entry,
    "upload-interaction": _upload,
}


def _within(choice: Choice, partners: Mapping[str, tuple[str, ...]]) -> Choice:
    """The choice with the gaps that may take it, where the gaps say so as well."""
    own = choice.match_group or tuple(partners)
    may = tuple(gap for gap in own if not partners.get(gap) or choice.identifier in partners[gap])
    return choice if may == own else replace(choice, match_group=may)


def _in_class(element: Element, pattern: re.Pattern[str]) -> int:
    """A number that the shared vocabulary's class says, else 0."""
    found = pattern.search(element.get("class"))
    return int(found[1]) if found else 0


def _is_horizontal(element: Element) -> bool:
    return element.get("orientation") == "horizontal" or "qti-orientation-horizontal" in element.get("class").split()
