"""The ring around the control that has the keyboard's focus."""

from typing import override

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from kiosk.desktop.theme import RADIUS_CONTROL, RING_GAP, RING_WIDTH, Theme
from kiosk.desktop.widgets.scrolling import bring_into_view

_BY_KEYBOARD = "focusByKeyboard"
_KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_REACH = RING_GAP + RING_WIDTH


def ring_focus(control: QWidget, theme: Theme, radius: int = RADIUS_CONTROL) -> None:
    """Show a ring around `control` while it has the focus and the last hand was on the keyboard.

    As the web's :focus-visible: Tab and any key on the control bring the ring, a press of mouse or finger takes it
    away, and focus given by the program keeps the window's last state. `radius` is the control's own.
    """
    _RingKeeper(control, theme, radius)


class _RingKeeper(QObject):
    """Watches one control, and where its ancestors put it while it is ringed."""

    def __init__(self, control: QWidget, theme: Theme, radius: int) -> None:
        super().__init__(control)
        self._control = control
        self._theme = theme
        self._radius = radius
        self._ring: _Ring | None = None
        control.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if self._ring is not None and kind in (QEvent.Type.Move, QEvent.Type.Resize):
            self._ring.surround(self._control)
        if watched is self._control:
            self._follow(kind, event)
        return False

    def _follow(self, kind: QEvent.Type, event: QEvent) -> None:
        window = self._control.window()
        if kind == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            if event.reason() in _KEYBOARD_REASONS:
                window.setProperty(_BY_KEYBOARD, True)
            elif event.reason() == Qt.FocusReason.MouseFocusReason:
                window.setProperty(_BY_KEYBOARD, False)
            self._show(bool(window.property(_BY_KEYBOARD)))
        elif kind == QEvent.Type.KeyPress and self._control.hasFocus():
            window.setProperty(_BY_KEYBOARD, True)
            self._show(True)
        elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            window.setProperty(_BY_KEYBOARD, False)
            self._show(False)
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._show(False)

    def _show(self, wanted: bool) -> None:
        if wanted == (self._ring is not None):
            return
        ground = _ground(self._control)
        between = self._control.parentWidget()
        while between is not None and between is not ground:
            if wanted:
                between.installEventFilter(self)
            else:
                between.removeEventFilter(self)
            between = between.parentWidget()
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None
        elif ground is not None:
            self._ring = _Ring(ground, self._theme, self._radius)
            self._ring.surround(self._control)
            self._ring.show()
            bring_into_view(self._control, _REACH * 4)


def _ground(control: QWidget) -> QWidget | None:
    """Find the widget to draw on: what the nearest scroll area scrolls, else the window."""
    ground = control.parentWidget()
    while ground is not None and not ground.isWindow():
        viewport = ground.parentWidget()
        if viewport is not None and isinstance(viewport.parentWidget(), QAbstractScrollArea):
            return ground
        ground = viewport
    return ground


class _Ring(QWidget):
    """The drawing itself. It lies over the ground and lets every press through."""

    def __init__(self, ground: QWidget, theme: Theme, radius: int) -> None:
        super().__init__(ground)
        self._ground = ground
        self._color = QColor(theme.colors.primary)
        self._radius = radius
        self.setObjectName("focus-ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def surround(self, control: QWidget) -> None:
        around = QRect(control.mapTo(self._ground, control.rect().topLeft()), control.size())
        self.setGeometry(around.adjusted(-_REACH, -_REACH, _REACH, _REACH).intersected(self._ground.rect()))
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._color, RING_WIDTH))
        half = RING_WIDTH / 2
        corner = self._radius + _REACH - half
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), corner, corner)
