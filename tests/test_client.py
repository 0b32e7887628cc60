import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

import kiosk
from kiosk import Activity, ErrorContext, KioskError, Timeback
from kiosk.clock import ManualClock
from kiosk.errors import ActivityError, ConfigError, DeliveryError, MetricsError, StoreError
from kiosk.store.writer import Store
from tests.sync.faulty import NO_CONTENT, faulty, page, unused_port

MATH = {"subject": "Math", "grade": 3}
FOREIGN = "11111111-2222-3333-4444-555555555555"


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC))


@pytest.fixture
def timeback(tmp_path: Path, clock: ManualClock) -> Iterator[Timeback]:
    with Timeback(data_dir=tmp_path, student="ana@example.com", clock=clock) as timeback:
        yield timeback


def let_pass(timeback: Timeback, clock: ManualClock, seconds: int) -> None:
    for _ in range(seconds):
        clock.advance(1000)
        timeback.tick()


def begin(timeback: Timeback, **more: object) -> Activity:
    arguments: dict[str, object] = {"id": "lesson-1", "name": "Fractions", "course": MATH, **more}
    return timeback.activity.start(**arguments)  # type: ignore[arg-type]


def test_the_public_names_are_these() -> None:
    assert kiosk.__all__ == ["Activity", "ErrorContext", "KioskError", "SyncReport", "Timeback"]
    assert all(getattr(kiosk, name) for name in kiosk.__all__)
    with pytest.raises(AttributeError):
        kiosk.nothing  # noqa: B018


def test_an_activity_counts_while_the_host_ticks(timeback: Timeback, clock: ManualClock) -> None:
    activity = begin(timeback)
    assert timeback.activity.current is activity
    assert activity.started_at == datetime(2026, 1, 5, 10, 0, tzinfo=UTC)
    let_pass(timeback, clock, 19)
    assert (activity.total_active_ms, activity.elapsed_ms, activity.is_paused) == (19_000, 4_000, False)
    activity.end()
    assert activity.is_ended
    assert not timeback.activity.current
    assert timeback.sync().pending == 2


def test_a_second_start_is_refused_while_one_is_in_progress(timeback: Timeback) -> None:
    first = begin(timeback)
    with pytest.raises(ActivityError, match="Another activity is already in progress"):
        begin(timeback, id="other")
    first.end()
    begin(timeback, id="other")


def test_the_run_is_continued_until_it_is_finished(timeback: Timeback, clock: ManualClock) -> None:
    first = begin(timeback)
    let_pass(timeback, clock, 10)
    first.end()
    second = begin(timeback)
    assert (second.run_id, second.is_resumed, second.run_active_ms) == (first.run_id, True, 10_000)
    let_pass(timeback, clock, 5)
    assert second.run_active_ms == 15_000
    second.end({"xpEarned": 1})
    second.end({"xpEarned": 1})
    assert begin(timeback).run_id != first.run_id


def test_a_given_run_id_is_used_verbatim_and_one_that_is_no_uuid_is_warned_of(timeback: Timeback) -> None:
    activity = begin(timeback, run_id=FOREIGN.upper())
    assert activity.run_id == FOREIGN.upper()
    activity.end()
    with pytest.warns(UserWarning, match="is no UUID"):
        assert begin(timeback, run_id="week-7").run_id == "week-7"


def test_attention_is_remembered_between_activities(timeback: Timeback, clock: ManualClock) -> None:
    timeback.attention.set_focused(False)
    activity = begin(timeback)
    let_pass(timeback, clock, 5)
    timeback.attention.set_focused(True)
    timeback.attention.set_locked(True)
    let_pass(timeback, clock, 5)
    timeback.attention.set_locked(False)
    timeback.attention.note_input()
    let_pass(timeback, clock, 5)
    assert activity.total_active_ms == 5_000


def test_pause_and_resume_call_back_on_the_hosts_thread(timeback: Timeback, clock: ManualClock) -> None:
    heard: list[str] = []
    activity = begin(timeback, on_pause=lambda: heard.append("pause"), on_resume=lambda: heard.append("resume"))
    activity.pause()
    assert activity.is_paused
    let_pass(timeback, clock, 5)
    activity.resume()
    let_pass(timeback, clock, 5)
    assert heard == ["pause", "resume"]
    assert activity.total_active_ms == 5_000


def test_wrong_metrics_are_refused_by_name_before_anything_is_queued(timeback: Timeback) -> None:
    activity = begin(timeback)
    with pytest.raises(MetricsError, match="correctQuestions must not be more than totalQuestions"):
        activity.end({"xpEarned": 1, "totalQuestions": 1, "correctQuestions": 2})
    assert not activity.is_ended
    activity.end({"xpEarned": 1, "totalQuestions": 1, "correctQuestions": 1})
    assert timeback.sync().pending == 1


@pytest.mark.parametrize(
    ("wrong", "word"),
    [({"id": " "}, "id must be"), ({"name": ""}, "name must be"), ({"course": {"subject": "Math"}}, "course.grade"),
     ({"course": None}, "course is required"), ({"run_id": ""}, "run_id must be"), ({"time": True}, "time must be"),
     ({"time": {"interval": 5}}, "time.interval is not an option")],
)  # fmt: skip
def test_a_wrong_start_is_refused_in_a_sentence(timeback: Timeback, wrong: dict[str, object], word: str) -> None:
    with pytest.raises(ActivityError, match=word):
        begin(timeback, **wrong)
    begin(timeback)


def test_an_ended_activity_cannot_be_paused(timeback: Timeback) -> None:
    activity = begin(timeback)
    activity.end()
    with pytest.raises(ActivityError, match="has ended"):
        activity.pause()


def test_time_false_counts_here_and_sends_no_windows(timeback: Timeback, clock: ManualClock) -> None:
    activity = begin(timeback, time=False)
    let_pass(timeback, clock, 60)
    assert activity.total_active_ms == 60_000
    activity.end({"xpEarned": 1})
    assert timeback.sync().pending == 1


def test_without_a_server_everything_is_kept_and_sync_says_so(timeback: Timeback, clock: ManualClock) -> None:
    begin(timeback)
    let_pass(timeback, clock, 15)
    report = timeback.sync()
    assert (report.sent, report.pending, report.error) == (0, 1, "no server is set")


def test_closing_ends_the_activity_and_its_time_is_kept(tmp_path: Path, clock: ManualClock) -> None:
    timeback = Timeback(data_dir=tmp_path, student="ana@example.com", clock=clock)
    activity = begin(timeback)
    let_pass(timeback, clock, 7)
    timeback.close()
    timeback.close()
    assert activity.is_ended
    with Timeback(data_dir=tmp_path, student="ana@example.com", clock=clock) as again:
        assert begin(again).run_active_ms == 7_000


def test_a_course_that_is_not_in_the_config_is_refused_at_the_start(tmp_path: Path, clock: ManualClock) -> None:
    config = tmp_path / "timeback.config.json"
    config.write_text('{"sensor": "https://x.example", "courses": [{"subject": "Math", "grade": 3}]}')
    with Timeback(config, data_dir=tmp_path / "d", student="ana", clock=clock, default_course=MATH) as timeback:
        begin(timeback, course=None).end()
        with pytest.raises(ActivityError, match=r"course CS-101 is not in timeback.config.json"):
            begin(timeback, course={"code": "CS-101"})
    with pytest.raises(ConfigError):
        Timeback(tmp_path / "none.json", data_dir=tmp_path / "e")


def test_two_programs_cannot_share_a_folder(timeback: Timeback, tmp_path: Path) -> None:
    begin(timeback)
    with pytest.raises(StoreError, match="in use by another running kiosk"):
        Timeback(data_dir=tmp_path)


def test_a_client_that_could_not_be_made_leaves_the_folder_free(tmp_path: Path, clock: ManualClock) -> None:
    with closing(Store(tmp_path, clock)) as store:
        store.call(
            lambda db: db.execute(
                "CREATE TRIGGER full BEFORE INSERT ON students BEGIN SELECT raise(ABORT, 'no room'); END"
            )
        ).result()
    with pytest.raises(sqlite3.IntegrityError, match="no room"):
        Timeback(data_dir=tmp_path, student="ana")
    Store(tmp_path, clock).close()


def test_what_arrived_is_flushed_and_what_failed_is_told_once(tmp_path: Path, clock: ManualClock) -> None:
    flushed: list[int] = []
    errors: list[tuple[KioskError, ErrorContext]] = []
    with (
        faulty([page("502 Bad Gateway", b"")], [page("502 Bad Gateway", b"")], [NO_CONTENT]) as server,
        Timeback(
            data_dir=tmp_path, student="ana", clock=clock, server=server.url, token="t", background=False
        ) as timeback,
    ):
        activity = begin(timeback, on_flush=flushed.append, on_error=lambda *what: errors.append(what))
        let_pass(timeback, clock, 15)
        assert timeback.sync().pending == 1
        assert timeback.sync().pending == 1
        assert timeback.sync().sent == 1
        assert flushed == [15_000]
        ((error, context),) = errors
        assert isinstance(error, DeliveryError)
        assert (context.kind, context.run_id, context.attempts) == ("heartbeat", activity.run_id, 1)
        assert context.started_at == "2026-01-05T10:00:00.000Z"


def test_what_becomes_of_a_completion_is_told_after_the_end(tmp_path: Path, clock: ManualClock) -> None:
    flushed: list[int] = []
    told: list[str] = []
    with (
        faulty([NO_CONTENT], [page("500 Oh", b"")], [NO_CONTENT]) as server,
        Timeback(
            data_dir=tmp_path, student="ana", clock=clock, server=server.url, token="t", background=False
        ) as timeback,
    ):
        activity = begin(timeback, on_flush=flushed.append, on_error=lambda _error, context: told.append(context.kind))
        let_pass(timeback, clock, 5)
        activity.end({"xpEarned": 1})
        assert timeback.sync().error == "500 Internal Server Error"
        assert (flushed, told) == ([5_000], ["completion"])
        assert timeback.sync().pending == 0


def test_retry_attempts_is_how_often_it_may_fail_before_it_is_told(tmp_path: Path, clock: ManualClock) -> None:
    attempts: list[int] = []
    with Timeback(
        data_dir=tmp_path,
        student="ana",
        clock=clock,
        server=f"http://127.0.0.1:{unused_port()}",
        token="t",
        background=False,
    ) as timeback:
        begin(timeback, time={"retry_attempts": 3}, on_error=lambda _error, context: attempts.append(context.attempts))
        let_pass(timeback, clock, 15)
        for _ in range(5):
            timeback.sync()
        assert attempts == [3]
        assert timeback.sync().pending == 1


def test_a_refused_token_is_said_and_a_new_one_delivers(tmp_path: Path, clock: ManualClock) -> None:
    with (
        faulty([page("401 Unauthorized", b"")], [NO_CONTENT]) as server,
        Timeback(
            data_dir=tmp_path, student="ana", clock=clock, server=server.url, token="old", background=False
        ) as timeback,
    ):
        begin(timeback)
        let_pass(timeback, clock, 15)
        assert timeback.sync().error == "the server refused the token"
        timeback.set_token(None)
        assert timeback.sync().error == "no token is set"
        timeback.set_token("new")
        assert timeback.sync().sent == 1
        assert b"Bearer new" in server.requests[-1]


def test_a_host_that_forgets_to_tick_is_told_once(
    timeback: Timeback, clock: ManualClock, caplog: pytest.LogCaptureFixture
) -> None:
    activity = begin(timeback)
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            clock.advance(20_000)
            timeback.tick()
    assert [record.message for record in caplog.records] == [
        "lesson-1: nothing was told for 20 s, which counts as nothing; call tick() about once a second"
    ]
    assert activity.total_active_ms == 0


def test_time_given_at_the_end_replaces_what_was_tracked(tmp_path: Path, clock: ManualClock) -> None:
    with (
        faulty([NO_CONTENT]) as server,
        Timeback(
            data_dir=tmp_path, student="ana", clock=clock, server=server.url, token="t", background=False
        ) as timeback,
    ):
        activity = begin(timeback)
        let_pass(timeback, clock, 20)
        activity.end({"xpEarned": 1, "time": {"active": 1_800_000, "inactive": 300_000}})
        assert timeback.sync().sent == 2
    assert b'"elapsedMs":1800000,"pausedMs":300000' in server.requests[0]


def test_time_that_does_not_fit_leaves_the_activity_to_be_ended_again(timeback: Timeback, clock: ManualClock) -> None:
    begin(timeback, id="earlier").end({"xpEarned": 0, "time": {"active": 0}})
    first = begin(timeback)
    let_pass(timeback, clock, 20)
    first.end()
    again = begin(timeback)
    let_pass(timeback, clock, 20)
    with pytest.raises(MetricsError, match="time has 40000 ms left to report"):
        again.end({"xpEarned": 1, "time": {"active": 40_000}})
    assert not again.is_ended
    again.end({"xpEarned": 1, "time": {"active": 20_000}})
    assert again.is_ended


def test_time_cannot_be_given_where_none_is_reported(timeback: Timeback) -> None:
    activity = begin(timeback, time=False)
    with pytest.raises(MetricsError, match="started with time=False"):
        activity.end({"xpEarned": 1, "time": {"active": 5}})
