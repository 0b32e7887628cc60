"""What the class view says of a student, as a table of what is known of them."""

import pytest

from kiosk.protocol.presence import Focus, Report, Safety
from kiosk.server.console.chip import Tone
from kiosk.server.console.class_view import Pupil, ago, class_view
from kiosk.server.presence import Seen
from tests.server.classroom import report

NOW = 1_767_600_000_000
START = NOW - 3 * 3_600_000
TITLES = {"fractions-1": "What is a fraction?"}


def seen(told: Report, ago_ms: int = 0, since_ms: int = 0) -> Seen:
    return Seen(told, NOW - since_ms, NOW - ago_ms)


def pupil(*known: Seen, today_ms: int = 0) -> Pupil:
    return Pupil(1, "Ana", today_ms, 0, 0, known)


HOUR = 3_600_000


@pytest.mark.parametrize(
    ("known", "now", "work", "is_safe"),
    [
        ((), "Not seen yet", "No work yet", True),
        ((seen(report()),), "Focused", "On the server", True),
        ((seen(report(Focus.IDLE), since_ms=150_000),), "Idle 2 min", "On the server", True),
        ((seen(report(Focus.AWAY)),), "Away", "On the server", True),
        ((seen(report(Focus.PAUSED)),), "Paused", "On the server", True),
        ((seen(report(Focus.OUT)),), "In no lesson", "On the server", True),
        ((seen(report(unsent=3)),), "Focused", "On the computer", False),
        ((seen(report(safety=Safety.NOT_SAVED)),), "Focused", "Not saved", False),
        ((seen(report(Focus.OUT), HOUR),), "Offline", "On the server", True),
        ((seen(report(Focus.OUT, unsent=1), HOUR),), "Offline", "On the computer", False),
        ((seen(report(), HOUR),), "Offline", "Safe until", False),
        # two computers: what waits on the first is not forgotten because the second is well
        ((seen(report()), seen(report(Focus.OUT, unsent=2), HOUR)), "Focused", "On the computer", False),
        ((seen(report()), seen(report(), HOUR)), "Focused", "Safe until", False),
    ],
)
def test_a_row_says_what_is_known_and_promises_no_more(
    known: tuple[Seen, ...], now: str, work: str, is_safe: bool
) -> None:
    (row,) = class_view([pupil(*known)], TITLES, START, NOW).rows
    assert row.now.word == now
    assert row.work.word.startswith(work)
    assert row.is_safe is is_safe
    assert row.is_safe is (row.work.tone in (Tone.GOOD, Tone.QUIET))


def test_a_lesson_is_named_while_the_student_is_in_it_today() -> None:
    in_it, unknown, yesterday, out = class_view(
        [
            pupil(seen(report())),
            pupil(seen(report(lesson="other", page=None, pages=None))),
            pupil(seen(report(), 24 * HOUR)),
            pupil(seen(report(Focus.OUT))),
        ],
        TITLES,
        START,
        NOW,
    ).rows
    assert (in_it.lesson, in_it.place) == ("What is a fraction?", "page 3 of 5")
    assert (unknown.lesson, unknown.place) == ("other", "")
    assert yesterday.lesson == out.lesson == ""


def test_todays_minutes_are_the_kiosks_own_where_they_are_ahead_and_never_yesterdays() -> None:
    ahead, behind, old = class_view(
        [
            pupil(seen(report(today_ms=900_000, today_xp=7.5)), today_ms=600_000),
            pupil(seen(report(today_ms=0)), today_ms=600_000),
            pupil(seen(report(Focus.OUT, today_ms=900_000, today_xp=9), 24 * HOUR)),
        ],
        TITLES,
        START,
        NOW,
    ).rows
    assert [(row.today_ms, row.xp) for row in (ahead, behind, old)] == [(900_000, 7.5), (600_000, 0), (0, 0)]


def test_the_count_names_whom_to_wait_for() -> None:
    view = class_view([pupil(), Pupil(2, "Ben", 0, 0, 0, (seen(report(unsent=1)),))], TITLES, START, NOW)
    assert (view.safe, view.unsafe) == (1, ["Ben"])


@pytest.mark.parametrize(
    ("ms", "words"),
    [(59_999, "just now"), (60_000, "1 minute ago"), (7_200_000, "2 hours ago"), (86_400_000, "1 day ago")],
)
def test_a_time_is_told_as_a_person_would(ms: int, words: str) -> None:
    assert ago(ms) == words
