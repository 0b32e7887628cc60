"""Answers in running text: their places, hands, keys, and what a screen reader says of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers import Answers
from kiosk.desktop.widgets.answers_end_attempt import EndAttemptAnswers
from kiosk.desktop.widgets.answers_extended import ExtendedTextAnswers
from kiosk.desktop.widgets.answers_gap_match import GapMatchAnswers
from kiosk.desktop.widgets.answers_hottext import HottextAnswers
from kiosk.desktop.widgets.answers_inline_choice import InlineChoiceAnswers
from kiosk.desktop.widgets.answers_text_entry import TextEntryAnswers
from kiosk.desktop.widgets.growing_edit import GrowingEdit
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText, places, plain_text, slots_of
from kiosk.desktop.widgets.told import Told
from kiosk.lessons.interactions import (
    Choice,
    EndAttemptInteraction,
    ExtendedTextInteraction,
    GapMatchInteraction,
    HottextInteraction,
    InlineChoiceInteraction,
    Interaction,
    Response,
    TextEntryInteraction,
)
from tests.desktop.hands import control, finger_drag, finger_tap, keys, middle, mouse_drag, press, show
from tests.desktop.screens import settle

TOWN = InlineChoiceInteraction("TOWN", (Choice("g", "Gloucester"), Choice("l", "Lancaster"), Choice("y", "York")))
WORD = TextEntryInteraction("WORD", expected_length=6)
SENTENCE = (
    '<p>Made glorious summer by this sun of <x-slot response="TOWN"></x-slot>; and all the clouds that'
    ' <x-slot response="WORD"></x-slot> upon our house.</p>'
)
SEASONS = GapMatchInteraction(
    "R",
    (Choice("w", "winter"), Choice("s", "summer"), Choice("a", "autumn", match_group=("g2",))),
    ("g1", "g2"),
    '<p>Now is the <x-gap identifier="g1"></x-gap> of our discontent made glorious <x-gap identifier="g2"></x-gap>'
    " by this sun of York.</p>",
)
HOT = HottextInteraction(
    "R",
    (Choice("a", "our discontent"), Choice("b", "this sun"), Choice("c", "lour'd")),
    '<p>Now is the winter of <x-hottext identifier="a">our discontent</x-hottext> made glorious by'
    ' <x-hottext identifier="b">this <em>sun</em></x-hottext> of York; and all the clouds that'
    ' <x-hottext identifier="c">lour\'d</x-hottext> upon our house.</p>',
    max_choices=2,
)


@dataclass
class Page:
    """An answer on a page, shown anew as the session does after each response."""

    widget: QWidget
    answers: Answers
    responses: list[Response] = field(default_factory=list)
    submitted: int = 0

    def latest(self) -> Response:
        return self.responses[-1]

    def take(self, response: Response) -> None:
        self.responses.append(response)
        self.answers.show_view(AnswerView(response))

    def count(self) -> None:
        self.submitted += 1


@pytest.fixture
def ask(theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    pictures = Pictures(tmp_path, 820)

    def made(kind: Callable[..., Answers], interaction: Interaction, text: str = "") -> Page:
        answers = kind(interaction, theme, pictures)
        widget = QWidget()
        column = QVBoxLayout(widget)
        if text:
            words = RichText(theme, pictures)
            words.show_html(text, {interaction.response: answers})
            column.addWidget(words)
        else:
            column.addWidget(answers)
        column.addStretch()
        page = Page(widget, answers)
        answers.responded.connect(page.take)
        answers.submitted.connect(page.count)
        show(qtbot, widget)
        return page

    yield made
    settle()


# -- widgets in a text -----------------------------------------------------------------------------


@pytest.fixture
def text(theme: Theme, qtbot: QtBot, tmp_path: Path) -> RichText:
    made = RichText(theme, Pictures(tmp_path, 820))
    show(qtbot, made)
    return made


def boxes(count: int) -> list[QWidget]:
    made = [QWidget() for _ in range(count)]
    for box in made:
        box.setMinimumSize(90, 44)
    return made


def test_a_widget_stands_where_its_mark_is_and_moves_with_the_text(text: RichText) -> None:
    first, second = boxes(2)
    cell = '<td><x-slot response="B"></x-slot></td>'
    html = f'<p>a <x-slot response="A"></x-slot> b</p><table><tr><td>c</td>{cell}</tr></table>'
    text.show_html(html, {"A": first, "B": second})
    settle()
    assert first.size().toTuple() == second.size().toTuple() == (90, 44)
    assert 0 < first.x() < second.x() < 90
    assert second.y() > first.geometry().bottom()
    before = second.y()
    text.show_html("<p>" + "word " * 60 + "</p>" + html, {"A": first, "B": second})
    settle()
    assert second.y() > before
    text.show_html("<p>none</p>")
    assert first.isHidden()


def test_the_words_beside_a_widget_are_at_its_middle(text: RichText) -> None:
    [box] = boxes(1)
    text.show_html('<p>xxx <x-slot response="A"></x-slot></p>', {"A": box})
    settle()
    image = text.grab().toImage()
    rows = [y for y in range(text.height()) if any(image.pixelColor(x, y).lightness() < 128 for x in range(30))]
    assert abs((rows[0] + rows[-1]) / 2 - box.geometry().center().y()) <= 4


def test_from_right_to_left_a_widget_stands_left_of_the_words_before_it(text: RichText) -> None:
    [box] = boxes(1)
    text.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    text.show_html('<p>اكتب <x-slot response="A"></x-slot> هنا</p>', {"A": box})
    settle()
    assert text.width() / 2 < box.x() < text.width() - 90 - 20


def test_a_text_makes_room_for_a_widget_that_grows(text: RichText) -> None:
    [box] = boxes(1)
    text.show_html('<p>a <x-slot response="A"></x-slot> b</p>', {"A": box})
    settle()
    before = text.heightForWidth(800)
    box.setMinimumSize(90, 88)
    box.updateGeometry()
    settle()
    assert box.height() == 88
    assert text.heightForWidth(800) == before + 44


def test_a_mark_without_a_widget_is_a_line_to_write_on(text: RichText) -> None:
    text.show_html(SENTENCE)
    assert "sun of _____; and" in text.document.toPlainText()
    assert plain_text(SENTENCE).startswith("Made glorious summer by this sun of blank; and")


def test_marks_are_found_in_reading_order_with_the_words_around_them() -> None:
    assert slots_of(SENTENCE) == ["TOWN", "WORD"]
    assert slots_of(HOT.content) == ["a", "b", "c"]
    assert places(SENTENCE) == {
        "TOWN": "summer by this sun of … ; and all the clouds",
        "WORD": "and all the clouds that … upon our house.",
    }


# -- a word from a list ----------------------------------------------------------------------------


def test_a_word_is_chosen_from_a_list_that_a_press_opens(ask: Callable[..., Page]) -> None:
    page = ask(InlineChoiceAnswers, TOWN, SENTENCE)
    name = "summer by this sun of … ; and all the clouds"
    press(page.widget, f"{name}: nothing yet")
    press(page.widget, "York")
    assert page.responses == [("y",)]
    assert control(page.widget, f"{name}: York").hasFocus()


def test_keys_open_the_list_go_along_it_and_close_it(ask: Callable[..., Page]) -> None:
    page = ask(InlineChoiceAnswers, TOWN, SENTENCE)
    opener = page.answers.controls[0]
    opener.setFocus()
    keys(page.widget, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert page.responses == [("l",)]
    keys(page.widget, Qt.Key.Key_Down)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Lancaster"
    keys(page.widget, Qt.Key.Key_Escape)
    assert opener.hasFocus()
    keys(page.widget, Qt.Key.Key_Return, Qt.Key.Key_Tab)
    assert opener.hasFocus()
    assert page.responses == [("l",)]


def test_a_press_beside_the_list_closes_it_and_presses_nothing(ask: Callable[..., Page]) -> None:
    page = ask(InlineChoiceAnswers, TOWN, SENTENCE)
    finger_tap(page.answers.controls[0])
    QTest.mouseClick(page.widget.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(1200, 700))
    settle()
    assert page.answers.controls[0].hasFocus()
    assert page.responses == []


def test_a_settled_word_cannot_be_changed_and_tells_what_was_right(ask: Callable[..., Page]) -> None:
    page = ask(InlineChoiceAnswers, TOWN, SENTENCE)
    page.answers.show_view(AnswerView(("g",), settled=True, correct=False, right=("y",)))
    settle()
    opener = page.answers.controls[0]
    assert opener.accessibleDescription() == "Not this one"
    [told] = [one for one in page.widget.findChildren(Told) if one.isVisible()]
    assert told.accessibleName() == "The right answer: York"
    assert told.x() > opener.geometry().right()
    QTest.mouseClick(opener, Qt.MouseButton.LeftButton)
    settle()
    assert QApplication.focusWidget() is None or QApplication.focusWidget() is opener
    page.answers.show_view(AnswerView(("y",), settled=True, correct=True, right=("y",)))
    assert not told.isVisible()


# -- a field, a button -----------------------------------------------------------------------------


def test_what_is_typed_into_a_sentence_is_the_response_and_enter_checks(ask: Callable[..., Page]) -> None:
    page = ask(TextEntryAnswers, WORD, SENTENCE)
    entry = page.answers.controls[0]
    assert isinstance(entry, QLineEdit)
    assert entry.accessibleName() == "and all the clouds that … upon our house."
    QTest.keyClicks(entry, "hi")
    assert page.responses == [("h",), ("hi",)]
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert page.submitted == 1
    QTest.keyClick(entry, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(entry, Qt.Key.Key_Backspace)
    assert page.latest() == ()


def test_a_field_is_as_wide_as_what_is_expected(ask: Callable[..., Page]) -> None:
    pages = [ask(TextEntryAnswers, replace(WORD, expected_length=length)) for length in (1, 8, 20, 900)]
    widths = [page.answers.controls[0].width() for page in pages]
    assert widths == sorted(set(widths))
    assert widths[-1] < 500


def test_what_the_pattern_does_not_take_is_said_gently_once_the_field_is_left(ask: Callable[..., Page]) -> None:
    page = ask(TextEntryAnswers, replace(WORD, pattern="[0-9]+"))
    entry = page.answers.controls[0]
    for typed, said in (("12", ""), ("1x", "This is not written as it is asked for.")):
        page.answers.show_view(AnswerView((typed,)))
        QTest.keyClick(entry, Qt.Key.Key_Return)
        assert entry.accessibleDescription() == said


def test_the_button_that_ends_an_attempt_answers_and_hands_in(ask: Callable[..., Page]) -> None:
    page = ask(
        EndAttemptAnswers, EndAttemptInteraction("HINT", "Show a hint"), '<p>Or: <x-slot response="HINT"></x-slot></p>'
    )
    press(page.widget, "Show a hint")
    assert page.responses == [("true",)]
    assert page.submitted == 1


# -- gaps ------------------------------------------------------------------------------------------


def test_a_gap_is_filled_by_tapping_one_and_then_the_other(ask: Callable[..., Page]) -> None:
    page = ask(GapMatchAnswers, SEASONS)
    finger_tap(control(page.widget, "winter"))
    finger_tap(control(page.widget, "Gap in “Now is the … of our discontent made glorious”: nothing yet"))
    assert page.responses == [("w g1",)]
    press(page.widget, "Gap in “of our discontent made glorious … by this sun of York.”: nothing yet")
    press(page.widget, "summer")
    assert page.latest() == ("w g1", "s g2")
    press(page.widget, "Gap in “Now is the … of our discontent made glorious”: winter")
    assert page.latest() == ("s g2",)


@pytest.mark.parametrize("drag", [mouse_drag, finger_drag])
def test_a_choice_is_dragged_into_a_gap_and_on_to_another_and_out(
    drag: Callable[..., None], ask: Callable[..., Page]
) -> None:
    page = ask(GapMatchAnswers, SEASONS)
    winter, gaps = control(page.widget, "winter"), page.answers.controls[3:]
    drag(winter, middle(winter) + QPoint(30, 30), middle(gaps[0]))
    assert page.responses == [("w g1",)]
    drag(gaps[0], middle(gaps[0]) + QPoint(30, 30), middle(gaps[1]))
    assert page.latest() == ("w g2",)
    drag(gaps[1], middle(gaps[1]) + QPoint(30, 30), QPoint(900, 700))
    assert page.latest() == ()


def test_keys_fill_and_empty_a_gap(ask: Callable[..., Page]) -> None:
    page = ask(GapMatchAnswers, SEASONS)
    page.answers.controls[0].setFocus()
    keys(page.widget, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert page.responses == [("s g2",)]
    page.answers.controls[4].setFocus()
    keys(page.widget, Qt.Key.Key_Backspace)
    assert page.latest() == ()
    page.answers.controls[0].setFocus()
    keys(page.widget, Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert page.answers.controls[0].hasFocus()


def test_a_choice_does_not_go_where_it_may_not(ask: Callable[..., Page]) -> None:
    page = ask(GapMatchAnswers, SEASONS)
    press(page.widget, "autumn")
    assert page.answers.controls[4].hasFocus()
    QTest.mouseClick(page.answers.controls[3], Qt.MouseButton.LeftButton)
    assert page.responses == []


def test_settled_gaps_tell_what_was_right_and_keep_it(ask: Callable[..., Page]) -> None:
    page = ask(GapMatchAnswers, SEASONS)
    page.answers.show_view(AnswerView(("w g1", "a g2"), settled=True, correct=False, right=("w g1", "s g2")))
    settle()
    assert [gap.accessibleDescription() for gap in page.answers.controls[3:]] == ["Right", "Not this one"]
    assert [one.accessibleName() for one in page.widget.findChildren(Told) if one.isVisible()] == [
        "The right answer: summer"
    ]
    QTest.mouseClick(page.answers.controls[3], Qt.MouseButton.LeftButton)
    assert page.responses == []


# -- hot text --------------------------------------------------------------------------------------


def test_words_are_chosen_by_mouse_and_keys_no_more_than_are_allowed(ask: Callable[..., Page]) -> None:
    page = ask(HottextAnswers, HOT)
    press(page.widget, "lour'd")
    assert page.responses == [("c",)]
    page.answers.controls[0].setFocus()
    keys(page.widget, Qt.Key.Key_Space)
    assert page.latest() == ("a", "c")
    keys(page.widget, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert control(page.widget, "this sun").hasFocus()
    assert not control(page.widget, "this sun").isChecked()
    assert page.latest() == ("a", "c")
    press(page.widget, "lour'd")
    assert page.latest() == ("a",)


def test_where_only_one_may_be_chosen_the_next_takes_its_place(ask: Callable[..., Page]) -> None:
    page = ask(HottextAnswers, replace(HOT, max_choices=1))
    press(page.widget, "lour'd")
    press(page.widget, "this sun")
    assert page.responses == [("c",), ("b",)]


def test_an_outline_lies_over_its_words_on_every_line(ask: Callable[..., Page]) -> None:
    page = ask(HottextAnswers, replace(HOT, content=HOT.content.replace("our discontent", "our discontent " * 30, 1)))
    words = page.answers.controls[0]
    page.widget.resize(500, 800)
    settle()
    assert words.height() > 100
    assert words.mask().rectCount() > 1
    assert not words.mask().contains(QPoint(2, 2))


def test_settled_words_are_marked(ask: Callable[..., Page]) -> None:
    page = ask(HottextAnswers, HOT)
    page.answers.show_view(AnswerView(("a", "b"), settled=True, correct=False, right=("b", "c")))
    told = [words.accessibleDescription() for words in page.answers.controls]
    assert told == ["Not this one", "Right", "The right answer"]
    press(page.widget, "lour'd")
    assert page.responses == []


# -- longer texts ----------------------------------------------------------------------------------


def test_a_long_answer_grows_with_what_is_written_and_tab_leaves_it(ask: Callable[..., Page]) -> None:
    page = ask(ExtendedTextAnswers, ExtendedTextInteraction("R", "<p>Tell</p>", expected_lines=3, expected_length=60))
    edit = page.answers.controls[0]
    assert isinstance(edit, GrowingEdit)
    assert edit.accessibleName() == "Tell"
    before = edit.height()
    QTest.keyClicks(edit, "It was a dark night.")
    assert page.latest() == ("It was a dark night.",)
    page.answers.show_view(AnswerView(("line\n" * 10,)))
    settle()
    assert edit.height() > before
    page.answers.show_view(AnswerView(("word " * 10_000,)))
    assert edit.height() < 600
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert "\t" not in edit.toPlainText()


def test_a_text_without_end_is_cut(ask: Callable[..., Page]) -> None:
    page = ask(ExtendedTextAnswers, ExtendedTextInteraction("R"))
    edit = page.answers.controls[0]
    assert isinstance(edit, GrowingEdit)
    edit.insertPlainText("x" * 30_000)
    assert len(page.latest()[0]) == 20_000


def test_several_short_texts_have_a_field_each(ask: Callable[..., Page]) -> None:
    page = ask(ExtendedTextAnswers, ExtendedTextInteraction("R", "<p>Name three</p>", max_strings=3))
    assert [entry.accessibleName() for entry in page.answers.controls] == [f"Name three, answer {n}" for n in (1, 2, 3)]
    QTest.keyClicks(page.answers.controls[0], "a")
    QTest.keyClicks(page.answers.controls[2], "c")
    assert page.latest() == ("a", "c")
    page.answers.show_view(AnswerView(("x", "y")))
    assert [entry.text() for entry in page.answers.controls if isinstance(entry, QLineEdit)] == ["x", "y", ""]
