"""XP for one attempt: the only place that computes it.

Source: Timeback's documents. One XP is one focused minute; nothing below 80 % accuracy; the server
refuses negative XP in `record()`.
"""

from dataclasses import dataclass
from enum import StrEnum

FLOOR_ACCURACY = 80.0
_MINUTE_MS = 60_000


class XpRule(StrEnum):
    """FOCUSED: the smaller of expected XP and the run's focused minutes. EXPECTED: expected XP on mastery."""

    FOCUSED = "focused"
    EXPECTED = "expected"


@dataclass(frozen=True, slots=True)
class XpPolicy:
    """`bonus` multiplies a faultless first attempt, `waste` every award (1.0: neither changes anything)."""

    rule: XpRule = XpRule.FOCUSED
    bonus: float = 1.0
    waste: float = 1.0


def xp_earned(
    policy: XpPolicy, *, expected_xp: float, focused_ms: int, accuracy: float, pass_accuracy: float = FLOOR_ACCURACY
) -> float:
    """XP with two decimals, never negative.

    `accuracy` and `pass_accuracy` in percent; a lesson may ask for more than Timeback's floor of 80, not for less.
    """
    if accuracy < max(pass_accuracy, FLOOR_ACCURACY):
        return 0.0
    award = expected_xp
    if policy.rule is XpRule.FOCUSED:
        award = min(expected_xp, focused_ms / _MINUTE_MS)
    if accuracy >= 100:
        award *= policy.bonus
    return round(max(award * policy.waste, 0.0), 2)
