"""What a kiosk holds after five offline days, as the requests in which it goes to the school server.

A student learns three hours a day: 720 windows of 15 s that touch, a lesson each twenty minutes. Merged, as the kiosk's
own store does it before the first try, twenty such windows are one.
"""

import gzip
import json
import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.clock import Clock, epoch_ms
from kiosk.protocol.batch import batch_body
from kiosk.protocol.messages import HEARTBEAT, Body, wire_time

DAY_MS, RAW_MS, MERGED_MS = 86_400_000, 15_000, 300_000
RAW_A_DAY, RAW_A_LESSON = 720, 80
QUICKLY = 1
"""How hard a kiosk's gzip tries (kiosk/sync/post.py)."""

_RUNS = uuid.UUID("5f0b8ad2-6f0b-4c6e-8a3c-0a4e3b1c9d27")


@dataclass(frozen=True, slots=True)
class Window:
    """Focused and unfocused time of a run from `started_ms` on, without a gap."""

    run: int
    started_ms: int
    active_ms: int
    inactive_ms: int


@dataclass(frozen=True, slots=True)
class Request:
    """A batch as it is on the wire, and how many windows it holds."""

    content: bytes
    windows: int


@dataclass(frozen=True, slots=True)
class Work:
    """All that one kiosk has to send, and the focused time in it."""

    requests: tuple[Request, ...]
    windows: int
    active_ms: int


def raw_windows(count: int, first_ms: int, chance: random.Random) -> Iterator[Window]:
    """So many windows of 15 s, day after day from `first_ms` on. Nobody is focused all the time."""
    for number in range(count):
        day, of_day = divmod(number, RAW_A_DAY)
        active = RAW_MS - chance.choice((0, 0, 0, chance.randrange(RAW_MS)))
        yield Window(number // RAW_A_LESSON, first_ms + day * DAY_MS + of_day * RAW_MS, active, RAW_MS - active)


def merged(windows: Iterator[Window]) -> Iterator[Window]:
    """Windows of one run that touch as one, while it is at most five minutes long."""
    held: Window | None = None
    for each in windows:
        length = 0 if held is None else held.active_ms + held.inactive_ms
        if held is None or each.run != held.run or each.started_ms != held.started_ms + length or length >= MERGED_MS:
            if held is not None:
                yield held
            held = each
        else:
            held = Window(
                held.run, held.started_ms, held.active_ms + each.active_ms, held.inactive_ms + each.inactive_ms
            )
    if held is not None:
        yield held


def work_of(kiosk: int, windows: int, in_a_request: int, clock: Clock, *, is_merged: bool) -> Work:
    """The kiosk's work, the same each time for the same number and day. `windows` counts raw ones."""
    chance = random.Random(kiosk)
    days = -(-windows // RAW_A_DAY)
    first_ms = epoch_ms(clock.utc_now()) // DAY_MS * DAY_MS - days * DAY_MS
    raw = raw_windows(windows, first_ms, chance)
    sent = list(merged(raw) if is_merged else raw)
    loads = [sent[at : at + in_a_request] for at in range(0, len(sent), in_a_request)]
    return Work(
        tuple(Request(_packed(kiosk, load), len(load)) for load in loads),
        len(sent),
        sum(each.active_ms for each in sent),
    )


def _packed(kiosk: int, load: list[Window]) -> bytes:
    body = batch_body((HEARTBEAT, _heartbeat(kiosk, each)) for each in load)
    return gzip.compress(json.dumps(body, separators=(",", ":")).encode(), QUICKLY, mtime=0)


def _heartbeat(kiosk: int, window: Window) -> Body:
    return {
        "id": f"fractions-{window.run}",
        "name": "Fractions and their shares",
        "course": {"subject": "Math", "grade": 3},
        "runId": str(uuid.uuid5(_RUNS, f"{kiosk} {window.run}")),
        "startedAt": wire_time(window.started_ms),
        "endedAt": wire_time(window.started_ms + window.active_ms + window.inactive_ms),
        "elapsedMs": window.active_ms,
        "pausedMs": window.inactive_ms,
    }
