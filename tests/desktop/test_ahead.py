from collections.abc import Iterator
from threading import Event, Timer

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.desktop.widgets.ahead import Ahead, finish


class Kitchen:
    """Makes what it is asked for, in the order it remembers, while the stove is on."""

    def __init__(self) -> None:
        self.order: list[str] = []
        self.has_begun = Event()
        self.stove = Event()

    def make(self, key: str) -> str:
        self.has_begun.set()
        self.stove.wait(5)
        self.order.append(key)
        return key.upper()


@pytest.fixture
def kitchen() -> Iterator[Kitchen]:
    made = Kitchen()
    yield made
    made.stove.set()


@pytest.fixture
def ahead(kitchen: Kitchen, qtbot: QtBot) -> Iterator[Ahead[str, str]]:
    assert qtbot
    parent = QObject()
    yield Ahead(kitchen.make, most=3, weigh=len, parent=parent)
    parent.deleteLater()


def test_what_is_wanted_is_made_before_what_is_prepared(ahead: Ahead[str, str], kitchen: Kitchen, qtbot: QtBot) -> None:
    ahead.prepare(["c", "b"])
    ahead.want(["a", "b"])
    kitchen.stove.set()
    qtbot.waitUntil(lambda: ahead.known("c") == "C")
    assert kitchen.order == ["a", "b", "c"]


def test_it_is_told_once_when_all_that_is_wanted_is_there(
    ahead: Ahead[str, str], kitchen: Kitchen, qtbot: QtBot
) -> None:
    told: list[bool] = []
    ahead.made.connect(lambda: told.append(ahead.known("a") == "A" and ahead.known("b") == "B"))
    ahead.want(["a", "b"])
    ahead.want(["b"])
    kitchen.stove.set()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [True]
    assert kitchen.order == ["a", "b"]


def test_what_is_only_prepared_is_not_told(ahead: Ahead[str, str], kitchen: Kitchen, qtbot: QtBot) -> None:
    kitchen.stove.set()
    with qtbot.assertNotEmitted(ahead.made):
        ahead.prepare(["a"])
        qtbot.waitUntil(lambda: ahead.known("a") == "A")


def test_what_was_used_longest_ago_is_forgotten_first(ahead: Ahead[str, str], kitchen: Kitchen, qtbot: QtBot) -> None:
    kitchen.stove.set()
    ahead.want("abc")
    qtbot.waitUntil(lambda: ahead.known("c") is not None)
    assert ahead.known("a")
    ahead.want("d")
    qtbot.waitUntil(lambda: ahead.known("d") is not None)
    assert [ahead.known(key) for key in "abcd"] == ["A", None, "C", "D"]


def test_it_may_be_deleted_while_something_is_made(kitchen: Kitchen, qtbot: QtBot) -> None:
    parent = QObject()
    ahead = Ahead(kitchen.make, most=3, weigh=len, parent=parent)
    ahead.want(["a"])
    with qtbot.waitSignal(parent.destroyed):
        parent.deleteLater()
    kitchen.stove.set()


def test_the_end_of_the_program_waits_for_what_is_being_made(
    ahead: Ahead[str, str], kitchen: Kitchen, qtbot: QtBot
) -> None:
    ahead.want(["a"])
    qtbot.waitUntil(kitchen.has_begun.is_set)
    Timer(0.05, kitchen.stove.set).start()
    finish(longest_s=5)
    assert kitchen.order == ["a"]


def test_work_goes_on_after_a_pause(ahead: Ahead[str, str], kitchen: Kitchen, qtbot: QtBot) -> None:
    kitchen.stove.set()
    for key in "ab":
        with qtbot.waitSignal(ahead.made):
            ahead.want([key])
        assert ahead.known(key) == key.upper()
