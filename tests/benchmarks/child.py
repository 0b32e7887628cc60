"""The processes that are measured: each a program of `tests.benchmarks.programs`, started anew."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.e2e.x11.screen import Screen, xvfb

ROOT = Path(__file__).parents[2]
_NOT_INHERITED = ("PYTHONDONTWRITEBYTECODE", "DISPLAY", "WAYLAND_DISPLAY", "SESSION_MANAGER", "XDG_RUNTIME_DIR")


LONGEST_S = 1_800


class ProgramError(Exception):
    """A program of ours failed; nothing it would have told counts."""


def environment(home: Path, **more: str) -> dict[str, str]:
    """A user's environment, on no screen, without the developer's settings; compiled modules are kept, as always."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name not in _NOT_INHERITED and not name.startswith("KIOSK_")
    }
    own = {
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
        "XDG_DATA_HOME": str(home / "data"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    return {**inherited, **own, **more}


def screens() -> Iterator[Screen]:
    """One with openbox; none where that or Xvfb is missing."""
    if all(map(shutil.which, ("Xvfb", "openbox", "xdotool"))):
        with xvfb(managed=True) as screen:
            yield screen


def run(program: str, *arguments: object, env: Mapping[str, str]) -> dict[str, Any]:
    """Run a program to its end; the one line it prints is JSON."""
    command = _command(program, arguments)
    try:
        ended = subprocess.run(
            command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=LONGEST_S
        )
    except subprocess.TimeoutExpired as error:
        raise ProgramError(f"{program} has not ended after {LONGEST_S} s.") from error
    if ended.returncode:
        raise ProgramError(f"{program} failed: {ended.stderr.strip()}")
    told: dict[str, Any] = json.loads(ended.stdout)
    return told


def ms_until_told(
    program: str, *, env: Mapping[str, str], check: Callable[[dict[str, Any]], object] = lambda _told: None
) -> float:
    """Milliseconds from starting the process to the moment it tells, by its own reading of the same clock."""
    before = time.perf_counter_ns()
    told = run(program, env=env)
    check(told)
    return (int(told["at_ns"]) - before) / 1e6


@contextmanager
def serving(program: str, *arguments: object, env: Mapping[str, str]) -> Iterator[str]:
    """Keep a program running while the block lasts; gives the line it prints when it is ready."""
    with subprocess.Popen(
        _command(program, arguments), cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        ready = process.stdout.readline().strip()
        if not ready:
            raise ProgramError(f"{program} did not come up")
        try:
            yield ready
        finally:
            process.stdin.close()  # it ends when nobody can tell it anything any more


def _command(program: str, arguments: tuple[object, ...]) -> list[str]:
    return [sys.executable, "-m", f"tests.benchmarks.programs.{program}", *map(str, arguments)]
