"""What reached the Timeback cloud, in the order in which it arrived."""

import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Window:
    """Which window an event reports. Caliper does not carry it; a plain SDK server tells it beforehand."""

    run_id: str
    started_at: datetime


@dataclass(frozen=True, slots=True)
class TimeSpent:
    """One TimeSpentEvent. `event_time` is the window's end as the client spelt it."""

    event_id: str
    run_id: str
    email: str
    activity_url: str
    course_id: str
    event_time: str
    active_ms: int
    inactive_ms: int
    process: bool
    window: Window | None


@dataclass(frozen=True, slots=True)
class Completion:
    """One completed-activity event. Metrics that were not sent are None."""

    event_id: str
    run_id: str
    email: str
    student_id: str
    activity_url: str
    course_id: str
    event_time: str
    process: bool
    attempt: int | None
    xp: float | None
    total: int | None
    correct: int | None
    mastered_units: int | None
    pct_complete: float | None


class CloudLog:
    """Everything received, as values. Any thread may read it while the server writes."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._envelopes: list[Mapping[str, Any]] = []
        self._time_spent: list[TimeSpent] = []
        self._completions: list[Completion] = []
        self._windows: dict[str, Window] = {}

    @property
    def envelopes(self) -> tuple[Mapping[str, Any], ...]:
        """Every Caliper envelope as it came."""
        with self._changed:
            return tuple(self._envelopes)

    @property
    def time_spent(self) -> tuple[TimeSpent, ...]:
        with self._changed:
            return tuple(self._time_spent)

    @property
    def completions(self) -> tuple[Completion, ...]:
        with self._changed:
            return tuple(self._completions)

    @property
    def received(self) -> int:
        """How many events there are, of both kinds."""
        with self._changed:
            return len(self._time_spent) + len(self._completions)

    @property
    def run_ids(self) -> tuple[str, ...]:
        """Every run heard of, in order of first receipt of time, then of completions."""
        heard = [event.run_id for event in self.time_spent] + [event.run_id for event in self.completions]
        return tuple(dict.fromkeys(heard))

    def active_ms(self, run_id: str | None = None) -> int:
        """Active time received, of one run or of all."""
        return sum(event.active_ms for event in self.time_spent if run_id in (None, event.run_id))

    def inactive_ms(self, run_id: str | None = None) -> int:
        return sum(event.inactive_ms for event in self.time_spent if run_id in (None, event.run_id))

    def duplicate_windows(self) -> Mapping[Window | str, int]:
        """Windows received more than once, with the number of receipts too many.

        One that nobody noted is known by its event's id, which the school server derives from the window.
        """
        return _surplus(Counter(event.window or event.event_id for event in self.time_spent))

    def duplicate_completions(self) -> Mapping[str, int]:
        """Runs completed more than once, with the number of receipts too many."""
        return _surplus(Counter(event.run_id for event in self.completions))

    def wait_until(self, reached: Callable[["CloudLog"], bool], timeout_s: float = 10.0) -> bool:
        """Block until `reached(log)` or the time is over; tells which."""
        with self._changed:
            return self._changed.wait_for(lambda: reached(self), timeout_s)

    def note_window(self, event_id: str, window: Window) -> None:
        """Remember which window an event that is about to arrive reports."""
        with self._changed:
            self._windows[event_id] = window

    def receive(self, envelope: Mapping[str, Any]) -> tuple[Completion, ...]:
        """Take one envelope in; returns the completions in it."""
        with self._changed:
            self._envelopes.append(envelope)
            events = envelope["data"]
            completions = tuple(_completion(event) for event in events if event["type"] == "ActivityEvent")
            self._completions += completions
            self._time_spent += [
                _time_spent(event, self._windows.get(event["id"]))
                for event in events
                if event["type"] == "TimeSpentEvent"
            ]
            self._changed.notify_all()
            return completions


def _surplus[T](receipts: Counter[T]) -> dict[T, int]:
    return {key: count - 1 for key, count in receipts.items() if count > 1}


def _time_spent(event: Mapping[str, Any], window: Window | None) -> TimeSpent:
    seconds = _items(event)
    return TimeSpent(
        event_id=event["id"],
        run_id=_run_id(event),
        email=event["actor"]["email"],
        activity_url=event["object"]["id"],
        course_id=event["extensions"]["courseId"],
        event_time=event["eventTime"],
        active_ms=round(seconds["active"] * 1000),
        inactive_ms=round(seconds.get("inactive", 0) * 1000),
        process=event["object"]["process"],
        window=window,
    )


def _completion(event: Mapping[str, Any]) -> Completion:
    metrics = _items(event)
    return Completion(
        event_id=event["id"],
        run_id=_run_id(event),
        email=event["actor"]["email"],
        student_id=event["actor"]["id"].rpartition("/")[2],
        activity_url=event["object"]["id"],
        course_id=event["extensions"]["courseId"],
        event_time=event["eventTime"],
        process=event["object"]["process"],
        attempt=event["generated"].get("attempt"),
        xp=metrics.get("xpEarned"),
        total=metrics.get("totalQuestions"),
        correct=metrics.get("correctQuestions"),
        mastered_units=metrics.get("masteredUnits"),
        pct_complete=event["generated"].get("extensions", {}).get("pctCompleteApp"),
    )


def _items(event: Mapping[str, Any]) -> dict[str, Any]:
    return {item["type"]: item["value"] for item in event["generated"]["items"]}


def _run_id(event: Mapping[str, Any]) -> str:
    return str(event["session"]).removeprefix("urn:uuid:")
