"""A question in full: QTI 3's assessment item as values. Every source of questions is read into these.

What an item does is data too: rules and expressions are trees that `kiosk.lessons.processing` evaluates.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kiosk.lessons.interactions import Area, Condition, Html, Interaction
from kiosk.lessons.values import BaseType, Cardinality, Nullable, Value


@dataclass(frozen=True, slots=True)
class MapEntry:
    key: str
    """As the file writes it; compared as a value of the declaration's base type."""
    value: float
    case_sensitive: bool = False
    """Of strings alone; false unless the file says otherwise (QTI 2.2's schema)."""


@dataclass(frozen=True, slots=True)
class ValueMapping:
    """QTI's mapping: what each answer is worth."""

    entries: tuple[MapEntry, ...]
    default: float = 0.0
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class AreaMapping:
    """What a point is worth by the area it lies in; each area counts once."""

    entries: tuple[tuple[Area, float], ...]
    default: float = 0.0
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class ResponseDeclaration:
    identifier: str
    cardinality: Cardinality
    base_type: BaseType | None
    correct: Nullable = None
    mapping: ValueMapping | None = None
    area_mapping: AreaMapping | None = None
    default: Nullable = None


@dataclass(frozen=True, slots=True)
class LookupTable:
    """QTI's matchTable (`interpolates` False: the source must equal the entry) or interpolationTable.

    Entries are (source, value, include_boundary), from the highest source down in an interpolation.
    """

    entries: tuple[tuple[float, Value, bool], ...]
    interpolates: bool = False
    default: Nullable = None


@dataclass(frozen=True, slots=True)
class OutcomeDeclaration:
    identifier: str
    cardinality: Cardinality
    base_type: BaseType | None
    default: Nullable = None
    normal_maximum: float | None = None
    normal_minimum: float | None = None
    mastery: float | None = None
    lookup: LookupTable | None = None
    external_scored: bool = False
    """A person or another program decides it: this program leaves it as it is."""


@dataclass(frozen=True, slots=True)
class TemplateDeclaration:
    """A variable that template processing sets, such as a random number. `is_math`: it stands in formulas by name."""

    identifier: str
    cardinality: Cardinality
    base_type: BaseType | None
    default: Nullable = None
    is_math: bool = False


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression. `operator` is QTI 3's name without "qti-", such as "map-response" or "base-value".

    `attributes` have QTI 3's names ("identifier", "tolerance-mode") and their text. `value` is a base-value's, already
    read; `line` is where it stands, for faults.
    """

    operator: str
    operands: tuple["Expression", ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    value: Nullable = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class SetVariable:
    """Set an outcome (response processing) or a template variable (template processing)."""

    identifier: str
    expression: Expression


@dataclass(frozen=True, slots=True)
class SetCorrect:
    """Set a response's correct value, in template processing."""

    identifier: str
    expression: Expression


@dataclass(frozen=True, slots=True)
class SetDefault:
    """Set a response's or an outcome's default value, in template processing."""

    identifier: str
    expression: Expression


@dataclass(frozen=True, slots=True)
class LookupOutcome:
    identifier: str
    expression: Expression


@dataclass(frozen=True, slots=True)
class Constraint:
    """A templateConstraint: when it is not true, template processing begins anew (at most 100 times)."""

    expression: Expression


@dataclass(frozen=True, slots=True)
class Exit:
    """Stop processing."""


@dataclass(frozen=True, slots=True)
class If:
    """The rules of the first branch whose expression is true, else `otherwise`."""

    branches: tuple[tuple[Expression, tuple["Rule", ...]], ...]
    otherwise: tuple["Rule", ...] = ()


type Rule = SetVariable | SetCorrect | SetDefault | LookupOutcome | Constraint | Exit | If


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text, with the marks of `kiosk.lessons.interactions`."""

    html: Html


@dataclass(frozen=True, slots=True)
class Shown:
    """Blocks that depend on a variable: feedbackBlock (an outcome) and templateBlock (a template variable)."""

    condition: Condition
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Rubric:
    """Words for some of the readers: `views` as QTI names them, such as "candidate" or "scorer"; () for all."""

    views: frozenset[str]
    blocks: tuple["Block", ...]
    use: str = ""


type Block = Text | Interaction | Shown | Rubric
"""What stands below one another. An inline interaction is no block: it stands in `Item.inline`, its slot in a Text."""


@dataclass(frozen=True, slots=True)
class ModalFeedback:
    """Shown after an attempt when the condition holds."""

    condition: Condition
    html: Html
    title: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A QTI item. Declared names are unique over responses, outcomes and templates.

    `unsupported` says in one sentence each what this program cannot run of it; then it is shown, and left out of the
    score. `adaptive` items end by setting completionStatus, others by what the player allows.
    """

    identifier: str
    title: str
    blocks: tuple[Block, ...]
    inline: tuple[Interaction, ...] = ()
    responses: tuple[ResponseDeclaration, ...] = ()
    outcomes: tuple[OutcomeDeclaration, ...] = ()
    templates: tuple[TemplateDeclaration, ...] = ()
    template_processing: tuple[Rule, ...] = ()
    response_processing: tuple[Rule, ...] = ()
    feedback: tuple[ModalFeedback, ...] = ()
    adaptive: bool = False
    time_dependent: bool = False
    language: str = ""
    unsupported: tuple[str, ...] = ()


def interactions(item: Item) -> Iterator[Interaction]:
    """Every interaction of an item, shown now or not: the blocks in their order, then those in running text."""
    yield from _interactions(item.blocks)
    yield from item.inline


def _interactions(blocks: tuple[Block, ...]) -> Iterator[Interaction]:
    for block in blocks:
        match block:
            case Text():
                pass
            case Shown(blocks=inner) | Rubric(blocks=inner):
                yield from _interactions(inner)
            case _:
                yield block
