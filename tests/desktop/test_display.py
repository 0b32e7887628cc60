import ctypes
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import PySide6
import pytest

from kiosk.desktop.display import is_display_there, require_display
from kiosk.errors import DisplayError
from tests.waiting import PATIENCE_S

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a session always has its display")

XCB = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"


def can_load_xcb() -> bool:
    try:
        ctypes.CDLL(str(XCB))
    except OSError:
        return False
    return True


needs_xcb = pytest.mark.skipif(not can_load_xcb(), reason="this machine lacks a library of Qt's X platform")


def bare(**variables: str) -> dict[str, str]:
    """This process's environment without a display, and with these variables."""
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {key: value for key, value in os.environ.items() if key not in displays} | variables


def start(folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk", "--data-dir", str(folder)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE_S)


def test_without_a_display_the_command_says_so_in_one_line(tmp_path: Path) -> None:
    ended = start(tmp_path, bare())
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("kiosk: There is no display: start the kiosk in a desktop session")
    assert ended.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@needs_xcb
def test_an_x_display_that_refuses_is_named_before_qt_would_abort(tmp_path: Path) -> None:
    ended = start(tmp_path, bare(DISPLAY=":987"))
    assert ended.returncode == 2
    assert ended.stderr.startswith('kiosk: The X display ":987" cannot be reached')
    assert ended.stderr.count("\n") == 1


def test_a_wayland_display_that_an_old_session_left_in_the_environment_is_named(tmp_path: Path) -> None:
    with pytest.raises(DisplayError, match='The Wayland display "wayland-99" cannot be reached'):
        require_display({"WAYLAND_DISPLAY": "wayland-99", "XDG_RUNTIME_DIR": str(tmp_path)})


def test_a_compositor_that_listens_is_a_display(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-7"))
        compositor.listen()
        require_display({"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path), "DISPLAY": ":987"})


@needs_xcb
def test_where_no_display_can_be_reached_the_last_that_qt_would_try_is_named(tmp_path: Path) -> None:
    with pytest.raises(DisplayError, match='The X display ":987"'):
        require_display({"WAYLAND_DISPLAY": "gone", "XDG_RUNTIME_DIR": str(tmp_path), "DISPLAY": ":987"})


def test_a_chosen_platform_without_a_display_needs_none() -> None:
    require_display({"QT_QPA_PLATFORM": "offscreen"})
    require_display({"QT_QPA_PLATFORM": "offscreen:size=800x600", "DISPLAY": ":987"})
    assert is_display_there({"QT_QPA_PLATFORM": "offscreen"})
    assert not is_display_there({})


def test_a_missing_library_is_named_with_the_command_that_installs_it(tmp_path: Path) -> None:
    shutil.copy(XCB, tmp_path)  # away from Qt, it does not find the libraries beside it
    ended = start(tmp_path, bare(DISPLAY=":987", QT_QPA_PLATFORM_PLUGIN_PATH=str(tmp_path)))
    assert ended.returncode == 2
    assert ended.stderr.startswith("kiosk: Qt needs a library that this system lacks (lib")
    assert "run `sudo apt install libgl1 " in ended.stderr
