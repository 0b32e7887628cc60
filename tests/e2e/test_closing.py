"""A program that ends leaves no doubt behind that it could have settled."""

from pathlib import Path

from kiosk.clock import ManualClock
from kiosk.demo.backend import Backend
from tests.e2e.story import DONE, Laptop, completions, windows


def test_what_is_being_sent_when_the_program_ends_is_known_to_have_arrived(
    backend: Backend, clock: ManualClock, tmp_path: Path
) -> None:
    with Laptop(tmp_path, clock, backend, background=True) as laptop:
        activity = laptop.start()
        laptop.study(15_000)
        assert backend.log.wait_until(lambda log: len(log.time_spent) > 0)
    assert activity.is_ended
    assert [(window.state, window.tries) for window in windows(tmp_path)] == [("delivered", 1)]


def test_a_program_that_ends_sends_nothing_more_and_the_next_one_sends_the_rest(
    backend: Backend, clock: ManualClock, tmp_path: Path
) -> None:
    with Laptop(tmp_path, clock) as laptop:
        activity = laptop.start()
        laptop.study(1_200_000)
        activity.end(DONE)
    with Laptop(tmp_path, clock, backend, background=True):
        assert backend.log.wait_until(lambda log: len(log.time_spent) > 0)
    left = [window for window in windows(tmp_path) if window.state == "ready"]
    assert left
    assert {window.tries for window in left} == {0}
    with Laptop(tmp_path, clock, backend) as laptop:
        assert laptop.timeback.sync().pending == 0
    assert backend.log.active_ms() == 1_200_000
    assert backend.log.duplicate_windows() == {}
    assert [end.state for end in completions(tmp_path)] == ["delivered"]
