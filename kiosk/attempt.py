"""Where a lesson meets tracking: the times it asks for, and what is reported of a finished attempt.

One place for the desktop and for a server, so that both come to the same numbers.
"""

from dataclasses import replace

from kiosk.lessons.attention import idle_timeout_ms
from kiosk.lessons.model import Lesson, Page, Score
from kiosk.settings import Settings
from kiosk.tracking.metrics import Metrics
from kiosk.tracking.policy import TimePolicy
from kiosk.tracking.xp import XpPolicy, XpRule, xp_earned


def xp_of(settings: Settings) -> XpPolicy:
    return XpPolicy(XpRule(settings.xp_policy), settings.xp_bonus, settings.xp_waste)


def attempt_metrics(lesson: Lesson, score: Score, focused_ms: int, policy: XpPolicy) -> Metrics:
    """The metrics of a finished attempt. `focused_ms` is the whole run's; `correct` counts first tries."""
    xp = xp_earned(
        policy,
        expected_xp=lesson.expected_xp,
        focused_ms=focused_ms,
        accuracy=score.accuracy,
        pass_accuracy=lesson.pass_accuracy,
    )
    mastered = score.accuracy >= lesson.mastery
    return Metrics(
        xp_earned=xp,
        total_questions=score.total or None,
        correct_questions=score.correct if score.total else None,
        mastered_units=lesson.mastered_units if mastered and lesson.mastered_units else None,
    )


def page_times(times: TimePolicy, lesson: Lesson, page: Page) -> TimePolicy:
    """The times in force on a page: its own wish, else its lesson's, else the device's, with more for a long page."""
    timeout, grace = idle_timeout_ms(page, lesson.course, times.idle_timeout_ms), times.idle_grace_ms
    for wish in (lesson.attention, page.attention):
        timeout = timeout if wish.idle_timeout_ms is None else wish.idle_timeout_ms
        grace = grace if wish.idle_grace_ms is None else wish.idle_grace_ms
    return replace(times, idle_timeout_ms=timeout, idle_grace_ms=min(grace, timeout))
