"""A family of processes, as Linux tells of it: processor time used and memory at its height."""

import os
from pathlib import Path

import psycopg

_TICK_S = 1 / os.sysconf("SC_CLK_TCK")


class Processes:
    """A process and all that come from it."""

    def __init__(self, ancestor: int) -> None:
        self._ancestor = ancestor

    def cpu_s(self) -> float:
        """Processor time of all of them, those that have ended and were waited for included."""
        return sum(sum(_stat(each)[11:15]) for each in self._alive()) * _TICK_S

    def peak_mib(self) -> float:
        """The sum of what each had in memory at its height: at least what all had together."""
        return sum(_peak_kib(each) for each in self._alive()) / 1024

    def _alive(self) -> list[int]:
        everyone = (int(each.name) for each in Path("/proc").iterdir() if each.name.isdecimal())
        parents = {pid: stat[1] for pid in everyone if (stat := _stat(pid))}
        found = [self._ancestor]
        for each in found:  # it grows meanwhile
            found += [pid for pid, parent in parents.items() if parent == each]
        return [pid for pid in found if pid in parents]


def postmaster(url: str) -> int:
    """The process id of the PostgreSQL at this address: the parent of whoever serves a connection."""
    with psycopg.connect(url) as db:
        return _stat(db.info.backend_pid)[1]


def _stat(pid: int) -> list[int]:
    """The numbers of /proc/PID/stat after the name, the state as 0; [] for a process that has ended."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text("ascii", "replace")
    except (FileNotFoundError, ProcessLookupError):
        return []
    return [0, *map(int, text.rpartition(")")[2].split()[1:])]


def _peak_kib(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)
