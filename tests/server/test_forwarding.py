"""From the ledger to Timeback: the SDK's own events, under ids that are the event's, and what each failure does."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from kiosk.clock import ManualClock, epoch_ms
from kiosk.demo.backend import Backend
from kiosk.protocol.messages import wire_time
from kiosk.resources import sample_config
from kiosk.server import outbox
from kiosk.server.database import Database
from kiosk.server.forwarder import CLAIM_MS, MOST_TRIES, Forwarder
from kiosk.server.ledger import Kind, event_id
from kiosk.server.outbox import Backlog, Waiting
from kiosk.server.schema import events
from kiosk.server.school import open_school
from kiosk.server.upstream import Result, Sent, Upstream
from kiosk.tracking.xp import XpPolicy
from tests.demo.wire import RUN, heartbeat, submit
from tests.server.schoolhouse import (
    BEN,
    HEARTBEAT,
    LESSONS,
    SUBMIT,
    Schoolhouse,
    cloud_access,
    give_token,
    on_both,
    schoolhouse,
)

STARTED_MS = epoch_ms(datetime.fromisoformat("2026-01-27T10:00:00+00:00"))


def window(number: int) -> dict[str, object]:
    """The lesson's windows one after another, of 15 s."""
    began = STARTED_MS + number * 15_000
    return heartbeat(startedAt=wire_time(began), endedAt=wire_time(began + 15_000))


def count(database: Database) -> Backlog:
    with database.read() as db:
        return outbox.backlog(db)


@pytest.fixture
def local(database: Database, clock: ManualClock) -> Iterator[Schoolhouse]:
    """A server whose events stay; what it collects, a test delivers by hand."""
    with schoolhouse(database, clock) as running:
        yield running


class Answers:
    """A Timeback that answers as it was told, and notes what it was sent."""

    def __init__(self, *answers: Sent) -> None:
        self._answers = list(answers)
        self.seen: list[tuple[Kind, int]] = []

    async def send(self, event: Waiting) -> Sent:
        self.seen.append((event.kind, event.at_ms))
        return self._answers.pop(0) if self._answers else Sent(Result.DELIVERED)


def deliver(database: Database, clock: ManualClock, upstream: Answers) -> str | None:
    """One pass; why the cloud was away, if it was."""
    return asyncio.run(Forwarder(database, clock, upstream).deliver_due()).away


@on_both
def test_what_was_taken_arrives_as_the_sdk_servers_own(database: Database, clock: ManualClock, cloud: Backend) -> None:
    with schoolhouse(database, clock, cloud) as server:
        for _ in range(3):
            server.post(HEARTBEAT, heartbeat())
            server.post(SUBMIT, submit(pctComplete=250))
        assert cloud.log.wait_until(lambda log: len(log.completions) == 1)

    (spent,), (done,) = cloud.log.time_spent, cloud.log.completions
    assert (spent.email, spent.run_id, spent.active_ms, spent.inactive_ms) == ("ana@example.com", RUN, 12_345, 2_655)
    assert (spent.event_time, spent.course_id, spent.process) == ("2026-01-27T10:00:15.000Z", "course-math-3", True)
    assert (done.xp, done.total, done.correct, done.attempt, done.pct_complete) == (8, 10, 9, 1, 100)
    assert done.activity_url == spent.activity_url == "https://kiosk.example.org/activities/Math/g3/fractions"
    assert spent.event_id == event_id(RUN, Kind.WINDOW, STARTED_MS)
    assert done.event_id == event_id(RUN, Kind.COMPLETION, STARTED_MS + 180_000)


def test_the_id_of_an_event_is_the_same_for_ever() -> None:
    assert event_id(RUN.upper(), Kind.WINDOW, STARTED_MS) == "urn:uuid:1a8646f9-2e9d-5bf5-87b5-f66c27b83664"


def test_events_that_waited_for_credentials_go_when_the_server_has_them(
    database: Database, clock: ManualClock, cloud: Backend
) -> None:
    with schoolhouse(database, clock) as server:
        for number in range(5):
            server.post(HEARTBEAT, window(number))
        server.post(SUBMIT, submit())
    assert (count(database).waiting, len(cloud.log.envelopes)) == (6, 0)

    with schoolhouse(database, clock, cloud):
        assert cloud.log.wait_until(lambda log: len(log.completions) == 1)

    assert [event.event_time for event in cloud.log.time_spent] == [window(number)["endedAt"] for number in range(5)]


def test_a_delivery_that_was_not_noted_is_repeated_under_the_same_id(
    database: Database, clock: ManualClock, cloud: Backend
) -> None:
    with schoolhouse(database, clock) as server:
        server.post(HEARTBEAT, heartbeat())
    dying = open_school(database, clock, sample_config(), "local", cloud_access(cloud), LESSONS, XpPolicy())
    now_ms = epoch_ms(clock.utc_now())
    with database.write() as db:
        ((event,),) = outbox.due_lanes(db, now_ms, 1)
        assert outbox.claim(db, event.id, now_ms, now_ms + CLAIM_MS)

    async def send_and_die() -> None:
        await Upstream(dying.sdk).send(event)
        await dying.sdk.close()

    asyncio.run(send_and_die())

    upstream = Answers()
    deliver(database, clock, upstream)
    assert upstream.seen == [], "the claim may still be somebody's"
    clock.advance(CLAIM_MS)
    with schoolhouse(database, clock, cloud):
        assert cloud.log.wait_until(lambda log: len(log.time_spent) == 2)
    assert len({sent.event_id for sent in cloud.log.time_spent}) == 1


@on_both
def test_within_a_student_everything_goes_in_order_and_one_after_another(
    database: Database, clock: ManualClock
) -> None:
    with schoolhouse(database, clock) as server:
        for number in range(30):
            server.post(HEARTBEAT, window(number))
        server.post(SUBMIT, submit())
    upstream = Answers()
    deliver(database, clock, upstream)
    deliver(database, clock, upstream)

    assert [at_ms for kind, at_ms in upstream.seen] == [STARTED_MS + n * 15_000 for n in range(30)] + [
        STARTED_MS + 180_000
    ]
    assert upstream.seen[-1][0] is Kind.COMPLETION
    assert count(database).delivered == 31


def test_a_cloud_that_is_away_costs_no_event_a_try(local: Schoolhouse, clock: ManualClock) -> None:
    database = local.school.database
    local.post(HEARTBEAT, heartbeat())
    for _ in range(3 * MOST_TRIES):
        assert deliver(database, clock, Answers(Sent(Result.AWAY, "no network"))) == "no network"
        assert count(database) == Backlog(waiting=1, parked=0, delivered=0, waiting_reason="no network")

    assert deliver(database, clock, Answers()) is None
    assert count(database) == Backlog(waiting=0, parked=0, delivered=1, waiting_reason="")


def test_what_timeback_refuses_is_parked_with_its_reason_and_blocks_nothing(
    local: Schoolhouse, clock: ManualClock
) -> None:
    database = local.school.database
    for number in range(3):
        local.post(HEARTBEAT, window(number))
    deliver(database, clock, Answers(Sent(Result.DELIVERED), Sent(Result.REFUSED, "Timeback answered 422: no")))

    assert count(database) == Backlog(waiting=0, parked=1, delivered=2, waiting_reason="")
    with database.write() as db:
        (parked,) = outbox.parked(db)
        assert (parked.at_ms, parked.active_ms, parked.reason) == (
            STARTED_MS + 15_000,
            12_345,
            "Timeback answered 422: no",
        )
        assert outbox.retry(db, parked.id) == 1
    deliver(database, clock, Answers())
    assert count(database).delivered == 3


def test_a_failure_of_the_events_own_is_tried_a_dozen_times_more_slowly_each_time(
    local: Schoolhouse, clock: ManualClock
) -> None:
    database = local.school.database
    local.post(HEARTBEAT, heartbeat())
    waits: list[int] = []
    upstream = Answers(*[Sent(Result.FAILED, "odd")] * 20)
    while count(database).waiting:
        deliver(database, clock, upstream)
        with database.read() as db:
            waits.append((db.scalar(select(events.c.next_try_ms)) or 0) - epoch_ms(clock.utc_now()))
        clock.advance(max(waits[-1] - 1, 0))
        deliver(database, clock, upstream)
        assert len(upstream.seen) == len(waits), "not a millisecond early"
        clock.advance(1)

    assert len(upstream.seen) == MOST_TRIES
    waits.pop()  # of the last try, after which it was parked
    assert waits[0] <= 1_000
    assert all(later >= earlier for earlier, later in zip(waits[:6], waits[2:8], strict=True))
    assert timedelta(minutes=10) < timedelta(milliseconds=sum(waits)) < timedelta(hours=1)
    with database.read() as db:
        assert outbox.parked(db)[0].reason == "odd; tried 12 times"


def test_a_student_whom_timeback_does_not_know_holds_up_nobody_else(
    database: Database, clock: ManualClock, cloud: Backend
) -> None:
    with schoolhouse(database, clock, cloud) as server:
        stranger = give_token(database, clock, "new@example.com")
        server.post(HEARTBEAT, heartbeat(runId="aaaaaaaa-9d0c-4c8a-8e1e-0a5b0d6f1c11"), stranger)
        server.post(HEARTBEAT, heartbeat(), give_token(database, clock, BEN))
        assert cloud.log.wait_until(lambda log: len(log.time_spent) == 1)
        answer = server.get("/api/kiosk/outbox", stranger).json()

    assert cloud.log.time_spent[0].email == BEN
    assert (answer["waiting"], answer["parked"]) == (1, [])
    assert answer["waitingReason"] in ("", "Timeback knows no student with this e-mail address")


def test_an_outage_never_reaches_the_kiosk(database: Database, clock: ManualClock, cloud: Backend) -> None:
    cloud.stop()
    with schoolhouse(database, clock, cloud) as server:
        answers = [server.post(HEARTBEAT, window(number)).status_code for number in range(3)]
        assert answers == [204] * 3
        cloud.start()
        assert cloud.log.wait_until(lambda log: len(log.time_spent) == 3)
