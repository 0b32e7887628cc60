"""What the pages show: frozen values that `kiosk.desktop.session` makes and the widgets draw.

No widget decides anything: each page takes one of these and emits what the person asked for.
"""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.lessons.model import LessonId


class Safety(StrEnum):
    """Where the student's work is. The cloud icon and its words."""

    SERVER = "server"
    COMPUTER = "computer"
    NOT_SAVED = "not-saved"


class FocusState(StrEnum):
    """What the focus chip says."""

    FOCUSED = "focused"
    IDLE = "idle"
    AWAY = "away"
    PAUSED = "paused"


class SubjectTone(StrEnum):
    """Which colour a subject is drawn in."""

    MATH = "Math"
    READING = "Reading"
    SCIENCE = "Science"
    OTHER = "Other"


@dataclass(frozen=True, slots=True)
class StudentCard:
    """A student on the wall. `avatar` names a drawing (see `kiosk.desktop.avatars`)."""

    student: int
    name: str
    avatar: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class LessonCard:
    """A lesson on the home page. `percent` is pages done; `action` the button's word, such as "Go on"."""

    lesson: LessonId
    title: str
    course: str
    tone: SubjectTone
    detail: str
    percent: int
    action: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page. `resume` is what to go on with first, None where nothing was begun."""

    student: StudentCard
    resume: LessonCard | None
    lessons: tuple[LessonCard, ...]
    today_minutes: int
    goal_minutes: int | None
    week_xp: float
    signed_in: bool
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResultView:
    """What the result page shows. `right` of `total` on the first try; `xp` None while a server still decides."""

    student: StudentCard
    title: str
    sentence: str
    passed: bool
    right: int
    total: int
    focused_minutes: int
    xp: float | None
    next_lesson: LessonId | None = None
    next_title: str = ""
