"""From a played lesson to what is reported of it: one function, for the desktop and for a server."""

from kiosk.lessons.model import Lesson, Score
from kiosk.tracking.metrics import Metrics
from kiosk.tracking.xp import XpPolicy, xp_earned


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


def as_data(metrics: Metrics) -> dict[str, object]:
    """The metrics as `Activity.end()` takes them."""
    return dict(metrics.to_wire())
