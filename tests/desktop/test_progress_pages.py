"""What home, the result and the answers say when somebody does something, by mouse and by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kiosk.desktop.pages.home_page import HomePage
from kiosk.desktop.pages.result_page import ResultPage
from kiosk.desktop.pages.review_page import ReviewPage
from kiosk.desktop.theme import Theme
from kiosk.desktop.views import LessonCard
from kiosk.desktop.widgets.lesson_row import LessonRow
from kiosk.desktop.widgets.week_chart import WeekChart
from kiosk.lessons.model import LessonId
from tests.desktop import samples
from tests.desktop.hands import SPACE, control, field, keys, press, show, tab_to, words
from tests.desktop.screens import settle


class TestHome:
    @pytest.fixture
    def page(self, qtbot: QtBot, theme: Theme) -> HomePage:
        page = show(qtbot, HomePage(theme))
        page.show_view(samples.HOME)
        settle()
        return page

    def test_what_was_begun_comes_first(self, qtbot: QtBot, page: HomePage) -> None:
        tab_to(page, f"Go on: {samples.RESUME.title}")
        with qtbot.waitSignal(page.lesson_chosen) as chosen:
            keys(page, SPACE)
        assert chosen.args == ["fractions"]

    def test_another_lesson_is_opened_by_its_button(self, qtbot: QtBot, page: HomePage) -> None:
        with qtbot.waitSignal(page.lesson_chosen) as chosen:
            press(page, "Start: Where does rain come from?")
        assert chosen.args == ["rain"]

    def test_of_very_many_lessons_the_first_are_there_and_the_next_by_a_button_which_the_keyboard_then_is_on(
        self, page: HomePage
    ) -> None:
        some = _many(50)
        page.show_view(replace(samples.HOME, lessons=some))
        settle()
        assert _lessons(page) == [f"Lesson {at}" for at in range(24)]
        tab_to(page, "More lessons")
        keys(page, SPACE)
        settle()
        assert _lessons(page) == [f"Lesson {at}" for at in range(48)]
        assert control(page, "Start: Lesson 24").hasFocus()
        press(page, "More lessons")
        settle()
        assert _lessons(page) == [f"Lesson {at}" for at in range(50)]
        assert control(page, "Start: Lesson 48").hasFocus()
        assert "More lessons" not in [button.text() for button in page.findChildren(QAbstractButton)]

    def test_more_lessons_stay_when_a_minute_passes_and_go_with_the_student(self, page: HomePage) -> None:
        some = _many(50)
        page.show_view(replace(samples.HOME, lessons=some))
        settle()
        press(page, "More lessons")
        page.show_view(replace(samples.HOME, lessons=some[::-1]))
        assert len(_lessons(page)) == 48
        page.show_view(replace(samples.HOME, student=samples.HOME.student._replace(student=99), lessons=some))
        assert len(_lessons(page)) == 24

    def test_somebody_else_can_take_over(self, qtbot: QtBot, page: HomePage) -> None:
        with qtbot.waitSignal(page.switch_requested):
            press(page, "Not you? Switch")

    def test_only_who_is_signed_out_is_asked_to_connect(self, qtbot: QtBot, page: HomePage) -> None:
        assert "Not connected" not in words(page)
        page.show_view(samples.HOME_SIGNED_OUT)
        settle()
        with qtbot.waitSignal(page.connect_requested):
            press(page, "Connect")

    def test_today_says_what_is_left_to_the_goal_and_when_it_is_reached(self, page: HomePage) -> None:
        assert "6 more to your goal of 25" in words(page)
        for minutes, said in ((25, "You reached your goal."), (0, "Your goal for today is 25.")):
            page.show_view(replace(samples.HOME, today_minutes=minutes))
            settle()
            assert said in words(page)

    def test_answers_of_a_finished_lesson_are_asked_for_by_their_button(self, qtbot: QtBot, page: HomePage) -> None:
        with qtbot.waitSignal(page.answers_requested) as asked:
            press(page, "My answers: Loops: doing it again")
        assert asked.args == ["loops"]

    def test_a_second_that_changes_todays_minutes_leaves_focus_and_lessons_alone(self, page: HomePage) -> None:
        tab_to(page, f"Go on: {samples.RESUME.title}")
        button = QApplication.focusWidget()
        page.show_view(replace(samples.HOME, today_minutes=20))
        settle()
        assert QApplication.focusWidget() is button
        assert "5 more to your goal of 25" in words(page)

    def test_a_lesson_that_changes_leaves_the_focus_on_the_same_lesson(self, page: HomePage) -> None:
        tab_to(page, "Start: Where does rain come from?")
        page.show_view(replace(samples.HOME, lessons=samples.HOME.lessons[:1]))
        settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.accessibleName() == "Start: Where does rain come from?"

    def test_a_button_that_goes_leaves_the_keyboard_to_the_page_and_not_to_its_neighbour(self, page: HomePage) -> None:
        page.show_view(samples.HOME_SIGNED_OUT)
        settle()
        tab_to(page, "Connect")
        page.show_view(replace(samples.HOME_SIGNED_OUT, signed_in=True))
        settle()
        assert QApplication.focusWidget() is page

    def test_every_day_of_the_week_is_told_to_a_screen_reader(self, page: HomePage) -> None:
        [chart] = page.findChildren(WeekChart)
        assert chart.accessibleDescription() == (
            "Monday 23, Tuesday 16, Wednesday 30, Thursday 10, today 19. Your goal is 25 a day."
        )

    def test_the_other_goals_of_the_day_are_told_in_numbers(self, page: HomePage) -> None:
        page.show_view(samples.HOME_FULL_WEEK)
        settle()
        assert {"You reached your goal.", "12.5 of 20 XP", "2 of 2 lessons"} <= set(words(page))

    def test_a_week_without_a_minute_is_welcomed(self, page: HomePage) -> None:
        assert "Your minutes will grow here." not in words(page)
        page.show_view(samples.HOME_SIGNED_OUT)
        settle()
        assert "Your minutes will grow here." in words(page)

    def test_notices_are_on_the_page(self, page: HomePage) -> None:
        page.show_view(samples.HOME_SIGNED_OUT)
        settle()
        assert samples.HOME_SIGNED_OUT.notices[0] in words(page)


class TestResult:
    def test_after_a_pass_the_next_lesson_is_offered(self, qtbot: QtBot, theme: Theme) -> None:
        page = show(qtbot, ResultPage(theme))
        page.show_view(samples.RESULT)
        settle()
        assert {"9 of 10", "18 min", "+18"} <= set(words(page))
        with qtbot.waitSignal(page.lesson_requested) as asked:
            press(page, "Next: Comparing fractions")
        assert asked.args == ["comparing"]
        with qtbot.waitSignal(page.home_requested):
            press(page, "Lessons")

    def test_without_a_pass_the_same_lesson_is_offered_again(self, qtbot: QtBot, theme: Theme) -> None:
        page = show(qtbot, ResultPage(theme))
        page.show_view(samples.RESULT_AGAIN)
        settle()
        with qtbot.waitSignal(page.lesson_requested) as asked:
            press(page, "Try again")
        assert asked.args == ["fractions"]

    def test_a_lesson_without_questions_claims_no_right_answers(self, qtbot: QtBot, theme: Theme) -> None:
        page = show(qtbot, ResultPage(theme))
        page.show_view(replace(samples.RESULT, right=0, total=0, next_lesson=None))
        settle()
        assert "right" not in words(page)
        assert [one.text() for one in page.findChildren(QAbstractButton) if one.isVisible()] == [
            "Lessons",
            "Back to lessons",
        ]

    def test_answers_are_asked_for(self, qtbot: QtBot, theme: Theme) -> None:
        page = show(qtbot, ResultPage(theme))
        page.show_view(samples.RESULT)
        settle()
        with qtbot.waitSignal(page.answers_requested) as asked:
            press(page, "Look at my answers")
        assert asked.args == ["fractions"]


class TestReview:
    def test_every_question_says_in_words_how_it_was_found_out(self, qtbot: QtBot, theme: Theme) -> None:
        page = show(qtbot, ReviewPage(theme))
        page.show_view(samples.REVIEW)
        settle()
        said = words(page)
        assert {"Right on the first try", "Right after another try", "Not right yet"} <= set(said)
        assert {"Question 3", "The right answer: penguin"} <= set(said)

    def test_nothing_can_be_changed_and_back_is_asked_for(self, qtbot: QtBot, theme: Theme) -> None:
        page = show(qtbot, ReviewPage(theme))
        page.show_view(samples.REVIEW)
        settle()
        press(page, "c: 1 over 6")
        assert control(page, "b: 3 over 4").isChecked()
        assert field(page, "What is half of 3?").isReadOnly()
        with qtbot.waitSignal(page.back_requested):
            press(page, "Back")


def _lessons(page: HomePage) -> list[str]:
    """The lessons below the one that was begun."""
    said = (row.button.accessibleName() for row in page._main.findChildren(LessonRow))
    return [words.removeprefix("Start: ") for words in said if words.startswith("Start: ")]


def _many(count: int) -> tuple[LessonCard, ...]:
    card = samples.HOME.lessons[0]
    return tuple(replace(card, lesson=LessonId(f"l{at}"), title=f"Lesson {at}") for at in range(count))
