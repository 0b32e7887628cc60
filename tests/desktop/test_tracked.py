"""Widgets of another Qt program, tracked: shown, hidden, in turn, finished, and gone."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

import kiosk.desktop
from kiosk import Timeback
from kiosk.clock import ManualClock
from kiosk.desktop import Tracked, track
from kiosk.desktop.power import Power
from kiosk.desktop.watch import Watch
from kiosk.errors import ActivityError, KioskError, MetricsError
from kiosk.store import database

MATH = {"subject": "Math", "grade": 3}


class Program:
    """Another program's window, with pages that are shown one at a time, and its Timeback client."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder = folder
        self.clock = ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC))
        self.timeback = Timeback(data_dir=folder, student="ana@example.com", clock=self.clock)
        self.window = QStackedWidget()
        self.blank = QWidget()
        self.window.addWidget(self.blank)
        self.faults: list[KioskError] = []
        self.ends: list[str] = []
        self._tracked: list[Tracked] = []
        self._qtbot = qtbot
        self.window.show()
        self.window.activateWindow()

    def track(self, id: str, widget: QWidget | None = None, course: object = MATH) -> tuple[QWidget, Tracked]:  # noqa: A002
        """Track a page of its own, or another widget."""
        if widget is None:
            widget = QWidget()
            self.window.addWidget(widget)
        tracked = track(widget, self.timeback, id=id, name=id.title(), course=course)
        tracked.failed.connect(self.faults.append)
        tracked.ended.connect(lambda: self.ends.append(id))
        self._tracked.append(tracked)
        return widget, tracked

    def show(self, page: QWidget) -> None:
        self.window.setCurrentWidget(page)

    def learn(self, tracked: Tracked) -> None:
        self.until(lambda: tracked.activity is not None)

    def study(self, seconds: int) -> None:
        for _ in range(seconds):
            self.clock.advance(1_000)
            handle = self.window.windowHandle()
            assert handle is not None
            QTest.mouseMove(handle, QPoint(10 + self.clock.monotonic_ms() // 1_000 % 50, 10))
            self.timeback.tick()

    def let_pass(self, seconds: int) -> None:
        for _ in range(seconds):
            self.clock.advance(1_000)
            self.timeback.tick()

    def until(self, reached: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(reached()))

    def settle(self) -> None:
        """Let everything come that is on its way."""
        self.timeback.activity.save_soon().result()
        for _ in range(5):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def on_disk(self, question: str) -> list[tuple[object, ...]]:
        db = database.open_reader(self.folder / database.FILE_NAME)
        try:
            return [tuple(row) for row in db.execute(question)]
        finally:
            db.close()

    def runs(self) -> list[tuple[object, ...]]:
        """Lesson, state, sittings, active and inactive milliseconds of each run."""
        return self.on_disk(
            """
            SELECT lesson, runs.state, (SELECT count(*) FROM sittings WHERE run = runs.id), sum(active_ms),
                   sum(idle_ms + unfocused_ms + locked_ms + paused_ms)
              FROM runs LEFT JOIN windows ON run = runs.id GROUP BY runs.id ORDER BY runs.id
            """
        )

    def close(self) -> None:
        for tracked in self._tracked:
            tracked.stop()
        self.settle()
        self.window.close()
        self.window.deleteLater()
        self.timeback.close()


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    program = Program(tmp_path, qtbot)
    yield program
    program.close()


def test_time_counts_from_when_the_widget_is_shown_to_when_it_is_hidden(program: Program) -> None:
    page, tracked = program.track("rain")
    program.let_pass(5)
    program.settle()
    assert tracked.activity is None
    program.show(page)
    program.learn(tracked)
    program.study(12)
    program.show(program.blank)
    program.until(lambda: program.ends)
    program.let_pass(5)
    assert program.runs() == [("rain", "open", 1, 12_000, 0)]
    assert tracked.activity is None
    assert program.faults == []


def test_the_program_ticks_by_itself(program: Program) -> None:
    page, tracked = program.track("rain")
    program.show(page)
    program.learn(tracked)
    program.clock.advance(900)
    program.until(lambda: tracked.activity and tracked.activity.total_active_ms == 900)


def test_shown_again_the_same_run_goes_on(program: Program) -> None:
    page, tracked = program.track("rain")
    for _ in range(3):
        program.show(page)
        program.learn(tracked)
        program.study(4)
        program.show(program.blank)
        program.until(lambda: tracked.activity is None and program.timeback.activity.current is None)
    program.settle()
    assert program.runs() == [("rain", "open", 3, 12_000, 0)]


def test_pages_take_turns_and_none_loses_or_shares_a_second(program: Program) -> None:
    rain, rain_time = program.track("rain")
    loops, loops_time = program.track("loops")
    program.show(rain)
    program.learn(rain_time)
    program.study(4)
    program.show(loops)
    program.learn(loops_time)
    program.study(6)
    program.show(rain)
    program.learn(rain_time)
    program.study(1)
    program.show(program.blank)
    program.until(lambda: len(program.ends) == 3)
    assert program.runs() == [("rain", "open", 2, 5_000, 0), ("loops", "open", 1, 6_000, 0)]
    assert program.faults == []


def test_two_at_the_same_time_are_an_error_and_the_first_goes_on(program: Program) -> None:
    page, tracked = program.track("rain")
    program.show(page)
    program.learn(tracked)
    beside, _ = program.track("loops", QWidget(page))
    beside.show()
    program.until(lambda: program.faults)
    assert [str(fault) for fault in program.faults] == [
        "“Loops” cannot be tracked while “Rain” is in progress; hide or stop that one first"
    ]
    program.study(3)
    assert tracked.activity is not None
    assert tracked.activity.total_active_ms == 3_000


def test_finishing_completes_the_run_and_the_next_one_begins_when_it_is_shown_again(program: Program) -> None:
    page, tracked = program.track("rain")
    with pytest.raises(ActivityError, match="“Rain” is not in progress"):
        tracked.finish({"xpEarned": 1})
    program.show(page)
    program.learn(tracked)
    program.study(3)
    with pytest.raises(MetricsError):
        tracked.finish({"totalQuestions": 1, "correctQuestions": 2})
    program.study(2)
    tracked.finish({"xpEarned": 1, "totalQuestions": 2, "correctQuestions": 1})
    program.until(lambda: program.ends)
    program.let_pass(5)
    program.settle()
    assert tracked.activity is None
    assert program.runs() == [("rain", "finished", 1, 5_000, 0)]
    assert program.on_disk("SELECT count(*) FROM completions") == [(1,)]
    program.show(program.blank)
    program.show(page)
    program.learn(tracked)
    assert [run[:3] for run in program.runs()] == [("rain", "finished", 1), ("rain", "open", 1)]


def test_a_stopped_widget_is_tracked_no_more(program: Program, qapp: QApplication) -> None:
    page, tracked = program.track("rain")
    program.show(page)
    program.learn(tracked)
    program.study(3)
    tracked.stop()
    tracked.stop()
    program.until(lambda: program.ends)
    program.show(program.blank)
    program.show(page)
    program.settle()
    assert program.timeback.activity.current is None
    assert program.runs() == [("rain", "open", 1, 3_000, 0)]
    assert qapp.findChildren(Watch) == []


def test_a_widget_that_is_destroyed_ends_its_sitting(program: Program, qapp: QApplication) -> None:
    page, tracked = program.track("rain")
    program.show(page)
    program.learn(tracked)
    program.study(3)
    page.deleteLater()
    program.until(lambda: program.timeback.activity.current is None)
    program.settle()
    assert program.runs() == [("rain", "open", 1, 3_000, 0)]
    assert qapp.findChildren(Watch) == []


def test_a_widget_hidden_while_it_begins_ends_at_once(program: Program) -> None:
    page, tracked = program.track("rain")
    program.show(page)
    QCoreApplication.processEvents()
    page.hide()
    program.until(lambda: program.ends)
    assert tracked.activity is None
    assert program.on_disk("SELECT count(*), count(ended_ms) FROM sittings") == [(1, 1)]


def test_away_from_the_program_time_is_unfocused_and_without_input_idle(program: Program, qapp: QApplication) -> None:
    page, tracked = program.track("rain")
    program.show(page)
    program.learn(tracked)
    program.study(2)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    program.let_pass(10)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    program.study(3)
    program.let_pass(130)
    tracked.stop()
    program.until(lambda: program.ends)
    assert program.on_disk("SELECT sum(active_ms), sum(unfocused_ms), sum(idle_ms) FROM windows") == [
        (2_000 + 3_000 + 30_000, 10_000, 100_000)
    ]


def test_behind_a_locked_screen_time_is_locked(program: Program, qapp: QApplication) -> None:
    page, tracked = program.track("rain")
    program.show(page)
    program.learn(tracked)
    (watch,) = qapp.findChildren(Watch)
    (power,) = watch.findChildren(Power)
    power.lock_changed.emit(True)
    program.let_pass(7)
    power.lock_changed.emit(False)
    program.study(1)
    tracked.stop()
    program.until(lambda: program.ends)
    assert program.on_disk("SELECT sum(active_ms), sum(locked_ms) FROM windows") == [(1_000, 7_000)]


def test_another_window_of_the_program_is_elsewhere_and_a_dialog_of_the_widget_is_not(program: Program) -> None:
    page, tracked = program.track("rain")
    program.show(page)
    program.learn(tracked)
    dialog = QDialog(page)
    dialog.show()
    dialog.activateWindow()
    program.until(dialog.isActiveWindow)
    program.let_pass(3)
    dialog.close()
    other = QWidget()
    other.show()
    other.activateWindow()
    program.until(other.isActiveWindow)
    program.let_pass(5)
    other.close()
    program.window.activateWindow()
    program.until(program.window.isActiveWindow)
    program.let_pass(2)
    tracked.stop()
    program.until(lambda: program.ends)
    assert program.on_disk("SELECT sum(active_ms), sum(unfocused_ms) FROM windows") == [(5_000, 5_000)]
    other.deleteLater()


def test_a_widget_that_is_shown_behind_another_window_waits_for_the_focus(program: Program) -> None:
    other = QWidget()
    other.show()
    other.activateWindow()
    program.until(other.isActiveWindow)
    page, tracked = program.track("rain")
    program.show(page)
    program.settle()
    assert program.timeback.activity.current is None
    other.close()
    program.window.activateWindow()
    program.learn(tracked)
    other.deleteLater()


def test_what_cannot_begin_is_told_in_a_sentence_and_tried_when_it_is_next_shown(
    program: Program, caplog: pytest.LogCaptureFixture
) -> None:
    page, tracked = program.track("rain", course={"subject": "Cooking", "grade": 3})
    program.show(page)
    program.until(lambda: program.faults)
    assert "Cooking" in str(program.faults[0])
    assert caplog.messages == [f"Rain: {program.faults[0]}"]
    program.let_pass(2)
    program.settle()
    assert len(program.faults) == 1
    program.show(program.blank)
    program.show(page)
    program.until(lambda: len(program.faults) == 2)
    assert tracked.activity is None


def test_an_end_that_the_disk_refuses_is_tried_until_it_is_done_and_the_next_page_waits_for_it(
    program: Program,
) -> None:
    rain, rain_time = program.track("rain")
    loops, loops_time = program.track("loops")
    program.show(rain)
    program.learn(rain_time)
    program.study(3)
    disk = program.timeback.activity.store
    disk._db.execute("PRAGMA query_only = 1")
    program.show(loops)
    program.until(lambda: program.faults)
    assert loops_time.activity is None
    disk._db.execute("PRAGMA query_only = 0")
    program.learn(loops_time)
    assert program.runs()[0] == ("rain", "open", 1, 3_000, 0)


def test_the_end_of_the_program_ends_the_sitting_on_the_disk(program: Program, qapp: QApplication) -> None:
    page, tracked = program.track("rain")
    program.show(page)
    program.learn(tracked)
    program.study(3)
    qapp.aboutToQuit.emit()
    assert program.on_disk("SELECT count(*) FROM sittings WHERE ended_ms IS NULL") == [(0,)]
    assert program.runs() == [("rain", "open", 1, 3_000, 0)]


def test_the_public_names_are_these_and_bring_none_of_the_kiosks_own_pages() -> None:
    assert kiosk.desktop.__all__ == ["Tracked", "track"]
    with pytest.raises(AttributeError):
        kiosk.desktop.nothing  # noqa: B018
    program = (
        "import sys\n"
        "import kiosk.app\n"
        "print('kiosk.desktop.tracked' in sys.modules)\n"
        "for name in [name for name in sys.modules if name.startswith('kiosk')]: del sys.modules[name]\n"
        "from kiosk.desktop import track\n"
        "print(sorted(name for name in sys.modules if name.startswith('kiosk.desktop.')))\n"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    mine = ["attention", "bridge", "power", "tracked", "watch"]
    assert said.splitlines() == ["False", str([f"kiosk.desktop.{name}" for name in mine])]
