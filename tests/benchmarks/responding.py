"""How soon the window answers: an input event, a second of a lesson, a page turned, a question answered."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import child, classroom
from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import MOSTLY, Figure, Goal, Judged, Sample, percentile

FILTER = Goal(Judged.OURS, 5.0)
TICK = Goal(Judged.OURS, 1.0)
NEXT_FRAME = Goal(Judged.OURS, 50.0)


def measure_filter(home: Path, effort: Effort) -> Iterator[Figure]:
    """What the attention filter adds to an event."""
    env = child.environment(home)
    told = [child.run("input_filter", effort.events, env=env) for _ in range(effort.responses)]
    yield Figure(
        "input event, added by the attention filter",
        f"{effort.events} mouse moves sent to a native window with the filter and as many without, in turn; processor"
        " time of the thread for one, the least of 20 rounds. Floor: the whole event without the filter.",
        "µs",
        Sample(tuple(each["filtered_us"] - each["bare_us"] for each in told)),
        _sample(told, "bare_us"),
        FILTER,
    )


def measure_tick(home: Path, effort: Effort) -> Iterator[Figure]:
    """What counting a second costs the GUI thread, at worst in a hundred."""
    env = child.environment(home)
    told = [child.run("journal_ticks", home / f"ticks-{at}", effort.ticks, env=env) for at in range(effort.responses)]
    yield Figure(
        "journal tick on the GUI thread, p99",
        f"{effort.ticks} seconds of a lesson: the tracker asked, and its window handed to the thread that writes; the"
        " GUI thread waits for no disk. Floor: a bare upsert of one row with its commit, in SQLite's log without sync.",
        "ms",
        Sample(tuple(percentile(each["ours_ms"], 0.99) for each in told)),
        Sample(tuple(percentile(each["floor_ms"], 0.99) for each in told)),
        TICK,
    )


def measure_pages(home: Path, effort: Effort) -> Iterator[Figure]:
    """A lesson worked through, each time by another student."""
    folder = home / "worked-through"
    classroom.furnish(folder)
    env = child.environment(home)
    told = [child.run("page_turns", folder, student, env=env) for student in range(1, effort.responses + 1)]
    lesson = "of the lesson with 10 pages, each with a picture, a table, formulas and three questions"
    for name, key, how in (
        (
            "page turn, p95",
            "turned_ms",
            f"From the press of Go on to the first frame of the next page {lesson}; a second after the one before.",
        ),
        (
            "question answered, p95",
            "seen_ms",
            f"From the press of Check answer to the first frame with the verdict, 30 times {lesson}.",
        ),
        (
            "question answered to saved, p95",
            "kept_ms",
            "From the same presses until the answer can be read from the file, synced to the disk.",
        ),
    ):
        yield Figure(name, how, "ms", Sample(tuple(percentile(each[key], MOSTLY) for each in told)), None, NEXT_FRAME)


def _sample(told: list[dict[str, float]], key: str) -> Sample:
    return Sample(tuple(each[key] for each in told))
