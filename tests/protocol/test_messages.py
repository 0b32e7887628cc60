from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.clock import epoch_ms, from_epoch_ms
from kiosk.errors import ActivityError
from kiosk.protocol.course import CourseCode, SubjectGrade, course_from_key, course_key, parse_course
from kiosk.protocol.messages import Completion, Heartbeat, Subject, wire_time
from kiosk.protocol.run_id import RunId, is_uuid, new_run_id

RUN = RunId("3f2b8a54-9d0c-4c8a-8e1e-0a5b0d6f1c11")
INTRO = Subject("intro", "Intro", SubjectGrade("Math", 3), RUN)
START = epoch_ms(datetime(2026, 1, 27, 10, 0, tzinfo=UTC))


def test_a_heartbeat_is_spelled_as_the_server_wants_it() -> None:
    assert Heartbeat(INTRO, START, 12_500, 2_500).to_wire() == {
        "id": "intro",
        "name": "Intro",
        "course": {"subject": "Math", "grade": 3},
        "runId": RUN,
        "startedAt": "2026-01-27T10:00:00.000Z",
        "endedAt": "2026-01-27T10:00:15.000Z",
        "elapsedMs": 12_500,
        "pausedMs": 2_500,
    }


def test_a_completion_leaves_out_what_was_not_given() -> None:
    plain = Completion(INTRO, "2026-01-27T10:03:00.000Z", {"xpEarned": 8}).to_wire()
    assert plain["metrics"] == {"xpEarned": 8}
    assert "pctComplete" not in plain
    assert "process" not in plain
    full = Completion(INTRO, "2026-01-27T10:03:00.000Z", {"xpEarned": 8}, 67, process=False).to_wire()
    assert (full["pctComplete"], full["process"]) == (67, False)


@given(st.integers(0, 4_000_000_000_000))
def test_wire_time_keeps_the_millisecond_and_three_decimals(wall_ms: int) -> None:
    text = wire_time(wall_ms)
    assert len(text) == 24
    assert epoch_ms(datetime.fromisoformat(text)) == wall_ms
    assert epoch_ms(from_epoch_ms(wall_ms)) == wall_ms


@given(st.one_of(st.builds(CourseCode, st.text(min_size=1).filter(str.strip)), st.builds(SubjectGrade, st.sampled_from(
    ["Math", "Social Studies"]), st.integers(0, 12))))  # fmt: skip
def test_a_course_key_round_trips(course: CourseCode | SubjectGrade) -> None:
    assert course_from_key(course_key(course)) == course


def test_a_code_wins_over_subject_and_grade() -> None:
    assert parse_course({"code": "CS-101", "subject": "Math", "grade": 3}) == CourseCode("CS-101")


@pytest.mark.parametrize(
    ("value", "part"),
    [("Math", "course must be"), ({}, "course.subject"), ({"subject": "Language", "grade": 3}, "by their code"),
     ({"subject": "Math", "grade": 13}, "course.grade"), ({"subject": "Math", "grade": True}, "course.grade"),
     ({"subject": "Math", "grade": "3"}, "course.grade"),
     ({"code": 7}, "course.code"), ({"code": "  "}, "course.code")],
)  # fmt: skip
def test_a_wrong_selector_is_refused_with_its_rule(value: object, part: str) -> None:
    with pytest.raises(ActivityError, match=part):
        parse_course(value)


def test_our_run_ids_are_uuids_of_version_4_and_all_different() -> None:
    ids = {new_run_id() for _ in range(100)}
    assert len(ids) == 100
    assert all(is_uuid(run_id) and run_id[14] == "4" for run_id in ids)
    assert not is_uuid("run-1")
    assert is_uuid(RUN.upper())
