"""Keeping the screen on, on macOS, by IOKit's power assertions. After Apple's IOPMLib.h, never tried on a Mac."""

from collections.abc import Callable
from ctypes import CDLL, POINTER, byref, c_char_p, c_uint32, c_void_p
from dataclasses import dataclass
from typing import Any

from kiosk.desktop.awake import WHY

NO_DISPLAY_SLEEP = "PreventUserIdleDisplaySleep"
ASSERTION_ON = 255
UTF_8 = 0x0800_0100


@dataclass(frozen=True, slots=True)
class Assertions:
    """`create` makes one and gives its number, None where it is refused; `release` takes it back."""

    create: Callable[[], int | None]
    release: Callable[[int], object]


class MacAwake:
    """Holds one assertion at a time. GUI thread."""

    def __init__(self, assertions: Assertions) -> None:
        self._assertions = assertions
        self._held: int | None = None

    def keep_on(self, on: bool) -> None:
        if on and self._held is None:
            self._held = self._assertions.create()
        elif not on and self._held is not None:
            self._assertions.release(self._held)
            self._held = None


def assertions() -> Assertions:
    """The system's own. Raises OSError or AttributeError, as ctypes does, where IOKit is not as it was described."""
    core, iokit = (CDLL(f"/System/Library/Frameworks/{name}.framework/{name}") for name in ("CoreFoundation", "IOKit"))
    text: Any = core.CFStringCreateWithCString
    text.restype, text.argtypes = c_void_p, (c_void_p, c_char_p, c_uint32)
    make: Any = iokit.IOPMAssertionCreateWithName
    make.restype, make.argtypes = c_uint32, (c_void_p, c_uint32, c_void_p, POINTER(c_uint32))
    release: Any = iokit.IOPMAssertionRelease
    release.restype, release.argtypes = c_uint32, (c_uint32,)

    def create() -> int | None:
        number = c_uint32()
        kind, why = (text(None, words.encode(), UTF_8) for words in (NO_DISPLAY_SLEEP, WHY))
        return None if make(kind, ASSERTION_ON, why, byref(number)) else number.value

    return Assertions(create, release)
