"""A kiosk and the school server together: a stateful run is finished by the server, and the kiosk learns the result."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.clock import ManualClock
from kiosk.demo.backend import Backend
from kiosk.lessons.codec import answer_from_json
from kiosk.lessons.model import QuestionId
from kiosk.server.database import Database
from kiosk.store import outbox, progress, runs, students
from kiosk.store.writer import Connection
from tests.e2e.story import Laptop
from tests.server.schoolhouse import Schoolhouse, schoolhouse
from tests.server.test_finishing import LESSON, right_answers

CLAIMED = {"xpEarned": 77.0, "totalQuestions": 9, "correctQuestions": 9}


@pytest.fixture
def server(database: Database, clock: ManualClock) -> Iterator[Schoolhouse]:
    with schoolhouse(database, clock) as running:
        yield running


def finish_a_run(laptop: Laptop, *, version: str = LESSON.version, **more: object) -> None:
    """Two focused minutes, every question right, and a claim of far too much XP."""
    activity = laptop.start(LESSON.id, LESSON.course, **more)
    laptop.study(120_000)
    answers = {
        QuestionId(question): answer_from_json(json.dumps(answer)) for question, answer in right_answers().items()
    }

    def save(db: Connection) -> None:
        ((run,),) = db.execute("SELECT id FROM runs WHERE state = 'open'").fetchall()
        progress.save(db, run, 3, 100, answers, 0)

    laptop.timeback._store.call(save).result()
    activity.request_finish(CLAIMED, version).result()


def latest(laptop: Laptop) -> runs.LessonRun:
    def ask(db: Connection) -> runs.LessonRun:
        ana = students.everyone(db)[0]
        return runs.latest_by_lesson(db, ana.id)[LESSON.id]

    return laptop.timeback._store.call(ask).result()


def waiting(laptop: Laptop) -> int:
    return laptop.timeback._store.call(outbox.backlog).result().finish_requests


def test_the_servers_result_is_the_runs_result(server: Schoolhouse, clock: ManualClock, tmp_path: Path) -> None:
    with Laptop(tmp_path / "laptop", clock, Address(server), token=server.token) as laptop:
        finish_a_run(laptop)
        assert (latest(laptop).waits_for_server, waiting(laptop)) == (True, 1)
        report = laptop.timeback.sync()
        run = latest(laptop)

        assert (report.pending, report.error) == (0, None)
        assert (run.waits_for_server, waiting(laptop)) == (False, 0)
        assert run.result == {"xpEarned": 2, "totalQuestions": len(LESSON.questions), **counts()}
        assert laptop.timeback._store.call(lambda db: runs.xp_since(db, 1, "2026-01-01")).result() == 2


def test_a_run_that_reports_no_windows_is_paid_for_the_time_that_its_end_tells(
    server: Schoolhouse, clock: ManualClock, tmp_path: Path
) -> None:
    with Laptop(tmp_path / "laptop", clock, Address(server), token=server.token) as laptop:
        finish_a_run(laptop, time=False)
        laptop.timeback.sync()
        result = latest(laptop).result
    assert result is not None
    assert result["xpEarned"] == 2


def test_a_claim_that_is_parked_there_waits_here_and_is_asked_again(
    server: Schoolhouse, clock: ManualClock, tmp_path: Path
) -> None:
    with Laptop(tmp_path / "laptop", clock, Address(server), token=server.token) as laptop:
        finish_a_run(laptop, version="0.9")
        laptop.timeback.sync()
        assert (latest(laptop).waits_for_server, waiting(laptop)) == (True, 1)
        ((reason,),) = laptop.timeback._store.call(
            lambda db: db.execute("SELECT reason FROM finish_requests").fetchall()
        ).result()
        assert "version" in reason

        server.school.lessons[LESSON.id] = replace(LESSON, version="0.9")  # type: ignore[index]
        laptop.timeback.sync()
        assert waiting(laptop) == 0


def test_a_plain_sdk_server_is_asked_for_nothing_more(clock: ManualClock, tmp_path: Path, cloud: Backend) -> None:
    cloud.allow("ana", "ana@example.com")
    with Laptop(tmp_path / "laptop", clock, cloud) as laptop:
        finish_a_run(laptop)
        assert laptop.timeback.sync().error is None
        assert (latest(laptop).waits_for_server, waiting(laptop)) == (True, 1)
    assert list(cloud.log.completions) == []


class Address:
    """The school server as a kiosk knows it."""

    def __init__(self, server: Schoolhouse) -> None:
        self.url = f"{server.http.base_url}/api/timeback"


def counts() -> dict[str, int]:
    mastered = {"masteredUnits": LESSON.mastered_units} if LESSON.mastered_units else {}
    return {"correctQuestions": len(LESSON.questions), **mastered}
