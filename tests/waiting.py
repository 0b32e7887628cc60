"""Wait for what another process does."""

from collections.abc import Callable
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
