"""Points and objects on a picture, by mouse, finger and keys."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_position_object import PositionObjectAnswers
from kiosk.desktop.widgets.answers_select_point import SelectPointAnswers
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.lessons.interactions import Picture, PositionObjectInteraction, SelectPointInteraction
from tests.desktop.hands import SPACE, control, finger_drag, keys, middle, mouse_drag, press
from tests.desktop.picture_samples import FOLDER, POINT, POINTS, POSITION
from tests.desktop.pointing import Child

LEFT, RIGHT, UP, DELETE = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Delete
TRAY = "Put one on the picture: A fish"


def point_child(qtbot: QtBot, theme: Theme, interaction: SelectPointInteraction = POINT) -> Child:
    return Child(SelectPointAnswers(interaction, theme, Pictures(FOLDER, 820)), qtbot)


def object_child(qtbot: QtBot, theme: Theme, interaction: PositionObjectInteraction = POSITION) -> Child:
    return Child(PositionObjectAnswers(interaction, theme, Pictures(FOLDER, 820)), qtbot)


def pin(child: Child, name: str) -> QAbstractButton:
    return control(child.answers, name)


def near(said: tuple[str, ...], *expected: tuple[int, int]) -> bool:
    """Whether these points were meant: a press lands on a pixel of the screen."""
    told = [tuple(map(int, text.split())) for text in said]
    return len(told) == len(expected) and all(
        abs(x - at) <= 2 and abs(y - down) <= 2 for (x, y), (at, down) in zip(told, expected, strict=True)
    )


def test_a_press_sets_the_point_and_another_sets_it_anew(qtbot: QtBot, look: Theme) -> None:
    child = point_child(qtbot, look)
    child.tap(220, 60)
    child.tap_by_finger(460, 60)
    assert near(child.said[0], (220, 60))
    assert near(child.said[1], (460, 60))


def test_a_press_on_a_point_takes_it_away(qtbot: QtBot, theme: Theme) -> None:
    child = point_child(qtbot, theme)
    child.show(AnswerView(("220 60",)))
    child.tap(222, 62)
    assert child.said == [()]


def test_points_are_numbered_up_to_the_most(qtbot: QtBot, theme: Theme) -> None:
    child = point_child(qtbot, theme, POINTS)
    for x in (100, 200, 300, 400):
        child.tap(x, 60)
    assert len(child.said) == 3
    assert near(child.said[-1], (100, 60), (200, 60), (300, 60))
    assert not pin(child, "Add a point").isEnabled()
    press(child.answers, "Point 2")
    assert near(child.said[-1], (100, 60), (300, 60))


def test_a_point_is_dragged_elsewhere_and_off(qtbot: QtBot, look: Theme) -> None:
    child = point_child(qtbot, look, POINTS)
    child.show(AnswerView(("100 60", "220 60")))
    child.pull((220, 60), (300, 60), (460, 40))
    assert near(child.said[-1], (100, 60), (460, 40))
    finger_drag(pin(child, "Point 1"), child.at((120, 60)), child.at((100, 60)) + QPoint(0, 400))
    assert near(child.said[-1], (460, 40))


def test_the_keyboard_sets_a_point_moves_it_and_takes_it_away(qtbot: QtBot, theme: Theme) -> None:
    child = point_child(qtbot, theme, POINTS)
    pin(child, "Add a point").setFocus()
    keys(child.answers, SPACE)
    assert child.said == [("340 65",)]
    assert child.focused == "Point 1"
    keys(child.answers, RIGHT, UP)
    assert child.said[-1][0] == "350 55"
    assert child.focused == "Point 1"
    QTest.keyClick(child.answers.window().windowHandle(), LEFT, Qt.KeyboardModifier.ShiftModifier)
    assert child.said[-1][0] == "349 55"
    keys(child.answers, *[UP] * 9)
    assert child.said[-1][0] == "349 0"
    keys(child.answers, DELETE)
    assert not child.said[-1]


def test_two_points_set_by_the_keyboard_are_not_one(qtbot: QtBot, theme: Theme) -> None:
    child = point_child(qtbot, theme, POINTS)
    press(child.answers, "Add a point")
    press(child.answers, "Add a point")
    assert child.said[-1] == ("340 65", "364 65")


def test_settled_points_say_which_were_right_and_which_are_missing(qtbot: QtBot, look: Theme) -> None:
    child = point_child(qtbot, look, POINTS)
    parts = {"222 60": True, "400 61": False}
    right = ("220 60", "460 60")
    child.show(AnswerView(("222 60", "400 61"), settled=True, correct=False, right=right, parts_right=parts))
    told = [(one.accessibleName(), one.accessibleDescription()) for one in child.answers.controls[:-1]]
    assert told == [
        ("Point 1", "Right"),
        ("Point 2", "Not in this place"),
        ("Point that was missed", "The right answer"),
    ]
    child.tap(100, 60)
    child.tap(222, 60)
    child.answers.controls[0].setFocus()
    keys(child.answers, LEFT, DELETE)
    assert child.said == []


def test_a_wrong_point_is_marked_before_it_is_settled(qtbot: QtBot, theme: Theme) -> None:
    child = point_child(qtbot, theme)
    child.show(AnswerView(("220 60",), correct=False))
    assert pin(child, "Point").accessibleDescription() == "Not in this place"


def test_an_object_is_dragged_from_its_tray(qtbot: QtBot, look: Theme) -> None:
    child = object_child(qtbot, look)
    tray = pin(child, TRAY)
    mouse_drag(tray, middle(tray) - QPoint(0, 30), child.at((300, 200)))
    assert near(child.said[-1], (300, 200))
    finger_drag(tray, middle(tray) - QPoint(0, 30), QPoint(2, 2))
    assert len(child.said) == 1
    assert tray.accessibleDescription() == "2 left"


def test_an_object_goes_where_the_picture_is_pressed_until_there_is_none_left(qtbot: QtBot, theme: Theme) -> None:
    child = object_child(qtbot, theme)
    for x in (100, 260, 420, 580):
        child.tap(x, 200)
    assert len(child.said) == 3
    assert not pin(child, TRAY).isEnabled()
    press(child.answers, "A fish 1")
    assert near(child.said[-1], (260, 200), (420, 200))
    assert pin(child, TRAY).isEnabled()


def test_the_keyboard_takes_an_object_from_the_tray(qtbot: QtBot, theme: Theme) -> None:
    child = object_child(qtbot, theme)
    pin(child, TRAY).setFocus()
    keys(child.answers, SPACE, RIGHT)
    assert child.said == [("320 170",), ("330 170",)]


def test_a_response_is_where_the_centre_of_the_object_lies(qtbot: QtBot, theme: Theme) -> None:
    stage, fish = POSITION.stage, POSITION.object
    child = object_child(qtbot, theme, PositionObjectInteraction("R", stage, fish, centre=(10, 30)))
    tray = pin(child, TRAY)
    mouse_drag(tray, middle(tray) - QPoint(0, 30), child.at((300, 200)))
    assert near(child.said[-1], (255, 200))
    assert (
        pin(child, "A fish").geometry().center() - child.stage.to_screen((300, 200)).toPoint()
    ).manhattanLength() <= 3


def test_a_picture_or_an_object_that_is_missing_is_answered_all_the_same(qtbot: QtBot, theme: Theme) -> None:
    gone = PositionObjectInteraction("R", Picture("no.svg", 400, 300), Picture("none.png", 40, 40, "A boat"))
    child = object_child(qtbot, theme, gone)
    child.tap(200, 100)
    assert near(child.said[-1], (200, 100))
    assert QApplication.focusWidget() is not None
