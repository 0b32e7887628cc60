"""Assessment tests of QTI 2.0 to 3.0, with the items and sections that they refer to, read into values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from kiosk.errors import LessonError
from kiosk.lessons.assessment.model import (
    Access,
    Assessment,
    BranchRule,
    Control,
    Feedback,
    ItemRef,
    Navigation,
    Part,
    Section,
    Selection,
    Submission,
    TimeLimits,
)
from kiosk.lessons.item import Block, Expression, Item, Rubric
from kiosk.lessons.qti.declarations import flag, needed, number, outcome_declaration, whole
from kiosk.lessons.qti.expressions import read_expression, read_rules
from kiosk.lessons.qti.flow import Flow, Room
from kiosk.lessons.qti.item import read_item
from kiosk.lessons.qti.reading import Files, Loss, Reading
from kiosk.lessons.qti.words import Words, condition, html_of
from kiosk.lessons.qti.xml import Element, parse_xml

MOST_NAMES = 2000
"""Items, sections and parts."""
DEEPEST = 20
"""Sections within one another, in the files that they are read from too."""

_PARTS_OF_A_SECTION = frozenset({"assessment-item-ref", "assessment-section", "assessment-section-ref"})


@dataclass(frozen=True, slots=True)
class ReadAssessment:
    """A test, and what of its files is not in it; `item_losses` are by the name of the item's file."""

    assessment: Assessment
    losses: tuple[Loss, ...] = ()
    item_losses: Mapping[str, tuple[Loss, ...]] = field(default_factory=dict)


def read_assessment(data: bytes, name: str, files: Files) -> ReadAssessment:
    """Read a test's file. `name` is its own from the package's root; what it refers to is read with `files`.

    An item that is missing or cannot be read is a loss. Raises LessonError, with file and line, for what is no test of
    QTI, and for one that is left without an item.
    """
    root = parse_xml(data, name)
    if root.name != "assessment-test":
        raise root.fault(f"this is <{root.name}>, not a test of QTI 2 or 3.")
    return _Reader(Reading(files)).assessment(root)


@dataclass(slots=True)
class _Reader:
    reading: Reading
    items: dict[str, Item] = field(default_factory=dict)
    item_losses: dict[str, tuple[Loss, ...]] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    """Where each item, section and part stands, by identifier."""

    def assessment(self, root: Element) -> ReadAssessment:
        self._lose(root)
        parts = tuple(part for each in root.all("test-part") if (part := self._part(each)).sections)
        if not parts:
            raise root.fault("this test has no item that can be read.")
        processing = root.first("outcome-processing")
        assessment = Assessment(
            identifier=needed(root, "identifier"),
            title=root.get("title"),
            parts=parts,
            rubrics=self._rubrics(root),
            outcomes=tuple(outcome_declaration(each) for each in root.all("outcome-declaration")),
            outcome_processing=read_rules(processing.elements, self.reading) if processing else (),
            feedback=self._feedback(root),
            limits=_limits(root),
            language=root.get("xml:lang"),
        )
        for sentence in self.reading.unsupported:
            self.reading.losses.append(Loss(root.line, "a rule of the test", sentence))
        return ReadAssessment(assessment, tuple(self.reading.losses), self.item_losses)

    def _part(self, element: Element) -> Part:
        self._lose(element)
        identifier, control = self._name(element), _control(element, Control())
        return Part(
            identifier=identifier,
            sections=tuple(self._sections(element, control)),
            navigation=_word(element, "navigation-mode", Navigation.LINEAR),
            submission=_word(element, "submission-mode", Submission.INDIVIDUAL),
            title=element.get("title"),
            limits=_limits(element),
            pre_conditions=self._pre_conditions(element),
            branch_rules=self._branch_rules(element),
            feedback=self._feedback(element),
        )

    def _sections(self, element: Element, control: Control) -> Iterator[Section]:
        for each in element.all("assessment-section", "assessment-section-ref"):
            if (section := self._section(each, control, 1)) is not None:
                yield section

    def _section(self, element: Element, inherited: Control, depth: int) -> Section | None:
        """A section, written here or in a file of its own; None where no item is left in it."""
        if depth > DEEPEST:
            raise element.fault(f"sections are nested more than {DEEPEST} deep here.")
        if element.name == "assessment-section-ref":
            there = self.reading.included(element, needed(element, "href"))
            if there is None or there.name != "assessment-section":
                return None
            section = self._section(there, inherited, depth + 1)
            return self._referred(element, section) if section else None
        self._lose(element)
        identifier, control = self._name(element), _control(element, inherited)
        children = [self._child(each, control, depth) for each in element.elements if each.name in _PARTS_OF_A_SECTION]
        ordering = element.first("ordering")
        section = Section(
            identifier=identifier,
            title=element.get("title"),
            children=tuple(child for child in children if child is not None),
            visible=flag(element, "visible", otherwise=True),
            keep_together=flag(element, "keep-together", otherwise=True),
            rubrics=self._rubrics(element),
            selection=_selection(element),
            shuffle=flag(ordering, "shuffle") if ordering else False,
            required=flag(element, "required"),
            fixed=flag(element, "fixed"),
            limits=_limits(element),
            pre_conditions=self._pre_conditions(element),
            branch_rules=self._branch_rules(element),
        )
        return section if section.children else None

    def _referred(self, element: Element, section: Section) -> Section:
        """A section of another file, with what its reference adds."""
        return replace(
            section,
            required=section.required or flag(element, "required"),
            fixed=section.fixed or flag(element, "fixed"),
            pre_conditions=(*self._pre_conditions(element), *section.pre_conditions),
            branch_rules=(*self._branch_rules(element), *section.branch_rules),
        )

    def _child(self, element: Element, control: Control, depth: int) -> Section | ItemRef | None:
        if element.name == "assessment-item-ref":
            return self._item_ref(element, control)
        return self._section(element, control, depth + 1)

    def _item_ref(self, element: Element, inherited: Control) -> ItemRef | None:
        identifier = self._name(element)
        item = self._item(element)
        if item is None:
            return None
        return ItemRef(
            identifier=identifier,
            item=item,
            categories=frozenset(
                [*element.get("category").split(), *(each.text.strip() for each in element.all("category"))]
            ),
            weights={needed(each, "identifier"): number(each, "value") or 0.0 for each in element.all("weight")},
            variable_mapping={
                needed(each, "target-identifier"): needed(each, "source-identifier")
                for each in element.all("variable-mapping")
            },
            template_defaults={
                needed(each, "template-identifier"): self._condition(each) for each in element.all("template-default")
            },
            required=flag(element, "required"),
            fixed=flag(element, "fixed"),
            control=_control(element, inherited),
            limits=_limits(element),
            pre_conditions=self._pre_conditions(element),
            branch_rules=self._branch_rules(element),
        )

    def _item(self, element: Element) -> Item | None:
        """The item of a reference; None after noting why there is none."""
        address = needed(element, "href")
        name = self.reading.file_name(element, address)
        if name in self.items:
            return self.items[name]
        data = self.reading.files(name) if name else None
        if name is None or data is None:
            self.reading.lose(element, address, "there is no such file in the package")
            return None
        try:
            read = read_item(data, name, self.reading.files)
        except LessonError as fault:
            self.reading.lose(element, address, f"it cannot be read: {fault}")
            return None
        self.items[name] = read.item
        self.item_losses[name] = read.losses
        return read.item

    def _name(self, element: Element) -> str:
        """The element's identifier, which nothing else in the test may have."""
        name = needed(element, "identifier")
        if name in self.names:
            raise element.fault(f"the identifier {name} is used twice, first in line {self.names[name]}.")
        if len(self.names) >= MOST_NAMES:
            raise element.fault(f"a test can have {MOST_NAMES} items and sections at the most; split it.")
        self.names[name] = element.line
        return name

    def _rubrics(self, element: Element) -> tuple[Rubric, ...]:
        return tuple(
            Rubric(frozenset(each.get("view").split()), self._texts(each), each.get("use"))
            for each in element.all("rubric-block")
        )

    def _texts(self, element: Element) -> tuple[Block, ...]:
        words = Words(self.reading, Flow(Room.BLOCKS))
        words.children(element)
        return tuple(words.flow.finished())

    def _feedback(self, element: Element) -> tuple[Feedback, ...]:
        return tuple(
            Feedback(
                condition(each, "outcome-identifier"),
                html_of(each, self.reading),
                _word(each, "access", Access.AT_END),
                each.get("title"),
            )
            for each in element.all("test-feedback")
        )

    def _pre_conditions(self, element: Element) -> tuple[Expression, ...]:
        return tuple(self._condition(each) for each in element.all("pre-condition"))

    def _branch_rules(self, element: Element) -> tuple[BranchRule, ...]:
        return tuple(BranchRule(self._condition(each), needed(each, "target")) for each in element.all("branch-rule"))

    def _condition(self, element: Element) -> Expression:
        """The one expression in an element, which some programs wrap into an <expression>."""
        inner = next(element.elements, None)
        if inner is not None and inner.name == "expression":
            inner = next(inner.elements, None)
        if inner is None:
            raise element.fault(f"{element.name} needs an expression in it.")
        return read_expression(inner, self.reading)

    def _lose(self, element: Element) -> None:
        """Note what this program leaves out of a test, a part or a section."""
        for each in element.elements:
            if (why := _LEFT_OUT.get(each.name)) is not None:
                self.reading.lose(each, each.get("href") or each.name, why)


_LEFT_OUT = {
    "adaptive-selection": "which items come is decided by another program: all of them do",
    "stylesheet": "lessons are shown in their own look",
}


def _control(element: Element, inherited: Control) -> Control:
    """The control of item sessions, where an element says it, over what it inherits."""
    said = element.first("item-session-control")
    if said is None:
        return inherited
    return Control(
        max_attempts=max(0, whole(said, "max-attempts", inherited.max_attempts)),
        show_feedback=flag(said, "show-feedback", otherwise=inherited.show_feedback),
        allow_review=flag(said, "allow-review", otherwise=inherited.allow_review),
        show_solution=flag(said, "show-solution", otherwise=inherited.show_solution),
        allow_comment=flag(said, "allow-comment", otherwise=inherited.allow_comment),
        allow_skipping=flag(said, "allow-skipping", otherwise=inherited.allow_skipping),
        validate_responses=flag(said, "validate-responses", otherwise=inherited.validate_responses),
    )


def _limits(element: Element) -> TimeLimits:
    said = element.first("time-limits")
    if said is None:
        return TimeLimits()
    return TimeLimits(number(said, "min-time"), number(said, "max-time"), flag(said, "allow-late-submission"))


def _selection(element: Element) -> Selection | None:
    said = element.first("selection")
    if said is None:
        return None
    return Selection(max(0, min(whole(said, "select", 0), MOST_NAMES)), flag(said, "with-replacement"))


def _word[Word: StrEnum](element: Element, attribute: str, otherwise: Word) -> Word:
    """A word of a closed set; `otherwise` where it is missing. Raises LessonError for another."""
    text = element.get(attribute)
    if text and text not in list(type(otherwise)):
        raise element.fault(f"{attribute} must be one of {', '.join(type(otherwise))}, not {text}.")
    return type(otherwise)(text) if text else otherwise
