"""What a screen reader meets: the tree of every kind of page, on a bus of its own, and what is said by itself."""

from collections.abc import Iterator

import pytest

from tests.e2e.x11.reader import Reader, Seen, accessibility
from tests.e2e.x11.screen import Program, xvfb

CONTROLS = {"push button", "radio button", "check box", "text", "filler"}
"""The roles of what takes the keyboard here; a filler is the page of a lesson, which arrows scroll."""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Program, Reader]]:
    """A program that shows what it is told, and somebody who listens to it."""
    folder = tmp_path_factory.mktemp("bus")
    with xvfb(managed=False) as screen, accessibility(folder) as (session, readers), Reader(readers) as reader:
        environment = {"DBUS_SESSION_BUS_ADDRESS": session, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        program = Program("tests.e2e.x11.shown", environment=screen.environment | environment)
        yield program, reader
        program.end()


def look(shown: tuple[Program, Reader], name: str) -> list[Seen]:
    program, reader = shown
    program.do(name)
    return reader.tree(name)


def controls(tree: list[Seen]) -> list[Seen]:
    return [seen for seen in tree if "focusable" in seen.states]


@pytest.mark.parametrize(
    "name", ["1-students", "1-students-add", "2-home", "2-home-look", "3-lesson-checked", "4-result"]
)
def test_every_control_has_a_role_a_name_and_its_state(shown: tuple[Program, Reader], name: str) -> None:
    found = controls(look(shown, name))
    assert {control.role for control in found} <= CONTROLS
    assert [control for control in found if not control.name.strip()] == []
    assert [control for control in found if "enabled" not in control.states] == []
    assert len([control for control in found if "focused" in control.states]) == 1
    assert [control.description for control in found if control.description.startswith(".")] == []


def test_a_tile_says_who_it_is_and_what_they_were_doing(shown: tuple[Program, Reader]) -> None:
    (ana,) = (control for control in controls(look(shown, "1-students")) if control.name == "Ana")
    assert (ana.role, ana.description) == ("push button", "Fractions, page 3")


def test_a_question_is_read_in_its_order_with_what_is_chosen(shown: tuple[Program, Reader]) -> None:
    tree = look(shown, "3-lesson")
    asked = "What is 1 over 2 plus 1 over 4?"
    card = tree[next(at for at, seen in enumerate(tree) if (seen.role, seen.name) == ("panel", asked)) :]
    words = [(seen.role, seen.name, "checked" in seen.states) for seen in card if seen.name and seen.role != "filler"]
    assert words[1:4] == [
        ("label", "Try 1 of 2", False),
        ("label", asked, False),
        ("radio button", "a: 2 over 6", False),
    ]
    assert ("radio button", "b: 3 over 4", True) in words


def test_a_verdict_is_said_as_soon_as_it_stands_there(shown: tuple[Program, Reader]) -> None:
    program, reader = shown
    look(shown, "3-lesson")
    program.do("check")
    assert reader.announced() == "That is right. Three parts of four."


def test_the_window_is_one_to_a_screen_reader(shown: tuple[Program, Reader]) -> None:
    window, *_ = look(shown, "window")
    assert window.role in {"frame", "window"}
