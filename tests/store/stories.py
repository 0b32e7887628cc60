"""A student's work as the store sees it, without a tracker."""

from kiosk.clock import Clock, ManualClock, read
from kiosk.protocol.course import SubjectGrade
from kiosk.protocol.run_id import RunId
from kiosk.store import journal, runs, students
from kiosk.store.journal import Entry
from kiosk.store.runs import OpenedRun, RunRequest
from kiosk.store.students import SignIn, Student
from kiosk.store.writer import Store
from kiosk.tracking.window import Reason, Span, Window, WindowState

BOOT = "boot-1"
MATH = SubjectGrade("Math", 3)


def add_student(store: Store, name: str = "ana") -> Student:
    student = store.call(students.add, f"{name}@example.com", name.title(), "fox", 0).result()
    store.call(students.set_sign_in, student.ref, SignIn.OK).result()
    return student


def start(
    store: Store,
    clock: Clock,
    student: Student,
    lesson: str = "fractions",
    run_id: str | None = None,
    **more: bool,
) -> OpenedRun:
    request = RunRequest(student.id, lesson, lesson.title(), MATH, RunId(run_id) if run_id else None, **more)
    return store.call(runs.start_sitting, request, read(clock), BOOT).result()


def window(
    clock: ManualClock, seq: int, active_ms: int = 15_000, idle_ms: int = 0, state: WindowState = WindowState.READY
) -> Window:
    """A window that begins now; the clock moves to its end."""
    at = read(clock)
    spans = tuple(
        span
        for span in (
            Span(at.mono, at.mono + active_ms, Reason.ACTIVE),
            Span(at.mono + active_ms, at.mono + active_ms + idle_ms, Reason.IDLE),
        )
        if span.start < span.end
    )
    clock.advance(active_ms + idle_ms)
    return Window(seq, state, at.wall, at.mono, spans)


def entry(run: OpenedRun, *windows: Window) -> Entry:
    return Entry(run.run, run.sitting, windows, 0)


def work(
    store: Store, clock: ManualClock, run: OpenedRun, windows: int = 1, first: int = 0, *, touching: bool = False
) -> None:
    """Windows of fifteen seconds; unless they touch, a millisecond apart, so that none is merged into another."""
    for seq in range(first, first + windows):
        store.journal(entry(run, window(clock, seq)))
        clock.advance(0 if touching else 1)


def end(store: Store, run: OpenedRun) -> None:
    store.call(journal.end_sitting, entry(run)).result()
