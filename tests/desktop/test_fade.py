from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import Theme
from kiosk.desktop.widgets.fade import fade_out
from tests.desktop.hands import show


def test_what_fades_is_what_was_on_the_screen(qtbot: QtBot, theme: Theme) -> None:
    pages = QStackedWidget()
    pages.addWidget(QLabel("the page before"))
    pages.addWidget(QLabel("the page after"))
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QLabel("a bar above"))
    column.addWidget(pages)
    show(qtbot, window)
    seen = window.grab().toImage().copy(pages.geometry())
    fade_out(pages, theme)
    pages.setCurrentIndex(1)
    (fading,) = pages.findChildren(QWidget, "fade")
    rgb = QImage.Format.Format_RGB32
    assert fading.grab().toImage().convertToFormat(rgb) == seen.convertToFormat(rgb)


def test_pages_that_change_faster_than_they_fade_leave_one_picture(qtbot: QtBot, theme: Theme) -> None:
    pages = QStackedWidget()
    for number in range(6):
        pages.addWidget(QLabel(f"page {number}"))
    show(qtbot, pages)
    for number in range(1, 6):
        fade_out(pages, theme)
        pages.setCurrentIndex(number)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert len(pages.findChildren(QWidget, "fade")) == 1
