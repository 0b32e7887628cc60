"""Emptying an outbox that has waited for weeks: how fast, and whether the window notices."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from kiosk.sync.delivery import LANES_AT_ONCE
from tests.benchmarks import child, classroom
from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import Figure, Goal, Judged, in_turn, percentile

RATE = Goal(Judged.RATIO, 0.9, at_least=True)
BATCH = Goal(Judged.RATIO, 20.0, at_least=True)
STALL = Goal(Judged.OURS, 16.0)


def measure_rate(home: Path, effort: Effort) -> Iterator[Figure]:
    """Against httpx alone, posting one after another, and with as many at once as we have."""
    env = child.environment(home)
    folders = map(home.joinpath, map("outbox-{}".format, range(1_000)))

    with child.serving("sdk_server", env=env) as server:

        def drain(program: str, *more: object) -> float:
            """Each drain has an outbox of its own: the server would know the windows of another's."""
            folder = next(folders)
            classroom.fill_outbox(folder, effort.drained)
            told = child.run(program, folder, server, *more, env=env)
            assert told["count"] == effort.drained, told
            return float(told["per_s"])

        for at_once, words in ((1, "one after another"), (LANES_AT_ONCE, f"{LANES_AT_ONCE} at once, as ours")):
            yield Figure(
                f"delivery, against httpx {words}",
                f"{effort.drained} windows of 80 lanes, delivered to a Timeback SDK server in another process; counted"
                " from the first answer to the last. Ours: the courier, with every claim on the disk before it is sent"
                f" and every answer after. Floor: httpx alone posts the same bodies, {words}, and keeps no book.",
                "per s",
                *in_turn(effort.drains, partial(drain, "deliver"), partial(drain, "post_plainly", at_once)),
                RATE,
            )


def measure_batch(home: Path, effort: Effort) -> Iterator[Figure]:
    """To our own server in batches, against httpx posting one after another to the SDK's route."""
    env = child.environment(home)
    folders = map(home.joinpath, map("outbox-{}".format, range(1_000)))

    with (
        child.serving("sdk_server", env=env) as plain,
        child.serving("school_server", home / "school", env=env) as school,
    ):

        def ours() -> float:
            folder = next(folders)
            classroom.fill_outbox(folder, effort.batched)
            told = child.run("deliver", folder, school, env=env)
            assert told["count"] == effort.batched, told
            return float(told["from_the_start_per_s"])

        def floor() -> float:
            folder = next(folders)
            classroom.fill_outbox(folder, effort.drained)
            return float(child.run("post_plainly", folder, plain, 1, env=env)["per_s"])

        yield Figure(
            "delivery in batches, against httpx and the SDK's route",
            f"{effort.batched} windows of 80 lanes, none merged, delivered to our school server in another process;"
            " counted from the start of the courier to the last answer. Ours: the courier, with every claim on the disk"
            " before it is sent and every answer after, and the server with every window in its ledger on the disk."
            f" Floor: httpx alone posts {effort.drained} such bodies one after another to a Timeback SDK server over a"
            " stand-in for the cloud, and neither keeps any book.",
            "per s",
            *in_turn(effort.drains, ours, floor),
            BATCH,
        )


def measure_stalls(home: Path, effort: Effort) -> Iterator[Figure]:
    """How late a timer of one millisecond is on the GUI thread, at worst in a thousand."""
    env = child.environment(home)
    numbers = iter(range(1_000))

    with child.serving("sdk_server", env=env) as server:

        def ours() -> float:
            folder = home / f"behind-{next(numbers)}"
            classroom.furnish(folder, server)
            classroom.fill_outbox(folder, effort.stalled)
            classroom.pack_lessons(folder)
            told = child.run("tracked_lesson", folder, "drain", env=env)
            assert told["imported"], "no package was imported meanwhile"
            return percentile(told["late_ms"], 0.999)

        def floor() -> float:
            folder = home / f"behind-{next(numbers)}"
            classroom.fill_outbox(folder, effort.stalled)
            return percentile(child.run("quiet_window", folder, server, env=env)["late_ms"], 0.999)

        yield Figure(
            "window blocked while draining and importing, p99.9",
            f"How late a timer of 1 ms is on the GUI thread while {effort.stalled} windows are delivered. Ours: a"
            " lesson is open and tracked meanwhile, and one package of 10 pages after the other is imported. Floor:"
            " a bare window, with httpx posting on another thread.",
            "ms",
            *in_turn(effort.stalls, ours, floor),
            STALL,
        )
