"""One lesson on two machines: gone on with, or begun twice without knowing of each other. In both orders of arrival."""

import asyncio
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from sqlalchemy import select

from kiosk.clock import ManualClock, epoch_ms
from kiosk.demo.backend import Backend
from kiosk.lessons.files import file_name
from kiosk.lessons.model import RESPONSE, QuestionId, SavedAnswer
from kiosk.server import correcting, outbox, students
from kiosk.server.database import Database
from kiosk.server.forwarder import Forwarder
from kiosk.server.outbox import Waiting
from kiosk.server.schema import run_aliases, runs
from kiosk.server.upstream import Result, Sent
from kiosk.store import files, progress
from kiosk.store.runs import RunRequest
from kiosk.store.writer import Connection
from tests.demo.wire import RUN
from tests.e2e.story import Laptop
from tests.lessons.packages import png
from tests.server.handing import device_token
from tests.server.schoolhouse import ANA, BEN, Schoolhouse, bearer, give_token, on_both, schoolhouse
from tests.server.test_batch import BATCH, beat, place, send
from tests.server.test_finishing import FINISH, LESSON, PLACE, claim, right_answers
from tests.server.test_forwarding import STARTED_MS, window
from tests.server.test_kiosk_side import Address

LATER = RUN.replace("3", "4")
SUBJECT = {"id": LESSON.id, "name": LESSON.title, "course": LESSON.course.to_wire(), "pausedMs": 0}
NO_FILES: Mapping[str, bytes] = MappingProxyType({})
FIRST, SECOND = (question.id for question in LESSON.questions[:2])


@pytest.fixture
def server(database: Database, clock: ManualClock) -> Iterator[Schoolhouse]:
    clock.advance(400 * 86_400_000)
    with schoolhouse(database, clock) as running:
        yield running


def answer(text: str, at_ms: int) -> dict[str, Any]:
    return {"response": {RESPONSE: [text]}, "attempts": [], "changedMs": at_ms}


def machine(run: str, began: int, answers: dict[str, Any], page: int = 1) -> list[dict[str, Any]]:
    """What one machine did offline: four windows of 15 s from `began` on, and its place a minute later."""
    windows = [beat(window(began + number) | SUBJECT | {"runId": run, "elapsedMs": 15_000}) for number in range(4)]
    began_ms = STARTED_MS + began * 15_000
    return [
        *windows,
        place(runId=run, page=page, startedMs=began_ms, changedMs=began_ms + 60_000, answers=answers),
    ]


ONE = machine(RUN, 0, {FIRST: answer("early", 100), SECOND: answer("late", 900)}, page=1)
OTHER = machine(LATER, 10, {FIRST: answer("late", 800), SECOND: answer("early", 200)}, page=2)
ORDERS = pytest.mark.parametrize("order", [(ONE, OTHER), (OTHER, ONE)], ids=["in their order", "the later one first"])


@on_both
@ORDERS
def test_two_begun_offline_are_one_run_with_the_later_of_each_answer(server: Schoolhouse, order: Any) -> None:
    for messages in order:
        assert {status for status, _ in send(server, *messages)} == {204}
    told = server.get(PLACE).json()
    assert (told["runId"], told["page"], told["focusedMs"]) == (RUN, 2, 120_000), "the one begun earlier"
    assert [told["answers"][question]["response"][RESPONSE] for question in (FIRST, SECOND)] == [["late"], ["late"]]
    with server.school.database.read() as db:
        ((alias, canonical),) = db.execute(select(run_aliases.c.run, run_aliases.c.canonical)).all()
        names = dict(db.execute(select(runs.c.id, runs.c.run_id)).all())
    assert (names[alias], names[canonical]) == (LATER, RUN)


def test_a_student_of_a_kiosk_that_joined_and_one_with_a_token_are_one_student(
    server: Schoolhouse, clock: ManualClock
) -> None:
    now_ms = epoch_ms(clock.utc_now())
    with server.school.database.write() as db:
        students.move(db, students.find(db, ANA).id, "3b", None, now_ms)
    as_device = {**bearer(device_token(server.school.database, now_ms)), "Kiosk-Student": ANA}
    answer = server.http.post(BATCH, json={"messages": OTHER}, headers=as_device)
    assert [told["status"] for told in answer.json()["answers"]] == [204] * len(OTHER)
    send(server, *ONE)
    told = server.http.get(PLACE, headers=as_device).json()
    assert told == server.get(PLACE).json()
    assert (told["runId"], told["page"], told["focusedMs"]) == (RUN, 2, 120_000)


@on_both
def test_time_that_was_somebody_elses_is_in_no_run_and_pays_nothing(server: Schoolhouse, clock: ManualClock) -> None:
    database, now_ms = server.school.database, epoch_ms(clock.utc_now())
    give_token(database, clock, BEN)
    for messages in (ONE, OTHER):
        send(server, *messages)
    with database.write() as db:
        ana, ben = (students.find(db, email).id for email in (ANA, BEN))
        theirs = correcting.records(db, ana, STARTED_MS + 10 * 15_000, now_ms)
        assert correcting.give(db, ana, ben, [each.id for each in theirs], now_ms).moved_ms == 60_000
    assert server.get(PLACE).json()["focusedMs"] == 60_000
    assert server.post(FINISH, claim()).json()["metrics"]["xpEarned"] == 1


@on_both
@ORDERS
def test_finished_after_they_were_joined_they_are_one_attempt_with_all_its_time(
    server: Schoolhouse, order: Any
) -> None:
    for messages in order:
        send(server, *messages)
    assert server.post(FINISH, claim()).json()["metrics"]["xpEarned"] == 2
    assert server.get(PLACE).json()["error"]["code"] == "NO_PROGRESS"
    assert server.get(f"{PLACE}?run={LATER}").json()["error"]["code"] == "FINISHED"
    assert server.post(FINISH, claim(runId=LATER)).json()["metrics"]["xpEarned"] == 0, "its time is paid for"


@on_both
@pytest.mark.parametrize("order", [(RUN, LATER), (LATER, RUN)])
def test_two_finished_are_two_attempts_each_with_its_own_time(server: Schoolhouse, order: tuple[str, str]) -> None:
    xp = {}
    for run in order:
        messages = machine(run, 0 if run == RUN else 10, right_answers())
        told = send(server, *messages, {"path": "finish", "body": claim(runId=run)})
        xp[run] = told[-1][1]["metrics"]["xpEarned"]
    assert xp == {RUN: 1, LATER: 1}
    with server.school.database.read() as db:
        assert db.execute(select(run_aliases)).all() == []


class Notebook:
    """A Timeback that takes everything."""

    def __init__(self) -> None:
        self.seen: list[Waiting] = []

    async def send(self, event: Waiting) -> Sent:
        self.seen.append(event)
        return Sent(Result.DELIVERED)


@on_both
def test_the_run_that_timeback_has_seen_stays_canonical_and_the_others_time_goes_under_its_id(
    server: Schoolhouse, clock: ManualClock
) -> None:
    database, timeback = server.school.database, Notebook()
    send(server, *OTHER)
    asyncio.run(Forwarder(database, clock, timeback).deliver_due())
    send(server, *ONE)
    asyncio.run(Forwarder(database, clock, timeback).deliver_due())

    assert server.get(PLACE).json()["runId"] == LATER
    assert [event.run_id for event in timeback.seen] == [LATER] * 4 + [RUN] * 4
    assert {event.sent_as for event in timeback.seen} == {LATER}
    with database.read() as db:
        assert outbox.backlog(db).waiting == 0


def test_time_of_an_alias_reaches_timeback_under_the_canonical_run(
    database: Database, clock: ManualClock, cloud: Backend
) -> None:
    clock.advance(400 * 86_400_000)
    with schoolhouse(database, clock) as local:
        for messages in (OTHER, ONE):
            send(local, *messages)
    with schoolhouse(database, clock, cloud):
        assert cloud.log.wait_until(lambda log: len(log.time_spent) == 8)
    assert cloud.log.active_ms(RUN) == 120_000


def test_a_lesson_without_windows_reaches_timeback_with_the_time_of_its_completion(
    database: Database, clock: ManualClock, cloud: Backend
) -> None:
    with schoolhouse(database, clock, cloud) as server:
        server.post(FINISH, claim(activeMs=180_000))
        assert cloud.log.wait_until(lambda log: len(log.completions) == 1 and len(log.time_spent) == 1)
    assert cloud.log.active_ms(RUN) == 180_000
    assert cloud.log.completions[0].xp == 3


def whole(text: str) -> SavedAnswer:
    """An answer with all that one may have."""
    return SavedAnswer({RESPONSE: (text,), "WHY": ()}, ({RESPONSE: ("before",)},), 12.5, is_flagged=True)


def save(laptop: Laptop, page: int, given: Mapping[str, bytes] = NO_FILES, **answers: str) -> None:
    saved = {QuestionId(question): whole(text) for question, text in answers.items()}

    def write(db: Connection) -> None:
        ((run,),) = db.execute("SELECT id FROM runs WHERE state = 'open'").fetchall()
        progress.save(db, run, page, 10 * page, saved, epoch_ms(laptop.clock.utc_now()), given)

    laptop.timeback._store.call(write).result()


def catch_up(laptop: Laptop) -> None:
    """What the window does before it opens a lesson."""
    courier = laptop.timeback._courier
    assert courier is not None
    asked = courier.catch_up(RunRequest(1, LESSON.id, LESSON.title, LESSON.course))
    assert asked is not None
    asked.result(10)


def opened(laptop: Laptop) -> tuple[str, int, dict[str, SavedAnswer]]:
    """The run that goes on here, its page and its answers."""

    def ask(db: Connection) -> tuple[str, int, dict[str, SavedAnswer]]:
        ((run, run_id),) = db.execute("SELECT id, run_id FROM runs WHERE state = 'open'").fetchall()
        saved = progress.load(db, run)
        return run_id, saved.page, {str(question): each for question, each in saved.answers.items()}

    return laptop.timeback._store.call(ask).result()


def handed_in(laptop: Laptop) -> dict[str, bytes]:
    """The files of the run that goes on here."""

    def ask(db: Connection) -> dict[str, bytes]:
        ((run,),) = db.execute("SELECT id FROM runs WHERE state = 'open'").fetchall()
        return files.load(db, run)

    return laptop.timeback._store.call(ask).result()


@pytest.fixture
def two(server: Schoolhouse, clock: ManualClock, tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    address = Address(server)
    with (
        Laptop(tmp_path / "one", clock, address, student=ANA, token=server.token) as one,
        Laptop(tmp_path / "two", clock, address, student=ANA, token=server.token) as two,
    ):
        for laptop in (one, two):
            laptop.timeback.sync()
        yield one, two


def test_a_lesson_goes_on_on_another_computer_under_the_same_run_id(two: tuple[Laptop, Laptop]) -> None:
    one, other = two
    activity = one.start(LESSON.id, LESSON.course)
    one.study(60_000)
    save(one, 2, first="a")
    activity.end()
    assert one.timeback.sync().error is None

    catch_up(other)
    assert opened(other) == (activity.run_id, 2, {"first": whole("a")})
    there = other.start(LESSON.id, LESSON.course)
    assert (there.run_id, there.run_active_ms) == (activity.run_id, 60_000), "its time counts here too"


def test_what_is_done_on_a_computer_whose_clock_is_behind_is_later_than_what_it_took_over(
    server: Schoolhouse, two: tuple[Laptop, Laptop], clock: ManualClock, tmp_path: Path
) -> None:
    one, _ = two
    activity = one.start(LESSON.id, LESSON.course)
    save(one, 2, first="a")
    activity.end()
    assert one.timeback.sync().error is None

    clock.advance(60_000)
    behind = ManualClock(clock.utc_now() - timedelta(hours=3))
    with Laptop(tmp_path / "behind", behind, Address(server), student=ANA, token=server.token) as other:
        other.timeback.sync()
        catch_up(other)
        there = other.start(LESSON.id, LESSON.course)
        save(other, 3, first="b", second="c")
        there.end()
        assert other.timeback.sync().error is None

    catch_up(one)
    assert opened(one) == (activity.run_id, 3, {"first": whole("b"), "second": whole("c")})


def test_what_was_drawn_on_one_computer_is_on_the_other_byte_by_byte_and_comes_back_changed(
    two: tuple[Laptop, Laptop],
) -> None:
    one, other = two
    pictures = png(40, 30), png(41, 30)
    first, second = (file_name(data, "drawing.png") for data in pictures)
    activity = one.start(LESSON.id, LESSON.course)
    one.study(20_000)
    save(one, 1, {first: pictures[0]}, drawn=first)
    activity.end()
    one.timeback.sync()

    catch_up(other)
    assert handed_in(other) == {first: pictures[0]}
    there = other.start(LESSON.id, LESSON.course)
    other.study(20_000)
    save(other, 1, {second: pictures[1]}, drawn=second)
    there.end()
    other.timeback.sync()

    catch_up(one)
    assert handed_in(one)[second] == pictures[1]
    assert opened(one) == opened(other)


def test_what_was_drawn_offline_in_a_run_that_becomes_anothers_comes_over(two: tuple[Laptop, Laptop]) -> None:
    one, other = two
    leaf, root = file_name(b"leaf", "leaf.png"), file_name(b"root", "root.png")
    for laptop, name, data in ((one, leaf, b"leaf"), (other, root, b"root")):
        activity = laptop.start(LESSON.id, LESSON.course)
        laptop.study(20_000)
        save(laptop, 1, {name: data}, **{name: name})
        activity.end()
    for _ in range(2):
        for laptop in two:
            laptop.timeback.sync()
            catch_up(laptop)
    assert handed_in(one) == handed_in(other) == {leaf: b"leaf", root: b"root"}


def test_what_was_begun_here_offline_goes_into_the_run_that_the_server_knows(two: tuple[Laptop, Laptop]) -> None:
    one, other = two
    first = one.start(LESSON.id, LESSON.course)
    one.study(30_000)
    save(one, 1, first="old", second="there")
    first.end()
    second = other.start(LESSON.id, LESSON.course)
    other.study(30_000)
    save(other, 2, first="new")
    second.end()
    one.timeback.sync()

    catch_up(other)
    assert opened(other) == (first.run_id, 2, {"first": whole("new"), "second": whole("there")})
    other.timeback.sync()
    catch_up(one)
    assert opened(one) == opened(other)


def test_what_was_finished_on_another_computer_begins_anew_here(
    two: tuple[Laptop, Laptop], server: Schoolhouse
) -> None:
    one, other = two
    activity = one.start(LESSON.id, LESSON.course)
    save(one, 1)
    activity.end()
    one.timeback.sync()
    catch_up(other)
    assert server.post(FINISH, claim(runId=activity.run_id)).json()["status"] == "finished"

    catch_up(other)
    again = other.start(LESSON.id, LESSON.course)
    assert again.run_id != activity.run_id


def test_a_run_whose_end_is_on_its_way_is_not_taken_up_again(two: tuple[Laptop, Laptop]) -> None:
    one, _ = two
    activity = one.start("fractions")
    save(one, 1)
    one.timeback.sync()
    activity.end({"xpEarned": 1})
    courier = one.timeback._courier
    assert courier is not None
    asked = courier.catch_up(RunRequest(1, "fractions", "Fractions", LESSON.course))
    assert asked is not None
    asked.result(10)
    assert one.start("fractions").run_id != activity.run_id


def test_nobody_is_asked_while_the_server_is_known_to_be_away(clock: ManualClock, tmp_path: Path) -> None:
    class Nowhere:
        url = "http://127.0.0.1:9/api/timeback"

    with Laptop(tmp_path / "one", clock, Nowhere()) as laptop:
        laptop.start()
        laptop.study(20_000)
        assert laptop.timeback.sync().error is not None
        courier = laptop.timeback._courier
        assert courier is not None
        assert courier.catch_up(RunRequest(1, LESSON.id, LESSON.title, LESSON.course)) is None
