"""Arrow keys that move the focus within a group of controls."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_FORWARD = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


def arrow_step(key: int, direction: Qt.LayoutDirection) -> int | None:
    """Read an arrow as a step on (1) or back (-1) in reading order; None for any other key."""
    arrow = Qt.Key(key)
    step = _FORWARD.get(arrow)
    if step is not None and arrow in _SIDEWAYS and direction == Qt.LayoutDirection.RightToLeft:
        return -step
    return step


def focus_next(controls: Sequence[QWidget], step: int) -> None:
    """Give the focus to the control so many places on, past the ends to the other end."""
    at = next((index for index, control in enumerate(controls) if control.hasFocus()), 0)
    reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
    controls[(at + step) % len(controls)].setFocus(reason)
