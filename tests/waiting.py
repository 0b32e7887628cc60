"""Wait for what another process does; and see to it that nobody waits long for what this thread does."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

PATIENCE_S = 150.0
"""What takes so long never comes, on the busiest machine. How soon it comes is nothing that a test judges."""

POLL_S = 0.02


def wait_until[T](look: Callable[[], T], what: str) -> T:
    """Look until what is seen is true, for as long as a busy machine may need."""
    for _ in range(round(PATIENCE_S / POLL_S)):
        if seen := look():
            return seen
        Event().wait(POLL_S)
    raise AssertionError(f"waited {PATIENCE_S:.0f} s for {what}")


@contextmanager
def works_for_less_than(seconds: float) -> Iterator[None]:
    """Hold the block to so much processor time of this thread: how busy the machine is does not count."""
    before = time.thread_time()
    yield
    worked = time.thread_time() - before
    assert worked < seconds, f"it took {worked:.1f} s"
