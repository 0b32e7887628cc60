"""How much memory this process has of its own."""

import ctypes
import gc
from pathlib import Path


def resident_mb() -> float:
    """Megabytes that are in the machine's memory for this process, shared libraries included (Linux)."""
    status = Path("/proc/self/status").read_text("utf-8")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


def settled_mb() -> float:
    """The same after what is free has been given back, so that only what is kept counts. To compare over time."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    return resident_mb()
