"""Stateful runs: the server knows the place, scores the answers by itself, and records the completion once."""

import json
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from kiosk.clock import ManualClock, epoch_ms
from kiosk.demo.backend import Backend
from kiosk.lessons.codec import answer_to_json
from kiosk.lessons.item_session import Responses
from kiosk.lessons.judging import key_of
from kiosk.lessons.model import RESPONSE, Lesson, Model, SavedAnswer
from kiosk.protocol.course import course_key
from kiosk.protocol.messages import wire_time
from kiosk.rescue_file import CarriedRun, CarriedStudent, RescueFile, token_digest
from kiosk.server.database import Database
from kiosk.server.rescue import Rules, take_in
from kiosk.server.scoring import Claim, UnfitClaimError, earned
from kiosk.tracking.xp import XpPolicy
from tests.demo.wire import RUN, heartbeat
from tests.server.schoolhouse import BEN, HEARTBEAT, LESSONS, Schoolhouse, bearer, give_token, on_both, schoolhouse
from tests.server.test_forwarding import STARTED_MS, count

LESSON: Lesson = next(lesson for lesson in LESSONS if lesson.model is Model.STATEFUL)
QUESTION = LESSON.questions[0]
FINISH = "/api/kiosk/finish"
PLACE = f"/api/kiosk/progress/{LESSON.id}"


def tried(*attempts: Responses) -> SavedAnswer:
    return SavedAnswer(attempts[-1], attempts)


def right_answers(first: SavedAnswer | None = None) -> dict[str, Any]:
    """Everything right at the first try, but perhaps for the first question."""
    answers: dict[str, Any] = {}
    for question in LESSON.questions:
        answer = tried(key_of(question))
        if first is not None and question is QUESTION:
            answer = first
        answers[question.id] = json.loads(answer_to_json(answer))
    return answers


def claim(**changes: Any) -> dict[str, Any]:
    return {
        "runId": RUN,
        "lesson": LESSON.id,
        "version": LESSON.version,
        "endedAt": wire_time(STARTED_MS + 600_000),
        "answers": right_answers(),
    } | changes


def study(server: Schoolhouse, minutes: int) -> None:
    course = LESSON.course.to_wire()
    for minute in range(minutes):
        at_ms = STARTED_MS + minute * 60_000
        moments = {"startedAt": wire_time(at_ms), "endedAt": wire_time(at_ms + 60_000)}
        body = heartbeat(id=LESSON.id, name=LESSON.title, course=course, elapsedMs=60_000, pausedMs=0, **moments)
        assert server.post(HEARTBEAT, body).status_code == 204


@pytest.fixture
def server(database: Database, clock: ManualClock) -> Iterator[Schoolhouse]:
    with schoolhouse(database, clock) as running:
        yield running


@on_both
def test_a_finished_run_is_scored_here_and_recorded_once(
    database: Database, clock: ManualClock, cloud: Backend
) -> None:
    with schoolhouse(database, clock, cloud) as server:
        study(server, 3)
        answers = [server.post(FINISH, claim()) for _ in range(3)]
        assert cloud.log.wait_until(lambda log: len(log.completions) == 1)
    assert count(database).waiting == 0

    told = [(answer.status_code, answer.json()) for answer in answers]
    metrics = told[0][1]["metrics"]
    assert told == [(200, {"status": "finished", "metrics": metrics})] * 3
    assert (metrics["xpEarned"], metrics["correctQuestions"]) == (3, len(LESSON.questions))
    (done,) = cloud.log.completions
    assert (done.run_id, done.email, done.xp, done.event_time) == (RUN, "ana@example.com", 3, claim()["endedAt"])
    assert (done.total, done.attempt) == (len(LESSON.questions), 1)
    assert done.activity_url == cloud.log.time_spent[0].activity_url
    assert cloud.log.active_ms(RUN) == 180_000, "the completion adds no time"


@on_both
def test_eight_claims_at_once_are_decided_once(database: Database, clock: ManualClock) -> None:
    with schoolhouse(database, clock) as server, ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: server.post(FINISH, claim()), range(8)))

    assert [answer.status_code for answer in answers] == [200] * 8
    assert count(database).waiting == 1


def test_a_later_claim_changes_nothing(server: Schoolhouse) -> None:
    first = server.post(FINISH, claim()).json()
    study(server, 3)
    assert server.post(FINISH, claim(endedAt=wire_time(STARTED_MS + 900_000))).json() == first


def test_a_claim_for_a_lesson_that_is_not_here_is_kept_and_decided_when_it_comes_again(
    server: Schoolhouse, database: Database
) -> None:
    parked = server.post(FINISH, claim(version="0.9"))
    assert (parked.status_code, parked.json()["status"]) == (202, "parked")
    assert "version" in parked.json()["reason"]
    with database.read() as db:
        ((kept, result),) = db.exec_driver_sql("SELECT claim, result FROM finish_requests").all()
    assert (json.loads(kept)["answers"], result) == (right_answers(), None)

    assert server.post(FINISH, claim()).json()["status"] == "finished"


def test_a_run_of_somebody_else_or_of_another_lesson_cannot_be_finished(
    server: Schoolhouse, clock: ManualClock
) -> None:
    study(server, 1)
    ben = give_token(server.school.database, clock, BEN)
    answers = [server.post(FINISH, claim(), ben), server.post(FINISH, claim(lesson="fractions"))]
    assert [(answer.status_code, answer.json()["error"]["details"]["field"]) for answer in answers] == [
        (400, "runId"),
        (400, "runId"),
    ]


def test_the_place_is_told_to_another_machine_until_the_run_is_finished(
    server: Schoolhouse, clock: ManualClock
) -> None:
    assert server.get(PLACE).status_code == 404
    study(server, 2)
    for page in (1, 2):
        place = {"runId": RUN, "page": page, "answers": right_answers()}
        assert server.http.put(PLACE, json=place, headers=bearer(server.token)).status_code == 204

    now_ms = epoch_ms(clock.utc_now())
    dated = {question: {**answer, "changedMs": now_ms} for question, answer in right_answers().items()}
    told = {"runId": RUN, "page": 2, "answers": dated, "focusedMs": 120_000, "changedMs": now_ms}
    assert server.get(PLACE).json() == told
    assert server.get(PLACE, give_token(server.school.database, clock, BEN)).status_code == 404
    server.post(FINISH, claim())
    assert server.get(PLACE).status_code == 404


WRONG: list[tuple[str, object]] = [
    ("runId", "one"),
    ("runId", None),
    ("lesson", ""),
    ("version", 1),
    ("endedAt", "yesterday"),
    ("endedAt", "2026-02-31T10:00:00Z"),
    ("answers", []),
]


def test_a_request_that_cannot_be_kept_is_refused(server: Schoolhouse) -> None:
    for field, value in WRONG:
        answer = server.post(FINISH, claim(**{field: value}))
        assert (answer.status_code, answer.json()["error"]["details"]["field"]) == (400, field), (field, value)
    for lesson in ("a%00b", "%ed%a0%80"):
        assert server.get(f"/api/kiosk/progress/{lesson}").status_code in (400, 404)
    places: list[tuple[str, object]] = [("page", -1), ("page", 1.5), ("answers", {"q": "x"})]
    for field, value in places:
        body = {"runId": RUN, "page": 1, "answers": {}, field: value}
        answer = server.http.put(PLACE, json=body, headers=bearer(server.token))
        assert (answer.status_code, answer.json()["error"]["details"]["field"]) == (400, field), (field, value)


def scored(answer: SavedAnswer) -> float:
    """Percent right when one question was answered like this and all others right."""
    return share_right(right_answers(answer))


def share_right(answers: Mapping[str, Any]) -> float:
    asked = Claim(RUN, LESSON.id, LESSON.version, 0, answers)
    _, metrics = earned(asked, {LESSON.id: LESSON}, 60_000, XpPolicy())
    return 100 * (metrics.correct_questions or 0) / len(LESSON.questions)


def test_the_server_scores_every_try_by_itself() -> None:
    right, wrong = key_of(QUESTION), {RESPONSE: ("certainly wrong",)}
    assert scored(tried(right)) == 100
    assert scored(tried(wrong, right)) < 100, "two tries are not a first one"
    assert scored(tried(*[wrong] * QUESTION.max_tries)) < 100


def test_a_kiosk_of_before_attempts_were_kept_is_understood_and_its_verdict_is_not_believed() -> None:
    right = key_of(QUESTION)[RESPONSE]
    answer = {"response": right, "tries": 1, "correct": False, "first_correct": False, "checked_response": right}
    assert share_right(right_answers() | {QUESTION.id: answer}) == 100
    assert share_right(right_answers() | {QUESTION.id: answer | {"tries": 2, "first_correct": True}}) < 100
    wrong = {"correct": True, "first_correct": True, "tries": QUESTION.max_tries, "checked_response": ["x"]}
    assert share_right(right_answers() | {QUESTION.id: answer | wrong}) < 100


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"lesson": "nowhere"}, "does not have the lesson"),
        ({"version": "77"}, "version"),
        ({"answers": {}}, "not every question"),
        ({"answers": right_answers() | {QUESTION.id: {"response": "x"}}}, "cannot be read"),
        ({"answers": right_answers(tried({RESPONSE: ("x",)}))}, "not every question"),
    ],
)
def test_what_does_not_fit_is_told_in_a_sentence(changes: dict[str, Any], reason: str) -> None:
    asked = replace(Claim(RUN, LESSON.id, LESSON.version, 0, right_answers()), **changes)
    with pytest.raises(UnfitClaimError, match=reason):
        earned(asked, {LESSON.id: LESSON}, 60_000, XpPolicy())


def test_a_lesson_that_the_kiosk_completes_is_not_finished_here() -> None:
    single = replace(LESSON, model=Model.SINGLE_SESSION)
    with pytest.raises(UnfitClaimError, match="completed by the kiosk"):
        earned(Claim(RUN, LESSON.id, LESSON.version, 0, right_answers()), {LESSON.id: single}, 0, XpPolicy())


def test_a_run_that_comes_on_a_stick_has_the_time_that_its_end_tells(server: Schoolhouse) -> None:
    school = server.school
    ended = {"version": LESSON.version, "endedAt": claim()["endedAt"], "activeMs": 180_000}
    course = course_key(LESSON.course)
    carried = CarriedRun(
        RUN, LESSON.id, LESSON.title, course, None, (), None, ended, right_answers(), reports_time=False
    )
    file = RescueFile("f1", 0, "", (CarriedStudent("ana", "Ana", "fox", token_digest(server.token), (carried,)),))
    with school.database.write() as db:
        taken = take_in(db, file, Rules(school.courses, school.lessons, school.xp, school.now_ms()))
    assert (taken.new, taken.refused) == (1, 0)
    assert server.post(FINISH, claim()).json()["metrics"]["xpEarned"] == 3
