"""Drawing on a picture, by mouse, finger and keys, and what is handed over."""

from typing import cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import LIGHT, Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_drawing import DrawingAnswers
from kiosk.desktop.widgets.drawing_stage import DrawingStage, strokes_of
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.lessons.files import LARGEST, holds
from tests.desktop.hands import SCREEN, SPACE, control, keys, press
from tests.desktop.picture_samples import DRAWING, FOLDER
from tests.desktop.pointing import Child
from tests.desktop.screens import settle
from tests.lessons.packages import png

RIGHT, DOWN = Qt.Key.Key_Right, Qt.Key.Key_Down
EMPTY = (420, 100)


def child_at(qtbot: QtBot, theme: Theme) -> Child:
    return Child(DrawingAnswers(DRAWING, theme, Pictures(FOLDER, 820)), qtbot)


def stage(child: Child) -> DrawingStage:
    return cast(DrawingStage, child.stage)


def seen(child: Child, x: float, y: float) -> str:
    """The colour of the screen at a point of the picture."""
    image = child.stage.grab().toImage()
    place = child.stage.to_screen((x, y)) * image.devicePixelRatio()
    return image.pixelColor(place.toPoint()).name().upper()


def saved(child: Child, x: float, y: float) -> str:
    """The colour there in the file that was handed over last."""
    image = QImage.fromData(child.files[child.said[-1][0]])
    width, height = child.stage.picture_size
    return image.pixelColor(int(x * image.width() / width), int(y * image.height() / height)).name().upper()


def test_a_stroke_is_seen_and_handed_over_as_a_picture_with_the_one_under_it(qtbot: QtBot, look: Theme) -> None:
    child = child_at(qtbot, look)
    press(child.answers, "Red")
    press(child.answers, "Thick")
    child.pull((380, 100), EMPTY, (460, 100))
    [(name,)] = child.said
    assert holds(name, child.files[name])
    assert name.endswith(" drawing.png")
    for color in (seen(child, *EMPTY), saved(child, *EMPTY)):
        assert color == LIGHT.bad.ink
    assert QColor(saved(child, 150, 240)).lightness() < 128  # the house's wall
    assert saved(child, 420, 200) == "#FFFFFF"


def test_a_finger_draws_too_and_a_tap_is_a_dot(qtbot: QtBot, theme: Theme) -> None:
    child = child_at(qtbot, theme)
    press(child.answers, "Thick")
    child.tap_by_finger(*EMPTY)
    window = child.stage.window().windowHandle()
    QTest.touchEvent(window, SCREEN).press(0, child.at((420, 200))).commit()
    QTest.touchEvent(window, SCREEN).move(0, child.at((460, 240))).commit()
    QTest.touchEvent(window, SCREEN).release(0, child.at((460, 240))).commit()
    assert [seen(child, *point) for point in (EMPTY, (440, 220))] == [LIGHT.ink] * 2
    assert len(child.said) == 2


def test_the_eraser_takes_the_drawing_away_and_leaves_the_picture(qtbot: QtBot, theme: Theme) -> None:
    child = child_at(qtbot, theme)
    press(child.answers, "Blue")
    press(child.answers, "Thick")
    child.pull((120, 240), (180, 240))
    assert saved(child, 150, 240) == LIGHT.primary
    press(child.answers, "Eraser")
    child.pull((100, 240), (200, 240))
    assert QColor(saved(child, 150, 240)).lightness() < 128
    assert saved(child, 165, 240) == "#FFFFFF"


def test_undo_and_clear_are_ways_back_and_nothing_drawn_is_no_answer(qtbot: QtBot, theme: Theme) -> None:
    child = child_at(qtbot, theme)
    child.pull((380, 100), (460, 100))
    child.pull((380, 200), (460, 200))
    first, second = child.said
    press(child.answers, "Clear")
    assert child.said[-1] == ()
    press(child.answers, "Undo")
    assert child.said[-1] == second
    press(child.answers, "Undo")
    assert child.said[-1] == first
    press(child.answers, "Undo")
    assert child.said[-1] == ()
    assert not control(child.answers, "Undo").isEnabled()


def test_a_resumed_drawing_is_seen_again_and_is_taken_back_stroke_by_stroke(qtbot: QtBot, theme: Theme) -> None:
    before = child_at(qtbot, theme)
    before.pull((380, 100), (460, 100))
    before.pull((380, 200), (460, 200))
    child = child_at(qtbot, theme)
    child.show(AnswerView(before.said[-1], files=before.files))
    assert stage(child).strokes == stage(before).strokes
    press(child.answers, "Undo")
    assert child.said == [before.said[0]]


def test_a_file_that_is_not_a_drawing_of_ours_is_said_to_be_kept(qtbot: QtBot, theme: Theme) -> None:
    child = child_at(qtbot, theme)
    name = "0" * 64 + " drawing.png"
    for files in ({name: b"no picture"}, {name: png(4, 4)}):
        child.show(AnswerView())
        child.show(AnswerView((name,), files=files))
        assert "cannot show it" in child.answers._how.text()
    child.tap(*EMPTY)
    assert "cannot show it" not in child.answers._how.text()


def test_a_drawing_that_is_on_another_computer_is_not_drawn_over_before_it_is_cleared_away(
    qtbot: QtBot, look: Theme
) -> None:
    child, name = child_at(qtbot, look), "0" * 64 + " drawing.png"
    child.show(AnswerView((name,)))
    where = cast(DrawingAnswers, child.answers)._where
    assert where.isVisible()
    assert where.text() == "What you drew is on another computer. To draw something new, press “Clear”."
    assert not control(child.answers, "Red").isEnabled()
    assert not control(child.answers, "Undo").isEnabled()
    child.pull((380, 100), (460, 100))
    child.tap_by_finger(*EMPTY)
    stage(child).setFocus()
    keys(child.answers, SPACE, RIGHT, SPACE)
    assert (child.said, stage(child).strokes) == ([], ())
    press(child.answers, "Clear")
    child.pull((380, 100), (460, 100))
    assert child.said[0] == ()
    assert holds(child.said[1][0], child.files[child.said[1][0]])
    assert not where.isVisible()
    for _ in range(2):
        press(child.answers, "Undo")
    assert child.said[2:] == [(), (name,)]
    assert where.isVisible()
    child.pull((380, 100), (460, 100))
    assert len(child.said) == 4


def test_of_a_settled_drawing_on_another_computer_it_is_said_where_it_is(qtbot: QtBot, theme: Theme) -> None:
    child = child_at(qtbot, theme)
    child.show(AnswerView(("0" * 64 + " drawing.png",), settled=True))
    where = cast(DrawingAnswers, child.answers)._where
    assert where.isVisible()
    assert where.text() == "What you drew is on another computer."
    child.show(AnswerView(settled=True))
    assert not where.isVisible()


def test_a_settled_drawing_stays_as_it_is(qtbot: QtBot, look: Theme) -> None:
    child = child_at(qtbot, look)
    child.pull((380, 100), (460, 100))
    child.show(AnswerView(child.said[-1], settled=True))
    child.pull((380, 200), (460, 200))
    stage(child).setFocus()
    keys(child.answers, SPACE, RIGHT, SPACE)
    assert len(child.said) == 1
    assert not control_is_visible(child, "Undo")


def control_is_visible(child: Child, name: str) -> bool:
    return any(one.isVisible() and one.accessibleName() == name for one in child.answers.controls)


def test_keys_draw(qtbot: QtBot, theme: Theme) -> None:
    child = child_at(qtbot, theme)
    stage(child).setFocus()
    keys(child.answers, RIGHT, SPACE, *[RIGHT] * 5, *[DOWN] * 2, SPACE, RIGHT)
    QTest.keyClick(child.answers.window().windowHandle(), RIGHT, Qt.KeyboardModifier.ShiftModifier)
    settle()
    [stroke] = stage(child).strokes
    assert [stroke.points[0], stroke.points[5], stroke.points[-1]] == [(290, 180), (340, 180), (340, 200)]
    assert len(child.said) == 1


def test_a_line_that_leaves_the_picture_runs_along_its_edge(qtbot: QtBot, theme: Theme) -> None:
    child = child_at(qtbot, theme)
    child.pull((500, 100), (700, 120))
    assert all(x <= 560 for x, _ in stage(child).strokes[0].points)
    assert child.stage.inside.contains(QPointF(child.stage.to_screen((560, 120))))


def test_much_drawing_stays_far_below_the_limit_of_a_file(qtbot: QtBot, theme: Theme) -> None:
    child = child_at(qtbot, theme)
    child.pull(*((20 + 37 * n % 520, 20 + 91 * n % 320) for n in range(200)))
    data = child.files[child.said[-1][0]]
    assert len(data) < LARGEST / 10
    assert strokes_of(data) == tuple(stage(child).strokes)
