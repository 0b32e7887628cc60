"""Sleep and lock on Windows, from the window's own messages. Written after Microsoft's pages, not tried on Windows.

Sources: "WM_POWERBROADCAST", "WTSRegisterSessionNotification" and "WM_WTSSESSION_CHANGE" on learn.microsoft.com
"""

import ctypes
import sys
from concurrent.futures import wait
from ctypes import wintypes
from typing import override

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject
from PySide6.QtGui import QWindow

from kiosk.desktop.power import Power, Save

WM_POWERBROADCAST = 0x0218
PBT_APMSUSPEND = 0x0004
PBT_APMRESUMEAUTOMATIC = 0x0012
WM_WTSSESSION_CHANGE = 0x02B1
WTS_CONSOLE_CONNECT = 0x1
WTS_CONSOLE_DISCONNECT = 0x2
WTS_SESSION_LOCK = 0x7
WTS_SESSION_UNLOCK = 0x8
NOTIFY_FOR_THIS_SESSION = 0

SAVE_S = 1.0
"""Windows gives a program about two seconds, and sleeps when it has answered."""


class WindowsPower(Power):
    """Reads the messages of the one window. GUI thread; waits for the disk only when the machine goes to sleep."""

    def __init__(self, save: Save, window: QWindow, parent: QObject | None = None) -> None:
        super().__init__(save, parent)
        self._handle = int(window.winId())
        self._filter = _Filter(self)
        if sys.platform == "win32":
            register = ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification
            register(wintypes.HWND(self._handle), NOTIFY_FOR_THIS_SESSION)
        application = QCoreApplication.instance()
        assert application is not None
        application.installNativeEventFilter(self._filter)

    def take(self, message: wintypes.MSG) -> None:
        """Tell what this message means. Other windows of ours get the same broadcast: one of them speaks."""
        if message.hWnd != self._handle:
            return
        if message.message == WM_POWERBROADCAST:
            if message.wParam == PBT_APMSUSPEND:
                wait([self._save()], timeout=SAVE_S)
            elif message.wParam == PBT_APMRESUMEAUTOMATIC:
                self.woke.emit()
        elif message.message == WM_WTSSESSION_CHANGE:
            if message.wParam in (WTS_SESSION_LOCK, WTS_SESSION_UNLOCK):
                self._tell_lock("lock", message.wParam == WTS_SESSION_LOCK)
            elif message.wParam in (WTS_CONSOLE_CONNECT, WTS_CONSOLE_DISCONNECT):
                self._tell_lock("another user", message.wParam == WTS_CONSOLE_DISCONNECT)


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, power: WindowsPower) -> None:
        super().__init__()
        self._power = power

    @override
    def nativeEventFilter(
        self, event_type: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Look at the message and leave it to everybody else."""
        if event_type == b"windows_generic_MSG":
            self._power.take(wintypes.MSG.from_address(int(message)))
        return False, 0
