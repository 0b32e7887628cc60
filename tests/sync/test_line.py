"""The line to a school server: held back, broken, and taken up again."""

import json
import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import SimpleQueue

import pytest

from kiosk.protocol.announcements import Changed
from kiosk.sync.ears import Ear, Heard
from kiosk.sync.line import LONGEST_BACKOFF_S, wait_after_break_s
from kiosk.sync.listening import Listening
from tests.waiting import PATIENCE_S, wait_until

JSON, STREAM = "application/json", "text/event-stream"
CHANGED = {"id": 7, "kind": "changed"}

type Answers = Callable[[str], tuple[str, str]]
"""From what a request accepts to the type and the text of the answer."""


class School:
    """A server that answers questions for events as it is told; `asked` has the query and what was accepted."""

    def __init__(self, answers: Answers) -> None:
        self.asked: SimpleQueue[tuple[str, str]] = SimpleQueue()
        school = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                route, _, query = self.path.partition("?")
                if not route.endswith("/events"):
                    self.send_error(503)
                    return
                accepted = self.headers["Accept"]
                kind, text = answers(accepted)
                school.asked.put((query, accepted))
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    def until(self, query: str, accepted: str) -> None:
        """Wait until this was asked."""
        while self.asked.get(timeout=PATIENCE_S) != (query, accepted):
            pass


@contextmanager
def listening(folder: Path, answers: Answers) -> Iterator[tuple[School, SimpleQueue[Heard]]]:
    school, heard = School(answers), SimpleQueue[Heard]()
    thread = threading.Thread(target=school.server.serve_forever, args=(0.05,))
    thread.start()
    address = f"http://127.0.0.1:{school.server.server_port}/api/timeback"
    ears = [Ear({"Authorization": "Bearer secret"}, "ana@example.com")]
    kiosk = Listening(address, folder, lambda: ears, frozenset, heard.put, lambda _titles: None)
    kiosk.start()
    try:
        yield school, heard
    finally:
        kiosk.close(PATIENCE_S)
        school.server.shutdown()
        thread.join()
        school.server.server_close()


def test_where_streams_are_held_back_it_asks_again_and_again_instead(tmp_path: Path) -> None:
    told = json.dumps({"events": ["nothing", CHANGED], "last": 7})
    with listening(tmp_path, lambda _accepted: (JSON, told)) as (school, heard):
        assert heard.get(timeout=PATIENCE_S) == Heard(Changed(), frozenset({"ana@example.com"}))
        assert [school.asked.get(timeout=PATIENCE_S) for _ in range(2)] == [("after=0", STREAM), ("after=0", JSON)]


def test_an_answer_that_is_not_the_schools_is_a_break_and_no_end(tmp_path: Path) -> None:
    answers = iter([(STREAM, ""), (JSON, "[]"), (STREAM, f": listening\n\ndata: {json.dumps(CHANGED)}\n\n")])
    last = (STREAM, ": listening\n\n")
    with listening(tmp_path, lambda _accepted: next(answers, last)) as (school, heard):
        assert heard.get(timeout=PATIENCE_S).said == Changed()
        assert [school.asked.get()[1] for _ in range(3)] == [STREAM, JSON, STREAM]


def test_a_line_that_broke_is_taken_up_where_it_broke_and_nothing_is_heard_twice(tmp_path: Path) -> None:
    stream = f": listening\n\ndata: {json.dumps(CHANGED)}\n\n"
    with listening(tmp_path, lambda _accepted: (STREAM, stream)) as (school, heard):
        assert heard.get(timeout=PATIENCE_S).said == Changed()
        for _ in range(2):  # the second time the first answer to it was read
            school.until("after=7", STREAM)
        assert heard.empty()


@pytest.mark.parametrize(("failures", "longest_s"), [(0, 1), (1, 3), (3, 9), (6, 61), (5_000, 61)])
def test_the_wait_after_a_break_grows_to_a_minute_and_is_spread(failures: int, longest_s: float) -> None:
    chance = random.Random(1)
    waits = [wait_after_break_s(failures, chance) for _ in range(500)]
    assert 0.2 <= min(waits) < 1.5
    assert longest_s * 0.9 < max(waits) <= longest_s <= LONGEST_BACKOFF_S + 1


def test_certificates_that_cannot_be_read_are_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/no/such/file.pem")
    ears = [Ear({"Authorization": "Bearer secret"}, "ana@example.com")]
    school = "https://127.0.0.1:9/api/timeback"
    kiosk = Listening(school, tmp_path, lambda: ears, frozenset, lambda _heard: None, lambda _titles: None)
    kiosk.start()
    try:
        told = wait_until(lambda: caplog.record_tuples, "what went wrong")
    finally:
        kiosk.close(PATIENCE_S)
    assert "SSL_CERT_FILE or SSL_CERT_DIR names cannot be read" in caplog.text
    assert "Traceback" not in caplog.text
    assert len(told) == 1
