"""Kiosk mode: every display is covered, and the window stays on top, with the keyboard, until a teacher lets it go.

What a window can do, this does. What only the session can keep away (another virtual terminal, the system's own
shortcuts on Wayland, Windows and macOS) is told in docs/kiosk-mode.md, with the sessions that do.

No setting of the system is changed: all of it hangs on this process, and the desktop is back when that ends.
"""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.desktop.window import MainWindow
from kiosk.words import tr

LOOK_MS = 500
"""How soon a window is seen that lies on ours without having taken the focus."""


class KioskMode(QObject):
    """Holds one window in kiosk mode, or not. GUI thread.

    Signals:
        changed(bool): kiosk mode was entered, or left.
    """

    changed = Signal(bool)

    def __init__(self, window: MainWindow, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._application = application
        self._covers: list[QWidget] = []
        self._is_on_x11 = application.platformName() == "xcb"
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._hold)
        window.painted_once.connect(self._hold)  # before the rest of the program is made, which takes half a second
        application.applicationStateChanged.connect(self._hold_soon)
        application.screenAdded.connect(self._follow_screen)
        application.screenRemoved.connect(lambda _screen: self._fit())
        for screen in application.screens():
            screen.geometryChanged.connect(self._fit)
        for keys in ("Alt+F4", "Ctrl+Q"):  # the window manager does not get them while we hold the keyboard
            QShortcut(QKeySequence(keys), window, window.close)

    @property
    def is_on(self) -> bool:
        return self._look.isActive()

    def enter(self) -> None:
        """Guard the window and cover the other displays. Before it is opened, this says how it opens."""
        self._window.fills_screen = self._window.is_guarded = True
        self._look.start()
        self._fit()
        self.changed.emit(True)

    def leave(self) -> None:
        """Give the desktop back: an ordinary window that can be closed. Until `enter`, or the next start."""
        self._look.stop()
        self._window.fills_screen = self._window.is_guarded = False
        self._uncover()
        self._grab_keyboard(False)
        self._window.showNormal()
        self._window.open()
        self.changed.emit(False)

    def _follow_screen(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Cover what there is now: displays come, go and turn."""
        if not self.is_on:
            return
        if self._window.isVisible():
            self._window.setGeometry(self._window.screen().geometry())
            self._window.showFullScreen()
        self._uncover()
        shown_on = self._window.screen()
        self._covers = [_cover(screen) for screen in self._application.screens() if screen is not shown_on]

    def _uncover(self) -> None:
        for cover in self._covers:
            cover.close()
            cover.deleteLater()
        self._covers = []

    def _hold_soon(self, _state: Qt.ApplicationState) -> None:
        """At once, but not within the event that takes the focus away."""
        QTimer.singleShot(0, self, self._hold)

    def _hold(self) -> None:
        """Be on top, with the focus and the keyboard, unless a menu or dialog of ours is."""
        window = self._window
        if not self.is_on or not window.isVisible():
            return
        if self._application.activePopupWidget() or self._application.activeModalWidget():
            return
        handle = window.windowHandle()
        if self._is_on_x11 and handle is not None and not handle.isExposed():
            window.hide()  # it was left on another desktop: a window that is shown anew comes to the one in front
        if not window.isVisible() or window.isMinimized() or not window.isFullScreen():
            window.showFullScreen()
        window.raise_()
        if self._application.applicationState() is not Qt.ApplicationState.ApplicationActive:
            window.activateWindow()
        self._grab_keyboard(True)

    def _grab_keyboard(self, grab: bool) -> None:
        """On X11 take the keys from the window manager. The server takes them back should this process die.

        Screen readers and on-screen keyboards go on working: they speak to the program, or send keys to whoever has
        the keyboard. Ctrl+Alt+F3 still reaches the system.
        """
        handle = self._window.windowHandle()
        if handle is not None and self._is_on_x11:
            handle.setKeyboardGrabEnabled(grab)


def _cover(screen: QScreen) -> QWidget:
    """A calm blank window over a whole display, which takes neither focus nor keys."""
    cover = QWidget(
        None,
        Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus,
    )
    cover.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    cover.setWindowTitle(tr("Timeback Kiosk, blank display"))
    cover.setScreen(screen)
    cover.setGeometry(screen.geometry())
    cover.showFullScreen()
    return cover
