"""How long a class waits for a machine: from one child to the next, and after a crash. On X11 with openbox."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import child
from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import MOSTLY, Figure, Goal, Judged, Sample, percentile
from tests.e2e.x11.kept import kept
from tests.e2e.x11.screen import Screen
from tests.e2e.x11.shared import shared

HAND_OVER = Goal(Judged.OURS, 5_000)
BACK = Goal(Judged.OURS, 2_000)


def measure_hand_over(home: Path, effort: Effort) -> Iterator[Figure]:
    """With a mouse on the buttons, as fast as they appear."""
    for screen in child.screens():
        yield Figure(
            "hand-over, p95",
            f"{effort.hand_overs} times from the press of Lessons in one student's lesson to the next one's own page:"
            " Not you, the picture, four digits, Done, each pressed with the mouse once it is there.",
            "ms",
            Sample(tuple(_slow_hand_over(screen, home / str(at), effort.hand_overs) for at in range(effort.responses))),
            None,
            HAND_OVER,
        )


def measure_crash(home: Path, effort: Effort) -> Iterator[Figure]:
    """In kiosk mode, where somebody keeps the window."""
    for screen in child.screens():
        yield Figure(
            "back after a crash",
            "From SIGKILL of the window in kiosk mode, in a lesson, to the next window on the screen.",
            "ms",
            Sample(tuple(_return(screen, home / str(at)) for at in range(effort.crashes))),
            None,
            BACK,
        )


def _slow_hand_over(screen: Screen, folder: Path, times: int) -> float:
    took: list[float] = []
    with shared(screen, folder) as kiosk:
        for _ in range(times):
            kiosk.open_lesson()
            took.append(kiosk.hand_over())
    return percentile(took, MOSTLY)


def _return(screen: Screen, folder: Path) -> float:
    with kept(screen, folder) as kiosk:
        kiosk.open_lesson()
        return kiosk.crash()
