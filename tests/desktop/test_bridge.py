from concurrent.futures import Future

from pytestqt.qtbot import QtBot

from kiosk.desktop.bridge import Bridge


def test_what_comes_after_its_end_is_not_run(qtbot: QtBot) -> None:
    closed, other = Bridge(), Bridge()
    came: list[str] = []
    early, late = Future[str](), Future[str]()
    for future in (early, late):
        closed.when(future, came.append)
        other.when(future, came.append)
    early.set_result("early")
    qtbot.waitUntil(lambda: came == ["early", "early"])
    late.set_result("late")
    closed.close()
    other.call(lambda: came.append("done"))
    qtbot.waitUntil(lambda: "done" in came)
    assert came == ["early", "early", "late", "done"]
