"""What the kiosk tells of its students while somebody learns."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from pytestqt.qtbot import QtBot

from kiosk.clock import ManualClock
from kiosk.desktop.facts import Work
from kiosk.desktop.presence_watch import Here, PresenceWatch, reports
from kiosk.desktop.views import FocusState
from kiosk.protocol.presence import Focus, Report, Safety
from kiosk.store.outbox import Backlog
from tests.desktop.desk import FRACTIONS, Desk
from tests.e2e.story import MONDAY

HERE = Here(1, "fractions", 2, 5, FocusState.IDLE)


def work(student: int, ref: str, backlog: Backlog | None = None) -> Work:
    return Work(student, ref, 600_000, 4.5, backlog or Backlog())


def test_who_is_in_a_lesson_is_told_with_page_and_focus_and_the_others_as_out() -> None:
    told = reports([work(1, "ana"), work(2, "ben")], HERE, frozenset(), is_saved=True)
    assert told == {
        "ana": Report("fractions", 2, 5, Focus.IDLE, 600_000, 4.5, 0, Safety.SERVER),
        "ben": Report(None, None, None, Focus.OUT, 600_000, 4.5, 0, Safety.SERVER),
    }


def test_work_waits_once_it_has_waited_for_two_readings() -> None:
    waiting = [work(1, "ana", Backlog(waiting=1, maybe=1, parked=1, finish_requests=1))]
    assert reports(waiting, None, frozenset(), is_saved=True)["ana"].safety is Safety.SERVER
    told = reports(waiting, None, frozenset({"ana"}), is_saved=True)["ana"]
    assert (told.unsent, told.safety) == (4, Safety.COMPUTER)


def test_a_disk_that_refuses_is_told_of_everybody() -> None:
    told = reports([work(1, "ana"), work(2, "ben")], None, frozenset(), is_saved=False)
    assert {each.safety for each in told.values()} == {Safety.NOT_SAVED}


def test_a_lesson_is_told_from_its_first_page_to_its_end(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk(tmp_path, ManualClock(MONDAY), qtbot)
    told: list[tuple[Mapping[str, Report], str | None]] = []

    def tell(everyone: Mapping[str, Report], ref: str | None) -> None:
        told.append((everyone, ref))

    with closing(desk):
        watch = PresenceWatch(desk.session, desk.kiosk.store, desk.clock, desk.kiosk._bridge, tell)
        desk.join("Ana")
        watch.look()
        desk.until(lambda: told)
        assert len(told[-1][0]) == 0  # she has never worked here
        desk.start(FRACTIONS)
        desk.until(lambda: told[-1][1] is not None)
        ref = str(told[-1][1])
        report = told[-1][0][ref]
        assert (report.lesson, report.page, report.focus) == (FRACTIONS, 1, Focus.FOCUSED)
        desk.leave()
        desk.until(lambda: told[-1][1] is None)
        assert told[-1][0][ref].focus is Focus.OUT
