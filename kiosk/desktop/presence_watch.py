"""What the teacher's page shows of this kiosk: put together here, told by `kiosk.sync.presence`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from kiosk.clock import Clock, local_day, read
from kiosk.desktop.bridge import Bridge
from kiosk.desktop.facts import Work, works_of
from kiosk.desktop.session import Session
from kiosk.desktop.views import FocusState, LessonView
from kiosk.protocol.presence import Focus, Report, Safety
from kiosk.store.writer import Store

EVERY_MS = 10_000
CHANGE_MS = 300
"""Changes so close together are one: a page that is left and the next."""

DOUBT_MS = 2_000
"""A window is on its way for a moment each time; only what still waits then is told."""


@dataclass(frozen=True, slots=True)
class Here:
    """Where the student is who has a lesson open. `page` counts from 1."""

    student: int
    lesson: str
    page: int
    pages: int
    focus: FocusState


def reports(works: Sequence[Work], here: Here | None, waited: frozenset[str], *, is_saved: bool) -> dict[str, Report]:
    """What to tell of each student, by ref. `waited`: whose work waited already at the reading before."""
    return {work.ref: _report(work, here, is_saved=is_saved, waits=work.ref in waited) for work in works}


def _report(work: Work, here: Here | None, *, is_saved: bool, waits: bool) -> Report:
    at = here if here is not None and here.student == work.student else None
    backlog = work.backlog
    unsent = backlog.waiting + backlog.parked + backlog.maybe + backlog.finish_requests if waits else 0
    computer = Safety.COMPUTER if unsent else Safety.SERVER
    return Report(
        lesson=None if at is None else at.lesson,
        page=None if at is None else at.page,
        pages=None if at is None else at.pages,
        focus=Focus.OUT if at is None else Focus(at.focus.value),
        today_ms=work.today_ms,
        today_xp=work.today_xp,
        unsent=unsent,
        safety=computer if is_saved else Safety.NOT_SAVED,
    )


class PresenceWatch(QObject):
    """Reads the store at each change and every ten seconds, and hands on what is to be told. GUI thread.

    `tell(reports, ref)` takes reports by the students' refs, and the ref of who is in a lesson; it must not wait.
    """

    def __init__(
        self,
        session: Session,
        store: Store,
        clock: Clock,
        bridge: Bridge,
        tell: Callable[[Mapping[str, Report], str | None], None],
    ) -> None:
        super().__init__(session)
        self._session = session
        self._store = store
        self._clock = clock
        self._bridge = bridge
        self._tell = tell
        self._page = (0, 0)
        self._focus = FocusState.FOCUSED
        self._was_here = False
        self._waited: frozenset[str] = frozenset()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        session.lesson_shown.connect(self._note_page)
        session.focus_told.connect(self._note_focus)
        session.result_shown.connect(self._note_left)
        session.home_shown.connect(self._note_left)

    def start(self) -> None:
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Read, and tell what there is to tell. A disk that cannot be read is told of elsewhere."""
        today = local_day(read(self._clock).wall)
        self._bridge.when(self._store.call_light(works_of, today), self._hand_on, lambda _error: None)

    def _hand_on(self, works: list[Work]) -> None:
        here = self._here()
        self._was_here = here is not None
        waiting = frozenset(work.ref for work in works if not work.backlog.is_on_server)
        told = reports(works, here, self._waited, is_saved=self._store.trouble is None)
        if waiting - self._waited:
            self._soon.start(DOUBT_MS)
        self._waited = waiting
        ref = next((work.ref for work in works if here is not None and work.student == here.student), None)
        self._tell(told, ref)

    def _here(self) -> Here | None:
        student, lesson = self._session.student, self._session.lesson
        if student is None or lesson is None:
            return None
        page, pages = self._page
        return Here(student.id, lesson.id, page, pages, self._focus)

    def _note_page(self, view: LessonView) -> None:
        self._page = view.page_number, view.page_count
        self._look_soon()

    def _note_focus(self, focus: FocusState, _ms: int) -> None:
        if focus is not self._focus:
            self._focus = focus
            self._look_soon()

    def _note_left(self, _view: object) -> None:
        if self._was_here:
            self._was_here = False
            self._look_soon()

    def _look_soon(self) -> None:
        self._soon.start(CHANGE_MS)
