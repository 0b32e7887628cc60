"""What a figure was measured on."""

import os
import platform
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import qVersion


def description() -> dict[str, str]:
    """Name and value of what may matter to a figure."""
    return {
        "machine": f"{_processor()}, {os.cpu_count()} cores",
        "system": platform.platform(),
        "Python": platform.python_version(),
        "Qt": qVersion(),
    }


class Busy(NamedTuple):
    """Processor time of the machine since it began, in ticks of the kernel."""

    asked: int
    """What its programs wanted: what they got, and what its host gave to others meanwhile."""
    taken: int
    """The host's part of that ("steal"); 0 on a machine of its own."""

    def taken_since(self, earlier: "Busy") -> float:
        """Which share (0 to 1) of what was asked for since then others took."""
        return (self.taken - earlier.taken) / max(1, self.asked - earlier.asked)


def busy(stat: Path = Path("/proc/stat")) -> Busy:
    """How it stands now; nothing was ever taken where the system does not tell."""
    try:
        ticks = [int(ticks) for ticks in stat.read_text("ascii").partition("\n")[0].split()[1:]]
    except OSError:
        return Busy(0, 0)
    user, nice, system, _idle, _waiting, interrupts, soft_interrupts, steal, *_ = ticks
    return Busy(user + nice + system + interrupts + soft_interrupts + steal, steal)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
