"""What this process costs the machine between two moments."""

import time
from pathlib import Path


class Cost:
    """Processor time of all threads, and how often one of them was woken (Linux; 0 elsewhere)."""

    def __init__(self) -> None:
        self._began_s = self._cpu_s = 0.0
        self._wakes = 0

    def start(self) -> None:
        self._began_s, self._cpu_s, self._wakes = time.perf_counter(), time.process_time(), _wakes()

    def told(self) -> dict[str, float]:
        """Percent of a core, and wake-ups a second, since `start`."""
        seconds = time.perf_counter() - self._began_s
        cpu_s = time.process_time() - self._cpu_s
        return {"cpu_percent": cpu_s / seconds * 100, "wakes_per_s": (_wakes() - self._wakes) / seconds}


def _wakes() -> int:
    """A thread that gave up the processor of itself was woken again."""
    counts = (
        line.rpartition(":")[2]
        for status in Path("/proc/self/task").glob("*/status")
        for line in status.read_text().splitlines()
        if line.startswith("voluntary_ctxt_switches")
    )
    return sum(map(int, counts))
