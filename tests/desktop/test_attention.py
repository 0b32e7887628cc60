from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.clock import ManualClock
from kiosk.desktop.attention import INPUTS, QUIET_MS, AttentionSource

ACTIVE = Qt.ApplicationState.ApplicationActive
NONE = Qt.KeyboardModifier.NoModifier


class Watched:
    """One window under watch, and what was told of it."""

    def __init__(self, qapp: QApplication, qtbot: QtBot) -> None:
        self.clock = ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC))
        self.focus: list[bool] = []
        self.inputs = 0
        self.window = QWidget()
        self.field = QLineEdit(self.window)
        qtbot.addWidget(self.window)
        self.source = AttentionSource(qapp, self.clock)
        self.source.focus_changed.connect(self.focus.append)
        self.source.input_seen.connect(self._note)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: qapp.focusWindow() is self.handle)
        qapp.applicationStateChanged.emit(ACTIVE)
        self.focus.clear()

    @property
    def handle(self) -> QWindow:
        handle = self.window.windowHandle()
        assert handle is not None
        return handle

    def send(self, event: QEvent) -> int:
        """Give the window an event when it has been quiet; tells how many inputs were told of it."""
        self.clock.advance(QUIET_MS)
        before = self.inputs
        QCoreApplication.sendEvent(self.handle, event)
        return self.inputs - before

    def _note(self) -> None:
        self.inputs += 1


@pytest.fixture
def watched(qapp: QApplication, qtbot: QtBot) -> Iterator[Watched]:
    watched = Watched(qapp, qtbot)
    yield watched
    watched.source.deleteLater()


# -- focus ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "state",
    [
        Qt.ApplicationState.ApplicationInactive,
        Qt.ApplicationState.ApplicationHidden,
        Qt.ApplicationState.ApplicationSuspended,
    ],
)
def test_focus_follows_what_the_system_says_of_the_application(
    watched: Watched, qapp: QApplication, state: Qt.ApplicationState
) -> None:
    qapp.applicationStateChanged.emit(state)
    assert (watched.source.is_focused, watched.focus) == (False, [False])
    qapp.applicationStateChanged.emit(state)
    qapp.applicationStateChanged.emit(ACTIVE)
    assert (watched.source.is_focused, watched.focus) == (True, [False, True])


def test_a_minimised_window_is_not_in_focus_though_the_application_stays_active(watched: Watched, qtbot: QtBot) -> None:
    watched.window.showMinimized()
    qtbot.waitUntil(lambda: watched.focus == [False])
    watched.window.showNormal()
    qtbot.waitUntil(lambda: watched.focus == [False, True])


def test_a_hidden_window_is_not_in_focus(watched: Watched, qtbot: QtBot) -> None:
    watched.window.hide()
    qtbot.waitUntil(lambda: watched.focus == [False])


def test_a_dialog_of_ours_does_not_lose_the_focus_and_its_inputs_count(
    watched: Watched, qapp: QApplication, qtbot: QtBot
) -> None:
    dialog = QDialog(watched.window)
    dialog.open()
    qtbot.waitUntil(lambda: qapp.focusWindow() is dialog.windowHandle())
    assert watched.focus == []
    handle = dialog.windowHandle()
    assert handle is not None
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, NONE, QPoint(5, 5))
    assert watched.inputs == 1
    dialog.close()
    assert watched.focus == []


# -- input ---------------------------------------------------------------------------------------------


def key(kind: QEvent.Type, *, held: bool = False) -> QKeyEvent:
    return QKeyEvent(kind, Qt.Key.Key_A, NONE, "a", held)


def test_a_key_press_counts_once_and_neither_its_release_nor_a_held_key_does(watched: Watched) -> None:
    assert watched.send(key(QEvent.Type.KeyPress)) == 1
    assert watched.send(key(QEvent.Type.KeyRelease)) == 0
    assert watched.send(key(QEvent.Type.KeyPress, held=True)) == 0


def test_a_wheel_counts_once(watched: Watched) -> None:
    at = QPointF(5, 5)
    wheel = QWheelEvent(
        at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False
    )
    assert watched.send(wheel) == 1


def test_a_mouse_that_moves_or_clicks_counts_once_each(watched: Watched) -> None:
    QTest.mouseMove(watched.handle, QPoint(20, 20))
    assert watched.inputs == 1
    watched.clock.advance(QUIET_MS)
    QTest.mouseClick(watched.handle, Qt.MouseButton.LeftButton, NONE, QPoint(20, 20))
    assert watched.inputs == 2


def test_a_typed_word_counts_wherever_in_the_window_it_goes(watched: Watched) -> None:
    watched.field.setFocus()
    for letter in (Qt.Key.Key_A, Qt.Key.Key_B):
        watched.clock.advance(QUIET_MS)
        QTest.keyClick(watched.handle, letter)
    assert (watched.inputs, watched.field.text()) == (2, "ab")


@pytest.mark.parametrize("kind", sorted(INPUTS, key=str))
def test_every_kind_of_input_is_told(watched: Watched, kind: QEvent.Type) -> None:
    watched.source.eventFilter(watched.window, key(kind) if kind is QEvent.Type.KeyPress else QEvent(kind))
    assert watched.inputs == 1


@pytest.mark.parametrize(
    "kind", [QEvent.Type.Enter, QEvent.Type.HoverMove, QEvent.Type.MouseButtonRelease, QEvent.Type.Timer]
)
def test_what_no_hand_does_is_not_told(watched: Watched, kind: QEvent.Type) -> None:
    watched.source.eventFilter(watched.window, QEvent(kind))
    assert watched.inputs == 0


def test_inputs_close_together_are_told_once_until_it_was_quiet_for_long_enough(watched: Watched) -> None:
    told = []
    for _ in range(21):
        watched.source.eventFilter(watched.window, QEvent(QEvent.Type.MouseMove))
        told.append(watched.inputs)
        watched.clock.advance(10)
    assert (told[9], told[10], told[19], told[20]) == (1, 2, 2, 3)


def test_coming_back_to_the_same_window_does_not_count_its_inputs_twice(watched: Watched, qapp: QApplication) -> None:
    for _ in range(3):
        qapp.focusWindowChanged.emit(watched.handle)
    assert watched.send(key(QEvent.Type.KeyPress)) == 1
