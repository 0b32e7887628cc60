"""Kiosk mode on a real X server, with a window manager that has its own keys: what it withstands, and how it ends."""

from collections.abc import Iterator

import pytest

from tests.e2e.x11.kept import PIN, Kept, kept
from tests.e2e.x11.screen import Program, Screen
from tests.waiting import wait_until

pytestmark = pytest.mark.parametrize("screen", ["openbox"], indirect=True)

GO_ON = (1500, 958)
"""Where the big button is on this display."""

KEYS = (
    "alt+Tab",
    "alt+Escape",
    "ctrl+alt+Right",
    "ctrl+alt+Delete",
    "super+d",
    "super+e",
    "alt+space",
    "F11",
    "ctrl+w",
)


@pytest.fixture(scope="module")
def kiosk(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    with kept(screen, tmp_path_factory.mktemp("kept")) as kiosk:
        yield kiosk


def test_the_window_managers_keys_do_nothing(kiosk: Kept, screen: Screen) -> None:
    for keys in KEYS:
        screen.xdotool("key", keys)
    assert kiosk.has_the_screen()
    assert screen.xdotool("get_desktop") == "0"
    assert kiosk.process.poll() is None


def test_another_window_gets_neither_the_focus_nor_the_top(kiosk: Kept, screen: Screen) -> None:
    before = kiosk.touched()
    other = Program("tests.e2e.x11.other", environment=screen.environment)
    try:
        window = screen.window("Another program")
        for act in ("windowactivate", "windowraise"):
            screen.xdotool(act, window)
            wait_until(lambda: kiosk.has_the_screen() and kiosk.touched() == before, "the kiosk to be on top again")
    finally:
        other.end()


def test_a_second_start_is_the_same_window(kiosk: Kept) -> None:
    before = kiosk.child()
    assert kiosk.start().wait() == 0
    assert kiosk.child() == before
    assert kiosk.has_the_screen()


def test_after_a_crash_the_same_page_is_back(kiosk: Kept, screen: Screen) -> None:
    """How soon, `python -m tests.benchmarks --only crash` measures."""
    kiosk.open_lesson()
    screen.xdotool("mousemove", *GO_ON, "click", 1)
    page = wait_until(lambda: kiosk.read("SELECT run, page FROM progress"), "the next page")
    kiosk.crash()
    wait_until(lambda: len(kiosk.read("SELECT id FROM sittings")) == 2, "the lesson after the crash")
    assert kiosk.read("SELECT DISTINCT run, page FROM sittings JOIN progress USING (run)") == page
    wait_until(kiosk.has_the_screen, "the kiosk to fill the screen again")


def test_only_the_teachers_pin_closes_it(kiosk: Kept, screen: Screen) -> None:
    kiosk.ask_to_close("9999", lambda: kiosk.tries() == 1)
    screen.xdotool("key", "Escape")
    assert kiosk.has_the_screen()
    assert kiosk.process.poll() is None
    kiosk.ask_to_close(PIN, lambda: kiosk.process.poll() is not None)
    assert kiosk.process.wait() == 0
    assert kiosk.screen.xdotool("search", "--onlyvisible", "--name", "^Timeback Kiosk$") == ""
