"""Whatever the network does, windows in equal windows out.

The real client writes and delivers, the real SDK server receives; between them lies a proxy of our own. The clock is
moved by hand, so a day of trouble takes seconds.
"""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from kiosk import resources
from kiosk.clock import ManualClock, epoch_ms
from kiosk.demo.backend import Backend
from tests.e2e.story import DONE, MONDAY, STUDENTS, TOKENS, Laptop, Stored, completions, sums, windows
from tests.sync.certificates import self_signed, shown_by
from tests.torture.conftest import Prove
from tests.torture.wire import ACTED, Fault, Wire, wire

LONGEST_HOLD_MS = 26 * 3_600_000
"""Longer than the longest time a lane waits by itself."""

SEQUENCE = 500
SEEDS = range(4)

LATE = frozenset({Fault.STATUS_404, Fault.STATUS_409})
"""Answers after which a lane waits longer than the server remembers a window."""


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MONDAY)


@pytest.fixture
def backend(clock: ManualClock) -> Iterator[Backend]:
    """It lives in the test's simulated time."""
    with Backend(resources.sample_config(), STUDENTS, TOKENS, clock=clock) as running:
        yield running


@pytest.fixture
def network(backend: Backend) -> Iterator[Wire]:
    with wire(urlsplit(backend.url).port or 0) as proxy:
        yield proxy


def received(backend: Backend) -> Counter[tuple[str, int]]:
    """How often each window, by run and start, reached the cloud."""
    return Counter(
        (event.window.run_id, epoch_ms(event.window.started_at)) for event in backend.log.time_spent if event.window
    )


def kept(folder: Path) -> list[Stored]:
    """The windows on the disk but for those that were merged into others before they were first sent."""
    return [window for window in windows(folder) if window.state != "withdrawn"]


def deliver_everything(laptop: Laptop) -> None:
    for _ in range(20):
        if laptop.timeback.sync().pending == 0:
            return
        laptop.clock.advance(LONGEST_HOLD_MS)


@pytest.mark.parametrize("fault", [fault for fault in Fault if fault is not Fault.NONE], ids=str)
def test_windows_and_the_completion_arrive_once_through_a_fault_of_one_kind(
    backend: Backend,
    clock: ManualClock,
    network: Wire,
    tmp_path: Path,
    prove: Prove,
    fault: Fault,
) -> None:
    with Laptop(tmp_path, clock, network) as laptop:
        activity = laptop.start()
        for _ in range(5):
            laptop.study(15_000)
            network.strike(fault, once=True)
            laptop.timeback.sync()
            network.strike(Fault.NONE, once=False)
            laptop.let_pass(3_000)
            laptop.timeback.sync()
        network.strike(fault, once=True)
        activity.end(DONE)
        laptop.timeback.sync()
        network.strike(Fault.NONE, once=False)
        deliver_everything(laptop)

        stored = kept(tmp_path)
        assert {window.state for window in stored} == {"delivered"}
        assert set(received(backend).values()) == {1}
        assert (backend.log.active_ms(), backend.log.inactive_ms()) == sums(stored)
        assert [end.state for end in completions(tmp_path)] == ["delivered"]
        assert len({event.event_time for event in backend.log.completions}) == 1
        assert len(backend.log.completions) == (
            2 if fault in ACTED else 1
        )  # the SDK takes its repeat as the same attempt
    prove(f"network-{fault.name.lower()}", 6, f"{len(stored)} windows and the completion arrived once")


@pytest.mark.parametrize("number", SEEDS)
def test_windows_in_are_windows_out_over_a_random_sequence_of_faults(
    backend: Backend,
    clock: ManualClock,
    network: Wire,
    tmp_path: Path,
    prove: Prove,
    number: int,
) -> None:
    chance = random.Random(number)
    faults = [fault for fault in Fault if fault not in LATE]
    with Laptop(tmp_path, clock, network) as laptop:
        laptop.start()
        studied_ms = 0
        for _ in range(SEQUENCE):
            span_ms = chance.choice((5_000, 15_000))
            laptop.study(span_ms)
            studied_ms += span_ms
            network.strike(chance.choice(faults), once=chance.random() < 0.5)
            laptop.timeback.sync()
        network.strike(Fault.NONE, once=False)
        activity = laptop.timeback.activity.current
        assert activity is not None
        activity.end()
        deliver_everything(laptop)

        stored, arrived = kept(tmp_path), received(backend)
        assert set(arrived.values()) == {1}
        delivered = [window for window in stored if window.state == "delivered"]
        unsure = [window for window in stored if window.state == "maybe"]
        assert len(delivered) + len(unsure) == len(stored)
        assert all(arrived[window.run_id, window.started_ms] == 1 for window in delivered)
        there = [window for window in unsure if arrived[window.run_id, window.started_ms]]
        assert (backend.log.active_ms(), backend.log.inactive_ms()) == sums(delivered + there)
        assert sums(stored) == (studied_ms, 0)
        prove(
            f"network-sequence-{number}",
            len(network.seen),
            f"{len(stored)} windows, none twice, none missing; {len(unsure)} are kept as unsure, of which {len(there)}"
            " had arrived",
        )


def test_to_a_server_with_a_wrong_certificate_nothing_is_sent_and_everything_is_kept(
    backend: Backend, clock: ManualClock, tmp_path: Path
) -> None:
    port = urlsplit(backend.url).port or 0
    with wire(port, shown_by(self_signed(tmp_path))) as stranger, Laptop(tmp_path / "data", clock, stranger) as laptop:
        laptop.start()
        for _ in range(10):
            laptop.study(15_000)
            report = laptop.timeback.sync()
            assert report.sent == 0
            assert "CERTIFICATE_VERIFY_FAILED" in str(report.error)
    assert stranger.seen == []
    assert not backend.log.time_spent

    with Laptop(tmp_path / "data", clock, backend) as laptop:
        deliver_everything(laptop)
        assert backend.log.active_ms() == 150_000
        assert set(received(backend).values()) == {1}
