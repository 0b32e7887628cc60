"""What a kiosk tells its school server of a student: where they are now, and what of their work it still holds."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.protocol.messages import Body

PRESENCE = "../kiosk/presence"


class Focus(StrEnum):
    FOCUSED = "focused"
    IDLE = "idle"
    AWAY = "away"
    PAUSED = "paused"
    OUT = "out"  # in no lesson


class Safety(StrEnum):
    SERVER = "server"
    COMPUTER = "computer"
    NOT_SAVED = "not-saved"


@dataclass(frozen=True, slots=True)
class Report:
    """A kiosk's word on a student. `page` counts from 1; `unsent` is how many windows and completions wait there."""

    lesson: str | None
    page: int | None
    pages: int | None
    focus: Focus
    today_ms: int
    today_xp: float
    unsent: int
    safety: Safety

    def to_wire(self, email: str | None) -> Body:
        """The report of this student; None where the token says whose it is."""
        body: Body = {} if email is None else {"email": email}
        if self.lesson is not None:
            body["lesson"] = self.lesson
        if self.page is not None and self.pages is not None:
            body |= {"page": self.page, "pages": self.pages}
        return body | {
            "focus": self.focus.value,
            "todayMs": self.today_ms,
            "todayXp": self.today_xp,
            "unsent": self.unsent,
            "safety": self.safety.value,
        }
