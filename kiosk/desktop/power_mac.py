"""Sleep and lock on macOS, by its C interfaces. Written after Apple's pages and headers, never tried on a Mac.

Sources: "IORegisterForSystemPower" and QA1340 "Registering and unregistering for sleep and wake notifications" on
developer.apple.com, IOMessage.h, CGSession.h. The names of the lock's notifications are in no header; they are what
screen lockers and Chromium go by.
"""

from collections.abc import Callable
from ctypes import CDLL, CFUNCTYPE, POINTER, byref, c_char_p, c_long, c_uint32, c_void_p
from typing import Any, Protocol

from PySide6.QtCore import QObject

from kiosk.desktop.power import Power, Save

CAN_SYSTEM_SLEEP = 0xE000_0270
SYSTEM_WILL_SLEEP = 0xE000_0280
SYSTEM_HAS_POWERED_ON = 0xE000_0300

SCREEN_IS_LOCKED = "com.apple.screenIsLocked"
SCREEN_IS_UNLOCKED = "com.apple.screenIsUnlocked"
CONSOLE_CHANGED = "com.apple.coregraphics.GUIConsoleSessionChanged"

ON_CONSOLE = "kCGSSessionOnConsoleKey"
UTF_8 = 0x0800_0100
DELIVER_IMMEDIATELY = 4


class System(Protocol):
    """What is asked of macOS, and told by it on the main thread."""

    def watch_power(self, told: Callable[[int, int], None]) -> None:
        """Tell each power message with the id of its change, which `allow` wants for those that ask."""
        ...

    def watch(self, notification: str, told: Callable[[], None]) -> None: ...

    def allow(self, change: int) -> None:
        """Let the machine go on with that change; it waits up to 30 s for this. Any thread."""
        ...

    def is_on_console(self) -> bool:
        """Whether this user's session is the one on the screen; also where macOS does not tell."""
        ...


class MacPower(Power):
    """Reads the system's messages and has its sleep wait until all is saved. GUI thread; waits for nothing."""

    def __init__(self, save: Save, system: System, parent: QObject | None = None) -> None:
        super().__init__(save, parent)
        self._system = system
        system.watch_power(self._take)
        system.watch(SCREEN_IS_LOCKED, lambda: self._tell_lock("lock", True))
        system.watch(SCREEN_IS_UNLOCKED, lambda: self._tell_lock("lock", False))
        system.watch(CONSOLE_CHANGED, lambda: self._tell_lock("another user", not system.is_on_console()))

    def _take(self, message: int, change: int) -> None:
        if message == CAN_SYSTEM_SLEEP:
            self._system.allow(change)
        elif message == SYSTEM_WILL_SLEEP:
            self._save().add_done_callback(lambda _saved: self._system.allow(change))
        elif message == SYSTEM_HAS_POWERED_ON:
            self.woke.emit()


class Frameworks:
    """The system itself. Make it on the main thread, whose run loop Qt runs; it is watched until the program ends.

    Raises OSError, AttributeError or ValueError, as ctypes does, where a framework is not as it was described.
    """

    def __init__(self) -> None:
        core, iokit, graphics = map(_framework, ("CoreFoundation", "IOKit", "CoreGraphics"))
        self._string = _function(core, "CFStringCreateWithCString", c_void_p, c_void_p, c_char_p, c_uint32)
        self._release = _function(core, "CFRelease", None, c_void_p)
        self._find = _function(core, "CFDictionaryGetValue", c_void_p, c_void_p, c_void_p)
        self._main_loop = _function(core, "CFRunLoopGetMain", c_void_p)
        self._add_source = _function(core, "CFRunLoopAddSource", None, c_void_p, c_void_p, c_void_p)
        self._centers = [
            _function(core, f"CFNotificationCenterGet{kind}Center", c_void_p)
            for kind in ("Distributed", "DarwinNotify")
        ]
        self._observe = _function(
            core, "CFNotificationCenterAddObserver", None, c_void_p, c_void_p, _NOTIFIED, c_void_p, c_void_p, c_long
        )
        self._register = _function(
            iokit, "IORegisterForSystemPower", c_uint32, c_void_p, POINTER(c_void_p), _POWER_TOLD, POINTER(c_uint32)
        )
        self._source_of = _function(iokit, "IONotificationPortGetRunLoopSource", c_void_p, c_void_p)
        self._allow = _function(iokit, "IOAllowPowerChange", c_uint32, c_uint32, c_long)
        self._copy_session = _function(graphics, "CGSessionCopyCurrentDictionary", c_void_p)
        self._modes = c_void_p.in_dll(core, "kCFRunLoopCommonModes")
        self._false = c_void_p.in_dll(core, "kCFBooleanFalse")
        self._on_console = self._text(ON_CONSOLE)
        self._root = 0
        self._kept: list[object] = []  # what C calls back must not be collected

    def watch_power(self, told: Callable[[int, int], None]) -> None:
        callback = _POWER_TOLD(lambda _context, _service, message, change: told(message, change or 0))
        self._kept.append(callback)
        port, notifier = c_void_p(), c_uint32()
        self._root = self._register(None, byref(port), callback, byref(notifier))
        if self._root:
            self._add_source(self._main_loop(), self._source_of(port), self._modes)

    def watch(self, notification: str, told: Callable[[], None]) -> None:
        """Watch for it in both centers: the lock's are distributed ones, the console's is Darwin's."""
        callback = _NOTIFIED(lambda *_facts: told())
        self._kept.append(callback)
        for center in self._centers:
            self._observe(center(), None, callback, self._text(notification), None, DELIVER_IMMEDIATELY)

    def allow(self, change: int) -> None:
        self._allow(self._root, change)

    def is_on_console(self) -> bool:
        session = self._copy_session()
        if not session:
            return True
        shown = self._find(session, self._on_console)
        self._release(session)
        return bool(shown != self._false.value)

    def _text(self, text: str) -> int | None:
        string: int | None = self._string(None, text.encode(), UTF_8)
        return string


_NOTIFIED = CFUNCTYPE(None, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
"""center, observer, name, object, facts"""

_POWER_TOLD = CFUNCTYPE(None, c_void_p, c_uint32, c_uint32, c_void_p)
"""context, service, message, change"""


def _framework(name: str) -> CDLL:
    return CDLL(f"/System/Library/Frameworks/{name}.framework/{name}")


def _function(library: CDLL, name: str, result: type | None, *arguments: type) -> Callable[..., Any]:
    """Without its types ctypes cuts pointers to 32 bits."""
    function = library[name]
    function.restype, function.argtypes = result, arguments
    return function
