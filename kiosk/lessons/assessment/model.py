"""A whole test: QTI 3's assessment test as values. QTI 2's are read into the same."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.lessons.interactions import Condition, Html
from kiosk.lessons.item import Expression, Item, OutcomeDeclaration, Rubric, Rule

EXIT_SECTION = "EXIT_SECTION"
EXIT_PART = "EXIT_TESTPART"
EXIT_TEST = "EXIT_TEST"


class Navigation(StrEnum):
    """Whether a part's items come one after the other without a way back, or in any order."""

    LINEAR = "linear"
    NONLINEAR = "nonlinear"


class Submission(StrEnum):
    """Whether each item is submitted by itself, or all of a part when the part is handed in."""

    INDIVIDUAL = "individual"
    SIMULTANEOUS = "simultaneous"


@dataclass(frozen=True, slots=True)
class Control:
    """QTI's itemSessionControl, with what it inherits, in QTI's own defaults. `max_attempts` 0 is any number."""

    max_attempts: int = 1
    show_feedback: bool = False
    allow_review: bool = True
    show_solution: bool = False
    allow_comment: bool = False
    allow_skipping: bool = True
    validate_responses: bool = False


@dataclass(frozen=True, slots=True)
class TimeLimits:
    """In seconds; None for no limit. With `allow_late` answers are taken after `max_s` too."""

    min_s: float | None = None
    max_s: float | None = None
    allow_late: bool = False


@dataclass(frozen=True, slots=True)
class BranchRule:
    """Where to go on when the condition is true: a later item or section of the part, a later part, or an exit."""

    condition: Expression
    target: str


@dataclass(frozen=True, slots=True)
class ItemRef:
    """An item in its place. `variable_mapping` gives the item's variable by the name that the test uses for it."""

    identifier: str
    item: Item
    categories: frozenset[str] = frozenset()
    weights: Mapping[str, float] = field(default_factory=dict)
    variable_mapping: Mapping[str, str] = field(default_factory=dict)
    template_defaults: Mapping[str, Expression] = field(default_factory=dict)
    required: bool = False
    fixed: bool = False
    control: Control = Control()
    limits: TimeLimits = TimeLimits()
    pre_conditions: tuple[Expression, ...] = ()
    branch_rules: tuple[BranchRule, ...] = ()


@dataclass(frozen=True, slots=True)
class Selection:
    """How many of a section's children a student gets."""

    count: int
    with_replacement: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A section. One that is not `visible` and not `keep_together` is shuffled among its parent's other children."""

    identifier: str
    title: str
    children: tuple["Section | ItemRef", ...]
    visible: bool = True
    keep_together: bool = True
    rubrics: tuple[Rubric, ...] = ()
    selection: Selection | None = None
    shuffle: bool = False
    required: bool = False
    fixed: bool = False
    limits: TimeLimits = TimeLimits()
    pre_conditions: tuple[Expression, ...] = ()
    branch_rules: tuple[BranchRule, ...] = ()


class Access(StrEnum):
    """When test feedback may be shown."""

    AT_END = "atEnd"
    DURING = "during"


@dataclass(frozen=True, slots=True)
class Feedback:
    """Words about a part or the test, shown while the condition on a test outcome holds."""

    condition: Condition
    html: Html
    access: Access = Access.AT_END
    title: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    identifier: str
    sections: tuple[Section, ...]
    navigation: Navigation = Navigation.LINEAR
    submission: Submission = Submission.INDIVIDUAL
    title: str = ""
    limits: TimeLimits = TimeLimits()
    pre_conditions: tuple[Expression, ...] = ()
    branch_rules: tuple[BranchRule, ...] = ()
    feedback: tuple[Feedback, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """A test. The identifiers of its items, sections and parts are unique among each other."""

    identifier: str
    title: str
    parts: tuple[Part, ...]
    rubrics: tuple[Rubric, ...] = ()
    outcomes: tuple[OutcomeDeclaration, ...] = ()
    outcome_processing: tuple[Rule, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    limits: TimeLimits = TimeLimits()
    language: str = ""
