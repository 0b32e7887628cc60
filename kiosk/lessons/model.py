"""What a lesson is, as values. Every source of lessons is read into these; every screen shows these.

A question is a QTI 3 item in meaning: an interaction, a response declaration (what is right) and a
rule of response processing (how a response becomes a score). Texts are HTML from a small whitelist
(see `kiosk.lessons.content`): p, h1-h6, ul, ol, li, em, strong, code, pre, blockquote, hr, br, table
parts, img with a package-relative src and its size, and <span class="math">LaTeX</span>.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import NewType

from kiosk.protocol.course import Course

LessonId = NewType("LessonId", str)
QuestionId = NewType("QuestionId", str)

USUAL_TRIES = 2

type Html = str
type Response = tuple[str, ...]
"""What a student answered, () for a blank. In QTI's shapes, by interaction:

choice: the chosen identifiers. Text entry: the one typed text. Order: the identifiers in the student's order.
Match: directed pairs, each one string of a source's identifier, a space and its target's, such as "s1 t3".
"""


class Model(StrEnum):
    """Who records the completion (Timeback's two models)."""

    SINGLE_SESSION = "single-session"
    STATEFUL = "stateful"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose, one row to put in order, one source or target to match. An identifier has no space.

    `feedback` is shown after a try that chose it, matched it wrongly or left it in a wrong place; "" for none.
    """

    identifier: str
    content: Html
    feedback: Html = ""


@dataclass(frozen=True, slots=True)
class ChoiceInteraction:
    """Choose among answers. `max_choices` 1: one of them; 0: as many as you like (QTI's words)."""

    choices: tuple[Choice, ...]
    max_choices: int = 1


@dataclass(frozen=True, slots=True)
class TextEntryInteraction:
    """Type a short answer. With `numeric` it is a number: decimal comma or point, signs, fractions as a/b."""

    numeric: bool = False


@dataclass(frozen=True, slots=True)
class MatchInteraction:
    """Give every source a target. Both stand in the order they are shown in.

    `match_max` is QTI's for each target: how many sources it may serve; 0: any number.
    """

    sources: tuple[Choice, ...]
    targets: tuple[Choice, ...]
    match_max: int = 1


@dataclass(frozen=True, slots=True)
class OrderInteraction:
    """Put all of the choices in order. They stand in the order they are first shown in."""

    choices: tuple[Choice, ...]


type Interaction = ChoiceInteraction | TextEntryInteraction | MatchInteraction | OrderInteraction


@dataclass(frozen=True, slots=True)
class MatchCorrect:
    """Right when the chosen identifiers (or the pairs of a match) are exactly these, in any order."""

    correct: frozenset[str]


@dataclass(frozen=True, slots=True)
class MatchOrder:
    """Right when the identifiers stand in exactly this order (QTI's match_correct of an ordered response)."""

    correct: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatchText:
    """Right when the text is one of these, apart from case, spaces at the ends and doubled spaces."""

    accepted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatchNumber:
    """Right when the number lies in [low, high], ends included. Exact, so that 0.1 means 0.1."""

    low: Fraction
    high: Fraction
    shown: str
    """The right answer as a person would write it."""


type ResponseProcessing = MatchCorrect | MatchOrder | MatchText | MatchNumber


@dataclass(frozen=True, slots=True)
class Question:
    id: QuestionId
    prompt: Html
    interaction: Interaction
    processing: ResponseProcessing
    points: float = 1.0
    max_tries: int = USUAL_TRIES
    feedback: Html = ""
    """Shown once the question is settled, right or not: why it is so."""
    hint: Html = ""
    """Shown after a wrong try, unless something wrong in it has feedback of its own."""
    praise: Html = ""
    """Shown when the answer is right, before `feedback`."""


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of page text."""

    html: Html


type Block = Text | Question


@dataclass(frozen=True, slots=True)
class AttentionTimes:
    """What a lesson or a page says about idleness; None leaves the caller's value."""

    idle_timeout_ms: int | None = None
    idle_grace_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page. The title is shown above it; the blocks do not say it again."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    attention: AttentionTimes = AttentionTimes()

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Question))


@dataclass(frozen=True, slots=True)
class Lesson:
    """A whole lesson, ready to be played. `folder` is where package-relative files are read from."""

    id: LessonId
    title: str
    course: Course
    model: Model
    pages: tuple[Page, ...]
    folder: Path
    version: str = "1"
    language: str = "en"
    summary: str = ""
    done_title: str = ""
    """What the result page says after a pass, such as "You can add fractions now"."""
    authors: tuple[str, ...] = ()
    licence: str = ""
    expected_xp: float = 0.0
    """One XP is one focused minute, so this is also the expected length in minutes."""
    pass_accuracy: int = 80
    """Percent of questions right on the first try that earn XP (never below Timeback's floor of 80)."""
    mastery: int = 90
    """Percent that counts as mastered."""
    mastered_units: int = 0
    """Units a mastered attempt adds; 0 where the lesson does not count units."""
    attention: AttentionTimes = AttentionTimes()

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for page in self.pages for question in page.questions)


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """One question's state, as the store keeps it and the player resumes from it.

    `response` is the latest (chosen, perhaps not checked yet), `tries` how many were checked,
    `correct` whether the latest checked one was right, `first_correct` whether the first one was.
    """

    response: Response = ()
    tries: int = 0
    correct: bool = False
    first_correct: bool = False
    checked_response: Response = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a student is in a lesson: the page (from 0) and every answer so far."""

    page: int = 0
    answers: Mapping[QuestionId, SavedAnswer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Score:
    """The sum of an attempt. `correct` counts first tries (Timeback's correctQuestions)."""

    total: int
    correct: int
    points: float
    max_points: float

    @property
    def accuracy(self) -> float:
        """Percent right on the first try; 100 where there was nothing to ask."""
        return 100.0 * self.correct / self.total if self.total else 100.0
