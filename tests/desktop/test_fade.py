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
