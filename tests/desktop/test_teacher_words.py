"""What the teacher's panel says, from values."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.clock import ManualClock, read
from kiosk.desktop.teacher.reading import ClassReading, read_class, read_student
from kiosk.desktop.teacher.sent_words import fields, sent_view
from kiosk.desktop.teacher.views import Light, Work
from kiosk.desktop.teacher.words import (
    class_view,
    day_bars,
    plain_reason,
    queue_view,
    student_view,
    undelivered_words,
    work_of,
)
from kiosk.errors import StoreError
from kiosk.protocol.outcomes import Outcome, Verdict
from kiosk.store import outbox, runs
from kiosk.store.outbox import Backlog, Lane, Message
from kiosk.store.students import Student
from kiosk.store.writer import Store
from kiosk.tracking.metrics import Metrics
from tests.store.stories import BOOT, add_student, entry, start, work

TODAY = "2026-01-05"


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC))


@pytest.fixture
def store(tmp_path: Path, clock: ManualClock) -> Iterator[Store]:
    store = Store(tmp_path, clock)
    yield store
    store.close()


def settle_next(store: Store, clock: ManualClock, student: Student, outcome: Outcome, reason: str = "") -> None:
    lane = Lane(student.id, student.ref, "fractions")
    message = store.call(outbox.claim, lane, read(clock), BOOT).result()
    assert isinstance(message, Message)
    store.call(outbox.settle, message, Verdict(outcome, reason), read(clock), 0).result()


def reading_of(store: Store) -> ClassReading:
    return store.call(read_class, TODAY).result()


@pytest.mark.parametrize(
    ("backlog", "work"),
    [
        (Backlog(), Work(Light.SERVER, "On the server")),
        (Backlog(waiting=3), Work(Light.COMPUTER, "On this computer")),
        (Backlog(finish_requests=1), Work(Light.COMPUTER, "On this computer")),
        (Backlog(waiting=3, maybe=2), Work(Light.ASIDE, "2 in doubt")),
        (Backlog(waiting=3, parked=1, maybe=2), Work(Light.ASIDE, "1 refused")),
        (Backlog(carried=4), Work(Light.COMPUTER, "Carried in a file")),
        (Backlog(waiting=1, carried=4), Work(Light.COMPUTER, "On this computer")),
    ],
)
def test_the_light_tells_the_worst(backlog: Backlog, work: Work) -> None:
    assert work_of(backlog) == work


def test_the_class_tells_how_many_are_safe_and_whose_work_is_here(store: Store, clock: ManualClock) -> None:
    ana, _ben = add_student(store), add_student(store, "ben")
    work(store, clock, start(store, clock, ana))
    view = class_view(reading_of(store), (), TODAY, None)
    assert (view.headline, view.light) == ("1 of 2 safe", Light.COMPUTER)
    assert view.sentence.startswith("Some work of Ana is kept on this computer")
    assert [(row.name, row.lesson, row.last) for row in view.rows][1] == ("Ben", "Not started", "Not yet")


def test_while_the_disk_refuses_nobody_is_safe(store: Store) -> None:
    add_student(store)
    view = class_view(reading_of(store), (), TODAY, StoreError("The disk is full."))
    assert (view.headline, view.light) == ("0 of 1 safe", Light.NOT_SAVED)
    assert view.sentence == "Do not switch this computer off. The disk is full."


def test_a_refused_message_is_told_with_its_reason_in_plain_words_and_in_the_servers(
    store: Store, clock: ManualClock
) -> None:
    ana = add_student(store)
    work(store, clock, start(store, clock, ana), 2)
    settle_next(store, clock, ana, Outcome.PARK, "400 INVALID_PAYLOAD: course")
    view = queue_view(reading_of(store), TODAY)
    (told,) = view.entries
    assert view.headline == "1 message to decide on"
    assert view.sentence == "1 message (15 s focused) will be sent by itself."
    assert (told.state, told.told) == ("Refused", "400 INVALID_PAYLOAD: course")
    assert told.why == plain_reason("parked", "400 x")
    assert not told.is_in_doubt


@pytest.mark.parametrize("reason", ["400 A: b", "401 A: b", "404 A: b", "409 A: b", "500 A: b", "", "who knows"])
def test_every_reason_says_what_to_do(reason: str) -> None:
    said = plain_reason("parked", reason)
    assert said.endswith(".")
    assert not any(character.isdigit() for character in said)


def test_a_chart_has_a_bar_for_each_of_the_latest_days() -> None:
    bars = day_bars({"2026-01-05": 19 * 60_000, "2025-12-23": 61_000, "2025-12-22": 9_000_000}, TODAY)
    assert [bar.minutes for bar in bars] == [1, *[0] * 12, 19]
    assert [bar.is_today for bar in bars] == [False] * 13 + [True]


def test_what_is_sent_is_what_was_sent_and_every_field_is_explained(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana, process=True)
    work(store, clock, run)
    metrics = Metrics(total_questions=2, correct_questions=1, xp_earned=3, mastered_units=1, pct_complete=50)
    store.end_sitting(runs.finish, entry(run), metrics).result()
    bodies = []
    lane = Lane(ana.id, ana.ref, "fractions")
    while isinstance(message := store.call(outbox.claim, lane, read(clock), BOOT).result(), Message):
        bodies.append(message.body)
        store.call(outbox.settle, message, Verdict(Outcome.DELIVERED), read(clock), 0).result()
    reading = store.call(read_student, ana.id, read(clock), BOOT).result()
    assert reading is not None
    view = sent_view(ana, reading.sent, TODAY)
    assert [json.loads(entry.payload) for entry in view.entries] in (bodies, bodies[::-1])
    sent = {key for body in bodies for key in body} | set(metrics.to_wire())
    assert len(sent) >= 14
    assert sent - set(fields()) == set()


def test_a_student_is_told_with_their_days_and_what_is_not_delivered(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    work(store, clock, start(store, clock, ana), 8)
    reading = store.call(read_student, ana.id, read(clock), BOOT).result()
    assert reading is not None
    view = student_view(reading, (), TODAY)
    assert view.days_title == "2 focused minutes in 14 days"
    assert view.undelivered == "8 messages waiting (2 min focused)"
    assert ("Latest lesson", "fractions, page 1") in view.lines


def test_nothing_undelivered_is_nothing_to_name() -> None:
    assert not undelivered_words(Backlog())
    said = undelivered_words(Backlog(waiting=1, waiting_ms=5_000, parked=2, maybe=3, carried=4, finish_requests=1))
    assert said == (
        "1 message waiting, 2 refused, 3 in doubt, 4 carried away in a file,"
        " and 1 finished lesson for the school server (5 s focused)"
    )
