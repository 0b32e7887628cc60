"""Whether a window can be opened here, told before Qt would abort the process."""

import ctypes
import importlib
import importlib.util
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from kiosk.errors import DisplayError

DEBIAN_PACKAGES = (
    "libgl1 libegl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0 libxcb-xkb1 libwayland-cursor0 libwayland-egl1"
)


def is_display_there(environ: Mapping[str, str]) -> bool:
    """Whether there is a screen to open a window on, or a platform was chosen by QT_QPA_PLATFORM."""
    if sys.platform != "linux" or environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(environ.get("WAYLAND_DISPLAY") or environ.get("DISPLAY"))


def require_display(environ: Mapping[str, str]) -> None:
    """Raise DisplayError with what to do when a window cannot be opened; return quietly when it can."""
    if not is_display_there(environ):
        raise DisplayError(
            "There is no display: start the kiosk in a desktop session, or run `kiosk demo --headless`,"
            " which needs none."
        )
    if sys.platform != "linux":
        return
    _load(lambda: importlib.import_module("PySide6.QtGui"))
    platform = environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform == "xcb" or (not platform and not environ.get("WAYLAND_DISPLAY")):
        _load(lambda: ctypes.CDLL(str(_plugin("libqxcb.so"))))
        _require_x_server(environ.get("DISPLAY", ""))


def _load(load: Callable[[], object]) -> None:
    try:
        load()
    except (OSError, ImportError) as error:
        library = str(error).partition(":")[0]
        raise DisplayError(
            f"Qt needs a library that this system lacks ({library}): on Debian and Ubuntu run"
            f" `sudo apt install {DEBIAN_PACKAGES}`."
        ) from error


def _plugin(name: str) -> Path:
    package = importlib.util.find_spec("PySide6")
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).parent / "Qt" / "plugins" / "platforms" / name


def _require_x_server(display: str) -> None:
    """Try the connection with Qt's own library for it: Qt would abort where it is refused."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if refused:
        raise DisplayError(
            f"The display {display} cannot be reached: start the kiosk in a desktop session of this user,"
            " or run `kiosk demo --headless`, which needs none."
        )
