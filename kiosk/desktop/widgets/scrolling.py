"""Bringing things on a page that scrolls into sight."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget


def bring_into_view(control: QWidget, margin: int) -> None:
    """Scroll to the control: Qt does so for Tab, not for a key of ours that moves it or the focus."""
    area = _area_around(control)
    if area is not None:
        area.ensureWidgetVisible(control, 0, margin)


def follow_pointer(control: QWidget, place: QPoint, margin: int) -> None:
    """Scroll on where a global place comes near the edge of the page that holds the control."""
    area = _area_around(control)
    content = area.widget() if area is not None else None
    if area is not None and content is not None:
        inside = content.mapFromGlobal(place)
        area.ensureVisible(inside.x(), inside.y(), 0, margin)


def _area_around(control: QWidget) -> QScrollArea | None:
    around = control.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around
