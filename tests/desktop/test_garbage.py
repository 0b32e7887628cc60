import gc
import sys
import weakref
from collections.abc import Iterator
from threading import Thread, get_ident

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.desktop.garbage import CALM, DUE, EVERY_MS, GROWN, MANY, OFTEN_MS, Garbage


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


def test_while_many_objects_come_it_looks_often_and_a_second_later_no_longer(collected: list[int]) -> None:
    keeper = QObject()
    garbage = Garbage(keeper)
    assert garbage.every_ms == EVERY_MS
    kept: list[list[object]] = [[] for _ in range(MANY + DUE[0])]
    garbage.look()
    assert garbage.every_ms == OFTEN_MS
    garbage.look()
    more: list[list[object]] = [[] for _ in range(DUE[0] + 100)]
    garbage.look()
    for _ in range(CALM - 1):
        garbage.look()
    assert garbage.every_ms == OFTEN_MS
    garbage.look()
    assert garbage.every_ms == EVERY_MS
    assert collected == [0, 0]
    del kept, more


def test_the_oldest_objects_are_looked_through_only_when_there_are_a_quarter_more(collected: list[int]) -> None:
    keeper = QObject()
    garbage = Garbage(keeper)
    for _ in range(200):
        some_come_and_go(garbage)
    assert set(collected) == {0, 1}
    grown: list[list[object]] = [[] for _ in range(int(sys.getallocatedblocks() * (GROWN - 1) * 1.2))]
    for _ in range(200):
        some_come_and_go(garbage)
    assert collected.count(2) == 1
    del grown


@pytest.fixture
def collected() -> Iterator[list[int]]:
    """The generations that are collected, as it happens; what other tests made is not due any more."""
    gc.collect()
    generations: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            generations.append(info["generation"])

    gc.callbacks.append(note)
    yield generations
    gc.callbacks.remove(note)


def some_come_and_go(garbage: Garbage) -> None:
    some: list[list[object]] = [[] for _ in range(DUE[0] + 100)]
    garbage.look()
    del some
