"""What a figure was measured on."""

import os
import platform
from pathlib import Path

from PySide6.QtCore import qVersion

from kiosk.clock import SystemClock


def description() -> dict[str, str]:
    """Name and value of what may matter to a figure."""
    return {
        "date": SystemClock().utc_now().strftime("%Y-%m-%d %H:%M UTC"),
        "machine": f"{_processor()}, {os.cpu_count()} cores",
        "system": platform.platform(),
        "Python": platform.python_version(),
        "Qt": qVersion(),
        "load at the end": " ".join(f"{load:.1f}" for load in os.getloadavg()) if hasattr(os, "getloadavg") else "?",
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
