"""How long to wait before the next try. Full jitter, so that a class does not return as one wave."""

import random

from kiosk.protocol.outcomes import Outcome, Verdict

SHORTEST_MS = 1_000
LONGEST_MS = 300_000
SLOW_MS = 300_000
HOLDS_MS = (60_000, 300_000, 1_800_000, 86_400_000)
"""A held message is for a person to see to. Its first tries come sooner, because a rostering that is away for a
moment answers just like one that does not know the student."""

RESEND_LONGEST_MS = 30_000
"""An ambiguous message is tried soon: the server remembers it for minutes only."""


def wait_ms(verdict: Verdict, failures: int, chance: random.Random) -> int:
    """Milliseconds until the next try after `failures` (at least 1) in a row; never less than the server asked for."""
    longest = RESEND_LONGEST_MS if verdict.outcome is Outcome.AMBIGUOUS else LONGEST_MS
    ceiling = min(longest, SHORTEST_MS * 2 ** min(failures, 20))
    wait = chance.randint(SHORTEST_MS, max(ceiling, SHORTEST_MS))
    match verdict.outcome:
        case Outcome.HOLD:
            wait = _within(HOLDS_MS[min(failures, len(HOLDS_MS)) - 1], chance)
        case Outcome.SLOWLY:
            wait = _within(SLOW_MS, chance)
        case _:
            pass
    return max(wait, verdict.retry_after_ms or 0)


def _within(longest_ms: int, chance: random.Random) -> int:
    """A slow wait: at least half of it."""
    return chance.randint(longest_ms // 2, longest_ms)
