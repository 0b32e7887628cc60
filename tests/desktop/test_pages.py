"""What the pages say when somebody does something, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.desktop.pages.connect_dialog import ConnectDialog
from kiosk.desktop.pages.home_page import HomePage
from kiosk.desktop.pages.lesson_page import LessonPage
from kiosk.desktop.pages.still_there import StillThere
from kiosk.desktop.pages.students_page import StudentsPage
from kiosk.desktop.theme import Theme
from kiosk.desktop.views import FocusState, LessonView, Primary, QuestionView, Step
from kiosk.desktop.wall_views import Safety
from kiosk.desktop.widgets.student_tile import ClassTile, StudentTile
from tests.desktop import samples
from tests.desktop.hands import DOWN, ENTER, SPACE, TAB, control, field, keys, press, show, tab_to, words
from tests.desktop.screens import settle
from tests.lessons.packages import given


class TestStudents:
    @pytest.fixture
    def page(self, qtbot: QtBot, theme: Theme) -> StudentsPage:
        page = show(qtbot, StudentsPage(theme))
        page.show_view(samples.STUDENTS)
        settle()
        return page

    def test_a_tile_that_is_pressed_chooses_its_student(self, qtbot: QtBot, page: StudentsPage) -> None:
        with qtbot.waitSignal(page.student_chosen) as chosen:
            press(page, "Chidi")
        assert chosen.args == [3]

    def test_a_student_is_chosen_without_a_mouse(self, qtbot: QtBot, page: StudentsPage) -> None:
        tab_to(page, "Ben")
        with qtbot.waitSignal(page.student_chosen) as chosen:
            keys(page, SPACE)
        assert chosen.args == [2]

    def test_a_new_student_has_the_name_and_picture_given(self, qtbot: QtBot, page: StudentsPage) -> None:
        press(page, "Add a student")
        QTest.keyClicks(field(page, "First name"), "  Ida ")
        press(page, "Moon")
        with qtbot.waitSignal(page.student_added) as added:
            press(page, "Add")
        assert added.args == ["Ida", "moon", ""]
        assert not page.findChildren(QLineEdit)[0].isVisible()

    def test_a_blank_name_is_refused_in_a_sentence_until_one_is_typed(self, qtbot: QtBot, page: StudentsPage) -> None:
        press(page, "Add a student")
        QTest.keyClicks(field(page, "First name"), "   ")
        with qtbot.assertNotEmitted(page.student_added):
            keys(page, ENTER)
        assert "Type a name first." in words(page)
        QTest.keyClicks(field(page, "First name"), "I")
        assert "Type a name first." not in words(page)

    def test_a_notice_for_the_teacher_is_acknowledged_by_its_button(self, qtbot: QtBot, page: StudentsPage) -> None:
        page.show_notices([samples.NOTICE])
        settle()
        assert f"For the teacher: {samples.NOTICE.sentence}" in words(page)
        with qtbot.waitSignal(page.notice_acknowledged) as acknowledged:
            press(page, "Got it")
        assert acknowledged.args == [7]
        page.show_notices([])
        settle()
        assert not any(samples.NOTICE.sentence in text for text in words(page))

    def test_the_same_notice_again_leaves_the_focus_where_it_is(self, page: StudentsPage) -> None:
        page.show_notices([samples.NOTICE])
        tab_to(page, "Got it")
        page.show_notices([samples.NOTICE])
        settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.accessibleName() == "Got it"

    def test_the_same_wall_again_leaves_the_focus_where_it_is(self, page: StudentsPage) -> None:
        tab_to(page, "Elif")
        cards = tuple(card._replace(hint="another day") for card in samples.STUDENTS.students)
        page.show_view(samples.STUDENTS._replace(students=cards))
        assert words(page).count("another day") == len(cards)
        settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.accessibleName() == "Elif"

    def test_escape_closes_the_sheet_and_gives_the_focus_back(self, page: StudentsPage) -> None:
        tab_to(page, "Add a student")
        keys(page, ENTER if QApplication.focusWidget() is None else SPACE)
        assert field(page, "First name").hasFocus()
        keys(page, Qt.Key.Key_Escape)
        assert control(page, "Add a student").hasFocus()


def asking(view: QuestionView) -> LessonView:
    return samples.lesson(view, step=Step(Primary.CHECK, view.question.id, can_go_back=True))


class TestLesson:
    @pytest.fixture
    def page(self, qtbot: QtBot, theme: Theme) -> LessonPage:
        page = show(qtbot, LessonPage(theme))
        page.show_view(asking(samples.asked(samples.SUM)))
        settle()
        return page

    def test_an_answer_that_is_pressed_is_the_response(self, qtbot: QtBot, page: LessonPage) -> None:
        with qtbot.waitSignal(page.response_changed) as changed:
            press(page, "b: 3 over 4")
        assert changed.args == ["sum", given("b")]

    def test_another_answer_takes_its_place(self, qtbot: QtBot, page: LessonPage) -> None:
        press(page, "b: 3 over 4")
        with qtbot.waitSignal(page.response_changed) as changed:
            press(page, "c: 1 over 6")
        assert changed.args == ["sum", given("c")]
        assert not control(page, "b: 3 over 4").isChecked()

    def test_arrows_move_and_space_chooses(self, qtbot: QtBot, page: LessonPage) -> None:
        tab_to(page, "a: 2 over 6")
        with qtbot.assertNotEmitted(page.response_changed):
            keys(page, DOWN, DOWN)
        with qtbot.waitSignal(page.response_changed) as changed:
            keys(page, SPACE)
        assert changed.args == ["sum", given("c")]

    @pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_2, "b"), (Qt.Key.Key_D, "d")])
    def test_a_number_or_letter_chooses_wherever_the_focus_is(
        self, qtbot: QtBot, page: LessonPage, key: Qt.Key, answer: str
    ) -> None:
        with qtbot.waitSignal(page.response_changed) as changed:
            keys(page, key)
        assert changed.args == ["sum", given(answer)]

    def test_a_number_without_an_answer_chooses_nothing(self, qtbot: QtBot, page: LessonPage) -> None:
        with qtbot.assertNotEmitted(page.response_changed):
            keys(page, Qt.Key.Key_9, Qt.Key.Key_Z)

    def test_several_answers_are_kept_in_the_lessons_order(self, qtbot: QtBot, page: LessonPage) -> None:
        page.show_view(asking(samples.asked(samples.PRIMES, ("seven",))))
        settle()
        with qtbot.waitSignal(page.response_changed) as changed:
            press(page, "a: 2, the only even one")
        assert changed.args == ["primes", given("two", "seven")]
        with qtbot.waitSignal(page.response_changed) as changed:
            press(page, "c: 7")
        assert changed.args == ["primes", given("two")]

    def test_what_is_typed_is_the_response_and_enter_asks_to_check_it(self, qtbot: QtBot, page: LessonPage) -> None:
        page.show_view(asking(samples.asked(samples.ROOT)))
        settle()
        answer = field(page, "What is half of 3?")
        with qtbot.waitSignals([page.response_changed] * 3):
            QTest.keyClicks(answer, "1.5")
        with qtbot.waitSignal(page.check_requested) as asked:
            QTest.keyClick(answer, ENTER)
        assert asked.args == ["half"]
        said = [lambda _, told, left=left: told == left for left in (given("1."), given("1"), given())]
        with qtbot.waitSignals([page.response_changed] * 3, check_params_cbs=said):
            for _ in range(3):
                QTest.keyClick(answer, Qt.Key.Key_Backspace)

    def test_the_one_big_button_asks_for_the_step_it_names(self, qtbot: QtBot, page: LessonPage) -> None:
        with qtbot.waitSignal(page.check_requested) as asked:
            press(page, "Check answer")
        assert asked.args == ["sum"]
        page.show_step(Step(Primary.FINISH))
        with qtbot.waitSignal(page.next_requested):
            press(page, "Finish")

    def test_a_busy_page_takes_no_second_press(self, qtbot: QtBot, page: LessonPage) -> None:
        page.show_step(Step(Primary.FINISH, can_go_back=True, busy=True))
        with qtbot.assertNotEmitted(page.next_requested), qtbot.assertNotEmitted(page.back_requested):
            press(page, "Finish")
            press(page, "Back")

    def test_the_ways_back_are_said(self, qtbot: QtBot, page: LessonPage) -> None:
        with qtbot.waitSignal(page.back_requested):
            press(page, "Back")
        with qtbot.waitSignal(page.lessons_requested):
            press(page, "Lessons")

    def test_a_settled_question_keeps_its_answer_and_shows_the_right_one(self, qtbot: QtBot, page: LessonPage) -> None:
        settled = samples.asked(
            samples.SUM, ("a",), tries=2, settled=True, correct=False, right=("b",), right_text="3/4"
        )
        page.show_question(settled)
        settle()
        with qtbot.assertNotEmitted(page.response_changed):
            press(page, "d: 2 over 4")
            keys(page, Qt.Key.Key_3)
        assert control(page, "a: 2 over 6").isChecked()
        assert control(page, "a: 2 over 6").accessibleDescription() == "Not this one"
        assert control(page, "b: 3 over 4").accessibleDescription() == "The right answer"

    def test_a_new_choice_takes_back_what_was_said_of_the_last(self, page: LessonPage) -> None:
        page.show_question(samples.asked(samples.SUM, ("a",), tries=1, correct=False, feedback="<p>Look again.</p>"))
        settle()
        assert "Not yet. Try once more." in words(page)
        assert "Try 2 of 2" in words(page)
        press(page, "b: 3 over 4")
        assert "Not yet. Try once more." not in words(page)

    def test_a_verdict_leaves_the_focus_and_comes_into_sight(self, page: LessonPage) -> None:
        page.resize(QSize(1024, 400))
        tab_to(page, "a: 2 over 6")
        tile = control(page, "a: 2 over 6")
        page.show_view(
            asking(samples.asked(samples.SUM, ("a",), tries=1, correct=False, feedback="<p>Look again.</p>"))
        )
        settle()
        assert control(page, "a: 2 over 6") is tile
        assert tile.hasFocus()
        [said] = [label for label in page.findChildren(QLabel) if label.text() == "Not yet. Try once more."]
        assert not said.visibleRegion().isEmpty()

    def test_a_typed_answer_keeps_its_cursor_while_it_is_saved(self, page: LessonPage) -> None:
        page.show_view(asking(samples.asked(samples.POLE)))
        settle()
        answer = field(page, "Which animal lives at the South Pole, but not at the North Pole?")
        QTest.keyClicks(answer, "pengin")
        answer.setCursorPosition(4)
        page.show_question(samples.asked(samples.POLE, ("pengin",)))
        QTest.keyClicks(answer, "u")
        assert answer.text() == "penguin"

    def test_tab_goes_from_the_bar_through_the_answers_to_the_next_step(self, page: LessonPage) -> None:
        page.show_view(asking(samples.asked(samples.PRIMES)))
        settle()
        order = []
        for _ in range(8):
            focused = QApplication.focusWidget()
            assert focused is not None
            order.append(focused.accessibleName().split(":")[0])
            keys(page, TAB)
        assert order == ["Lesson page", "a", "b", "c", "d", "Back", "Check answer", "Lessons"]

    def test_the_chips_say_time_and_place_in_words(self, page: LessonPage) -> None:
        page.show_focus(FocusState.IDLE, 754_999)
        page.show_safety(Safety.NOT_SAVED)
        assert {"Idle 12:34", "Not saved"} <= set(words(page))


class TestSheets:
    def test_still_there_keeps_the_keyboard_until_it_is_answered(self, qtbot: QtBot, theme: Theme) -> None:
        page = show(qtbot, LessonPage(theme))
        page.show_view(asking(samples.asked(samples.SUM)))
        settle()
        tab_to(page, "a: 2 over 6")
        sheet = StillThere(theme, page)
        sheet.ask()
        settle()
        with qtbot.assertNotEmitted(page.response_changed):
            keys(page, TAB, TAB, Qt.Key.Key_Escape, Qt.Key.Key_2)
        assert sheet.isVisible()
        with qtbot.waitSignal(sheet.answered):
            keys(page, SPACE)
        assert not sheet.isVisible()
        assert control(page, "a: 2 over 6").hasFocus()

    def test_a_sheet_covers_its_page_when_the_window_grows(self, qtbot: QtBot, theme: Theme) -> None:
        page = show(qtbot, HomePage(theme))
        sheet = StillThere(theme, page)
        sheet.ask()
        page.resize(QSize(1600, 900))
        settle()
        assert sheet.geometry() == page.rect()

    def test_connecting_asks_with_address_and_token_and_waits(self, qtbot: QtBot, theme: Theme) -> None:
        page = show(qtbot, HomePage(theme))
        sheet = ConnectDialog(theme, page)
        sheet.ask("Ana", "https://school.example/api/timeback")
        settle()
        QTest.keyClicks(field(page, "Token"), " secret ")
        with qtbot.waitSignal(sheet.connect_requested) as asked:
            press(page, "Connect")
        assert asked.args == ["https://school.example/api/timeback", "secret"]
        sheet.show_busy(True)
        with qtbot.assertNotEmitted(sheet.connect_requested):
            press(page, "Connecting")
            QTest.keyClick(field(page, "Token"), ENTER)

    def test_a_missing_token_and_a_refusal_are_said_in_a_sentence(self, qtbot: QtBot, theme: Theme) -> None:
        page = show(qtbot, HomePage(theme))
        sheet = ConnectDialog(theme, page)
        sheet.ask("Ana", "https://school.example/api/timeback")
        settle()
        with qtbot.assertNotEmitted(sheet.connect_requested):
            press(page, "Connect")
        assert "Type the token first." in words(page)
        sheet.show_error("The server does not know this token; ask for a new one.")
        assert "The server does not know this token; ask for a new one." in words(page)


def test_where_there_are_several_classes_the_wall_asks_for_the_class_first_and_keeps_it(theme: Theme) -> None:
    page = StudentsPage(theme)
    page.show_teacher_button(True)
    page.show_view(samples.STUDENTS_CLASSES)
    assert [tile.accessibleName() for tile in page.findChildren(ClassTile)] == ["Room 12", "Room 14", "Others"]
    page._choose_class("Room 14")
    settle()
    assert [tile.accessibleName() for tile in page.findChildren(StudentTile)] == ["Elif", "Femi", "Gus"]
    page.show_view(samples.STUDENTS_CLASSES._replace(place="Room"))
    assert [tile.accessibleName() for tile in page.findChildren(StudentTile)] == ["Elif", "Femi", "Gus"]
    assert [page._bar.trailing.indexOf(each) for each in (page._cloud, page._other_class, page._teacher)] == [0, 1, 2]
    page._other_class.click()
    settle()
    assert page.findChildren(StudentTile) == []
    page.show_view(samples.STUDENTS)
    settle()
    assert len(page.findChildren(StudentTile)) == len(samples.STUDENTS.students)
    assert not page._other_class.isVisibleTo(page)
