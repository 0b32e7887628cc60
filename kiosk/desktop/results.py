"""The page after a lesson: what the attempt came to, and what a school server makes of it a moment later."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.desktop.bridge import Bridge
from kiosk.desktop.facts import StudentFacts, facts_of
from kiosk.desktop.home import student_card
from kiosk.desktop.present import decided_view, next_lesson, result_view
from kiosk.desktop.views import ResultView
from kiosk.lessons.interactions import Html
from kiosk.lessons.model import Lesson
from kiosk.lessons.outline import Outline
from kiosk.store.writer import Store
from kiosk.tracking.metrics import Metrics


class Results(QObject):
    """Keeps the result that is looked at. GUI thread; waits for nothing.

    `offered` tells which lessons a student has now, `today` the local day.

    Signals:
        shown(ResultView): for the page, and again once the school server has decided.
    """

    shown = Signal(object)

    def __init__(
        self,
        store: Store,
        bridge: Bridge,
        offered: Callable[[StudentFacts], tuple[Outline, ...]],
        today: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._bridge = bridge
        self._offered = offered
        self._today = today
        self._student: int | None = None
        self._lesson: Lesson | None = None
        self._view: ResultView | None = None

    @property
    def is_kept(self) -> bool:
        """Whether there is a result to go back to."""
        return self._view is not None

    def tell(self, student: int, lesson: Lesson, metrics: Metrics, focused_ms: int, said: tuple[Html, ...]) -> None:
        """Show what this attempt came to, which has just ended."""
        self._student, self._lesson = student, lesson

        def show(facts: StudentFacts) -> None:
            lessons, today = self._offered(facts), self._today()
            card, following = student_card(facts, lessons, today), next_lesson(lesson, lessons, facts.latest)
            self._show(result_view(card, lesson, metrics, focused_ms, following, said))

        self._read(show)

    def show_again(self) -> None:
        if self._view is not None:
            self.shown.emit(self._view)

    def look(self) -> None:
        """Ask whether the school server has decided meanwhile, where it is for a server to decide."""
        if self._view is not None and self._view.xp is None:
            self._read(self._take_decision)

    def forget(self) -> None:
        """Nobody looks at it any more."""
        self._student = self._lesson = self._view = None

    def _take_decision(self, facts: StudentFacts) -> None:
        if self._view is None or self._lesson is None:
            return
        run = facts.latest.get(self._lesson.id)
        if run is not None and run.result is not None and not run.waits_for_server:
            self._show(decided_view(self._view, self._lesson, run.result))

    def _show(self, view: ResultView) -> None:
        self._view = view
        self.shown.emit(view)

    def _read(self, then: Callable[[StudentFacts], None]) -> None:
        """Read the student's facts, unless they have gone when these are here."""
        student = self._student
        if student is None:
            return

        def if_still_here(facts: StudentFacts) -> None:
            if self._student == student:
                then(facts)

        self._bridge.when(self._store.call_light(facts_of, student, self._today()), if_still_here)
