"""What a sitting must come to: the tracker's rules told from the end instead of as time passes."""

from dataclasses import dataclass
from itertools import pairwise

from kiosk.tracking.policy import GAP_MS, TimePolicy

ACTS = ("tick", "input", "focus", "blur", "lock", "unlock", "pause", "resume", "play", "stop", "turn")


@dataclass(frozen=True)
class Act:
    after_ms: int
    kind: str
    wall_step_ms: int


def model(script: list[Act], policy: TimePolicy) -> tuple[int, int]:
    """Active and inactive ms that must have been reported at the end.

    Told in awake time (gaps taken out): first who attended when, then which of that was idle, and only
    then which of the inactive time came within the hidden timeout of its stretch.
    """
    now, gaps, presences = 0, [0], [0]
    moments = [(0, 0)]  # a return ends an inactive stretch, even when the next one begins at once
    attended: list[tuple[int, int]] = []
    watched: list[tuple[int, int]] = []
    focused, locked, paused, watching = True, False, False, False
    for act in script:
        if act.after_ms > GAP_MS:
            gaps.append(now)
        elif focused and not locked and not paused:
            attended.append((now, now + act.after_ms))
            if watching:
                watched.append(attended[-1])
            now += act.after_ms
        else:
            now += act.after_ms
        arrives = (
            act.kind in ("input", "turn")
            or (act.kind == "focus" and not focused)
            or (act.kind == "unlock" and locked)
            or (act.kind == "resume" and paused)
            or (act.kind == "play" and not watching)
            or (act.kind == "stop" and watching)
        )
        focused = act.kind == "focus" or (focused and act.kind != "blur")
        locked = act.kind == "lock" or (locked and act.kind != "unlock")
        paused = act.kind == "pause" or (paused and act.kind != "resume")
        watching = act.kind == "play" or (watching and act.kind != "stop")
        if arrives:
            presences.append(now)
            if focused and not locked and not paused:
                moments.append((now, now))

    active: list[tuple[int, int]] = []
    for start, end in join(attended):
        marks = sorted({start, *(p for p in presences if start <= p < end), end})
        for presence, until in pairwise(marks):
            is_watched = any(since <= presence < end for since, end in watched)
            if is_watched or until - presence < policy.idle_timeout_ms:
                active.append((presence, until))
                continue
            found = presence + policy.idle_timeout_ms
            settled = max((gap for gap in gaps if gap < found), default=0)
            active.append((presence, max(presence + policy.idle_grace_ms, min(settled, found))))
    active = join(sorted(active + moments))
    edges = [0, *(edge for stretch in active for edge in stretch), now]
    inactive = sum(
        min(end - start, policy.hidden_timeout_ms) for start, end in zip(edges[::2], edges[1::2], strict=True)
    )
    return sum(end - start for start, end in active), inactive


def join(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in stretches:
        if joined and joined[-1][1] >= start:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
