"""Whether a window can be opened here, told before Qt would abort the process."""

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


_ELSEWHERE = "start the kiosk in a desktop session of this user, or run `kiosk demo --headless`, which needs none"


def is_display_there(environ: Mapping[str, str]) -> bool:
    """Whether there is a screen to open a window on, or a platform was chosen by QT_QPA_PLATFORM."""
    return sys.platform != "linux" or bool(_platforms(environ))


def require_display(environ: Mapping[str, str]) -> None:
    """Raise DisplayError with what to do when a window cannot be opened; return quietly when it can."""
    if sys.platform != "linux":
        return
    _load(lambda: importlib.import_module("PySide6.QtGui"))
    refused = DisplayError(f"There is no display: {_ELSEWHERE}.")
    for platform in _platforms(environ):
        try:
            _try(platform, environ)
        except DisplayError as error:
            refused = error
        else:
            return
    raise refused


def _platforms(environ: Mapping[str, str]) -> list[str]:
    """What Qt will try, in its order: the platforms that were chosen, else those whose display is named."""
    if chosen := environ.get("QT_QPA_PLATFORM"):
        return [platform.partition(":")[0] for platform in chosen.split(";")]
    named = {"wayland": "WAYLAND_DISPLAY", "xcb": "DISPLAY"}
    return [platform for platform, variable in named.items() if environ.get(variable)]


def _try(platform: str, environ: Mapping[str, str]) -> None:
    if platform == "xcb":
        import ctypes  # noqa: PLC0415 - only X11's check pays for it

        _load(lambda: ctypes.CDLL(str(_plugins(environ) / "libqxcb.so")))
        _require_x_server(environ.get("DISPLAY", ""))
    elif platform.startswith("wayland"):
        _require_wayland(environ)


def _load(load: Callable[[], object]) -> None:
    try:
        load()
    except (OSError, ImportError) as error:
        library = str(error).partition(":")[0]
        raise DisplayError(
            f"Qt needs a library that this system lacks ({library}): on Debian and Ubuntu run"
            f" `sudo apt install {DEBIAN_PACKAGES}`."
        ) from error


def _plugins(environ: Mapping[str, str]) -> Path:
    """Where Qt looks for its platforms."""
    if folder := environ.get("QT_QPA_PLATFORM_PLUGIN_PATH"):
        return Path(folder)
    package = importlib.util.find_spec("PySide6")
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).parent / "Qt" / "plugins" / "platforms"


def _require_x_server(display: str) -> None:
    """Try the connection with Qt's own library for it: Qt would abort where it is refused.

    A connection that was made stays open: a bare X server resets when its last client leaves, and Qt would meet that.
    """
    import ctypes  # noqa: PLC0415 - see `_try`

    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    if xcb.xcb_connection_has_error(connection):
        xcb.xcb_disconnect(connection)
        raise DisplayError(f'The X display "{display}" cannot be reached: {_ELSEWHERE}.')


def _require_wayland(environ: Mapping[str, str]) -> None:
    """Try the compositor's socket: an old session's name may live on in the environment."""
    import socket  # noqa: PLC0415 - only Wayland's check pays for it

    name = environ.get("WAYLAND_DISPLAY", "wayland-0")
    with socket.socket(socket.AF_UNIX) as compositor:
        try:
            compositor.connect(str(Path(environ.get("XDG_RUNTIME_DIR", "/")) / name))
        except OSError as error:
            raise DisplayError(f'The Wayland display "{name}" cannot be reached: {_ELSEWHERE}.') from error
