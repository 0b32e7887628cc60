"""The core lives without Qt: it imports where PySide6 cannot be imported. `.ci/run` runs its tests there."""

import pkgutil
import subprocess
import sys
from pathlib import Path

import kiosk

PROGRAM = Path(__file__).parent / "programs" / "without_qt.py"
ROOT = PROGRAM.parents[3]

NEEDS_QT = ("kiosk.desktop", "kiosk.front", "kiosk.app", "kiosk.demo.pupil", "kiosk.demo.show")
"""The window, the roots that compose it, and the demonstration's pupil who uses it."""

RUNS = ("kiosk.__main__", "kiosk.server.migrations.env")
"""Importing the one is starting the program, and the other is Alembic's to run."""


def run_without_qt(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(PROGRAM), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_block_is_real() -> None:
    assert "PySide6 is blocked" in run_without_qt("import", "PySide6.QtCore").stderr


def test_everything_but_the_window_imports_without_qt() -> None:
    found = (module.name for module in pkgutil.walk_packages(kiosk.__path__, "kiosk."))
    names = [name for name in found if name not in RUNS and not f"{name}.".startswith(tuple(f"{n}." for n in NEEDS_QT))]
    assert {"kiosk.client", "kiosk.cli", "kiosk.demo.backend", "kiosk.sync.courier", "kiosk.lessons.player"} <= {*names}
    ended = run_without_qt("import", *names)
    assert ended.returncode == 0, ended.stderr
