"""What a student will most likely open is read, and its first formulas made, while they look at their home page."""

from collections.abc import Callable
from concurrent.futures import Future

from kiosk.desktop.bridge import Bridge
from kiosk.desktop.views import HomeView
from kiosk.lessons.interactions import Html
from kiosk.lessons.model import Lesson, LessonId
from kiosk.lessons.outline import Outline
from kiosk.lessons.texts import texts

type ReadLesson = Callable[[Outline], "Future[Lesson]"]
"""Reads the whole lesson on another thread, at once where it was read before and is as it was."""


class ReadAhead:
    """Looks at each home page that is shown. GUI thread; waits for nothing.

    `find` tells a lesson's outline, `prepare` is given each text of its first page: the first formula of all takes a
    third of a second. A lesson that cannot be read says so when it is opened.
    """

    def __init__(
        self,
        read: ReadLesson,
        find: Callable[[LessonId], Outline | None],
        prepare: Callable[[Html], None],
        bridge: Bridge,
    ) -> None:
        self._read = read
        self._find = find
        self._prepare = prepare
        self._bridge = bridge
        self._outline: Outline | None = None

    def look(self, view: HomeView) -> None:
        """Read the lesson that stands first on the page, once."""
        card = view.resume or next(iter(view.lessons), None)
        outline = self._find(card.lesson) if card is not None else None
        if outline is not None and outline != self._outline:
            self._outline = outline
            self._bridge.when(self._read(outline), self._take, lambda _fault: None)

    def _take(self, lesson: Lesson) -> None:
        for html in texts(lesson.pages[:1]):
            self._prepare(html)
