"""What a kiosk hears at once: launches, pauses, and that its lessons are others; and what it says to a launch."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection

from kiosk.clock import ManualClock, epoch_ms
from kiosk.errors import UsageError
from kiosk.server import announcements, assigning, launches, students
from kiosk.server.announcements import Kind
from kiosk.server.assigning import Span, Target
from kiosk.server.audience import members, of_student
from kiosk.server.database import Database
from kiosk.server.launches import LONGEST_LAUNCH_MS, LONGEST_PAUSE_MS, State
from tests.server.handing import class_id, device_token, fill_classes, stream, student_id
from tests.server.schoolhouse import ANA, BEN, CORA, Schoolhouse, bearer, give_token, on_both, schoolhouse

MINUTE_MS = 60_000


@pytest.fixture
def now_ms(clock: ManualClock) -> int:
    return epoch_ms(clock.utc_now())


@pytest.fixture
def server(database: Database, clock: ManualClock, now_ms: int) -> Iterator[Schoolhouse]:
    fill_classes(database, now_ms)
    with schoolhouse(database, clock) as running:
        yield running


def launch(
    database: Database, now_ms: int, *emails: str, lesson: str = "halves", lasts_ms: int = MINUTE_MS
) -> list[int]:
    who = [student_id(database, email) for email in emails or (ANA,)]
    with database.write() as db:
        return launches.launch(db, lesson, lesson.title(), who, now_ms, now_ms + lasts_ms)


def heard(server: Schoolhouse, token: str, after: int = 0) -> list[tuple[str, object]]:
    answer = server.http.get(
        f"/api/kiosk/events?after={after}", headers={**bearer(token), "Accept": "application/json"}
    )
    assert answer.status_code == 200
    return [
        (each["kind"], each.get("lesson", each.get("pause", each.get("launch")))) for each in answer.json()["events"]
    ]


def say(server: Schoolhouse, number: int, state: str, token: str | None = None) -> int:
    return int(server.post(f"/api/kiosk/launches/{number}", {"state": state}, token).status_code)


@on_both
def test_an_open_stream_hears_of_a_launch_that_another_process_made(url: str, clock: ManualClock, now_ms: int) -> None:
    """A second `Database` stands for the command line or another worker: nothing is shared but the database."""
    other = Database(url)
    fill_classes(other, now_ms)
    with schoolhouse(other, clock) as server, stream(server, server.token) as events:
        events.until_ready()
        elsewhere = Database(url)
        launch(elsewhere, now_ms)
        elsewhere.close()
        event = events.next()
    other.close()
    assert (event["kind"], event["student"], event["lesson"]) == ("launch", ANA, "halves")
    assert (event["title"], event["leftMs"]) == ("Halves", MINUTE_MS)


@on_both
def test_nothing_is_lost_between_two_streams_and_nothing_is_told_twice(
    server: Schoolhouse, database: Database, now_ms: int
) -> None:
    with stream(server, server.token) as events:
        launch(database, now_ms)
        first = events.next()
    launch(database, now_ms, lesson="thirds")
    with database.write() as db:
        pause = launches.pause(db, class_id(database), MINUTE_MS, now_ms)
    with stream(server, server.token, after=first["id"]) as events:
        second, third = events.next(), events.next()
    assert [second["lesson"], third["pause"]] == ["thirds", pause]
    assert first["id"] < second["id"] < third["id"]


@on_both
def test_each_kiosk_hears_what_is_meant_for_its_students(
    server: Schoolhouse, database: Database, clock: ManualClock, now_ms: int
) -> None:
    launch(database, now_ms, ANA, BEN)
    with database.write() as db:
        pause = launches.pause(db, class_id(database, "4a"), MINUTE_MS, now_ms)
    assert heard(server, server.token) == [("launch", "halves")]
    assert heard(server, give_token(database, clock, CORA)) == [("pause", pause)]
    assert heard(server, device_token(database, now_ms)) == [("launch", "halves")] * 2
    assert heard(server, device_token(database, now_ms, "3b", "4a"))[-1] == ("pause", pause)


@on_both
def test_a_launch_that_was_answered_or_is_over_is_told_to_nobody(
    server: Schoolhouse, database: Database, clock: ManualClock, now_ms: int
) -> None:
    for state in ("opened", "declined"):
        [number] = launch(database, now_ms, lesson=state)
        assert say(server, number, state) == 204
    launch(database, now_ms, lesson="replaced")
    launch(database, now_ms, lesson="short", lasts_ms=5_000)
    assert heard(server, server.token) == [("launch", "short")]
    clock.advance(5_000)
    assert heard(server, server.token) == []


@on_both
def test_the_teacher_sees_what_became_of_a_launch_and_an_answer_stays(
    server: Schoolhouse, database: Database, clock: ManualClock, now_ms: int
) -> None:
    [number] = launch(database, now_ms)
    states = []
    for said in ("seen", "opened", "declined", "seen"):
        clock.advance(1_000)
        assert say(server, number, said) == 204
        with database.read() as db:
            [shown] = launches.launched_since(db, [student_id(database)], now_ms, now_ms + MINUTE_MS)
        states.append((shown.state, shown.state_ms - now_ms))
    assert states == [(State.SEEN, 1_000), (State.OPENED, 2_000), (State.OPENED, 2_000), (State.OPENED, 2_000)]
    assert (shown.student, shown.email, shown.is_over) == ("Ana", ANA, True)


@on_both
def test_a_launch_that_is_recalled_is_told_as_void_and_an_answered_one_stays(
    server: Schoolhouse, database: Database, now_ms: int
) -> None:
    [opened] = launch(database, now_ms, lesson="opened")
    assert say(server, opened, "opened") == 204
    [waiting] = launch(database, now_ms, lesson="waiting")
    with database.write() as db:
        assert launches.recall(db, [opened, waiting], [student_id(database)], now_ms) == 1
        assert launches.recall(db, [opened, waiting], [student_id(database)], now_ms) == 0
    assert heard(server, server.token) == [("recall", waiting)]
    assert say(server, waiting, "opened") == 204
    with database.read() as db:
        shown = launches.launched_since(db, [student_id(database)], now_ms, now_ms)
    assert {each.id: each.state for each in shown} == {opened: State.OPENED, waiting: State.RECALLED}


def test_a_launch_is_answered_for_ones_own_students_only(
    server: Schoolhouse, database: Database, clock: ManualClock, now_ms: int
) -> None:
    [number] = launch(database, now_ms)
    assert say(server, number, "opened", give_token(database, clock, CORA)) == 404
    assert say(server, number + 1, "opened") == 404
    assert say(server, number, "sent") == 400
    assert say(server, number, "opened", device_token(database, now_ms)) == 204


@on_both
def test_a_pause_tells_how_long_it_lasts_from_now_and_can_be_lifted(
    server: Schoolhouse, database: Database, clock: ManualClock, now_ms: int
) -> None:
    ours = class_id(database)
    with database.write() as db:
        launches.pause(db, ours, MINUTE_MS, now_ms)
        second = launches.pause(db, ours, 2 * MINUTE_MS, now_ms)
    clock.advance(30_000)
    with stream(server, server.token) as events:
        told = events.next()
        assert (told["pause"], told["leftMs"], told["students"]) == (second, 90_000, [ANA])
        with database.write() as db:
            assert [each.id for each in launches.pauses_under_way(db, now_ms + 30_000)] == [second]
            assert launches.resume(db, ours, now_ms + 30_000)
            assert not launches.resume(db, ours, now_ms + 30_000)
        lifted = events.next()
    assert (lifted["kind"], lifted["pause"]) == ("resume", second)
    assert heard(server, server.token) == [("resume", second)]


@on_both
def test_a_change_of_what_is_handed_out_is_told(server: Schoolhouse, database: Database, now_ms: int) -> None:
    with stream(server, server.token) as events:
        with database.write() as db:
            number = assigning.assign(db, "halves", Target(class_id=class_id(database)), Span(), 0, now_ms)
        assert events.next()["kind"] == "changed"
        with database.write() as db:
            assigning.unassign(db, number, now_ms)
        assert events.next()["kind"] == "changed"


@on_both
def test_numbers_are_given_in_the_order_of_the_commits(database: Database, now_ms: int) -> None:
    """Whoever has heard a number has been told all smaller ones: the second waits for the first one's commit."""
    fill_classes(database, now_ms)
    ana = student_id(database)
    second_begins, first_may_end, done = threading.Event(), threading.Event(), threading.Event()

    def second() -> None:
        second_begins.wait()
        with database.write() as db:
            announcements.announce(db, Kind.CHANGED, now_ms, student_id=ana)
        done.set()

    thread = threading.Thread(target=second)
    thread.start()
    with database.write() as db:
        announcements.announce(db, Kind.CHANGED, now_ms, student_id=ana)
        mine = announcements.latest(db)
        second_begins.set()
        assert not done.wait(0.2)
        first_may_end.set()
    thread.join()
    with database.read() as db:
        assert announcements.latest(db) > mine
        audience = of_student(db, students.find(db, ANA))
        assert len(announcements.after(db, audience, 0, now_ms).events) == 2


def test_a_server_that_stops_ends_its_streams(database: Database, clock: ManualClock) -> None:
    with schoolhouse(database, clock) as server:
        opened = stream(server, server.token)
        events = opened.__enter__()
        events.until_ready()
        ended: list[str] = []
        reader = threading.Thread(target=lambda: ended.extend(events.to_end()))
        reader.start()
        server.school.bell.close()
        reader.join()
        opened.__exit__(None, None, None)
    assert not any(line.startswith("data") for line in ended)


def test_a_token_that_is_revoked_hears_nothing_more(server: Schoolhouse, database: Database, now_ms: int) -> None:
    with stream(server, server.token) as events:
        events.until_ready()
        with database.write() as db:
            students.revoke(db, student_id(database), now_ms)
        launch(database, now_ms)
        assert not any(line.startswith("data") for line in events.to_end())
    assert server.get("/api/kiosk/events").status_code == 401


class Meddled(Database):
    """Something else happens to the database just before it is read for the `at`-th time from now on."""

    at = 0

    def __init__(self, url: str, meddle: Callable[[], object]) -> None:
        super().__init__(url)
        self._meddle = meddle

    @contextmanager
    def read(self) -> Iterator[Connection]:
        self.at -= 1
        if self.at == 0:
            self._meddle()
        with super().read() as db:
            yield db


@pytest.mark.parametrize("at", range(1, 7))
def test_whenever_a_token_is_revoked_it_hears_nothing_of_what_comes_after(
    url: str, clock: ManualClock, now_ms: int, at: int
) -> None:
    elsewhere = Database(url)

    def revoke_and_launch() -> None:
        with elsewhere.write() as db:
            students.revoke(db, student_id(elsewhere), now_ms)
        launch(elsewhere, now_ms)

    database = Meddled(url, revoke_and_launch)
    fill_classes(database, now_ms)
    with schoolhouse(database, clock) as server:
        headers = {**bearer(server.token), "Accept": "application/json"}
        database.at = at
        answers = [server.http.get("/api/kiosk/events", headers=headers) for _ in range(4)]
    assert [answer.json().get("events", []) for answer in answers] == [[]] * 4
    assert answers[-1].status_code == 401
    database.close()
    elsewhere.close()


@pytest.mark.parametrize("route", ["assignments", "events", f"lessons/halves/{'0' * 64}.zip"])
def test_nobody_without_a_token_is_told_anything(server: Schoolhouse, route: str) -> None:
    assert server.http.get(f"/api/kiosk/{route}").status_code == 401
    assert server.http.post("/api/kiosk/launches/1", json={"state": "seen"}).status_code == 401


@pytest.mark.parametrize(
    "act",
    [
        lambda db, now: launches.launch(db, "halves", "Halves", [1], now, now),
        lambda db, now: launches.launch(db, "halves", "Halves", [1], now, now + LONGEST_LAUNCH_MS + 1),
        lambda db, now: launches.pause(db, 1, 0, now),
        lambda db, now: launches.pause(db, 1, LONGEST_PAUSE_MS + 1, now),
    ],
)
def test_times_that_make_no_sense_are_refused(database: Database, now_ms: int, act: Callable[..., object]) -> None:
    with database.write() as db, pytest.raises(UsageError):
        act(db, now_ms)


def test_the_members_of_a_class_are_those_who_are_in_it_now(database: Database, now_ms: int) -> None:
    fill_classes(database, now_ms)
    with database.write() as db:
        students.move(db, student_id(database, BEN), "4a", None, now_ms)
        assert [student.email for student in members(db, class_id(database))] == [ANA]
