"""Every answer the protocol knows, at the real server: what is kept, what is told, what follows."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk import ErrorContext, KioskError
from kiosk.clock import ManualClock, epoch_ms
from kiosk.demo.backend import Backend
from kiosk.errors import DeliveryError
from kiosk.protocol.messages import HEARTBEAT, SUBMIT
from kiosk.sync.backoff import HOLDS_MS, SLOW_MS
from tests.e2e.story import ANA, DONE, MATH, UNSYNCED, Laptop, Stored, StoredEnd, completions, windows

SOON = range(1_000, 2_001)
SLOWLY = range(SLOW_MS // 2, SLOW_MS + 1)
HELD = range(HOLDS_MS[0] // 2, HOLDS_MS[0] + 1)


@dataclass(frozen=True)
class Case:
    """An answer that keeps a message waiting, for some milliseconds of `waits`.

    The cause goes away with this one answer, or by `mend`, which may change the server's configuration file.
    """

    name: str
    reason: str
    waits: range
    provoke: Callable[[Backend, str], object] = lambda _backend, _route: None
    mend: Callable[[Backend, Path], object] = lambda _backend, _config: None
    token: str = "ana"
    course: object = field(default_factory=lambda: MATH)


def answers(status: int, code: str | None = None, **headers: str) -> Callable[[Backend, str], object]:
    """An answer in the SDK's place: its envelope with that code, or without one a page that is not the SDK's."""
    body = json.dumps({"error": {"code": code, "message": "told to"}}) if code else "<html>Welcome to our Wi-Fi</html>"
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda backend, route: backend.refuse_next(1, status, body=body.encode(), headers=sent, route=route)


def sync_the_course(backend: Backend, config: Path) -> None:
    config.write_text(config.read_text("utf-8").replace('"ids": null', '"ids": {"staging": "course-new-1"}'), "utf-8")
    backend.stop()
    backend.start()


def only(do: Callable[[Backend], object]) -> Callable[[Backend, object], object]:
    """One and the same act for `provoke` and `mend`, where they need only the server."""
    return lambda backend, _: do(backend)


ABSENT, AMBIGUOUS = "404 USER_RESOLUTION_FAILED", "409 USER_RESOLUTION_FAILED"

WAITING = [
    # the server's own answers
    Case("an absent student", ABSENT, HELD, token="absent", mend=only(lambda b: b.allow("absent", ANA))),
    Case("an outage of the rostering", ABSENT, HELD, only(lambda b: b.cloud.fail(500, part="users"))),
    Case("an ambiguous student", AMBIGUOUS, HELD, token="twin", mend=only(lambda b: b.allow("twin", ANA))),
    Case("a course not synced", "503 MISSING_SYNCED_COURSE_ID", HELD, course=UNSYNCED, mend=sync_the_course),
    Case("a failing cloud", "502 INTERNAL_ERROR", SOON, only(lambda b: b.cloud.fail(500))),
    # faults of its configuration, which a client cannot provoke
    Case("two courses alike", "500 AMBIGUOUS_COURSE_SELECTOR", HELD, answers(500, "AMBIGUOUS_COURSE_SELECTOR")),
    Case("no sensor", "500 MISSING_SENSOR", HELD, answers(500, "MISSING_SENSOR")),
    Case("a wrong sensor", "500 INVALID_SENSOR_URL", HELD, answers(500, "INVALID_SENSOR_URL")),
    # beyond the SDK's table: a proxy, a captive portal, another program at that address
    Case("429", "429 Too Many Requests", range(60_000, 60_001), answers(429, Retry_After="60")),
    Case("408", "408 Request Timeout", SOON, answers(408)),
    Case("500", "500 Internal Server Error", SOON, answers(500)),
    Case("502", "502 Bad Gateway", SOON, answers(502)),
    Case("503", "503 Service Unavailable", SOON, answers(503)),
    Case("504", "504 Gateway Timeout", SOON, answers(504)),
    Case("a redirect", "302 Found", SLOWLY, answers(302, Location="/login")),
    Case("a captive portal", "200 OK", SLOWLY, answers(200)),
    Case("400 of a stranger", "400 Bad Request", SLOWLY, answers(400)),
    Case("403", "403 Forbidden", SLOWLY, answers(403)),
    Case("404 of a stranger", "404 Not Found", SLOWLY, answers(404)),
    Case("413", "413 ", SLOWLY, answers(413)),
    Case("no one there", "ConnectError", SOON, only(Backend.stop), mend=only(Backend.start)),
    Case("a lost answer", "RemoteProtocolError", SOON, lambda b, route: b.cut_next(sdk_acts=True, route=route)),
    Case("a lost request", "RemoteProtocolError", SOON, lambda b, route: b.cut_next(sdk_acts=False, route=route)),
]  # fmt: skip


@pytest.mark.usefixtures("vouched")
@pytest.mark.parametrize("case", WAITING, ids=lambda case: case.name)
def test_a_window_that_was_not_taken_waits_is_told_and_arrives_once_the_cause_is_mended(
    backend: Backend, clock: ManualClock, config: Path, tmp_path: Path, case: Case
) -> None:
    told: list[tuple[KioskError, ErrorContext]] = []
    with Laptop(tmp_path, clock, backend, token=case.token) as laptop:
        activity = laptop.start(course=case.course, on_error=lambda *what: told.append(what))
        laptop.study(15_000)
        case.provoke(backend, HEARTBEAT)
        report = laptop.timeback.sync()

        (window,) = windows(tmp_path)
        assert (report.sent, report.pending, report.parked) == (0, 1, 0)
        assert report.error is not None
        assert report.error.startswith(case.reason)
        expect_waiting(window, case, clock)
        ((error, context),) = told
        assert isinstance(error, DeliveryError)
        assert str(error).startswith(case.reason)
        assert (context.kind, context.run_id, context.attempts) == ("heartbeat", activity.run_id, 1)
        assert (context.started_at, context.ended_at) == ("2026-01-05T10:00:00.000Z", "2026-01-05T10:00:15.000Z")

        case.mend(backend, config)
        assert laptop.timeback.sync().sent == 1
        assert windows(tmp_path)[0].state == "delivered"
        assert backend.log.active_ms() == 15_000
        assert len(told) == 1


@pytest.mark.parametrize("case", WAITING, ids=lambda case: case.name)
def test_a_completion_that_was_not_taken_waits_is_told_and_arrives_once_the_cause_is_mended(
    backend: Backend, clock: ManualClock, config: Path, tmp_path: Path, case: Case
) -> None:
    told: list[tuple[KioskError, ErrorContext]] = []
    with Laptop(tmp_path, clock, backend, token=case.token) as laptop:
        activity = laptop.start(course=case.course, time=False, on_error=lambda *what: told.append(what))
        laptop.study(15_000)
        activity.end(DONE)
        case.provoke(backend, SUBMIT)
        report = laptop.timeback.sync()

        (end,) = completions(tmp_path)
        assert (report.sent, report.pending, report.parked) == (0, 1, 0)
        expect_waiting(end, case, clock)
        ((error, context),) = told
        assert str(error).startswith(case.reason)
        assert (context.kind, context.run_id, context.attempts) == ("completion", activity.run_id, 1)
        assert (context.started_at, context.ended_at) == (None, "2026-01-05T10:00:15.000Z")

        case.mend(backend, config)
        assert laptop.timeback.sync().sent == 1
        assert completions(tmp_path)[0].state == "delivered"
        assert {(done.run_id, done.attempt) for done in backend.log.completions} == {(activity.run_id, 1)}
        assert len(told) == 1


def expect_waiting(message: Stored | StoredEnd, case: Case, clock: ManualClock) -> None:
    assert message.state == "ready"
    assert message.reason.startswith(case.reason)
    assert message.next_try_ms - epoch_ms(clock.utc_now()) in case.waits


@pytest.mark.filterwarnings("ignore:run_id 'the-run-of-week-7' is no UUID:UserWarning")
@pytest.mark.parametrize(
    ("reason", "run_id", "course"),
    [("400 INVALID_PAYLOAD", "the-run-of-week-7", MATH), ("400 UNKNOWN_COURSE", None, {"code": "NOT-OURS"})],
)
def test_what_is_refused_for_good_is_parked_with_its_reason_and_blocks_nothing(
    backend: Backend, clock: ManualClock, tmp_path: Path, reason: str, run_id: str | None, course: object
) -> None:
    told: list[str] = []
    with Laptop(tmp_path, clock, backend) as laptop:
        refused = laptop.start(
            course=course, run_id=run_id, on_error=lambda error, context: told.append(f"{context.kind}: {error}")
        )
        laptop.study(15_000)
        refused.end(DONE)
        taken = laptop.start()
        laptop.study(10_000)
        taken.end(DONE)
        report = laptop.timeback.sync()
        assert (report.sent, report.pending, report.parked) == (2, 0, 2)
        assert laptop.timeback.sync().sent == 0

    assert [line.startswith(f"{kind}: {reason}") for kind, line in zip(("heartbeat", "completion"), told, strict=True)]
    bad, good = windows(tmp_path)
    assert (bad.state, bad.tries, good.state) == ("parked", 1, "delivered")
    assert bad.reason.startswith(reason)
    assert [end.state for end in completions(tmp_path)] == ["parked", "delivered"]
    assert backend.log.run_ids == (taken.run_id,)
    assert backend.log.active_ms() == 10_000


def test_a_preview_and_a_duplicate_are_deliveries(backend: Backend, clock: ManualClock, tmp_path: Path) -> None:
    flushed: list[int] = []
    backend.refuse_next(1, 200, body=b'{"duplicate":true}', route=HEARTBEAT)
    backend.refuse_next(1, 200, body=b'{"preview":true}', route=SUBMIT)
    with Laptop(tmp_path, clock, backend) as laptop:
        activity = laptop.start(on_flush=flushed.append)
        laptop.study(15_000)
        activity.end(DONE)
        report = laptop.timeback.sync()
    assert (report.sent, report.pending, report.error) == (2, 0, None)
    assert flushed == [15_000]
    assert (windows(tmp_path)[0].state, completions(tmp_path)[0].state) == ("delivered", "delivered")
