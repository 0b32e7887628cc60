"""How the program ends: in processes of their own, since what is proved is what is left when one is gone."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.clock import SystemClock
from kiosk.desktop.application import make_application
from kiosk.store import database
from kiosk.store.writer import Store
from tests.waiting import PATIENCE_S

type Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start() -> Iterator[Start]:
    """Start a learner; returns once it learns. What still runs at the end is killed."""
    running: list[subprocess.Popen[str]] = []

    def learn(folder: Path, *options: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.desktop.learner", str(folder), *options]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        running.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "learning\n", process.communicate()
        return process

    yield learn
    for process in running:
        process.kill()
        process.communicate()


def ask(folder: Path, question: str) -> list[tuple[object, ...]]:
    db = database.open_reader(folder / database.FILE_NAME)
    try:
        return [tuple(row) for row in db.execute(question)]
    finally:
        db.close()


def active_ms(folder: Path) -> int:
    ((total,),) = ask(folder, "SELECT coalesce(sum(active_ms), 0) FROM windows")
    assert isinstance(total, int)
    return total


def assert_all_is_on_the_disk(folder: Path) -> None:
    assert ask(folder, "SELECT state FROM runs") == [("open",)]
    assert ask(folder, "SELECT state FROM windows WHERE state IN ('open', 'held')") == []
    assert ask(folder, "SELECT count(*) FROM sittings WHERE ended_ms IS NULL") == [(0,)]
    ((answer,),) = ask(folder, "SELECT answer FROM answers")
    assert '"denominator"' in str(answer)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_of_the_system_ends_the_program_with_everything_on_the_disk(
    start: Start, tmp_path: Path, qtbot: QtBot, number: signal.Signals
) -> None:
    learner = start(tmp_path)
    qtbot.waitUntil(lambda: active_ms(tmp_path) > 0)
    learner.send_signal(number)
    out, err = learner.communicate(timeout=PATIENCE_S)
    assert (learner.returncode, out, err) == (0, "", "")
    assert_all_is_on_the_disk(tmp_path)


def test_closing_the_window_ends_the_program_with_everything_on_the_disk(start: Start, tmp_path: Path) -> None:
    learner = start(tmp_path, "--close")
    out, err = learner.communicate(timeout=PATIENCE_S)
    assert (learner.returncode, out, err) == (0, "", "")
    assert active_ms(tmp_path) > 1_000
    assert_all_is_on_the_disk(tmp_path)


def test_a_killed_kiosk_leaves_its_last_second_and_the_next_start_goes_on(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    first = start(tmp_path)
    qtbot.waitUntil(lambda: active_ms(tmp_path) > 0)
    first.kill()
    first.wait()
    before = active_ms(tmp_path)
    second = start(tmp_path)  # it takes the lock and the socket that the killed one left behind
    assert active_ms(tmp_path) >= before
    second.terminate()
    assert second.wait(10) == 0
    assert ask(tmp_path, "SELECT count(DISTINCT run), count(*) FROM sittings") == [(1, 2)]
    Store(tmp_path, SystemClock()).close()
    assert_all_is_on_the_disk(tmp_path)


def test_a_link_that_the_system_hands_over_is_passed_on_as_it_was_written() -> None:
    program = (
        "from PySide6.QtCore import QUrl\n"
        "from PySide6.QtGui import QFileOpenEvent\n"
        "from kiosk.desktop.application import make_application\n"
        "application = make_application(['kiosk'])\n"
        "application.link_opened.connect(print)\n"
        "link = 'timeback-kiosk://launch?lesson=rain&student=A%20%C3%A4%00'\n"
        "application.sendEvent(application, QFileOpenEvent(QUrl(link)))\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    said = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert said.stdout == "timeback-kiosk://launch?lesson=rain&student=A%20%C3%A4%00\n"


def test_a_host_programs_own_application_is_used(qapp: QApplication) -> None:
    assert make_application(["other"]) is qapp
    assert qapp.desktopFileName() == "timeback-kiosk"
