"""A QTI assessment item, of any version from 2.0 to 3.0, as an `Item`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kiosk.lessons.item import Block, Item, ModalFeedback, OutcomeDeclaration, Rule
from kiosk.lessons.processing import settings
from kiosk.lessons.processing_templates import standard_rules
from kiosk.lessons.qti.body import Parts, read_blocks
from kiosk.lessons.qti.declarations import (
    flag,
    needed,
    outcome_declaration,
    response_declaration,
    template_declaration,
)
from kiosk.lessons.qti.expressions import read_rules
from kiosk.lessons.qti.reading import Files, Loss, Reading, no_files
from kiosk.lessons.qti.words import condition, html_of
from kiosk.lessons.qti.xml import LARGEST_ITEM, Element, parse_xml
from kiosk.lessons.values import BaseType, Cardinality

_INCLUDE = "xi:include"
_SCORE = OutcomeDeclaration("SCORE", Cardinality.SINGLE, BaseType.FLOAT)


@dataclass(frozen=True, slots=True)
class ReadItem:
    """An item, and what of its file is not in it."""

    item: Item
    losses: tuple[Loss, ...] = ()


def read_item(data: bytes, name: str, files: Files = no_files) -> ReadItem:
    """Read an item's file. `name` is its own from the package's root; what it refers to is read with `files`.

    The item's pictures, sounds and films are named from the package's root. Raises LessonError, with file and line, for
    what is no item of QTI.
    """
    root = parse_xml(data, name, LARGEST_ITEM)
    if root.name != "assessment-item":
        raise root.fault(f"this is <{root.name}>, not an assessment item of QTI 2 or 3.")
    return read_item_element(root, files)


def read_item_element(root: Element, files: Files) -> ReadItem:
    """Read an assessment-item element, as `read_item` does."""
    reading = Reading(files)
    root = _with_included(root, reading)
    responses = tuple(response_declaration(each) for each in root.all("response-declaration"))
    outcomes = tuple(outcome_declaration(each) for each in root.all("outcome-declaration"))
    reading.responses.update({response.identifier: response for response in responses})
    for each in root.all(*_LEFT_OUT):
        reading.lose(each, each.get("href") or each.name, _LEFT_OUT[each.name])
    parts = Parts()
    blocks = _body(root, reading, parts)
    rules = _response_processing(root, reading)
    if any(True for _ in settings(rules, "SCORE")) and all(outcome.identifier != "SCORE" for outcome in outcomes):
        outcomes += (_SCORE,)
    template_processing = root.first("template-processing")
    item = Item(
        identifier=needed(root, "identifier"),
        title=root.get("title"),
        blocks=blocks,
        inline=tuple(parts.inline),
        responses=(*responses, *parts.media),
        outcomes=outcomes,
        templates=tuple(template_declaration(each) for each in root.all("template-declaration")),
        template_processing=read_rules(template_processing.elements, reading) if template_processing else (),
        response_processing=rules,
        feedback=tuple(_modal(each, reading) for each in root.all("modal-feedback")),
        adaptive=flag(root, "adaptive"),
        time_dependent=flag(root, "time-dependent"),
        language=root.get("xml:lang"),
        unsupported=reading.unsupported,
    )
    return ReadItem(item, tuple(reading.losses))


_LEFT_OUT = {
    "stylesheet": "lessons are shown in their own look",
    "companion-materials-info": "calculators, rulers and the like are not shown",
    "context-declaration": "what is going on around an item is not told to it",
}


def _body(root: Element, reading: Reading, parts: Parts) -> tuple[Block, ...]:
    """The body, with the stimulus that it shares with other items where it says so, else before it."""
    body = root.first("item-body")
    if body is None:
        return ()  # QTI asks for none: an item may do nothing but compute
    for reference in root.all("assessment-stimulus-ref"):
        stimulus = reading.included(reference, needed(reference, "href"))
        inner = stimulus.first("stimulus-body") if stimulus else None
        if inner is None:
            continue
        place = next((each for each in body.walk() if _is_place_of(each, reference.get("identifier"))), None)
        if place is None:
            body.children[:0] = inner.children
        else:
            place.children[:] = inner.children
    return read_blocks(body, reading, parts)


def _is_place_of(element: Element, stimulus: str) -> bool:
    return bool(stimulus) and element.get("data-stimulus-idref") == stimulus


def _response_processing(root: Element, reading: Reading) -> tuple[Rule, ...]:
    """The rules, written out or by a template's name. A template that comes with the package is read from there."""
    processing = root.first("response-processing")
    if processing is None:
        return ()
    rules = read_rules(processing.elements, reading)
    addresses = [address for key in ("template-location", "template") if (address := processing.get(key))]
    if rules or not addresses:
        return rules
    for address in addresses:
        name = reading.file_name(processing, address)
        data = reading.files(name) if name else None
        if name and data is not None:
            return read_rules(parse_xml(data, name).elements, reading)
        known = standard_rules(address)
        if known is not None:
            return _as_meant(known, processing, reading)
    reading.cannot(f"The score needs the response processing template {addresses[-1]}, which is not known.")
    return ()


def _as_meant(rules: tuple[Rule, ...], processing: Element, reading: Reading) -> tuple[Rule, ...]:
    """The template's rules; those of the correct response where a mapping is asked for that was never written."""
    declared = reading.responses.get("RESPONSE")
    if rules != standard_rules("map_response") or declared is None or declared.mapping or not declared.correct:
        return rules
    reading.lose(processing, "map_response", "RESPONSE has no mapping, so its correct response earns 1")
    return standard_rules("match_correct") or ()


def _modal(element: Element, reading: Reading) -> ModalFeedback:
    return ModalFeedback(condition(element, "outcome-identifier"), html_of(element, reading), element.get("title"))


def _with_included(element: Element, reading: Reading) -> Element:
    """The element with the files that `xi:include` names in their places, but nothing that those include."""
    if all(inner.name != _INCLUDE for inner in element.walk()):
        return element
    return replace(element, children=[child for each in element.children for child in _instead(each, reading)])


def _instead(child: Element | str, reading: Reading) -> Iterator[Element | str]:
    if isinstance(child, str):
        yield child
    elif child.name != _INCLUDE:
        yield _with_included(child, reading)
    elif (included := reading.included(child, child.get("href"))) is not None:
        yield included
