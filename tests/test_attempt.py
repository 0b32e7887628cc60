from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.attempt import attempt_metrics, page_times
from kiosk.lessons.item import Text
from kiosk.lessons.model import AttentionTimes, Lesson, LessonId, Model, Page, Score
from kiosk.protocol.course import SubjectGrade
from kiosk.tracking.metrics import Metrics, parse_metrics
from kiosk.tracking.policy import TimePolicy
from kiosk.tracking.xp import XpPolicy, XpRule

MINUTE_MS = 60_000
DEVICE = TimePolicy(idle_timeout_ms=120_000, idle_grace_ms=30_000)


def lesson(attention: AttentionTimes | None = None, *, units: int = 1) -> Lesson:
    return Lesson(
        LessonId("fractions"),
        "Fractions",
        SubjectGrade("Math", 3),
        Model.SINGLE_SESSION,
        (),
        Path(),
        expected_xp=12,
        pass_accuracy=80,
        mastery=90,
        mastered_units=units,
        attention=attention or AttentionTimes(),
    )


def page(attention: AttentionTimes | None = None) -> Page:
    return Page("1", "One", (), attention or AttentionTimes())


def score(correct: int, total: int = 10) -> Score:
    return Score(total, correct, correct, total)


@pytest.mark.parametrize(
    ("correct", "focused_min", "expected"),
    [
        (10, 30, Metrics(12, 10, 10, 1)),  # no more than the lesson expects
        (9, 7.5, Metrics(7.5, 10, 9, 1)),  # no more than the focused minutes; 90 % is mastered
        (8, 7.5, Metrics(7.5, 10, 8, None)),  # 80 % passes, and is not mastered
        (7, 7.5, Metrics(0, 10, 7, None)),  # below 80 % nothing is earned
    ],
)
def test_metrics_follow_from_first_tries_and_focused_time(correct: int, focused_min: float, expected: Metrics) -> None:
    assert attempt_metrics(lesson(), score(correct), round(focused_min * MINUTE_MS), XpPolicy()) == expected


def test_a_lesson_without_questions_earns_its_time_and_counts_no_questions() -> None:
    assert attempt_metrics(lesson(), score(0, 0), 3 * MINUTE_MS, XpPolicy()) == Metrics(3, None, None, 1)


def test_a_lesson_that_counts_no_units_masters_none() -> None:
    assert attempt_metrics(lesson(units=0), score(10), MINUTE_MS, XpPolicy()).mastered_units is None


def test_the_devices_policy_decides_on_xp() -> None:
    expected = XpPolicy(XpRule.EXPECTED, bonus=1.25)
    assert attempt_metrics(lesson(), score(10), 0, expected).xp_earned == 15
    assert attempt_metrics(lesson(), score(9), 0, expected).xp_earned == 12


@pytest.mark.parametrize("correct", range(11))
@pytest.mark.parametrize("focused_ms", [0, 1, 59_999, 10_000_000])
def test_what_is_computed_here_is_taken_by_the_check_before_the_queue(correct: int, focused_ms: int) -> None:
    metrics = attempt_metrics(lesson(), score(correct), focused_ms, XpPolicy())
    assert parse_metrics(metrics.to_wire()) == metrics


def test_a_page_asks_before_its_lesson_and_the_lesson_before_the_device() -> None:
    slow, slower = AttentionTimes(idle_timeout_ms=300_000), AttentionTimes(600_000, 90_000)
    assert page_times(DEVICE, lesson(), page()) == DEVICE
    assert page_times(DEVICE, lesson(slow), page()).idle_timeout_ms == 300_000
    times = page_times(DEVICE, lesson(slow), page(slower))
    assert (times.idle_timeout_ms, times.idle_grace_ms) == (600_000, 90_000)
    assert page_times(DEVICE, lesson(slower), page(slow)).idle_grace_ms == 90_000


def test_a_page_that_shortens_the_timeout_below_the_grace_shortens_the_grace_too() -> None:
    times = page_times(DEVICE, lesson(), page(AttentionTimes(idle_timeout_ms=10_000)))
    assert (times.idle_timeout_ms, times.idle_grace_ms) == (10_000, 10_000)
    assert times.heartbeat_interval_ms == DEVICE.heartbeat_interval_ms


def test_a_long_page_waits_longer_than_the_device_unless_it_or_its_lesson_says_how_long() -> None:
    long = replace(page(), blocks=(Text("<p>" + "word " * 300 + "</p>"),))
    assert page_times(DEVICE, lesson(), long).idle_timeout_ms == 300 * MINUTE_MS // 91
    said = AttentionTimes(idle_timeout_ms=90_000)
    assert page_times(DEVICE, lesson(said), long).idle_timeout_ms == 90_000
    assert page_times(DEVICE, lesson(), replace(long, attention=said)).idle_timeout_ms == 90_000
