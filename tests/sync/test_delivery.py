import asyncio
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.clock import ManualClock, epoch_ms
from kiosk.protocol.messages import HEARTBEAT, SUBMIT, Body
from kiosk.protocol.outcomes import Answer, NoAnswer, Outcome, Verdict
from kiosk.protocol.tokens import Token
from kiosk.store import outbox, pruning, runs, students
from kiosk.store.aside import set_aside
from kiosk.store.outbox import Backlog
from kiosk.store.students import SignIn, Student
from kiosk.store.writer import Store
from kiosk.sync.backoff import LONGEST_MS, wait_ms
from kiosk.sync.delivery import Delivery, PassReport, Tools, check_clock, deliver
from kiosk.tracking.metrics import Metrics
from tests.store.stories import BOOT, add_student, entry, start, work

OK = Answer(204)
AWAY = NoAnswer("refused", sent=False)
LOST = NoAnswer("reset", sent=True)


class Server:
    """Answers by a script, then always with 204; remembers who sent what."""

    def __init__(self, *answers: Answer | NoAnswer) -> None:
        self.answers = list(answers)
        self.heard: list[tuple[Token, str, Body]] = []

    async def post(self, path: str, body: Body, token: Token) -> Answer | NoAnswer:
        self.heard.append((token, path, body))
        return self.answers.pop(0) if self.answers else OK


class Pairing(Server):
    """Answers the first request at once and the second not before there is a third."""

    def __init__(self) -> None:
        super().__init__()
        self.beside_each_other = False
        self._third = asyncio.Event()

    async def post(self, path: str, body: Body, token: Token) -> Answer | NoAnswer:
        answer = await super().post(path, body, token)
        if len(self.heard) == 2:
            async with asyncio.timeout(5):
                await self._third.wait()
            self.beside_each_other = len({token for token, _, _ in self.heard}) == 2
        elif len(self.heard) == 3:
            self._third.set()
        return answer


class School:
    def __init__(self, folder: Path) -> None:
        self.clock = ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC))
        self.store = Store(folder, self.clock)
        self.tokens = {"ana@example.com": "ana", "ben@example.com": "ben"}
        self.told: list[Delivery] = []
        self.tools = Tools(self.store, self.clock, BOOT, self.tokens.get, random.Random(1), self.told.append)

    def deliver(self, server: Server, *, hurry: bool = False, failures: int = 0) -> PassReport:
        return asyncio.run(deliver(self.tools, server, hurry=hurry, failures=failures))

    def check_clock(self, server: Server, *, answers: bool = True) -> None:
        asyncio.run(check_clock(self.tools, server, answers=answers))

    def working(self, name: str, windows: int) -> Student:
        student = add_student(self.store, name)
        work(self.store, self.clock, start(self.store, self.clock, student), windows)
        return student

    def student(self, name: str) -> Student:
        found = self.store.call(students.find, f"{name}@example.com").result()
        assert found is not None
        return found

    def backlog(self) -> Backlog:
        return self.store.call(outbox.backlog).result()


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    school = School(tmp_path)
    yield school
    school.store.close()


def test_a_pass_empties_the_outbox_each_student_with_their_own_token(school: School) -> None:
    school.working("ana", 2)
    school.working("ben", 1)
    server = Server()
    assert school.deliver(server) == PassReport(sent=3)
    assert [token for token, _, _ in server.heard] == ["ana", "ana", "ben"]
    assert school.backlog() == Backlog()
    assert len(school.told) == 3


def test_once_a_message_has_arrived_lanes_are_emptied_beside_each_other_and_each_in_its_order(school: School) -> None:
    for name in ("ana", "ben"):
        school.working(name, 3)
    server = Pairing()
    assert school.deliver(server).sent == 6
    assert server.beside_each_other
    for name in ("ana", "ben"):
        starts = [str(body["startedAt"]) for token, _, body in server.heard if token == name]
        assert starts == sorted(starts)


@pytest.mark.parametrize("answer", [AWAY, LOST, Answer(200, b"<html>Sign in to the Wi-Fi")])
def test_a_server_that_is_away_is_asked_once_and_nothing_is_lost(school: School, answer: Answer | NoAnswer) -> None:
    school.working("ana", 2)
    school.working("ben", 1)
    server = Server(answer)
    report = school.deliver(server)
    assert report.trouble is not None
    assert report.next_due_ms is not None
    assert len(server.heard) == 1
    assert school.backlog().waiting == 3
    assert school.deliver(Server(), hurry=True).sent == 3


@pytest.mark.parametrize("status", [500, 502, 503, 429])
def test_a_server_in_trouble_keeps_one_lane_waiting_and_loses_nothing(school: School, status: int) -> None:
    school.working("ana", 3)
    school.working("ben", 2)
    assert school.deliver(Server(Answer(status))).sent == 2
    assert school.backlog().waiting == 3
    assert school.deliver(Server()).sent == 0, "the lane waits for its next try"
    school.clock.advance(LONGEST_MS)
    assert school.deliver(Server()).sent == 3


def test_the_report_says_why_a_lane_waits(school: School) -> None:
    school.working("ana", 1)
    school.working("ben", 1)
    report = school.deliver(Server(Answer(502)))
    assert (report.sent, report.trouble) == (1, None)
    assert report.lane_trouble is not None
    assert report.lane_trouble.reason == "502 Bad Gateway"


def test_once_it_is_to_stop_nothing_more_is_claimed(school: School) -> None:
    school.working("ana", 3)
    server = Server()
    school.tools = replace(school.tools, stopping=lambda: len(server.heard) == 1)
    assert school.deliver(server).sent == 1
    assert school.backlog().waiting == 2


def test_401_stops_that_students_rows_only_until_there_is_a_new_token(school: School) -> None:
    ana = school.working("ana", 3)
    school.working("ben", 2)
    server = Server(Answer(401))
    assert school.deliver(server).sent == 2
    assert [token for token, _, _ in server.heard] == ["ana", "ben", "ben"]
    assert school.deliver(Server(), hurry=True).sent == 0
    school.store.call(students.set_sign_in, ana.ref, SignIn.OK).result()
    assert school.deliver(Server(), hurry=True).sent == 3


def test_a_student_without_a_token_becomes_signed_out_and_keeps_their_work(school: School) -> None:
    school.working("ana", 2)
    school.tokens.clear()
    assert school.deliver(Server()).sent == 0
    assert school.backlog().waiting == 2
    found = school.store.call(students.find, "ana@example.com").result()
    assert found is not None
    assert found.sign_in is SignIn.NONE


def test_a_refused_window_is_put_aside_and_the_rest_goes_on(school: School) -> None:
    school.working("ana", 3)
    refusal = Answer(400, b'{"error":{"code":"UNKNOWN_COURSE","message":"no such course"}}')
    assert school.deliver(Server(OK, refusal)).sent == 2
    assert school.backlog() == Backlog(parked=1)
    assert school.store.call(set_aside).result()[0].reason == "400 UNKNOWN_COURSE: no such course"


def test_an_ambiguous_window_goes_again_unchanged(school: School) -> None:
    school.working("ana", 1)
    server = Server(LOST)
    school.deliver(server)
    school.deliver(server, hurry=True)
    assert server.heard[0] == server.heard[1]
    assert school.backlog() == Backlog()


def test_completions_follow_their_windows_in_the_same_pass(school: School) -> None:
    ana = school.working("ana", 2)
    run = start(school.store, school.clock, ana)
    school.store.call(runs.finish, entry(run), Metrics(1)).result()
    server = Server()
    school.deliver(server)
    assert [path for _, path, _ in server.heard] == [HEARTBEAT, HEARTBEAT, SUBMIT]


def test_waits_grow_to_five_minutes_with_jitter_and_never_undercut_retry_after() -> None:
    chance = random.Random(7)
    later = Verdict(Outcome.LATER)
    first = [wait_ms(later, 1, chance) for _ in range(200)]
    late = [wait_ms(later, 50, chance) for _ in range(200)]
    assert 1_000 <= min(first) <= max(first) <= 2_000
    assert min(late) >= 1_000
    assert 200_000 < max(late) <= 300_000
    assert wait_ms(Verdict(Outcome.LATER, retry_after_ms=3_600_000), 1, chance) == 3_600_000
    assert max(wait_ms(Verdict(Outcome.AMBIGUOUS), 50, chance) for _ in range(200)) <= 30_000


def test_a_held_message_is_tried_three_times_within_the_hour_and_then_once_a_day() -> None:
    chance, held = random.Random(7), Verdict(Outcome.HOLD)
    longest = [max(wait_ms(held, tries, chance) for _ in range(200)) for tries in (1, 2, 3, 4, 50)]
    shortest = [min(wait_ms(held, tries, chance) for _ in range(200)) for tries in (1, 2, 3, 4, 50)]
    limits = (60_000, 300_000, 1_800_000, 86_400_000, 86_400_000)
    assert all(limit * 0.9 < most <= limit for most, limit in zip(longest, limits, strict=True))
    assert all(limit // 2 <= least < limit * 0.6 for least, limit in zip(shortest, limits, strict=True))
    assert wait_ms(Verdict(Outcome.HOLD, retry_after_ms=3_600_000), 1, chance) == 3_600_000


REFUSED = Answer(400, b'{"error":{"code":"INVALID_PAYLOAD","message":"id"}}', date="Mon, 05 Jan 2026 10:00:30 GMT")


@pytest.mark.parametrize("wall", [datetime(1970, 1, 1, tzinfo=UTC), datetime(2026, 1, 5, 11, 0, tzinfo=UTC)])
def test_the_first_times_of_a_boot_are_not_sent_before_the_server_has_told_its_own(
    school: School, wall: datetime
) -> None:
    school.clock.set_wall(wall)
    school.working("ana", 2)
    server = Server(REFUSED)
    school.check_clock(server)
    assert school.deliver(server).sent == 2
    school.check_clock(server)
    assert [body.get("startedAt") for _, _, body in server.heard] == [
        None,
        "2026-01-05T10:00:00.498Z",
        "2026-01-05T10:00:15.499Z",
    ]


def test_what_was_delivered_under_a_wrong_clock_is_kept_as_long_as_what_was_not(school: School) -> None:
    """Else a machine that starts in 1970 each day would come to windows of the same start, and send both."""
    school.clock.set_wall(datetime(1970, 1, 1, tzinfo=UTC))
    school.working("ana", 1)
    assert school.deliver(Server(Answer(204, date="Mon, 05 Jan 2026 10:00:30 GMT"))).sent == 1
    school.store.call(pruning.prune, epoch_ms(datetime(2026, 1, 6, tzinfo=UTC))).result()
    assert school.store.call(lambda db: db.execute("SELECT started_ms, state FROM windows").fetchall()).result() == [
        (0, "delivered")
    ]


def test_a_server_that_does_not_answer_is_not_asked_for_its_clock_nor_where_nothing_waits(school: School) -> None:
    server = Server()
    school.check_clock(server)
    school.working("ana", 1)
    school.check_clock(server, answers=False)
    assert server.heard == []


def test_a_clock_found_wrong_by_the_first_answer_is_mended_for_the_rest(school: School) -> None:
    school.working("ana", 2)
    server = Server(Answer(204, date="Mon, 05 Jan 2026 13:00:30 GMT"))
    assert school.deliver(server).sent == 2
    assert [body["startedAt"] for _, _, body in server.heard] == [
        "2026-01-05T10:00:00.000Z",
        "2026-01-05T13:00:15.499Z",
    ]
