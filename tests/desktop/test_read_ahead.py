"""What a student will most likely open is read before they open it."""

from concurrent.futures import Future
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.desktop.bridge import Bridge
from kiosk.desktop.home import home_view
from kiosk.desktop.read_ahead import ReadAhead
from kiosk.errors import LessonError
from kiosk.lessons.listing import open_lesson
from kiosk.lessons.model import Lesson
from kiosk.lessons.outline import Outline, outline_of
from kiosk.lessons.package import load_lesson
from kiosk.store.runs import LessonRun
from tests.desktop.readings import TODAY, facts, run
from tests.lessons.packages import MANIFEST, write_package


@pytest.fixture
def lessons(tmp_path: Path) -> tuple[Outline, ...]:
    """Two of two pages, each with a formula of its own."""
    made = []
    for name in ("halves", "thirds"):
        manifest = MANIFEST.replace("halves", name).replace('"one.md"', '"one.md", "two.md"')
        pages = {"one.md": f"# One\n\n${name}_1$\n", "two.md": f"# Two\n\n${name}_2$\n"}
        made.append(outline_of(load_lesson(write_package(tmp_path / name, {"lesson.toml": manifest, **pages}))))
    return tuple(made)


class Home:
    """A home page, and what came of looking at it."""

    def __init__(self, lessons: tuple[Outline, ...]) -> None:
        self._lessons = lessons
        self.read: list[str] = []
        self.prepared: list[str] = []
        self.bridge = Bridge()
        by_id = {lesson.id: lesson for lesson in lessons}
        self._ahead = ReadAhead(self._read, by_id.get, self.prepared.append, self.bridge)

    def look(self, *runs: LessonRun) -> None:
        self._ahead.look(home_view(facts(*runs), self._lessons, {}, TODAY))

    def _read(self, outline: Outline) -> "Future[Lesson]":
        self.read.append(outline.id)
        future: Future[Lesson] = Future()
        try:
            future.set_result(open_lesson(outline))
        except LessonError as error:
            future.set_exception(error)
        return future


def test_the_first_lesson_of_the_page_is_read_once_and_its_first_page_prepared(
    lessons: tuple[Outline, ...], qtbot: QtBot
) -> None:
    home = Home(lessons)
    for _ in range(3):
        home.look()
    qtbot.waitUntil(lambda: bool(home.prepared))
    (text,) = home.prepared
    assert "halves_1" in text
    assert home.read == ["halves"]


def test_a_lesson_to_go_on_with_comes_before_the_first(lessons: tuple[Outline, ...]) -> None:
    home = Home(lessons)
    home.look(run("thirds"))
    assert home.read == ["thirds"]
    home.look()
    assert home.read == ["thirds", "halves"]


def test_a_page_without_lessons_asks_for_nothing() -> None:
    home = Home(())
    home.look()
    assert home.read == []


def test_a_lesson_that_cannot_be_read_says_nothing_before_it_is_opened(
    lessons: tuple[Outline, ...], qtbot: QtBot
) -> None:
    (lessons[0].folder / "one.md").write_text("No title.\n")
    home = Home(lessons)
    faults: list[object] = []
    home.bridge.failed.connect(faults.append)
    home.look()
    done: list[bool] = []
    home.bridge.call(lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))
    assert (home.read, home.prepared, faults) == (["halves"], [], [])
