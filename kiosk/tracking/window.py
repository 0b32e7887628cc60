"""Windows and the spans they are made of.

    anchor                            wall = anchor.wall + (mono - anchor.mono)
      │ 0                15000              30000 ms
      ├── active ──┬─ unfocused ─┬─ active ──┤
      └────── window 0 ──────┴────── window 1 ──────┘      heartbeats

A span has one reason. A window is a stretch of touching spans; its active milliseconds are those of
the active spans, all others are inactive.
"""

from enum import StrEnum
from typing import NamedTuple


class Reason(StrEnum):
    """Why a second counts as it does. Only ACTIVE is active time; ASLEEP is reported as nothing at all."""

    ACTIVE = "active"
    IDLE = "idle"
    UNFOCUSED = "unfocused"
    LOCKED = "locked"
    PAUSED = "paused"
    ASLEEP = "asleep"


class WindowState(StrEnum):
    """OPEN runs, HELD is closed but in doubt, READY is final and may be sent, WITHDRAWN never was."""

    OPEN = "open"
    HELD = "held"
    READY = "ready"
    WITHDRAWN = "withdrawn"


class Span(NamedTuple):
    """[start, end) on the monotonic clock, in ms."""

    start: int
    end: int
    reason: Reason


type Spans = tuple[Span, ...]


def append(spans: Spans, until: int, reason: Reason) -> Spans:
    """Extend the last span, or add one, so that the spans reach `until`. The spans must not be empty."""
    last = spans[-1]
    if until <= last.end:
        return spans
    if last.reason is reason:
        return (*spans[:-1], last._replace(end=until))
    return (*spans, Span(last.end, until, reason))


def relabel(spans: Spans, start: int, reason: Reason) -> Spans:
    """Give everything from `start` on another reason.

    before  ├── active ───────────┤        start ─┐
    after   ├── active ────┬─ idle ─┤  ◄──────────┘
    """
    kept = cut(spans, start)
    end = spans[-1].end
    return append(kept, end, reason) if kept else (Span(spans[0].start, end, reason),)


def cut(spans: Spans, end: int) -> Spans:
    """What lies before `end`; empty when nothing does."""
    return tuple(span._replace(end=min(span.end, end)) for span in spans if span.start < end)


class Window(NamedTuple):
    """One heartbeat's stretch, as it is journaled. `seq` counts from 0 within the sitting.

    `start_ms` and `end_ms` are wall milliseconds from the sitting's anchor, `start_mono` the monotonic
    start. `end_ms - start_ms == active_ms + inactive_ms`, exactly.
    """

    seq: int
    state: WindowState
    start_ms: int
    start_mono: int
    spans: Spans

    def of(self, reason: Reason) -> int:
        return sum(span.end - span.start for span in self.spans if span.reason is reason)

    @property
    def length_ms(self) -> int:
        return self.spans[-1].end - self.spans[0].start if self.spans else 0

    @property
    def active_ms(self) -> int:
        return self.of(Reason.ACTIVE)

    @property
    def inactive_ms(self) -> int:
        return self.length_ms - self.active_ms

    @property
    def end_ms(self) -> int:
        return self.start_ms + self.length_ms

    @property
    def end_mono(self) -> int:
        return self.start_mono + self.length_ms
