"""The machine is switched off and on again: in namespaces of Linux a program finds another boot, just begun."""

import random
import shutil
import subprocess
import time
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest

BOOT_ID = "/proc/sys/kernel/random/boot_id"
AS_IF_BOOTED = 'mount --bind "$0" ' + BOOT_ID + ' && exec "$@"'
LONGEST_UP_S = 1_000_000

type Machine = Callable[[list[str], Path, random.Random], list[str]]
"""From a command to the one that runs it there; the path is of a file to keep the boot's name in."""


def as_it_runs(command: list[str], _boot: Path, _chance: random.Random) -> list[str]:
    return command


def restarted(command: list[str], boot: Path, chance: random.Random) -> list[str]:
    """The command, in a boot of its own that began some time ago."""
    name_boot(boot)
    up_s = chance.randrange(10, LONGEST_UP_S)
    clocks = {"boottime": time.CLOCK_BOOTTIME, "monotonic": time.CLOCK_MONOTONIC}
    offsets = [f"--{name}={up_s - int(time.clock_gettime(number))}" for name, number in clocks.items()]
    return ["unshare", "--mount", "--time", *offsets, "sh", "-c", AS_IF_BOOTED, str(boot), *command]


def named(command: list[str], boot: Path) -> list[str]:
    """The command, where each `name_boot(boot)` is a restart; its clocks are its own affair."""
    name_boot(boot)
    return ["unshare", "--mount", "sh", "-c", AS_IF_BOOTED, str(boot), *command]


def name_boot(boot: Path) -> None:
    boot.write_text(f"{uuid.uuid4()}\n", "ascii")


def _can_restart() -> bool:
    command = ["unshare", "--mount", "--time", "--boottime=1", "mount", "--bind", "/proc/version", BOOT_ID]
    if shutil.which("unshare") is None:
        return False
    return subprocess.run(command, check=False, stderr=subprocess.DEVNULL).returncode == 0


with_restarts = pytest.mark.skipif(not _can_restart(), reason="only root on Linux can make another boot")
