"""The two messages of the activity routes, and their bodies as the wire wants them (timeback-protocol §3)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from kiosk.protocol.course import Course
from kiosk.protocol.run_id import RunId

HEARTBEAT = "activity/heartbeat"
SUBMIT = "activity/submit"

type Json = str | int | float | bool | list[Json] | dict[str, Json] | None
type Body = dict[str, Json]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def wire_time(wall_ms: int) -> str:
    """JavaScript's spelling of a moment: UTC, three decimals, Z. The server compares completions by this text."""
    moment = _EPOCH + timedelta(milliseconds=wall_ms)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a message is about: the activity (a lesson's id and name), its course and the run."""

    id: str
    name: str
    course: Course
    run_id: RunId

    def to_wire(self) -> Body:
        return {"id": self.id, "name": self.name, "course": {**self.course.to_wire()}, "runId": self.run_id}


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """One window of time. All values in milliseconds; `active_ms + inactive_ms` is the window's whole length."""

    subject: Subject
    started_ms: int
    active_ms: int
    inactive_ms: int

    def to_wire(self) -> Body:
        """Build the body. `endedAt - startedAt == elapsedMs + pausedMs`, always."""
        return {
            **self.subject.to_wire(),
            "startedAt": wire_time(self.started_ms),
            "endedAt": wire_time(self.started_ms + self.active_ms + self.inactive_ms),
            "elapsedMs": self.active_ms,
            "pausedMs": self.inactive_ms,
        }


@dataclass(frozen=True, slots=True)
class Completion:
    """The end of an attempt. `ended_at` is a text that never changes: the server knows a repeat by it."""

    subject: Subject
    ended_at: str
    metrics: Mapping[str, int | float] = field(default_factory=dict)
    pct_complete: float | None = None
    process: bool | None = None

    def to_wire(self) -> Body:
        body: Body = {**self.subject.to_wire(), "endedAt": self.ended_at, "metrics": dict(self.metrics)}
        if self.pct_complete is not None:
            body["pctComplete"] = self.pct_complete
        if self.process is not None:
            body["process"] = self.process
        return body
