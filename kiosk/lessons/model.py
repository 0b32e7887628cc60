"""What a lesson is, as values. Every source of lessons is read into these; every screen shows these.

Texts are HTML from a small whitelist (see `kiosk.lessons.content`): p, h1-h6, ul, ol, li, em, strong, code, pre,
blockquote, hr, br, table parts, img with a package-relative src and its size, and <span class="math">LaTeX</span>.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NewType

from kiosk.lessons.assessment.model import Assessment
from kiosk.lessons.interactions import Html
from kiosk.lessons.item import Item, Text
from kiosk.lessons.item_session import Responses
from kiosk.protocol.course import Course

LessonId = NewType("LessonId", str)
QuestionId = NewType("QuestionId", str)

USUAL_TRIES = 2

RESPONSE = "RESPONSE"
"""The response variable of a question with a single interaction, as QTI's own templates call it."""


class Model(StrEnum):
    """Who records the completion (Timeback's two models)."""

    SINGLE_SESSION = "single-session"
    STATEFUL = "stateful"


@dataclass(frozen=True, slots=True)
class Question:
    """An item with its place in a lesson: what it is worth there, how often it may be tried, and what is said of it.

    An adaptive item goes by its own end, whatever `max_tries` says.
    """

    id: QuestionId
    item: Item
    points: float = 1.0
    """What the full score is worth; less earns its share."""
    max_tries: int = USUAL_TRIES
    feedback: Html = ""
    """Shown once the question is settled, right or not: why it is so."""
    hint: Html = ""
    """Shown after a wrong try, unless something wrong in it has feedback of its own."""
    praise: Html = ""
    """Shown when the answer is right, before `feedback`."""
    key: Responses = field(default_factory=dict)
    """A right answer in its author's words, where the item's own would read worse: 3/4 for 0.75."""
    file: str = ""
    """Where the item was read from, from the lesson's folder; "" for one of a quiz."""
    losses: tuple[str, ...] = ()
    """What of that file is not in the item, a sentence each."""


type PageBlock = Text | Question


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
    blocks: tuple[PageBlock, ...]
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
    assessment: Assessment | None = None
    """The test that this lesson is; its `pages` are then all items of the test, whether a student gets them or not."""

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for page in self.pages for question in page.questions)


LONGEST_COMMENT = 2_000
"""Characters."""


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """What a student did with one question: all that is kept of it. The rest follows (see `kiosk.lessons.judging`).

    `response` is what stands there now, perhaps not checked yet; `attempts` are what was checked, first to last.
    """

    response: Responses = field(default_factory=dict)
    attempts: tuple[Responses, ...] = ()
    seconds: float = 0.0
    """How long it was in front of the student, over all sittings; kept in tests, and where a rule asks for it."""
    durations: tuple[float, ...] = ()
    """What each attempt took of these seconds; of attempts without one it is not known, and counts as none."""
    is_flagged: bool = False
    """Whether the student marked it, to look at it again; in tests only."""
    comment: str = ""
    """What the student wrote to the teacher about it, where a test takes that (QTI's allowComment)."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a student is in a lesson: the page (from 0) and every answer so far."""

    page: int = 0
    answers: Mapping[QuestionId, SavedAnswer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Score:
    """The sum of an attempt at a lesson, over the questions that this program scores.

    `correct` counts first tries (Timeback's correctQuestions).
    """

    total: int
    correct: int
    points: float
    max_points: float

    @property
    def accuracy(self) -> float:
        """Percent right on the first try; 100 where there was nothing to ask."""
        return 100.0 * self.correct / self.total if self.total else 100.0
