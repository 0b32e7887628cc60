"""Matching and ordering from the lesson's file to the disk and back."""

from datetime import UTC, datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from kiosk.clock import ManualClock
from kiosk.desktop.views import LessonView, QuestionView
from kiosk.lessons.model import RESPONSE, LessonId, QuestionId
from kiosk.settings import Settings
from tests.desktop.desk import Desk
from tests.lessons.packages import given, write_package

PAGE = """\
# Homes

```quiz
id: homes
Tries: 3
1.  Who lives where?
~   bee -> hive
... Wax!
~   bird -> nest

id: story
2.  In which order?
1)  The storm comes.
2)  The lamp goes out.
```
"""
HALVES = LessonId("halves")
HOMES, STORY = QuestionId("homes"), QuestionId("story")


def asked(view: LessonView) -> dict[QuestionId, QuestionView]:
    return {block.question.id: block for block in view.blocks if isinstance(block, QuestionView)}


def test_pairs_and_rows_are_saved_at_once_and_found_again_by_the_next_start(tmp_path: Path, qtbot: QtBot) -> None:
    write_package(tmp_path / "lessons" / "halves", {"one.md": PAGE})
    settings = Settings(credentials="file", lessons=tmp_path / "lessons")
    clock = ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC))
    desk = Desk(tmp_path / "data", clock, qtbot, settings)
    desk.join()
    assert set(asked(desk.start(HALVES))) == {HOMES, STORY}
    desk.session.respond(HOMES, given("s1 t2"))
    desk.session.check(HOMES)
    assert (desk.questions[-1].tries, desk.questions[-1].note) == (0, "Choose something for each one first.")
    desk.session.check(STORY)
    assert "mixed up" in desk.questions[-1].note
    desk.session.respond(HOMES, given("s1 t2", "s2 t1"))
    desk.session.check(HOMES)
    desk.session.respond(HOMES, given("s1 t2"))
    desk.session.respond(STORY, given("b", "a"))
    desk.until(lambda: desk.on_disk("SELECT answer FROM answers WHERE question = 'story' AND answer LIKE '%b%a%'"))
    desk.close()

    again = Desk(tmp_path / "data", clock, qtbot, settings)
    again.enter()
    found = asked(again.start(HALVES))
    assert (found[HOMES].responses, found[HOMES].tries) == (given("s1 t2"), 1)
    pairs = found[HOMES].answers[RESPONSE]
    assert (pairs.parts_right, pairs.choice_feedback) == ({"s1": False}, {"s1": "<p>Wax!</p>"})
    assert found[STORY].responses == given("b", "a")
    again.answer_page(right=False)
    result = again.finish()
    assert (result.right, result.total) == (0, 2)
    again.close()
