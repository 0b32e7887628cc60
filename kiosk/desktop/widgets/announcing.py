"""What a screen reader says of its own accord: something has come that does not take the keyboard."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Have a sentence said when the words before it have been said. Nothing happens where no screen reader runs."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
