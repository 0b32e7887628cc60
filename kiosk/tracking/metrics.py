"""What `end(metrics)` may say, checked before anything is queued.

Rules: the SDK server's submit schema and Timeback's documents; stricter where the server lets
nonsense through (it forwards a `pctComplete` of 250).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.errors import MetricsError

_SPELLINGS = {
    "xp_earned": "xpEarned",
    "total_questions": "totalQuestions",
    "correct_questions": "correctQuestions",
    "mastered_units": "masteredUnits",
    "pct_complete": "pctComplete",
}
_KEYS = frozenset(_SPELLINGS.values()) | {"time"}


@dataclass(frozen=True, slots=True)
class TimeOverride:
    """Time that replaces what this sitting tracked, in milliseconds."""

    active_ms: int
    inactive_ms: int = 0


@dataclass(frozen=True, slots=True)
class Metrics:
    """Checked metrics. `mastered_units` is an increment, `pct_complete` 0 to 100."""

    xp_earned: float
    total_questions: int | None = None
    correct_questions: int | None = None
    mastered_units: int | None = None
    pct_complete: float | None = None
    time: TimeOverride | None = None

    def to_wire(self) -> dict[str, int | float]:
        """The `metrics` object of a submit; `pctComplete` travels beside it, time not at all."""
        values = {
            "totalQuestions": self.total_questions,
            "correctQuestions": self.correct_questions,
            "xpEarned": self.xp_earned,
            "masteredUnits": self.mastered_units,
        }
        return {key: value for key, value in values.items() if value is not None}


def parse_metrics(data: Mapping[str, object]) -> Metrics:
    """Check metrics in either spelling (`xpEarned`, `xp_earned`).

    Raises MetricsError naming the field as the wire spells it and the rule it breaks.
    """
    values: dict[str, object] = {}
    for key, value in data.items():
        name = _SPELLINGS.get(key, key)
        if name not in _KEYS:
            raise MetricsError(key, f"is not a metric; the metrics are {', '.join(sorted(_KEYS))}")
        if name in values:
            raise MetricsError(name, "is given twice, in both spellings; give it once")
        values[name] = value
    if values.get("xpEarned") is None:
        raise MetricsError("xpEarned", "is required")
    total, correct = _count(values, "totalQuestions"), _count(values, "correctQuestions")
    if total is None and correct is not None:
        raise MetricsError("totalQuestions", "is required when correctQuestions is given")
    if total is not None and correct is None:
        raise MetricsError("correctQuestions", "is required when totalQuestions is given")
    if total is not None and correct is not None and correct > total:
        raise MetricsError("correctQuestions", f"must not be more than totalQuestions ({correct} > {total})")
    pct = None if values.get("pctComplete") is None else _number("pctComplete", values["pctComplete"])
    if pct is not None and not 0 <= pct <= 100:
        raise MetricsError("pctComplete", f"must be from 0 to 100, not {pct:g}")
    return Metrics(
        xp_earned=_number("xpEarned", values["xpEarned"]),
        total_questions=total,
        correct_questions=correct,
        mastered_units=_count(values, "masteredUnits"),
        pct_complete=pct,
        time=_time(values.get("time")),
    )


def _number(field: str, value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
        raise MetricsError(field, f"must be a finite number, not {value!r}")
    return value


def _count(values: Mapping[str, object], field: str) -> int | None:
    value = values.get(field)
    return None if value is None else _whole(field, value)


def _whole(field: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise MetricsError(field, f"must be a whole number of at least 0, not {value!r}")
    return value


def _time(value: object) -> TimeOverride | None:
    if value is None:
        return None
    if not isinstance(value, Mapping) or set(value) - {"active", "inactive"} or "active" not in value:
        raise MetricsError("time", 'must be {"active": ms, "inactive": ms}, the second one optional')
    return TimeOverride(_whole("time.active", value["active"]), _whole("time.inactive", value.get("inactive", 0)))
