"""From window and input events to what the tracker is told. Translates only; decides nothing.

Measured on X11 and Wayland: the argument of `applicationStateChanged` tells focus rightly, our own menus and
dialogs included; `isActiveWindow` and friends do not. An event filter on each window sees every input once.
"""

from typing import override

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from kiosk.clock import Clock

INPUTS = frozenset(
    {
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
    }
)

QUIET_MS = 100
"""Inputs closer together than this are told once: a moving mouse speaks a thousand times a second."""


class AttentionSource(QObject):
    """Watches one application. GUI thread.

    Signals:
        focus_changed(bool): one of our windows has the focus and can be seen, or no longer.
        input_seen(): the student did something.
    """

    focus_changed = Signal(bool)
    input_seen = Signal()

    def __init__(self, application: QGuiApplication, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._clock = clock
        self._told_input_ms: int | None = None
        self._active = application.applicationState() is Qt.ApplicationState.ApplicationActive
        self._focused = self._active
        application.applicationStateChanged.connect(self._application_changed)
        application.focusWindowChanged.connect(self._focus_window_changed)
        self._focus_window_changed(application.focusWindow())

    @property
    def is_focused(self) -> bool:
        return self._focused

    def _application_changed(self, state: Qt.ApplicationState) -> None:
        self._active = state is Qt.ApplicationState.ApplicationActive
        self._judge()

    def _focus_window_changed(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
            window.visibilityChanged.connect(self._judge, Qt.ConnectionType.UniqueConnection)

    def _judge(self) -> None:
        focused = self._active and any(
            window.isVisible() and window.visibility() is not QWindow.Visibility.Minimized
            for window in self._application.topLevelWindows()
        )
        if focused != self._focused:
            self._focused = focused
            self.focus_changed.emit(focused)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in INPUTS and not (isinstance(event, QKeyEvent) and event.isAutoRepeat()):
            now = self._clock.monotonic_ms()
            if self._told_input_ms is None or now - self._told_input_ms >= QUIET_MS:
                self._told_input_ms = now
                self.input_seen.emit()
        return False
