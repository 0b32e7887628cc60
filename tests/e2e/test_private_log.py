"""What is logged may be read by whoever mends a machine: it names no child, no answer and no secret."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.clock import ManualClock
from kiosk.demo.backend import Backend
from kiosk.lessons.model import LessonId
from kiosk.settings import Settings
from tests.desktop.desk import Desk
from tests.e2e.story import ANA
from tests.lessons.packages import given

NAME, TOKEN, ANSWER, PIN = "Zephyrine Quillfeather", "token-of-a-child-8f3a", "a wandering albatross", "493817"
PRIVATE = (NAME, *NAME.split(), ANA, TOKEN, ANSWER, PIN)
OF_THE_SERVER = ("uvicorn", "fastapi", "timeback", "kiosk.demo", "kiosk.server")
"""The stand-in for the server runs in this process, too."""

BIRDS = LessonId("birds")
PAGE = """# Birds

A picture that cannot be drawn: ![torn](torn.png), and a formula that cannot be read: $\\frac{1}{$.

```quiz
1.  Which bird is it?
*   a swan
```
"""


@pytest.fixture
def desk(tmp_path: Path, clock: ManualClock, config: Path, backend: Backend, qtbot: QtBot) -> Iterator[Desk]:
    lesson = tmp_path / "lessons" / "birds"
    lesson.mkdir(parents=True)
    (lesson / "lesson.toml").write_text(
        'id = "birds"\ntitle = "Birds"\ncourse = { subject = "Math", grade = 3 }\n'
        'model = "single-session"\nexpected_xp = 5\npages = ["01.md"]\n',
        "utf-8",
    )
    (lesson / "torn.png").write_bytes(b"no picture")
    (lesson / "01.md").write_text(PAGE, "utf-8")
    settings = Settings(credentials="file", server=backend.url, config=config, lessons=lesson.parent)
    desk = Desk(tmp_path / "data", clock, qtbot, settings)
    yield desk
    desk.close()


def test_a_day_with_every_kind_of_trouble_logs_no_name_answer_or_secret(
    desk: Desk, backend: Backend, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, "markdown_it")  # it tells of every rule it tries on a line
    backend.allow(TOKEN, ANA)
    desk.join(NAME)
    desk.kiosk.connecting.connect_student(backend.url, TOKEN)
    desk.until(lambda: desk.homes[-1].signed_in)
    desk.start(BIRDS)
    (question,) = desk.open_questions()
    desk.session.respond(question.id, given(ANSWER))
    desk.session.check(question.id)
    desk.let_pass(40, busy=True)
    desk.until(lambda: backend.log.active_ms() > 0)

    backend.revoke(TOKEN)
    desk.let_pass(40, busy=True)
    desk.kiosk.courier.sync().result(10)
    backend.stop()
    desk.kiosk.courier.sync().result(10)
    desk.protect_disk()
    desk.let_pass(20, busy=True)
    desk.until(lambda: desk.trouble)
    desk.protect_disk(on=False)
    desk.kiosk.teacher.ask("A test.", lambda: None)
    desk.kiosk.window.pin_sheet.entered.emit(PIN)
    desk.kiosk.launching.follow_link(f"timeback-kiosk://launch?lesson=none&student={ANA}")
    desk.leave()
    desk.close()

    logged = [record for record in caplog.records if not record.name.startswith(OF_THE_SERVER)]
    assert {"kiosk.store.writer", "httpx"} <= {record.name for record in logged}
    said = [*(f"{record.name}: {record.getMessage()}" for record in logged), *capfd.readouterr()]
    assert [line for line in said for word in PRIVATE if word.casefold() in line.casefold()] == []
