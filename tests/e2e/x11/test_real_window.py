"""What X11 does to a window, and what is counted: with a window manager and without one."""

import pytest

from tests.e2e.x11.pupil import Pupil
from tests.e2e.x11.screen import Program, Screen
from tests.waiting import wait_until

with_openbox = pytest.mark.parametrize("screen", ["openbox"], indirect=True)
without_manager = pytest.mark.parametrize("screen", ["no manager"], indirect=True)


def test_the_lesson_counts_from_its_first_moment_without_a_click(pupil: Pupil) -> None:
    pupil.counts_from_the_first_moment()


def test_another_window_takes_the_focus_and_gives_it_back(pupil: Pupil, screen: Screen, other: Program) -> None:
    window = screen.window("Another program")
    pupil.is_away(lambda: screen.give_focus(window), lambda: screen.give_focus(pupil.window))
    assert other.do("nothing") == "done"


def test_a_program_that_grabs_the_keyboard_as_screen_lockers_do_takes_the_student_away(
    pupil: Pupil, other: Program
) -> None:
    def grab() -> None:
        """Until it is granted: the window manager may have the keyboard for a moment."""
        wait_until(lambda: other.do("grab the keyboard") == "done", "the keyboard")

    pupil.is_away(
        grab,
        lambda: other.do("let go of the keyboard"),
        left=at_once,
        back=at_once,
    )


def test_our_own_menu_and_sheet_keep_the_student_here(pupil: Pupil) -> None:
    pupil.stays("open a menu", "close the menu", "open a sheet", "close the sheet")


def test_a_minimised_window_is_not_looked_at(pupil: Pupil) -> None:
    pupil.is_away(
        lambda: pupil.kiosk.do("minimise"), lambda: pupil.kiosk.do("come forward"), left=at_once, back=at_once
    )


@with_openbox
def test_our_own_dialog_keeps_the_student_here(pupil: Pupil) -> None:
    pupil.stays("open a dialog", "close the dialog")


@with_openbox
def test_the_window_manager_minimises_and_restores(pupil: Pupil, screen: Screen) -> None:
    pupil.is_away(
        lambda: screen.xdotool("windowminimize", pupil.window), lambda: screen.xdotool("windowactivate", pupil.window)
    )


@with_openbox
def test_another_desktop_is_away(pupil: Pupil, screen: Screen) -> None:
    pupil.is_away(lambda: screen.xdotool("set_desktop", 1), lambda: screen.xdotool("set_desktop", 0))


@without_manager
def test_a_program_that_dies_with_the_focus_leaves_it_to_the_next_click(
    pupil: Pupil, screen: Screen, other: Program
) -> None:
    window = screen.window("Another program")

    def hand_over() -> None:
        screen.give_focus(window)
        other.end()

    pupil.is_away(hand_over, lambda: screen.xdotool("mousemove", "--window", pupil.window, 400, 8, "click", 1))


def at_once() -> bool:
    """What was done had happened when it was answered."""
    return True
