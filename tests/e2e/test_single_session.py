"""Single-session: the client sends the time and the completion, and the cloud has exactly what was tracked."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.clock import ManualClock, epoch_ms
from kiosk.demo.backend import Backend
from kiosk.protocol.messages import wire_time
from tests.e2e.story import ANA, DONE, Laptop, sums, windows

ACTIVE_MS = 40_017 + 30_000 + 10_003 + 5_500
INACTIVE_MS = 20_250 + 120_000 + 25_001


def test_what_arrives_is_what_was_tracked_to_the_millisecond(
    backend: Backend, clock: ManualClock, tmp_path: Path
) -> None:
    with Laptop(tmp_path, clock, backend) as laptop:
        activity = laptop.start()
        attention = laptop.timeback.attention
        laptop.let_pass(40_017)
        attention.set_focused(False)
        laptop.let_pass(20_250)
        attention.set_focused(True)
        laptop.let_pass(150_000)  # after 120 s without input all but the first 30 s turns out to have been idle
        attention.note_input()
        laptop.let_pass(10_003)
        activity.pause()
        laptop.let_pass(25_001)
        activity.resume()
        laptop.let_pass(5_500)
        activity.end(DONE)
        report = laptop.timeback.sync()

    assert activity.total_active_ms == ACTIVE_MS
    assert sums(windows(tmp_path)) == (ACTIVE_MS, INACTIVE_MS)
    assert (backend.log.active_ms(), backend.log.inactive_ms()) == (ACTIVE_MS, INACTIVE_MS)
    assert backend.log.run_ids == (activity.run_id,)
    assert backend.log.duplicate_windows() == {}
    (completion,) = backend.log.completions
    assert (completion.attempt, completion.xp, completion.total, completion.correct) == (1, 1, 10, 9)
    assert (report.sent, report.pending, report.error) == (len(backend.log.time_spent) + 1, 0, None)


def test_the_windows_that_arrive_touch_from_the_start_to_the_end(
    backend: Backend, clock: ManualClock, tmp_path: Path
) -> None:
    with Laptop(tmp_path, clock, backend) as laptop:
        activity = laptop.start()
        laptop.study(100_004)
        activity.end(DONE)
        laptop.timeback.sync()
    starts = [event.window.started_at for event in backend.log.time_spent if event.window]
    assert [text(start) for start in starts[1:]] == [event.event_time for event in backend.log.time_spent[:-1]]
    assert starts[0] == activity.started_at
    assert backend.log.time_spent[-1].event_time == backend.log.completions[0].event_time == "2026-01-05T10:01:40.004Z"


def test_caliper_has_the_fields_the_protocol_promises(backend: Backend, clock: ManualClock, tmp_path: Path) -> None:
    with Laptop(tmp_path, clock, backend) as laptop:
        activity = laptop.start("intro fractions/1", process=True)
        laptop.study(12_500)
        activity.end(DONE | {"masteredUnits": 1, "pctComplete": 67})
        laptop.timeback.sync()
    spent, done = (envelope["data"][0] for envelope in backend.log.envelopes)

    for event in (spent, done):
        assert event["session"] == f"urn:uuid:{activity.run_id}"
        assert event["profile"] == "TimebackProfile"
        assert (event["actor"]["type"], event["actor"]["email"]) == ("TimebackUser", ANA)
        assert event["eventTime"] == "2026-01-05T10:00:12.500Z"
        assert event["extensions"] == {"courseId": "course-math-3"}
        thing: Mapping[str, Any] = event["object"]
        assert thing["id"] == "https://kiosk.example.org/activities/Math/g3/intro%20fractions%2F1"
        assert (thing["subject"], thing["activity"]["name"]) == ("Math", "Intro Fractions/1")
        assert (thing["app"]["name"], thing["course"]["name"]) == ("Timeback Kiosk", "MATH-3")
        assert thing["process"] is True
    assert (spent["type"], spent["action"]) == ("TimeSpentEvent", "SpentTime")
    assert spent["generated"]["items"] == [{"type": "active", "value": 12.5}]
    assert (done["type"], done["action"]) == ("ActivityEvent", "Completed")
    assert done["generated"]["items"] == [
        {"type": "totalQuestions", "value": 10},
        {"type": "correctQuestions", "value": 9},
        {"type": "xpEarned", "value": 1},
        {"type": "masteredUnits", "value": 1},
    ]
    assert (done["generated"]["attempt"], done["generated"]["extensions"]) == (1, {"pctCompleteApp": 67})


def test_a_second_attempt_has_a_fresh_run_id_and_attempt_2(
    backend: Backend, clock: ManualClock, tmp_path: Path
) -> None:
    with Laptop(tmp_path, clock, backend) as laptop:
        for _ in range(2):
            activity = laptop.start()
            laptop.study(30_000)
            activity.end(DONE)
        laptop.timeback.sync()
    first, second = backend.log.completions
    assert (first.attempt, second.attempt) == (1, 2)
    assert first.run_id != second.run_id
    assert [backend.log.active_ms(run_id) for run_id in backend.log.run_ids] == [30_000, 30_000]


def text(moment: datetime) -> str:
    return wire_time(epoch_ms(moment))
