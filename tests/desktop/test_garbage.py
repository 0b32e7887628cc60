import weakref
from threading import Thread, get_ident

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.desktop.garbage import Garbage


class Circle(QObject):
    """A Qt object that only a collection can take down."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


def make_much_garbage() -> None:
    for _ in range(100_000):
        circle: list[object] = []
        circle.append(circle)


def test_what_hangs_in_a_circle_dies_on_the_gui_thread_whoever_makes_garbage(qtbot: QtBot) -> None:
    keeper = QObject()
    Garbage(keeper)
    died_on: list[int] = []
    weakref.finalize(Circle(), lambda: died_on.append(get_ident()))
    other = Thread(target=make_much_garbage)
    other.start()
    other.join()
    assert died_on == []
    qtbot.waitUntil(lambda: bool(died_on))
    assert died_on == [get_ident()]
