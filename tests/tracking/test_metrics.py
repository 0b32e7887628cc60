import math

import pytest

from kiosk.errors import ActivityError, MetricsError
from kiosk.tracking.metrics import Metrics, TimeOverride, parse_metrics
from kiosk.tracking.policy import TimePolicy, parse_time_options
from kiosk.tracking.xp import XpPolicy, XpRule, xp_earned


def test_both_spellings_mean_the_same() -> None:
    camel = {"xpEarned": 8, "totalQuestions": 10, "correctQuestions": 9, "masteredUnits": 1, "pctComplete": 67}
    snake = {"xp_earned": 8, "total_questions": 10, "correct_questions": 9, "mastered_units": 1, "pct_complete": 67}
    assert parse_metrics(camel) == parse_metrics(snake) == Metrics(8, 10, 9, 1, 67)


def test_the_wire_gets_the_four_metrics_and_nothing_else() -> None:
    assert parse_metrics({"xpEarned": 1.5, "pctComplete": 5}).to_wire() == {"xpEarned": 1.5}
    assert parse_metrics({"xpEarned": 0, "totalQuestions": 2, "correctQuestions": 0}).to_wire() == {
        "totalQuestions": 2,
        "correctQuestions": 0,
        "xpEarned": 0,
    }


def test_time_is_in_milliseconds_and_inactive_is_optional() -> None:
    assert parse_metrics({"xpEarned": 1, "time": {"active": 5}}).time == TimeOverride(5, 0)


@pytest.mark.parametrize(
    ("data", "field"),
    [({}, "xpEarned"), ({"xpEarned": None}, "xpEarned"), ({"xpEarned": "8"}, "xpEarned"),
     ({"xpEarned": math.nan}, "xpEarned"), ({"xpEarned": math.inf}, "xpEarned"), ({"xpEarned": True}, "xpEarned"),
     ({"xpEarned": 1, "totalQuestions": 3}, "correctQuestions"),
     ({"xpEarned": 1, "correctQuestions": 3}, "totalQuestions"),
     ({"xpEarned": 1, "totalQuestions": 3, "correctQuestions": 4}, "correctQuestions"),
     ({"xpEarned": 1, "totalQuestions": 3.0, "correctQuestions": 2}, "totalQuestions"),
     ({"xpEarned": 1, "totalQuestions": -3, "correctQuestions": -4}, "totalQuestions"),
     ({"xpEarned": 1, "masteredUnits": 0.5}, "masteredUnits"),
     ({"xpEarned": 1, "pctComplete": 101}, "pctComplete"), ({"xpEarned": 1, "pctComplete": -0.1}, "pctComplete"),
     ({"xpEarned": 1, "pctComplete": math.nan}, "pctComplete"),
     ({"xpEarned": 1, "xp_earned": 1}, "xpEarned"), ({"xpEarned": 1, "score": 3}, "score"),
     ({"xpEarned": 1, "time": 5}, "time"), ({"xpEarned": 1, "time": {}}, "time"),
     ({"xpEarned": 1, "time": {"active": 1.5}}, "time.active"),
     ({"xpEarned": 1, "time": {"active": 1, "paused": 2}}, "time")],
)  # fmt: skip
def test_a_wrong_metric_is_refused_by_its_wire_name_and_rule(data: dict[str, object], field: str) -> None:
    with pytest.raises(MetricsError) as caught:
        parse_metrics(data)
    assert caught.value.field == field
    assert str(caught.value) == f"{field} {caught.value.rule}"


def test_time_options_replace_the_base_one_by_one() -> None:
    assert parse_time_options({"idle_timeout_ms": 60_000}, TimePolicy()) == TimePolicy(idle_timeout_ms=60_000)


@pytest.mark.parametrize(
    "options",
    [{"heartbeat": 5}, {"heartbeat_interval_ms": 0}, {"heartbeat_interval_ms": 86_400_000}, {"idle_timeout_ms": 1.5},
     {"hidden_timeout_ms": True}, {"idle_grace_ms": -1}, {"idle_grace_ms": 130_000}, {"retry_attempts": 0}],
)  # fmt: skip
def test_a_wrong_time_option_is_refused_by_name(options: dict[str, object]) -> None:
    with pytest.raises(ActivityError, match=next(iter(options))):
        parse_time_options(options, TimePolicy())


@pytest.mark.parametrize(
    ("rule", "focused_min", "accuracy", "expected"),
    [(XpRule.FOCUSED, 5, 80, 5), (XpRule.FOCUSED, 50, 80, 12), (XpRule.FOCUSED, 5, 79.9, 0),
     (XpRule.FOCUSED, 0, 100, 0), (XpRule.EXPECTED, 5, 80, 12), (XpRule.EXPECTED, 5, 79, 0)],
)  # fmt: skip
def test_xp_by_policy(rule: XpRule, focused_min: float, accuracy: float, expected: float) -> None:
    focused_ms = round(focused_min * 60_000)
    assert xp_earned(XpPolicy(rule), expected_xp=12, focused_ms=focused_ms, accuracy=accuracy) == expected


def test_a_lesson_may_ask_for_more_accuracy_than_the_floor_and_not_for_less() -> None:
    policy = XpPolicy()
    assert xp_earned(policy, expected_xp=12, focused_ms=600_000, accuracy=85, pass_accuracy=90) == 0
    assert xp_earned(policy, expected_xp=12, focused_ms=600_000, accuracy=75, pass_accuracy=50) == 0


def test_xp_is_never_negative_and_bonus_and_waste_multiply() -> None:
    assert xp_earned(XpPolicy(waste=-1), expected_xp=10, focused_ms=600_000, accuracy=100) == 0
    assert xp_earned(XpPolicy(bonus=1.25), expected_xp=10, focused_ms=600_000, accuracy=100) == 12.5
    assert xp_earned(XpPolicy(bonus=1.25, waste=0.5), expected_xp=10, focused_ms=600_000, accuracy=90) == 5
