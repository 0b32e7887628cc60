"""A student at a laptop: the public API over a real folder, with a clock that is moved by hand."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Protocol, Self

from kiosk import Activity, Timeback
from kiosk.clock import Clock, ManualClock, boot_id, read
from kiosk.store import clocks, database
from kiosk.store.writer import Store

MONDAY = datetime(2026, 1, 5, 10, 0, tzinfo=UTC)
MATH = {"subject": "Math", "grade": 3}
UNSYNCED = {"code": "NEW-1"}

ANA, BEN = "ana@example.com", "ben@example.com"
STUDENTS = (ANA, BEN, "twin@example.com", "twin@example.com")
TOKENS = {"ana": ANA, "ben": BEN, "twin": "twin@example.com", "absent": "absent@example.com"}

DONE = {"xpEarned": 1, "totalQuestions": 10, "correctQuestions": 9}


class Server(Protocol):
    @property
    def url(self) -> str: ...


class Laptop:
    """One student's client. Without a backend it has no server. It delivers when asked to, or in the background."""

    def __init__(
        self,
        folder: Path,
        clock: ManualClock,
        backend: Server | None = None,
        student: str = ANA,
        token: str = "ana",
        *,
        background: bool = False,
    ) -> None:
        self.folder = folder
        self.clock = clock
        self.timeback = Timeback(
            data_dir=folder,
            student=student,
            token=token,
            server=backend.url if backend else None,
            clock=clock,
            background=background,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.timeback.close()

    def start(self, lesson: str = "fractions", course: object = MATH, **more: object) -> Activity:
        return self.timeback.activity.start(lesson, lesson.title(), course, **more)  # type: ignore[arg-type]

    def let_pass(self, ms: int) -> None:
        """Nobody touches anything; the program ticks each second and at the end."""
        while ms > 0:
            self.clock.advance(min(ms, 1000))
            self.timeback.tick()
            ms -= 1000

    def study(self, ms: int) -> None:
        """The student is at it: some input at least every 20 seconds."""
        while ms > 0:
            self.timeback.attention.note_input()
            self.let_pass(min(ms, 20_000))
            ms -= 20_000


def vouch(store: Store, clock: Clock) -> None:
    """The server has told its time in this boot, so what it hears first is work."""
    store.call(clocks.note, boot_id(), clocks.Source.SERVER, read(clock)).result()


class Stored(NamedTuple):
    """A window as the disk has it."""

    run_id: str
    sitting: int
    state: str
    started_ms: int
    active_ms: int
    inactive_ms: int
    tries: int
    next_try_ms: int
    reason: str


class StoredEnd(NamedTuple):
    """A completion as the disk has it."""

    run_id: str
    state: str
    tries: int
    next_try_ms: int
    reason: str


def windows(folder: Path) -> list[Stored]:
    """Every window of a data folder, in order, read beside whoever writes it."""
    query = """
        SELECT run_id, sitting, windows.state, started_ms, active_ms,
               idle_ms + unfocused_ms + locked_ms + paused_ms, tries, next_try_ms, reason
          FROM windows JOIN runs ON runs.id = run ORDER BY windows.id
        """
    return [Stored(*row) for row in _read(folder, query)]


def completions(folder: Path) -> list[StoredEnd]:
    query = """
        SELECT run_id, completions.state, tries, next_try_ms, reason
          FROM completions JOIN runs ON runs.id = run ORDER BY completions.id
        """
    return [StoredEnd(*row) for row in _read(folder, query)]


def latest_sitting(folder: Path) -> int:
    ((sitting,),) = _read(folder, "SELECT max(id) FROM sittings")
    return int(sitting)


def sums(stored: Sequence[Stored]) -> tuple[int, int]:
    """Active and inactive milliseconds."""
    return sum(window.active_ms for window in stored), sum(window.inactive_ms for window in stored)


def _read(folder: Path, query: str) -> list[tuple[Any, ...]]:
    reader = database.open_reader(folder / database.FILE_NAME)
    try:
        return reader.execute(query).fetchall()
    finally:
        reader.close()
