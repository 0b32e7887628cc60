from dataclasses import replace

import pytest

from kiosk.config import Goals
from kiosk.desktop.facts import week_start
from kiosk.desktop.home import day_word, home_view, lesson_card, student_card, tone, week_bars
from kiosk.desktop.views import Action, DayBar, Goal, LessonCard
from kiosk.desktop.wall_views import StudentCard, SubjectTone
from kiosk.lessons.model import Page
from kiosk.lessons.outline import outline_of
from kiosk.protocol.course import Course, CourseCode, SubjectGrade
from kiosk.store.days import DayTotal
from kiosk.store.outbox import Backlog
from kiosk.store.runs import LessonRun
from kiosk.store.students import SignIn
from tests.desktop import samples
from tests.desktop.readings import ANA, COUNTING, FRACTIONS, LESSONS, RAIN, TODAY, done, facts, outline, run

# -- the wall ------------------------------------------------------------------------------------------


def test_a_student_with_an_open_lesson_is_told_where_they_stopped_last() -> None:
    older, newer = run("fractions", days_ago=2), run("rain", page=0, days_ago=1)
    assert student_card(facts(older, newer, today_ms=720_000), LESSONS, TODAY).hint == "Rain, page 1"


def test_without_an_open_lesson_the_hint_is_todays_minutes_then_what_is_new_then_nothing() -> None:
    finished = [done(each.id, {"xpEarned": 1}) for each in LESSONS]
    assert student_card(facts(today_ms=779_999), LESSONS, TODAY).hint == "12 min today"
    assert student_card(facts(today_ms=59_999), LESSONS, TODAY).hint == "New lessons"
    assert student_card(facts(*finished), LESSONS, TODAY) == StudentCard(1, "Ana", "fox", "")


# -- home ----------------------------------------------------------------------------------------------


def test_the_latest_open_lesson_is_gone_on_with_first_and_stands_once_on_the_page() -> None:
    view = home_view(facts(run("rain"), run("counting", days_ago=3)), LESSONS, {}, TODAY)
    assert view.resume is not None
    assert view.resume.lesson == "rain"
    assert [(card.lesson, card.action) for card in view.lessons] == [
        ("counting", Action.GO_ON),
        ("fractions", Action.START),
    ]


def test_begun_lessons_come_before_new_ones_and_finished_ones_last() -> None:
    many = (*LESSONS, outline("loops"))
    latest = [done("fractions", {}), run("rain", days_ago=4), run("loops")]
    view = home_view(facts(*latest), many, {}, TODAY)
    assert [card.action for card in view.lessons] == [Action.GO_ON, Action.START, Action.TRY_AGAIN]


def test_todays_minutes_the_weeks_xp_and_the_sign_in_are_the_students_own() -> None:
    refused = ANA._replace(sign_in=SignIn.REFUSED)
    view = home_view(facts(student=refused, today_ms=1_199_999, xp=64.5), LESSONS, {}, TODAY)
    assert (view.today_minutes, view.week_xp, view.signed_in) == (19, 64.5, False)
    assert home_view(facts(), LESSONS, {}, TODAY).signed_in


def test_the_goal_is_that_of_the_lesson_to_go_on_with_else_of_the_first_that_has_one() -> None:
    goals = {FRACTIONS.id: Goals(daily_active_minutes=25), RAIN.id: Goals(daily_active_minutes=20)}
    assert home_view(facts(run("rain")), LESSONS, goals, TODAY).goal_minutes == 20
    assert home_view(facts(run("counting")), LESSONS, goals, TODAY).goal_minutes == 25
    assert home_view(facts(), LESSONS, {}, TODAY).goal_minutes is None


def test_goals_of_xp_and_lessons_are_told_with_what_today_has_and_those_a_day_cannot_tell_are_left_out() -> None:
    told = replace(facts(), today_xp=12.5, today_lessons=1)
    goals = {
        RAIN.id: Goals(daily_accuracy=90),
        COUNTING.id: Goals(daily_xp=20, daily_lessons=2, daily_mastered_units=1),
    }
    view = home_view(told, LESSONS, goals, TODAY)
    assert (view.goal_minutes, view.goals) == (None, (Goal(12.5, 20, "12.5 of 20 XP"), Goal(1, 2, "1 of 2 lessons")))


def test_the_week_is_that_of_school_with_the_weekend_only_where_it_was_learned_on() -> None:
    minutes = [DayTotal("2026-01-05", 779_999, 0), DayTotal(TODAY, 60_000, 0)]
    bars = week_bars(minutes, TODAY)
    assert [bar.name for bar in bars] == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    assert [bar.minutes for bar in bars] == [12, 0, 1, 0, 0]
    assert [bar.is_today for bar in bars] == [False, False, True, False, False]
    assert week_bars([], "2026-01-10")[5] == DayBar("Saturday", 0, is_today=True, short="Sat", narrow="S")
    assert len(week_bars([DayTotal("2026-01-10", 60_000, 0)], "2026-01-11")) == 7


def test_a_finished_lesson_that_asked_something_has_answers_to_look_at() -> None:
    asking = replace(FRACTIONS, pages=(Page("1", "Ask", (samples.SUM,)),))
    assert lesson_card(outline_of(asking), done("fractions", {}), TODAY).has_answers
    assert not lesson_card(outline_of(asking), run("fractions"), TODAY).has_answers
    assert not lesson_card(outline_of(asking), None, TODAY).has_answers
    assert not lesson_card(outline_of(FRACTIONS), done("fractions", {}), TODAY).has_answers


@pytest.mark.parametrize("backlog", [Backlog(parked=1), Backlog(maybe=2)])
def test_work_that_was_refused_or_may_be_lost_on_the_way_is_told(backlog: Backlog) -> None:
    (notice,) = home_view(facts(backlog=backlog), LESSONS, {}, TODAY).notices
    assert "please tell your teacher" in notice
    assert home_view(facts(backlog=Backlog(waiting=3)), LESSONS, {}, TODAY).notices == ()


@pytest.mark.parametrize(
    ("begun", "detail", "percent", "action"),
    [
        (None, "About 12 minutes", 0, Action.START),
        (run("fractions"), "Page 3 of 5 · yesterday · 14 minutes focused", 40, Action.GO_ON),
        (run("fractions", focused_min=1.9, days_ago=0), "Page 3 of 5 · today · 1 minute focused", 40, Action.GO_ON),
        (run("fractions", focused_min=0.9, days_ago=0), "Page 3 of 5 · today", 40, Action.GO_ON),
        (
            done("fractions", {"totalQuestions": 10, "correctQuestions": 9, "xpEarned": 11.0}),
            "Done · 9 of 10 right · 11 XP",
            100,
            Action.TRY_AGAIN,
        ),
        (done("fractions", {"xpEarned": 1.25}), "Done · 1.25 XP", 100, Action.TRY_AGAIN),
        (
            done("fractions", {"totalQuestions": 2, "correctQuestions": 2, "xpEarned": 3}, waits=True),
            "Done · 2 of 2 right · waiting for the school server",
            100,
            Action.TRY_AGAIN,
        ),
    ],
)
def test_a_lesson_says_how_far_it_is(begun: LessonRun | None, detail: str, percent: int, action: Action) -> None:
    expected = LessonCard(FRACTIONS.id, "Fractions", "Math 3", SubjectTone.MATH, detail, percent, action)
    assert lesson_card(outline_of(FRACTIONS), begun, TODAY) == expected


def test_a_new_lesson_says_its_length_in_good_english() -> None:
    assert lesson_card(outline("a", xp=1), None, TODAY).detail == "About 1 minute"
    assert lesson_card(outline("a", xp=0), None, TODAY).detail == ""
    assert lesson_card(outline("a", xp=20, model="stateful"), None, TODAY).detail == "Several days · about 20 minutes"


@pytest.mark.parametrize(
    ("course", "expected"),
    [
        (SubjectGrade("Reading", 2), SubjectTone.READING),
        (SubjectGrade("Writing", 2), SubjectTone.OTHER),
        (CourseCode("Math"), SubjectTone.OTHER),
    ],
)
def test_a_subject_has_its_tone_and_every_other_course_the_common_one(course: Course, expected: SubjectTone) -> None:
    assert tone(outline("a", course)) is expected


@pytest.mark.parametrize(
    ("day", "word"),
    [
        (TODAY, "today"),
        ("2026-01-06", "yesterday"),
        ("2026-01-05", "2 days ago"),
        ("2025-12-25", "13 days ago"),
        ("2025-12-24", "12/24/25"),
        ("2026-01-08", "1/8/26"),  # the clock was set back since
    ],
)
def test_a_day_is_said_as_a_child_says_it(day: str, word: str) -> None:
    assert day_word(day, TODAY) == word


def test_a_week_begins_on_monday() -> None:
    assert [week_start(day) for day in ("2026-01-05", TODAY, "2026-01-11")] == ["2026-01-05"] * 3
    assert week_start("2026-01-04") == "2025-12-29"
