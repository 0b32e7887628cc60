"""An item as a file of QTI 3.0, which other programs read too."""

from collections.abc import Iterable, Sequence

from kiosk.lessons.interactions import Html
from kiosk.lessons.item import (
    Block,
    Constraint,
    Exit,
    Expression,
    If,
    Item,
    LookupOutcome,
    ModalFeedback,
    Rubric,
    Rule,
    SetCorrect,
    SetDefault,
    SetVariable,
    Shown,
    Text,
)
from kiosk.lessons.processing_templates import standard_rules
from kiosk.lessons.qti.body import ALL_VIEWS
from kiosk.lessons.qti.markup import Xml, tag, when, words, xhtml
from kiosk.lessons.qti.portable import portable
from kiosk.lessons.qti.words import INLINE
from kiosk.lessons.qti.write_declarations import write_outcome, write_response, write_template
from kiosk.lessons.qti.write_interactions import write_interaction
from kiosk.lessons.values import Scalar, write_scalar

_HEAD = {
    "xmlns": "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
    " https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
}
_TEMPLATES = ("match_correct", "map_response", "map_response_point")
_TEMPLATE_ADDRESS = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/{}.xml"


def write_item(item: Item) -> bytes:
    """Write the item. `read_item` reads the same item back from it, once it is portable.

    The pictures, sounds and films are named as the item names them, so the file belongs at the package's root.
    """
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + _Writer(portable(item)).written().encode()


class _Writer:
    def __init__(self, item: Item) -> None:
        self._item = item
        self._inline = {interaction.response: interaction for interaction in item.inline}
        self._templates = {template.identifier for template in item.templates}

    def written(self) -> Xml:
        item = self._item
        told: dict[str, Scalar | None] = {
            **_HEAD,
            "identifier": item.identifier,
            "title": item.title,
            "adaptive": item.adaptive,
            "time-dependent": item.time_dependent,
            "xml:lang": item.language or None,
        }
        parts = [
            *(write_response(declaration) for declaration in item.responses),
            *(write_outcome(declaration) for declaration in item.outcomes),
            *(write_template(declaration) for declaration in item.templates),
            _rules("template", item.template_processing),
            tag("qti-item-body", {}, *self._blocks(item.blocks)),
            _response_processing(item.response_processing),
            *(self._modal(feedback) for feedback in item.feedback),
        ]
        return tag("qti-assessment-item", told, *("\n" + part for part in parts if part), "\n") + "\n"

    def _blocks(self, blocks: Iterable[Block]) -> list[Xml]:
        return [self._block(block) for block in blocks]

    def _block(self, block: Block) -> Xml:
        match block:
            case Text(html):
                return self._text(html)
            case Shown(condition, inner):
                kind = "template" if condition.variable in self._templates else "outcome"
                told = when(condition, f"{kind}-identifier")
                name = "qti-template-block" if kind == "template" else "qti-feedback-block"
                return tag(name, told, self._content(inner))
            case Rubric(views, inner, use):
                told = {"view": " ".join(sorted(views or ALL_VIEWS)), "use": use or None}
                return tag("qti-rubric-block", told, self._content(inner))
            case _:
                written = write_interaction(block)
                is_inline = written.startswith(tuple(f"<qti-{name}" for name in INLINE))
                return tag("p", {}, written) if is_inline else written

    def _content(self, blocks: Iterable[Block]) -> Xml:
        return tag("qti-content-body", {}, *self._blocks(blocks))

    def _text(self, html: Html) -> Xml:
        return xhtml(html, self._instead)

    def _instead(self, response: str) -> Xml:
        interaction = self._inline.get(response)
        return write_interaction(interaction) if interaction else ""

    def _modal(self, feedback: ModalFeedback) -> Xml:
        told = when(feedback.condition, "outcome-identifier") | {"title": feedback.title or None}
        return tag("qti-modal-feedback", told, tag("qti-content-body", {}, self._text(feedback.html)))


def _response_processing(rules: Sequence[Rule]) -> Xml:
    """The rules, by a standard template's name where they are one: some programs know only these."""
    for name in _TEMPLATES:
        if tuple(rules) == standard_rules(name):
            return tag("qti-response-processing", {"template": _TEMPLATE_ADDRESS.format(name)})
    return _rules("response", rules)


def _rules(kind: str, rules: Sequence[Rule]) -> Xml:
    return tag(f"qti-{kind}-processing", {}, *(_rule(kind, rule) for rule in rules)) if rules else ""


def _rule(kind: str, rule: Rule) -> Xml:
    match rule:
        case If(branches, otherwise):
            names = (f"qti-{kind}-if", *[f"qti-{kind}-else-if"] * len(branches))
            parts = [
                tag(name, {}, _expression(condition), *(_rule(kind, inner) for inner in rules))
                for name, (condition, rules) in zip(names, branches, strict=False)
            ]
            if otherwise:
                parts.append(tag(f"qti-{kind}-else", {}, *(_rule(kind, inner) for inner in otherwise)))
            return tag(f"qti-{kind}-condition", {}, *parts)
        case SetVariable(identifier, expression):
            name = "qti-set-template-value" if kind == "template" else "qti-set-outcome-value"
            return _set(name, identifier, expression)
        case SetCorrect(identifier, expression):
            return _set("qti-set-correct-response", identifier, expression)
        case SetDefault(identifier, expression):
            return _set("qti-set-default-value", identifier, expression)
        case LookupOutcome(identifier, expression):
            return _set("qti-lookup-outcome-value", identifier, expression)
        case Constraint(expression):
            return tag("qti-template-constraint", {}, _expression(expression))
        case Exit():
            return tag(f"qti-exit-{kind}", {})


def _set(name: str, identifier: str, expression: Expression) -> Xml:
    return tag(name, {"identifier": identifier}, _expression(expression))


def _expression(expression: Expression) -> Xml:
    inner = [_expression(operand) for operand in expression.operands]
    if expression.value is not None:
        inner = [words(write_scalar(item)) for item in expression.value.items]
    return tag(f"qti-{expression.operator}", dict(expression.attributes), *inner)
