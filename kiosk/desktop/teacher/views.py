"""What the panel's pages show: frozen values that `words` makes. No page decides anything."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.desktop.views import DayBar
from kiosk.store.aside import MessageId
from kiosk.store.notices import Notice
from kiosk.store.secrets import SecretKind
from kiosk.words import tr


class Light(StrEnum):
    """Where a student's work is. ASIDE: a part of it needs the teacher."""

    SERVER = "server"
    COMPUTER = "computer"
    ASIDE = "aside"
    NOT_SAVED = "not-saved"


@dataclass(frozen=True, slots=True)
class Work:
    """The safe-to-close light of a student, in a colour and in words."""

    light: Light
    words: str


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A student among the class. `last` is when they were here last."""

    student: int
    name: str
    avatar: str
    lesson: str
    place: str
    last: str
    focused: str
    xp: str
    work: Work


@dataclass(frozen=True, slots=True)
class ClassView:
    """The class at a glance. `sentence` says whether the machine may be switched off."""

    headline: str
    light: Light
    sentence: str
    rows: tuple[ClassRow, ...]


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """A message that was set aside. `why` is the reason in plain words, `told` what the server said, if anything."""

    id: MessageId
    student: str
    what: str
    state: str
    why: str
    told: str
    is_in_doubt: bool


@dataclass(frozen=True, slots=True)
class QueueView:
    """What is not on the server: what waits by itself, as one sentence, and what a person has to decide."""

    headline: str
    sentence: str
    entries: tuple[QueueEntry, ...]


@dataclass(frozen=True, slots=True)
class StudentView:
    """One student: time by day, and where their work is. `lines` tell the rest, each a name and a value."""

    student: int
    name: str
    avatar: str
    work: Work
    undelivered: str
    """What would be lost if the student were deleted now; "" when nothing."""
    days: tuple[DayBar, ...]
    days_title: str
    lines: tuple[tuple[str, str], ...]
    secret: SecretKind | None = None
    is_locked_out: bool = False
    language: str = ""
    """What the program speaks with them; "": what this computer speaks."""


@dataclass(frozen=True, slots=True)
class SentEntry:
    """One message that arrived, in words and as it was sent."""

    title: str
    at: str
    payload: str


@dataclass(frozen=True, slots=True)
class SentView:
    """What is sent about a student: every field with what it means, and the newest messages."""

    student: int
    name: str
    fields: tuple[tuple[str, str], ...]
    entries: tuple[SentEntry, ...]


@dataclass(frozen=True, slots=True)
class CarriedView:
    """A file that left with work."""

    file_id: str
    words: str


class Became(StrEnum):
    """What became of a lesson that was to be imported, told in its words."""

    IMPORTED = "imported"
    WITH_LOSS = "with-loss"
    UNCHANGED = "unchanged"
    REFUSED = "refused"

    @property
    def words(self) -> str:
        match self:
            case Became.IMPORTED:
                return tr("Imported", "a lesson")
            case Became.WITH_LOSS:
                return tr("Imported with loss", "a lesson")
            case Became.UNCHANGED:
                return tr("Here already", "a lesson")
            case Became.REFUSED:
                return tr("Refused", "a lesson")


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """A lesson of the latest import. `remark` is what it holds, or why it was refused; `losses` what is not in it."""

    title: str
    became: Became
    remark: str
    losses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ComputerView:
    """The computer itself. `imported` says what became of the latest import.

    `is_guarded`: whether it is in kiosk mode; None where it is no kiosk.
    """

    notices: tuple[Notice, ...] = ()
    imported: tuple[ImportedRow, ...] = ()
    carried: tuple[CarriedView, ...] = ()
    is_guarded: bool | None = None
    corrections: tuple[str, ...] = ()
    """Whose work was given to whom, the newest first."""
