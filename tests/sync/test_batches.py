"""Delivery to the school server: many messages in a request, and each settled as if it had gone alone."""

import asyncio
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.lessons.model import RESPONSE, QuestionId, SavedAnswer
from kiosk.protocol.batch import BATCH, Hello, read_answers, read_hello
from kiosk.protocol.messages import Body
from kiosk.protocol.outcomes import Answer, NoAnswer, Outcome
from kiosk.protocol.tokens import Token
from kiosk.store import carrying, progress, runs
from kiosk.store.outbox import Backlog
from kiosk.store.students import SignIn
from kiosk.store.writer import Connection
from kiosk.sync.batches import deliver_batches
from kiosk.sync.delivery import PassReport
from kiosk.tracking.metrics import Metrics
from tests.store.stories import entry, start, work
from tests.sync.test_delivery import AWAY, LOST, School, Server

LEDGER, OTHER_LEDGER = Hello(2, "ledger-1", 500), Hello(2, "ledger-2", 500)
DAY_MS = 86_400_000


class Ledger:
    """A school server: answers as it is told, then by a memory of what it has taken."""

    def __init__(self, *answers: Answer | NoAnswer) -> None:
        self.answers = list(answers)
        self.heard: list[tuple[Token, list[Any]]] = []
        self.has: set[str] = set()
        self.status: Callable[[Any], int] = lambda _message: 204

    async def post(self, path: str, body: Body, token: Token) -> Answer | NoAnswer:
        assert path == BATCH
        messages: Any = body["messages"]
        self.heard.append((token, messages))
        answer = self.answers.pop(0) if self.answers else None
        if answer in (None, LOST):
            told = [self._take(message) for message in messages]
            answer = answer or Answer(200, json.dumps({"answers": told}).encode())
        assert answer is not None
        return answer

    def _take(self, message: Any) -> dict[str, Any]:
        if (status := self.status(message)) != 204:
            return {"status": status, "body": {"error": {"code": "NO", "message": "no"}}}
        key = json.dumps(message)
        is_new = key not in self.has
        self.has.add(key)
        return {"status": 204} if is_new else {"status": 200, "body": {"duplicate": True}}

    @property
    def sizes(self) -> list[int]:
        return [len(messages) for _, messages in self.heard]


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    school = School(tmp_path)
    yield school
    school.store.close()


def deliver(school: School, server: Ledger, hello: Hello = LEDGER, *, hurry: bool = False) -> PassReport:
    return asyncio.run(deliver_batches(school.tools, server, hello, hurry=hurry))


def save_page(school: School, page: int, *questions: str) -> None:
    def save(db: Connection) -> None:
        ((run,),) = db.execute("SELECT id FROM runs").fetchall()
        answers = {QuestionId(question): SavedAnswer({RESPONSE: ("a",)}) for question in questions}
        progress.save(db, run, page, 10, answers, school.tools.clock.monotonic_ms())

    school.clock.advance(1_000)
    school.store.call(save).result()


def test_a_students_whole_work_goes_in_one_request_each_lane_in_its_order(school: School) -> None:
    ana = school.working("ana", 3)
    other = start(school.store, school.clock, ana, "decimals")
    work(school.store, school.clock, other, 2)
    school.store.call(runs.finish, entry(other), Metrics(5, 10, 9)).result()
    school.working("ben", 1)
    server = Ledger()

    assert deliver(school, server) == PassReport(sent=7)
    assert [(token, [message["path"] for message in messages]) for token, messages in server.heard] == [
        ("ana", ["activity/heartbeat"] * 5 + ["activity/submit"]),
        ("ben", ["activity/heartbeat"]),
    ]
    assert school.backlog() == Backlog()
    assert len(school.told) == 7


def test_no_batch_is_larger_than_the_server_allows(school: School) -> None:
    school.working("ana", 7)
    server = Ledger()
    assert deliver(school, server, Hello(2, "ledger-1", 3)).sent == 7
    assert server.sizes == [3, 3, 1]


def test_a_refused_message_is_parked_and_blocks_no_other(school: School) -> None:
    school.working("ana", 3)
    server = Ledger()
    server.status = lambda message: 400 if message["body"]["startedAt"].endswith("00.000Z") else 204
    assert deliver(school, server).sent == 2
    assert (school.backlog().parked, school.backlog().waiting) == (1, 0)


def test_a_lane_whose_message_has_to_wait_sends_no_more_in_this_pass(school: School) -> None:
    school.working("ana", 5)
    server = Ledger()
    server.status = lambda message: 503 if message["body"]["startedAt"].endswith("00.000Z") else 204
    report = deliver(school, server, Hello(2, "ledger-1", 2))
    assert server.sizes == [2]
    assert report.lane_trouble is not None
    assert report.next_due_ms is not None
    assert school.backlog().waiting == 4


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (AWAY, Outcome.UNREACHED),
        (LOST, Outcome.AMBIGUOUS),
        (Answer(200, b"<html>Welcome to our Wi-Fi</html>"), Outcome.SLOWLY),
        (Answer(204), Outcome.SLOWLY),
        (Answer(200, b'{"answers": [{"status": 204}]}'), Outcome.SLOWLY),
        (Answer(400, b'{"error": {"code": "INVALID_PAYLOAD", "message": "x"}}'), Outcome.SLOWLY),
        (Answer(404, b'{"error": {"code": "NOT_FOUND", "message": "x"}}'), Outcome.SLOWLY),
    ],
)
def test_an_answer_to_the_whole_settles_nothing_and_ends_the_pass(
    school: School, answer: Answer | NoAnswer, outcome: Outcome
) -> None:
    for name in ("ana", "ben"):
        school.working(name, 2)
    server = Ledger(answer)
    report = deliver(school, server)
    assert report.trouble is not None
    assert (report.trouble.outcome, len(server.heard)) == (outcome, 1)
    assert (school.backlog().waiting, school.backlog().parked) == (4, 0)


def test_a_refused_token_concerns_its_student_alone(school: School) -> None:
    for name in ("ana", "ben"):
        school.working(name, 2)
    assert deliver(school, Ledger(Answer(401, b"{}"))).sent == 2
    assert (school.student("ana").sign_in, school.student("ben").sign_in) == (SignIn.REFUSED, SignIn.OK)


def test_a_batch_whose_answer_was_lost_goes_again_byte_for_byte(school: School) -> None:
    school.working("ana", 3)
    server = Ledger(LOST)
    deliver(school, server)
    school.working("ben", 1)
    deliver(school, server, hurry=True)
    assert server.heard[0] == server.heard[1]
    assert school.backlog() == Backlog()


def test_what_may_have_arrived_is_asked_of_the_same_ledger_after_days(school: School) -> None:
    school.working("ana", 3)
    server = Ledger(LOST)
    deliver(school, server)
    school.clock.advance(5 * DAY_MS)

    assert deliver(school, server).sent == 3
    assert len(server.has) == 3
    assert school.backlog() == Backlog()


def test_what_may_have_arrived_elsewhere_is_kept_and_comes_back_with_that_ledger(school: School) -> None:
    school.working("ana", 2)
    server = Ledger(LOST)
    deliver(school, server)
    school.clock.advance(DAY_MS)

    assert deliver(school, Ledger(), OTHER_LEDGER).sent == 0
    assert school.backlog().maybe == 2
    assert deliver(school, server).sent == 2
    assert school.backlog() == Backlog()


def test_what_a_plain_server_may_have_is_never_sent_to_the_ledger_of_its_own_accord(school: School) -> None:
    school.working("ana", 1)
    school.deliver(Server(LOST))
    school.clock.advance(DAY_MS)
    assert deliver(school, Ledger()).sent == 0
    assert school.backlog().maybe == 1


def test_what_two_servers_may_have_is_settled_by_neither(school: School) -> None:
    school.working("ana", 1)
    deliver(school, Ledger(LOST))
    school.clock.advance(60_000)
    school.deliver(Server(LOST), hurry=True)
    school.clock.advance(DAY_MS)
    assert deliver(school, Ledger()).sent == 0
    assert school.backlog().maybe == 1


def test_what_left_on_a_stick_is_not_sent_from_here(school: School) -> None:
    school.working("ana", 2)
    school.store.call(carrying.carry_away, "f1", "a.rescue", 1).result()
    server = Ledger()
    assert deliver(school, server, hurry=True).sent == 0
    assert server.heard == []
    school.store.call(carrying.take_back, "f1").result()
    assert deliver(school, server).sent == 2


def test_a_place_goes_with_the_windows_and_then_only_what_changed(school: School) -> None:
    school.working("ana", 1)
    save_page(school, 1, "q1")
    server = Ledger()
    deliver(school, server)
    (_, (_, told)) = server.heard[0]
    assert (told["path"], told["body"]["page"], list(told["body"]["answers"])) == ("place", 1, ["q1"])

    deliver(school, server)
    assert len(server.heard) == 1, "it is known"
    for page, question in ((2, "q2"), (3, "q3")):
        save_page(school, page, question)
        deliver(school, server)
    (_, (told,)) = server.heard[2]
    assert (told["body"]["page"], list(told["body"]["answers"])) == (3, ["q2", "q3"]), "and what may be as new as it"


def test_a_place_that_cannot_go_now_goes_later(school: School) -> None:
    school.working("ana", 1)
    deliver(school, Ledger())
    save_page(school, 1)
    server = Ledger(AWAY)
    assert deliver(school, server).trouble is not None
    assert deliver(school, server).trouble is None
    assert server.sizes == [1, 1]


def test_stopping_claims_nothing_more(school: School) -> None:
    school.working("ana", 4)
    stopping = iter([False, False, True, True, True, True])
    tools = school.tools.__class__(
        school.store,
        school.clock,
        "boot-1",
        school.tokens.get,
        school.tools.chance,
        school.told.append,
        lambda: next(stopping),
    )
    asyncio.run(deliver_batches(tools, Ledger(), Hello(2, "ledger-1", 1), hurry=False))
    rows = school.store.call(lambda db: db.execute("SELECT count(*) FROM windows WHERE tries > 0").fetchone()).result()
    assert 0 < rows[0] < 4


HELLOS: list[tuple[Answer | NoAnswer, Hello | None]] = [
    (Answer(200, b'{"protocol": 2, "ledger": "x", "messages": 100}'), Hello(2, "x", 100)),
    (Answer(200, b'{"protocol": 2, "ledger": "x", "messages": 1000000}'), Hello(2, "x", 500)),
    (Answer(200, b'{"protocol": 3, "ledger": "x", "messages": 100}'), Hello(3, "x", 100)),
    (Answer(200, b'{"protocol": 4, "ledger": "x", "messages": 100}'), Hello()),
    (Answer(200, b'{"protocol": "3", "ledger": "x", "messages": 100}'), Hello()),
    (Answer(200, b'{"protocol": 2}'), Hello()),
    (Answer(200, b'{"protocol": 1, "mode": "local"}'), Hello(1)),
    (Answer(200, b"<html>"), Hello()),
    (Answer(404, b""), Hello()),
    (Answer(503, b""), None),
    (AWAY, None),
]


@pytest.mark.parametrize(("answer", "hello"), HELLOS)
def test_what_a_server_says_of_itself_is_understood_or_it_is_plain(
    answer: Answer | NoAnswer, hello: Hello | None
) -> None:
    assert read_hello(answer) == hello


@pytest.mark.parametrize("answers", [None, [1, 2], [{"status": "204"}, {"status": 204}], [{"status": 204}]])
def test_what_is_no_answer_to_a_batch_of_two_is_none(answers: object) -> None:
    assert read_answers(Answer(200, json.dumps({"answers": answers}).encode()), 2) is None
