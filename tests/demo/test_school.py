"""The demo's school, without windows: what a visitor is told is true, and what kiosks deliver reaches the stand-in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from kiosk.demo.cloud_log import CloudLog
from kiosk.demo.school import CLASS, PUPILS, TEACHER, DemoSchool, demo_school
from kiosk.demo.show import show
from kiosk.errors import UsageError
from kiosk.sync.enrolling import ask_to_join
from tests.demo.wire import RUN, heartbeat, submit
from tests.waiting import PATIENCE_S


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoSchool]:
    with demo_school(tmp_path_factory.mktemp("demo") / "server") as running:
        yield running


@pytest.fixture(scope="module")
def kiosk(school: DemoSchool) -> Iterator[httpx.Client]:
    """What a kiosk that has joined speaks as for Ana."""
    token = ask_to_join(school.server, school.new_code(), "Kiosk 1").token
    headers = {"Authorization": f"Bearer {token}", "Kiosk-Student": "ana@example.com"}
    with httpx.Client(base_url=school.server, headers=headers, timeout=PATIENCE_S) as http:
        yield http


def test_a_kiosk_that_joins_has_the_whole_class(school: DemoSchool) -> None:
    roster = ask_to_join(school.server, school.new_code(), "Kiosk 2").roster
    assert (roster.classes, tuple(pupil.name for pupil in roster.pupils)) == ((CLASS,), PUPILS)


def test_the_teacher_signs_in_with_the_password_that_is_told(school: DemoSchool) -> None:
    with httpx.Client(base_url=school.teachers_page, follow_redirects=True, timeout=PATIENCE_S) as browser:
        page = browser.post("sign-in", data={"email": TEACHER, "password": school.password, "then": ""})
    assert page.status_code == 200
    assert all(name in page.text for name in PUPILS)


def test_what_a_kiosk_delivers_twice_reaches_the_stand_in_once(school: DemoSchool, kiosk: httpx.Client) -> None:
    answers = [kiosk.post("/activity/heartbeat", json=heartbeat()).status_code for _ in range(2)]
    answers.append(kiosk.post("/activity/submit", json=submit()).status_code)
    assert answers == [204, 200, 204]
    assert school.wait_until_all_went_on(30)
    assert not replace(school, log=CloudLog()).wait_until_all_went_on(0.01), "a stand-in that heard nothing"
    assert (school.log.active_ms(), school.log.run_ids, len(school.log.completions)) == (12_345, (RUN,), 1)
    assert (school.log.duplicate_windows(), school.log.duplicate_completions()) == ({}, {})


def test_the_demo_begins_with_nothing(tmp_path: Path) -> None:
    (tmp_path / "kept").touch()
    with pytest.raises(UsageError, match="is not empty, and the demo begins with nothing"):
        show(headless=True, as_json=True, screenshots=None, folder=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
