"""Programs of their own around one data folder: the kiosk's window off screen, and commands beside it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from tests.waiting import PATIENCE_S

type Process = subprocess.Popen[str]


def begin(*arguments: str, platform: str = "offscreen") -> Process:
    """A program of its own with that window system; its socket lies in its own folder."""
    return subprocess.Popen(
        [sys.executable, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": platform, "KIOSK_CREDENTIALS": "file"},
    )


def ended(process: Process) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=PATIENCE_S)
    return process.returncode, out.strip(), err.strip()


def run(*arguments: str, platform: str = "offscreen") -> tuple[int, str, str]:
    return ended(begin("-m", "kiosk", *arguments, platform=platform))


@contextmanager
def ending(processes: Sequence[Process]) -> Iterator[None]:
    """Let none of them outlive the test."""
    with ExitStack() as stack:
        for process in processes:
            stack.enter_context(process)
            stack.callback(process.kill)
        yield


@contextmanager
def window_on(folder: Path, *arguments: str) -> Iterator[Process]:
    """A kiosk whose window is up."""
    with ending([process := begin("-m", "kiosk", *arguments, "--data-dir", str(folder))]):
        while still_runs(process) and not is_answering(folder):
            pass
        yield process


ASK = """
import pathlib, sys
from kiosk.desktop.instance import ask_running
sys.exit(not ask_running(pathlib.Path(sys.argv[1])))
"""


def is_answering(folder: Path) -> bool:
    """Whether the window of this folder answers to a later start."""
    return ended(begin("-c", ASK, str(folder)))[0] == 0


def still_runs(process: Process) -> bool:
    with suppress(subprocess.TimeoutExpired):
        process.wait(0.1)
    return process.poll() is None


def quit_window(process: Process) -> None:
    process.send_signal(signal.SIGTERM)
    assert ended(process)[0] == 0
