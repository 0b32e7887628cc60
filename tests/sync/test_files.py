"""What students hand in, on its way to the school server and from there to another computer."""

import asyncio
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from kiosk.lessons.files import LARGEST, digest, file_name
from kiosk.lessons.model import RESPONSE, QuestionId, SavedAnswer
from kiosk.protocol.batch import HELLO
from kiosk.protocol.course import SubjectGrade
from kiosk.protocol.outcomes import Answer, NoAnswer
from kiosk.protocol.tokens import Token, headers
from kiosk.store import files, progress
from kiosk.store.runs import RunRequest
from kiosk.store.writer import Connection
from kiosk.sync.elsewhere import Elsewhere
from kiosk.sync.files import fetch_files, send_files
from kiosk.sync.partner import Partner
from tests.store.stories import add_student, start
from tests.sync.test_delivery import AWAY, LOST, School

LEAF, ROOT = b"\x89PNG a leaf", b"\x89PNG a root"
DRAWN, UPLOADED = file_name(LEAF, "drawing.png"), file_name(ROOT, "root.png")
RUN = "3f2b8a54-9d0c-4c8a-8e1e-0a5b0d6f1c11"
FRACTIONS = RunRequest(1, "fractions", "Fractions", SubjectGrade("Math", 3))


def refusal(status: int, code: str) -> Answer:
    return Answer(status, json.dumps({"error": {"code": code, "message": "no"}}).encode())


class Shelf:
    """A school server that keeps files: answers as it is told, then takes and gives them. It knows a place or none."""

    def __init__(self, *answers: Answer | NoAnswer, protocol: int = 3, place: bytes = b"") -> None:
        self.answers = list(answers)
        self.protocol = protocol
        self.place = place
        self.kept: dict[tuple[Token, str], bytes] = {}
        self.heard: list[tuple[str, Token]] = []

    async def get(self, path: str, more: Mapping[str, str] | None = None) -> Answer | NoAnswer:
        if path.startswith(HELLO):
            return Answer(200, json.dumps({"protocol": self.protocol, "ledger": "x", "messages": 500}).encode())
        assert more == headers("ana")
        return Answer(200, self.place)

    async def upload(self, path: str, data: bytes, token: Token) -> Answer | NoAnswer:
        self.heard.append((path, token))
        if self.answers:
            return self.answers.pop(0)
        self.kept[token, path] = data
        return Answer(204)

    async def download(self, path: str, token: Token, largest: int) -> Answer | NoAnswer:
        assert largest == LARGEST
        self.heard.append((path, token))
        if self.answers:
            return self.answers.pop(0)
        data = self.kept.get((token, path))
        return refusal(404, "NO_SUCH_FILE") if data is None else Answer(200, data)


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    school = School(tmp_path)
    yield school
    school.store.close()


def path(name: str) -> str:
    return f"../kiosk/files/{digest(name)}"


def hand_in(school: School, who: str, given: Mapping[str, bytes], *names: str) -> int:
    """The student answers with these files, and the server knows it."""
    run = start(school.store, school.clock, add_student(school.store, who)).run
    saved = {QuestionId(name): SavedAnswer({RESPONSE: (name,)}) for name in names or given}

    def save(db: Connection) -> None:
        progress.save(db, run, 0, 0, saved, 1, given)
        db.execute("UPDATE progress SET sent_ms = updated_ms")

    school.store.call(save).result()
    return run


def send(school: School, server: Shelf) -> None:
    asyncio.run(send_files(school.tools, server, Partner(server, school.clock)))


def fetch(school: School, server: Shelf) -> dict[str, bytes]:
    """What is here afterwards."""

    async def ask() -> None:
        partner = Partner(server, school.clock)
        await partner.hello()
        await fetch_files(school.tools, server, partner, 1, "fractions")

    asyncio.run(ask())
    return school.store.call(files.load, 1).result()


def test_each_file_goes_once_in_its_students_name(school: School) -> None:
    hand_in(school, "ana", {DRAWN: LEAF, UPLOADED: ROOT})
    hand_in(school, "ben", {DRAWN: LEAF})
    server = Shelf()
    for _ in range(2):
        send(school, server)
    assert server.heard == [(path(DRAWN), "ana"), (path(UPLOADED), "ana"), (path(DRAWN), "ben")]
    assert server.kept == {("ana", path(DRAWN)): LEAF, ("ana", path(UPLOADED)): ROOT, ("ben", path(DRAWN)): LEAF}


@pytest.mark.parametrize(
    "answer", [refusal(404, "NOT_NAMED"), refusal(400, "INVALID_PAYLOAD"), refusal(413, "TOO_LARGE")]
)
def test_what_the_server_will_never_take_is_not_sent_again(school: School, answer: Answer) -> None:
    hand_in(school, "ana", {DRAWN: LEAF, UPLOADED: ROOT})
    server = Shelf(answer)
    for _ in range(2):
        send(school, server)
    assert server.heard == [(path(DRAWN), "ana"), (path(UPLOADED), "ana")]


@pytest.mark.parametrize("answer", [AWAY, LOST, Answer(503), Answer(429), Answer(302), Answer(200, b"<html>Wi-Fi")])
def test_a_server_in_trouble_gets_no_more_in_this_pass_and_all_in_a_later_one(
    school: School, answer: Answer | NoAnswer
) -> None:
    hand_in(school, "ana", {DRAWN: LEAF})
    hand_in(school, "ben", {DRAWN: LEAF})
    server = Shelf(answer)
    send(school, server)
    assert len(server.heard) == 1
    send(school, server)
    assert set(server.kept) == {("ana", path(DRAWN)), ("ben", path(DRAWN))}


@pytest.mark.parametrize("answer", [Answer(401, b"{}"), refusal(404, "NOT_ON_ROSTER"), refusal(409, "ENROL_ANEW")])
def test_a_token_that_is_not_taken_concerns_its_student_alone(school: School, answer: Answer) -> None:
    hand_in(school, "ana", {DRAWN: LEAF, UPLOADED: ROOT})
    hand_in(school, "ben", {DRAWN: LEAF})
    server = Shelf(answer)
    send(school, server)
    assert set(server.kept) == {("ben", path(DRAWN))}
    send(school, server)
    assert len(server.kept) == 3


def test_nothing_goes_without_a_token(school: School) -> None:
    hand_in(school, "cora", {DRAWN: LEAF})
    hand_in(school, "ben", {DRAWN: LEAF})
    server = Shelf()
    send(school, server)
    assert server.heard == [(path(DRAWN), "ben")]


def test_a_drawing_that_is_another_one_by_now_is_passed_over(school: School) -> None:
    run = hand_in(school, "ana", {DRAWN: LEAF, UPLOADED: ROOT})

    class Drawing(Shelf):
        async def upload(self, path: str, data: bytes, token: Token) -> Answer | NoAnswer:
            await asyncio.wrap_future(school.store.call(files.delete, run, UPLOADED))
            return await super().upload(path, data, token)

    server = Drawing()
    send(school, server)
    assert server.heard == [(path(DRAWN), "ana")]


def test_a_server_of_before_is_neither_sent_nor_asked_for_files(school: School) -> None:
    hand_in(school, "ana", {DRAWN: LEAF}, DRAWN, UPLOADED)
    server = Shelf(protocol=2)
    send(school, server)
    assert fetch(school, server) == {DRAWN: LEAF}
    assert server.heard == []


def test_what_answers_name_and_is_not_here_is_fetched(school: School) -> None:
    hand_in(school, "ana", {DRAWN: LEAF}, DRAWN, UPLOADED)
    server = Shelf()
    server.kept = {("ana", path(DRAWN)): LEAF, ("ana", path(UPLOADED)): ROOT}
    for _ in range(2):
        assert fetch(school, server) == {DRAWN: LEAF, UPLOADED: ROOT}
    assert server.heard == [(path(UPLOADED), "ana")]


@pytest.mark.parametrize("came", [b"", ROOT, bytes(LARGEST)], ids=["empty", "another", "cut off"])
def test_what_was_damaged_on_the_way_is_not_kept_and_asked_for_again(school: School, came: bytes) -> None:
    hand_in(school, "ana", {}, DRAWN)
    server = Shelf(Answer(200, came))
    server.kept = {("ana", path(DRAWN)): LEAF}
    assert fetch(school, server) == {}
    assert fetch(school, server) == {DRAWN: LEAF}


def test_what_the_server_has_not_does_not_keep_the_others_away(school: School) -> None:
    hand_in(school, "ana", {}, DRAWN, UPLOADED)
    server = Shelf()
    server.kept = {("ana", path(UPLOADED)): ROOT}
    assert fetch(school, server) == {UPLOADED: ROOT}


@pytest.mark.parametrize("answer", [AWAY, Answer(503), Answer(401, b"{}")])
def test_nothing_more_is_asked_of_a_server_that_does_not_answer(school: School, answer: Answer | NoAnswer) -> None:
    hand_in(school, "ana", {}, DRAWN, UPLOADED)
    server = Shelf(answer)
    assert fetch(school, server) == {}
    assert len(server.heard) == 1


def test_nothing_is_asked_for_without_a_token(school: School) -> None:
    hand_in(school, "cora", {}, DRAWN)
    server = Shelf()
    assert fetch(school, server) == {}
    assert server.heard == []


class Slow(Shelf):
    """Gives a file once it may."""

    def __init__(self) -> None:
        answers = {"q1": {"response": {RESPONSE: [DRAWN]}, "attempts": [], "changedMs": 5}}
        place = {"runId": RUN, "page": 0, "answers": answers, "changedMs": 5, "focusedMs": 0}
        super().__init__(place=json.dumps(place).encode())
        self.kept = {("ana", path(DRAWN)): LEAF}
        self.may = asyncio.Event()

    async def download(self, path: str, token: Token, largest: int) -> Answer | NoAnswer:
        await self.may.wait()
        return await super().download(path, token, largest)


def test_a_lesson_does_not_wait_for_a_slow_file_which_is_there_when_it_is_opened_again(school: School) -> None:
    add_student(school.store, "ana")
    server = Slow()

    async def open_and_wait() -> None:
        elsewhere = Elsewhere(school.tools, server, Partner(server, school.clock), files_within_s=0)
        assert await elsewhere.catch_up(FRACTIONS)
        assert school.store.call(files.load, 1).result() == {}
        server.may.set()
        await asyncio.wait(beside())

    asyncio.run(open_and_wait())
    assert school.store.call(files.load, 1).result() == {DRAWN: LEAF}


def beside() -> set[asyncio.Task[object]]:
    """What goes on beside the test."""
    return asyncio.all_tasks() - {asyncio.current_task()}


def test_one_fetch_is_under_way_for_a_lesson_and_none_once_the_server_is_left(school: School) -> None:
    add_student(school.store, "ana")
    server = Slow()

    async def open_and_leave() -> None:
        elsewhere = Elsewhere(school.tools, server, Partner(server, school.clock), files_within_s=0)
        for _ in range(2):
            assert await elsewhere.catch_up(FRACTIONS)
        fetching = beside()
        assert len(fetching) == 1
        elsewhere.close()
        await asyncio.wait(fetching)

    asyncio.run(open_and_leave())
    assert server.heard == []
