"""The class view: what a teacher sees of each student, and whether the computers may be switched off. Pure.

A kiosk speaks every ten seconds. What one did after it was last seen nobody here can know, so nothing is promised
of it: who was in a lesson then is safe up to that moment, and not beyond.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.protocol.presence import Focus, Safety
from kiosk.server.console.chip import Chip, Tone
from kiosk.server.console.rendering import clock_time
from kiosk.server.presence import Seen

FRESH_MS = 45_000
"""A kiosk that has not spoken for so long is offline: four of its reports are missing."""


@dataclass(frozen=True, slots=True)
class Pupil:
    """What this server knows of a student: today's time and XP that have arrived, and how much waits for a person."""

    id: int
    name: str
    today_ms: int
    today_xp: float
    parked: int
    seen: Sequence[Seen] = ()


@dataclass(frozen=True, slots=True)
class Row:
    student: int
    name: str
    lesson: str
    place: str
    now: Chip
    today_ms: int
    xp: float
    work: Chip
    is_safe: bool
    is_busy: bool
    parked: int


@dataclass(frozen=True, slots=True)
class ClassView:
    """`unsafe` names whom to wait for; `busy` counts who is in a lesson, and has seconds under way."""

    rows: tuple[Row, ...]

    @property
    def safe(self) -> int:
        return sum(row.is_safe for row in self.rows)

    @property
    def busy(self) -> int:
        return sum(row.is_busy for row in self.rows)

    @property
    def unsafe(self) -> list[str]:
        return [row.name for row in self.rows if not row.is_safe]


def class_view(pupils: Sequence[Pupil], titles: Mapping[str, str], day_start_ms: int, now_ms: int) -> ClassView:
    """Make the view. `titles` are the lessons' by their ids; a lesson that is not here is shown by its id."""
    return ClassView(tuple(_row(pupil, titles, day_start_ms, now_ms) for pupil in pupils))


def ago(ms: int) -> str:
    """How long ago, in the words of a clock on the wall."""
    for unit, name in ((86_400_000, "day"), (3_600_000, "hour"), (60_000, "minute")):
        if ms >= unit:
            count = ms // unit
            return f"{count} {name}{'' if count == 1 else 's'} ago"
    return "just now"


def _row(pupil: Pupil, titles: Mapping[str, str], day_start_ms: int, now_ms: int) -> Row:
    latest = max(pupil.seen, key=lambda seen: (_is_in_lesson(seen, now_ms), seen.seen_ms), default=None)
    today = latest if latest is not None and latest.seen_ms >= day_start_ms else None
    in_lesson = latest if latest is not None and latest.report.focus is not Focus.OUT else None
    report = in_lesson.report if in_lesson is not None and (today is not None or _is_fresh(in_lesson, now_ms)) else None
    work, is_safe = _work(pupil, now_ms)
    return Row(
        student=pupil.id,
        name=pupil.name,
        lesson="" if report is None else titles.get(report.lesson or "", report.lesson or ""),
        place="" if report is None or report.page is None else f"page {report.page} of {report.pages}",
        now=_now(latest, now_ms),
        today_ms=max([pupil.today_ms, *([today.report.today_ms] if today else [])]),
        xp=max([pupil.today_xp, *([today.report.today_xp] if today else [])]),
        work=work,
        is_safe=is_safe,
        is_busy=latest is not None and _is_in_lesson(latest, now_ms),
        parked=pupil.parked,
    )


def _now(latest: Seen | None, now_ms: int) -> Chip:
    if latest is None:
        return Chip("Not seen yet", Tone.QUIET)
    if not _is_fresh(latest, now_ms):
        return Chip("Offline", Tone.QUIET, f"seen {ago(now_ms - latest.seen_ms)}")
    minutes = (now_ms - latest.since_ms) // 60_000
    for_long = f" {minutes} min" if minutes else ""
    match latest.report.focus:
        case Focus.FOCUSED:
            return Chip("Focused", Tone.GOOD)
        case Focus.IDLE:
            return Chip(f"Idle{for_long}", Tone.DOUBT)
        case Focus.AWAY:
            return Chip(f"Away{for_long}", Tone.QUIET)
        case Focus.PAUSED:
            return Chip("Paused", Tone.QUIET)
        case Focus.OUT:
            return Chip("In no lesson", Tone.QUIET)


def _work(pupil: Pupil, now_ms: int) -> tuple[Chip, bool]:
    """Where the student's work is, by the worst that any of their kiosks said."""
    if any(seen.report.safety is Safety.NOT_SAVED for seen in pupil.seen):
        return Chip("Not saved", Tone.BAD, "the computer's disk refuses it"), False
    unsent = sum(seen.report.unsent for seen in pupil.seen)
    if unsent or any(seen.report.safety is Safety.COMPUTER for seen in pupil.seen):
        stale = [seen.seen_ms for seen in pupil.seen if not _is_fresh(seen, now_ms) and seen.report.unsent]
        detail = f"since {clock_time(min(stale))}" if stale else "on its way"
        return Chip("On the computer", Tone.DOUBT, detail), False
    left = [seen.seen_ms for seen in pupil.seen if not _is_fresh(seen, now_ms) and seen.report.focus is not Focus.OUT]
    if left:
        return Chip(f"Safe until {clock_time(min(left))}", Tone.DOUBT, "offline in a lesson since"), False
    if not pupil.seen and not pupil.today_ms:
        return Chip("No work yet", Tone.QUIET), True
    return Chip("On the server", Tone.GOOD), True


def _is_in_lesson(seen: Seen, now_ms: int) -> bool:
    return seen.report.focus is not Focus.OUT and _is_fresh(seen, now_ms)


def _is_fresh(seen: Seen, now_ms: int) -> bool:
    return now_ms - seen.seen_ms <= FRESH_MS
