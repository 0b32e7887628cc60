"""What the pages show: frozen values that `kiosk.desktop.session` makes and the widgets draw.

No widget decides anything: each page takes one of these and emits what the person asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.words import tr

if TYPE_CHECKING:
    from kiosk.desktop.wall_views import StudentCard, SubjectTone
    from kiosk.lessons.interactions import Html, Response
    from kiosk.lessons.item import Text
    from kiosk.lessons.item_session import Responses
    from kiosk.lessons.model import LessonId, Question, QuestionId
    from kiosk.lessons.showing import ShownItem


class FocusState(StrEnum):
    """What the focus chip says."""

    FOCUSED = "focused"
    IDLE = "idle"
    AWAY = "away"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class SecretView:
    """Whose secret is asked for. `wait_ms`: so long nothing is taken, after too many wrong ones."""

    name: str
    avatar: str
    by_pictures: bool
    wait_ms: int = 0


@dataclass(frozen=True, slots=True)
class SittingCard:
    """A lesson of today as a teacher reads it, with what of it can still move to another student."""

    sitting: int
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class NotMeView:
    """Today's work in the name of `name`, and everybody else whose it may have been."""

    name: str
    sittings: tuple[SittingCard, ...]
    others: tuple[StudentCard, ...]


class Action(StrEnum):
    """What a lesson's button on the home page does."""

    GO_ON = "go-on"
    START = "start"
    TRY_AGAIN = "try-again"

    @property
    def word(self) -> str:
        match self:
            case Action.GO_ON:
                return tr("Go on")
            case Action.START:
                return tr("Start")
            case Action.TRY_AGAIN:
                return tr("Try again")


@dataclass(frozen=True, slots=True)
class LessonCard:
    """A lesson on the home page. `percent` is pages done; `action` what its button does."""

    lesson: LessonId
    title: str
    course: str
    tone: SubjectTone
    detail: str
    percent: int
    action: Action
    has_answers: bool = False
    """Whether it is finished and has answers to look at."""


@dataclass(frozen=True, slots=True)
class DayBar:
    """A day with its whole focused minutes. Where it has no `short` and `narrow` name, its name's first letters are."""

    name: str
    minutes: int
    is_today: bool = False
    short: str = ""
    narrow: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """What today should come to: so much of so much, in `words` too: "9 of 10 XP"."""

    done: float
    target: float
    words: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page. `resume` is what to go on with first, None where nothing was begun.

    `goal_minutes` are today's focused minutes to reach, None without such a goal; `goals` are the day's others.
    `is_waiting`: the lessons are still being looked for, and nobody can say yet which there are.
    """

    student: StudentCard
    resume: LessonCard | None
    lessons: tuple[LessonCard, ...]
    today_minutes: int
    goal_minutes: int | None
    week: tuple[DayBar, ...]
    week_xp: float
    signed_in: bool
    goals: tuple[Goal, ...] = ()
    notices: tuple[str, ...] = ()
    is_waiting: bool = False


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What the controls of one interaction show; the interaction itself they were made with.

    `correct` is the verdict on `response`, None while that is not checked or nobody can tell. Once `settled` nothing
    can be changed, and `right` tells what is right; before that it is empty. `choice_feedback` holds what checked
    choices have to say, by identifier; `parts_right` says of each source or row, by its identifier, whether the latest
    check found it right, as long as it is where it was then.
    """

    response: Response = ()
    settled: bool = False
    correct: bool | None = None
    choice_feedback: Mapping[str, Html] = field(default_factory=dict)
    parts_right: Mapping[str, bool] = field(default_factory=dict)
    right: Response = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    """What the response's files hold, by name."""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question as it stands: its item as it reads now, and its answers by response.

    `correct` is the verdict on all of them, None while they are not checked or where nobody can tell. `feedback` holds
    what the whole answer has to say (a hint, or why it is so). Once `settled` nothing can be changed.
    """

    question: Question
    shown: ShownItem
    answers: Mapping[str, AnswerView] = field(default_factory=dict)
    tries: int = 0
    settled: bool = False
    correct: bool | None = None
    partly: bool = False
    """Whether what is not right earned something all the same."""
    is_scored: bool = True
    """Whether it is right or wrong, and not handed in, or only looked at."""
    feedback: Html = ""
    right_text: str = ""
    """What was to be typed, once it is settled: a field has no room for it."""
    note: str = ""
    """What is said in place of a verdict: what is to be done before there is anything to check, or that it does not
    count."""
    tells_tries: bool = True
    """Whether to say how many tries there are."""

    @property
    def responses(self) -> Responses:
        """What stands there now."""
        return {name: answer.response for name, answer in self.answers.items() if answer.response}

    @property
    def has_news(self) -> bool:
        """Whether there is anything to be told of the answer."""
        return self.correct is not None or bool(self.note or self.feedback)


class Primary(StrEnum):
    """What the one big button of a lesson page does."""

    CHECK = "check"
    HAND_IN = "hand-in"
    GO_ON = "go-on"
    SKIP = "skip"
    LOOK_OVER = "look-over"
    FINISH = "finish"

    @property
    def word(self) -> str:
        match self:
            case Primary.CHECK:
                return tr("Check answer")
            case Primary.HAND_IN:
                return tr("Hand in")
            case Primary.GO_ON:
                return tr("Go on")
            case Primary.SKIP:
                return tr("Skip")
            case Primary.LOOK_OVER:
                return tr("Look over")
            case Primary.FINISH:
                return tr("Finish")


@dataclass(frozen=True, slots=True)
class Step:
    """What the bottom bar offers. `checks` is the question that CHECK or HAND_IN is about, None with any other word.

    While `busy` both buttons wait: an answer or a completion is on its way to the disk.
    """

    primary: Primary
    checks: QuestionId | None = None
    can_go_back: bool = False
    busy: bool = False


class Urgency(StrEnum):
    """How the time left in a test is told."""

    CALM = "calm"
    SOON = "soon"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class TimeLeftView:
    """The time left in a test, in words. `about` says what it is for, such as "This section"."""

    words: str
    urgency: Urgency
    about: str


class Answered(StrEnum):
    """How an item of a test stands, told in its word."""

    YES = "yes"
    NO = "no"
    CLOSED = "closed"

    @property
    def word(self) -> str:
        match self:
            case Answered.YES:
                return tr("Answered", "a question")
            case Answered.NO:
                return tr("Not yet")
            case Answered.CLOSED:
                return tr("Closed", "a question: its time is over")


@dataclass(frozen=True, slots=True)
class OverviewEntry:
    """An item of a test's part, with its number in the test. `can_open` is false for what may not be seen again."""

    question: QuestionId
    number: int
    answered: Answered
    is_flagged: bool = False
    is_current: bool = False
    can_open: bool = True


@dataclass(frozen=True, slots=True)
class OverviewView:
    """All items of a test's part. `sentence` says how they stand, and what keeps it from being handed in."""

    title: str
    sentence: str
    entries: tuple[OverviewEntry, ...]
    can_hand_in: bool = True


@dataclass(frozen=True, slots=True)
class AssessmentView:
    """What a lesson page shows of a test. It has no overview where its items come one after the other."""

    time_left: TimeLeftView | None = None
    has_overview: bool = False
    is_flagged: bool = False
    said: tuple[Html, ...] = ()
    """What the test says so far."""
    comment: str | None = None
    """What was written to the teacher about the question; None where the test takes no comments."""


@dataclass(frozen=True, slots=True)
class LessonView:
    """One page of a lesson. `folder` is the only place its pictures are read from."""

    title: str
    page_number: int
    page_count: int
    page_title: str
    blocks: tuple[Text | QuestionView, ...]
    step: Step
    folder: Path
    right_to_left: bool = False
    """Whether the lesson's language is written so."""
    coming: tuple[Html, ...] = ()
    """The texts of the page after this one, to be made ready while this one is read."""
    assessment: AssessmentView | None = None
    """Of a lesson that is a test; its pages are its questions."""


@dataclass(frozen=True, slots=True)
class ResultView:
    """What the result page shows. `right` of `total` on the first try; `xp` None while a server still decides.

    With `next_lesson` None, or an attempt that did not pass, there is no next lesson to offer.
    """

    student: StudentCard
    lesson: LessonId
    title: str
    sentence: str
    passed: bool
    right: int
    total: int
    focused: str
    """The run's focused time as a child reads it, such as "18 min"."""
    xp: float | None
    next_lesson: LessonId | None = None
    next_title: str = ""
    said: tuple[Html, ...] = ()
    """What a test says at its end."""
    folder: Path | None = None
    """Where the pictures of what is said are read from."""
    right_to_left: bool = False
    """Whether the lesson's language is written so."""

    @property
    def has_answers(self) -> bool:
        """Whether there are answers to look at."""
        return self.total > 0


class Finding(StrEnum):
    """How a question was found out, told in its words."""

    FIRST_TRY = "first-try"
    LATER = "later"
    NOT_RIGHT = "not-right"
    HANDED_IN = "handed-in"

    @property
    def words(self) -> str:
        match self:
            case Finding.FIRST_TRY:
                return tr("Right on the first try")
            case Finding.LATER:
                return tr("Right after another try")
            case Finding.NOT_RIGHT:
                return tr("Not right yet")
            case Finding.HANDED_IN:
                return tr("Handed in")


@dataclass(frozen=True, slots=True)
class ReviewedQuestion:
    """A question of a finished attempt, settled, with its number among those that are shown (from 1)."""

    number: int
    page_title: str
    finding: Finding
    view: QuestionView


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A finished attempt to look at. `folder` is the only place its pictures are read from."""

    title: str
    sentence: str
    questions: tuple[ReviewedQuestion, ...]
    folder: Path
    right_to_left: bool = False
    """Whether the lesson's language is written so."""
