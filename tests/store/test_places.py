import json

import pytest

from kiosk.clock import ManualClock
from kiosk.lessons.model import RESPONSE, QuestionId, SavedAnswer
from kiosk.protocol.run_id import RunId
from kiosk.store import places, progress
from kiosk.store.places import KnownPlace
from kiosk.store.runs import OpenedRun, RunRequest
from kiosk.store.writer import Store
from tests.store.stories import add_student, start

HERE, ELSEWHERE = QuestionId("here"), QuestionId("elsewhere")
FIRST_STUDENT = 1


@pytest.fixture
def run(store: Store, clock: ManualClock) -> OpenedRun:
    return start(store, clock, add_student(store))


def save(store: Store, run: OpenedRun, page: int, question: QuestionId, at_ms: int) -> None:
    answers = {question: SavedAnswer({RESPONSE: (str(at_ms),)})}
    store.call(progress.save, run.run, page, 0, answers, at_ms).result()


def send(store: Store) -> list[tuple[object, set[str]]]:
    """The page and the questions of each place that is unsent, and count them as sent."""
    waiting = store.call(places.unsent, FIRST_STUDENT, 10).result()
    for place in waiting:
        store.call(places.sent, place).result()
    return [(place.body["page"], set(json.loads(json.dumps(place.body["answers"])))) for place in waiting]


def adopt(store: Store, run: OpenedRun, page: int, at_ms: int) -> None:
    """The server says that another computer was on this page of the same run at that moment."""
    answers = {ELSEWHERE: (SavedAnswer({RESPONSE: ("x",)}), at_ms)}
    known = KnownPlace(RunId(run.subject.run_id), page, at_ms, 0, answers)
    store.call(
        places.adopt, RunRequest(FIRST_STUDENT, run.subject.id, run.subject.name, run.subject.course), known, at_ms
    ).result()


def test_what_was_sent_is_sent_no_more_and_what_changed_after_it_alone(store: Store, run: OpenedRun) -> None:
    save(store, run, 0, HERE, 1_000)
    assert send(store) == [(0, {HERE})]
    assert send(store) == []
    save(store, run, 1, ELSEWHERE, 2_000)
    send(store)
    save(store, run, 2, ELSEWHERE, 3_000)
    assert send(store) == [(2, {ELSEWHERE})]


def test_what_another_computer_did_is_not_sent_back(store: Store, run: OpenedRun) -> None:
    save(store, run, 0, HERE, 1_000)
    send(store)
    adopt(store, run, 3, 5_000)
    assert send(store) == []
    assert store.call(progress.load, run.run).result().page == 3


def test_an_answer_that_was_not_sent_yet_is_sent_though_another_computer_was_there_later(
    store: Store, run: OpenedRun
) -> None:
    save(store, run, 0, HERE, 1_000)
    adopt(store, run, 3, 5_000)
    ((page, questions),) = send(store)
    assert page == 3
    assert HERE in questions


def test_an_answer_of_a_clock_that_was_set_back_meanwhile_is_sent_too(store: Store, run: OpenedRun) -> None:
    save(store, run, 0, ELSEWHERE, 2_000)
    send(store)
    save(store, run, 0, HERE, 1_000)
    adopt(store, run, 3, 5_000)
    ((_, questions),) = send(store)
    assert HERE in questions
