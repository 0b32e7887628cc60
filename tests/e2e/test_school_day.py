"""Eight machines, thirty students, 240 hand-overs: each one's time arrives to the second, and nobody has another's."""

from collections import Counter
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from kiosk import resources
from kiosk.clock import ManualClock, epoch_ms
from kiosk.demo.backend import Backend
from tests.e2e.school_day import MACHINES, ROUNDS, SchoolDay
from tests.e2e.story import windows

NAMES = tuple(f"student-{number:02}@example.com" for number in range(30))


def test_each_students_time_arrives_once_and_nobody_has_anothers_but_what_the_log_lists(tmp_path: Path) -> None:
    clock = ManualClock(datetime(2026, 1, 5, 9, 0, tzinfo=UTC))
    day = SchoolDay(tmp_path, clock, NAMES, seed=11)
    with Backend(resources.sample_config(), NAMES, {name: name for name in NAMES}, clock=clock) as backend:
        day.live(backend)
        sent_early = len(backend.log.time_spent)
        clock.advance(18 * 3_600_000)
        day.deliver(backend)
        day.close()
        log = backend.log
    assert day.handovers == MACHINES * ROUNDS == 240
    assert 0 < sent_early < len(log.time_spent), "some of it was sent in the one hour with a network"

    (line,) = day.corrected
    assert line.moved_ms > 0
    assert line.sent_ms > 0
    due = Counter(day.studied)
    due[line.taken_for] += line.sent_ms
    due[line.right] -= line.sent_ms
    received: Counter[str] = Counter()
    for event in log.time_spent:
        received[event.email] += event.active_ms
    assert received == due
    assert log.duplicate_windows() == {}
    assert log.inactive_ms() == 0
    for machine in day.machines:
        assert {kept.state for kept in windows(machine.folder)} == {"delivered", "withdrawn"}
    for name in NAMES:
        spans = sorted(
            (epoch_ms(event.window.started_at), event.active_ms)
            for event in log.time_spent
            if event.email == name and event.window is not None
        )
        assert all(start + length <= following for (start, length), (following, _) in pairwise(spans))
