"""Who is at this machine and at which lesson, from the pages that the session shows."""

from PySide6.QtCore import QObject, Signal

from kiosk.desktop.session import Session
from kiosk.store.place import Place


class Whereabouts(QObject):
    """Follows one session. GUI thread.

    Signals:
        moved(Place | None): somebody is somewhere else now; None: nobody is learning.
        at_lesson_changed(bool): a lesson is in progress, or no longer.
    """

    moved = Signal(object)
    at_lesson_changed = Signal(bool)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place: Place | None = None
        session.page_shown.connect(self._look)

    def _look(self, _page: object = None) -> None:
        student, lesson = self._session.student, self._session.lesson
        place = Place(student.id, lesson.id if lesson is not None else None) if student is not None else None
        if place == self._place:
            return
        was_at_lesson, self._place = _is_at_lesson(self._place), place
        self.moved.emit(place)
        if _is_at_lesson(place) is not was_at_lesson:
            self.at_lesson_changed.emit(not was_at_lesson)


def _is_at_lesson(place: Place | None) -> bool:
    return place is not None and place.lesson is not None
