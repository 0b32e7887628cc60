"""How fast answers come."""

import time


class Pace:
    """Answers a second, from the first to the last: what comes before the first is start-up, ours or theirs."""

    def __init__(self) -> None:
        self._at_s: list[float] = []
        self._began_s = time.perf_counter()

    def note(self) -> None:
        """An answer is there."""
        self._at_s.append(time.perf_counter())

    @property
    def per_s(self) -> float:
        return (len(self._at_s) - 1) / (self._at_s[-1] - self._at_s[0])

    @property
    def per_s_with_the_first(self) -> float:
        """The same, from when this was made: where many answers come at once, the first took time too."""
        return len(self._at_s) / (self._at_s[-1] - self._began_s)
