import pytest

from kiosk.tracking.policy import TimePolicy
from kiosk.tracking.tracker import NoticeKind
from kiosk.tracking.window import Reason
from tests.tracking.drive import MONDAY_TEN, Drive


def busy(drive: Drive, seconds: int) -> None:
    """Work with an input every ten seconds."""
    for _ in range(seconds // 10):
        drive.run(10)
        drive.input()


def kinds(drive: Drive) -> list[NoticeKind]:
    return [notice.kind for notice in drive.notices]


def test_a_busy_minute_is_four_windows_of_fifteen_active_seconds_that_touch() -> None:
    drive = Drive()
    busy(drive, 60)
    assert [w.active_ms for w in drive.ready] == [15_000] * 4
    assert [w.start_ms for w in drive.ready] == [MONDAY_TEN + n * 15_000 for n in range(4)]
    assert drive.sum_ready() == (60_000, 0)


def test_the_end_closes_the_window_in_progress() -> None:
    drive = Drive()
    drive.run(7)
    drive.end()
    assert drive.sum_ready() == (7_000, 0)


def test_nothing_changes_after_the_end() -> None:
    drive = Drive()
    drive.run(7)
    drive.end()
    for act in (drive.end, drive.input, drive.pause, drive.resume, lambda: drive.focus(False), lambda: drive.run(20)):
        act()
    assert drive.sum_ready() == (7_000, 0)
    assert drive.notices == []


def test_a_sitting_of_no_time_has_no_window() -> None:
    drive = Drive()
    drive.end()
    assert drive.windows == {}


def test_a_brief_look_away_is_inactive_and_tells_nobody() -> None:
    drive = Drive()
    drive.run(5)
    drive.focus(False)
    drive.run(4)
    drive.focus(True)
    drive.run(6)
    assert drive.sum_ready() == (11_000, 4_000)
    assert drive.ms_of(Reason.UNFOCUSED) == 4_000
    assert drive.notices == []


def test_a_locked_screen_is_inactive_and_locked_even_without_the_focus() -> None:
    drive = Drive()
    drive.run(5)
    drive.focus(False)
    drive.lock(True)
    drive.run(5)
    drive.lock(False)
    drive.focus(True)
    drive.run(5)
    assert drive.ms_of(Reason.LOCKED) == 5_000
    assert drive.sum_ready() == (10_000, 5_000)


def test_time_in_doubt_is_held_back_until_it_is_settled() -> None:
    drive = Drive()
    drive.run(100)
    assert drive.sum_ready() == (30_000, 0)
    assert len(drive.held) == 4
    assert drive.tracker.total_active_ms == 100_000


@pytest.mark.parametrize("settle", ["input", "focus", "lock", "pause", "gap", "end"])
def test_doubt_is_settled_as_active_by(settle: str) -> None:
    drive = Drive()
    drive.run(100)
    match settle:
        case "input":
            drive.input()
            drive.run(20)
            drive.end()
        case "focus":
            drive.focus(False)
        case "lock":
            drive.lock(True)
        case "pause":
            drive.pause()
        case "gap":
            drive.pass_ms(60_000)
            drive.run(1)
        case _:
            drive.end()
    assert drive.held == []
    expected = 120_000 if settle == "input" else 90_000 if settle in ("focus", "lock") else 100_000
    assert drive.sum_ready() == (expected, 0)


def test_without_input_until_the_timeout_everything_after_the_grace_was_idle() -> None:
    drive = Drive()
    drive.run(121)
    drive.end()
    assert drive.sum_ready() == (30_000, 91_000)
    assert drive.ms_of(Reason.IDLE) == 91_000


def test_finding_idleness_steps_the_total_back() -> None:
    drive = Drive()
    drive.run(119)
    assert drive.tracker.total_active_ms == 119_000
    drive.run(1)
    assert drive.tracker.total_active_ms == 30_000


def test_input_after_idleness_is_active_again_from_there() -> None:
    drive = Drive()
    drive.run(150)
    drive.input()
    drive.run(10)
    drive.end()
    assert drive.sum_ready() == (40_000, 120_000)


def test_a_film_is_watched_without_input_and_nobody_is_idle() -> None:
    drive = Drive()
    drive.watch(True)
    drive.run(600)
    assert drive.sum_ready() == (600_000, 0)
    assert drive.held == []


def test_idleness_is_counted_from_where_the_film_stopped() -> None:
    drive = Drive()
    drive.watch(True)
    drive.run(300)
    drive.watch(False)
    drive.run(121)
    drive.end()
    assert drive.sum_ready() == (330_000, 91_000)


def test_a_film_in_a_window_without_focus_is_not_watched() -> None:
    drive = Drive()
    drive.watch(True)
    drive.run(5)
    drive.focus(False)
    drive.run(4)
    drive.end()
    assert drive.sum_ready() == (5_000, 4_000)


def test_a_film_that_begins_brings_an_idle_student_back() -> None:
    drive = Drive()
    drive.run(150)
    drive.watch(True)
    drive.run(10)
    drive.end()
    assert drive.sum_ready() == (40_000, 120_000)


def test_input_brings_back_neither_focus_nor_a_paused_activity() -> None:
    drive = Drive()
    drive.pause()
    drive.run(5)
    drive.input()
    drive.run(5)
    drive.end()
    assert drive.sum_ready() == (0, 10_000)


def test_pause_closes_the_window_and_paused_time_comes_in_windows_of_its_own() -> None:
    drive = Drive()
    drive.run(4)
    drive.pause()
    assert drive.sum_ready() == (4_000, 0)
    drive.run(30)
    assert drive.sum_ready() == (4_000, 30_000)
    drive.resume()
    drive.run(3)
    drive.end()
    assert drive.sum_ready() == (7_000, 30_000)
    assert kinds(drive) == [NoticeKind.PAUSED, NoticeKind.RESUMED]


def test_pausing_twice_and_resuming_twice_tell_once() -> None:
    drive = Drive()
    drive.pause()
    drive.pause()
    drive.resume()
    drive.resume()
    assert kinds(drive) == [NoticeKind.PAUSED, NoticeKind.RESUMED]


def test_only_resume_lifts_a_pause() -> None:
    drive = Drive()
    drive.pause()
    drive.focus(False)
    drive.run(2)
    drive.focus(True)
    drive.run(2)
    assert drive.tracker.is_paused
    assert drive.tracker.reason is Reason.PAUSED


def test_after_the_hidden_timeout_nothing_is_reported_until_the_return() -> None:
    drive = Drive()
    drive.run(10)
    drive.focus(False)
    drive.run(3600)
    assert drive.sum_ready() == (10_000, 600_000)
    assert kinds(drive) == [NoticeKind.PAUSED]
    drive.focus(True)
    drive.run(5)
    drive.end()
    assert drive.sum_ready() == (15_000, 600_000)
    assert kinds(drive) == [NoticeKind.PAUSED, NoticeKind.RESUMED]
    assert drive.ready[-1].start_ms == MONDAY_TEN + 3_610_000


def test_the_hidden_timeout_of_an_idle_student_counts_from_where_the_idleness_began() -> None:
    drive = Drive()
    drive.run(1000)
    assert drive.sum_ready() == (30_000, 600_000)
    assert drive.tracker.is_stopped


def test_a_hidden_timeout_shorter_than_the_idle_timeout_withdraws_what_was_held_beyond_it() -> None:
    drive = Drive(TimePolicy(hidden_timeout_ms=20_000))
    drive.run(130)
    assert drive.sum_ready() == (30_000, 20_000)
    assert drive.held == []


def test_one_inactive_stretch_whatever_its_mix() -> None:
    drive = Drive()
    drive.focus(False)
    drive.run(300)
    drive.lock(True)
    drive.run(200)
    drive.focus(True)
    drive.run(200)
    assert drive.sum_ready() == (0, 600_000)
    assert kinds(drive) == [NoticeKind.PAUSED]


def test_resuming_after_the_hidden_timeout_starts_a_fresh_window() -> None:
    drive = Drive()
    drive.run(1)
    drive.pause()
    drive.run(700)
    drive.resume()
    drive.run(2)
    drive.end()
    assert drive.sum_ready() == (3_000, 600_000)
    assert kinds(drive) == [NoticeKind.PAUSED, NoticeKind.RESUMED]
    assert drive.ready[-1].start_ms == MONDAY_TEN + 701_000


def test_a_gap_is_reported_as_nothing_and_the_window_before_it_ends_at_the_last_tick() -> None:
    drive = Drive()
    drive.run(8)
    drive.pass_ms(3_600_000)
    drive.run(5)
    drive.end()
    assert [(w.start_ms - MONDAY_TEN, w.active_ms) for w in drive.ready] == [(0, 8_000), (3_609_000, 4_000)]
    assert drive.tracker.asleep_ms == 3_601_000
    assert kinds(drive) == [NoticeKind.SLEPT]


@pytest.mark.parametrize(("late", "counted"), [(3_000, 3_000), (3_001, 0)])
def test_three_seconds_late_is_a_slow_machine_and_a_millisecond_more_is_a_gap(late: int, counted: int) -> None:
    drive = Drive()
    drive.pass_ms(late)
    drive.input()
    drive.end()
    assert drive.sum_ready() == (counted, 0)


def test_sleep_does_not_make_a_student_idle() -> None:
    drive = Drive()
    drive.run(10)
    drive.pass_ms(7_200_000)
    drive.run(60)
    drive.end()
    assert drive.ms_of(Reason.IDLE) == 0


def test_a_clock_set_forward_starts_a_window_at_the_new_time() -> None:
    drive = Drive()
    drive.run(5)
    drive.pass_ms(1_000, wall_ms=86_401_000)
    drive.run(0)
    drive.input()
    drive.run(4)
    drive.end()
    assert drive.sum_ready() == (10_000, 0)
    assert drive.ready[-1].start_ms == MONDAY_TEN + 6_000 + 86_400_000
    assert kinds(drive) == [NoticeKind.CLOCK_CHANGED]


def test_a_clock_set_back_never_makes_windows_overlap_and_is_told_once() -> None:
    drive = Drive()
    drive.run(20)
    drive.pass_ms(1_000, wall_ms=-86_400_000)
    drive.run(30)
    drive.end()
    assert [w.start_ms - MONDAY_TEN for w in drive.ready] == [0, 15_000, 22_000, 37_000]
    assert drive.sum_ready() == (51_000, 0)
    assert kinds(drive) == [NoticeKind.CLOCK_CHANGED]


def test_a_clock_that_drifts_less_than_two_seconds_is_left_alone() -> None:
    drive = Drive()
    drive.run(5)
    drive.pass_ms(1_000, wall_ms=2_900)
    drive.input()
    assert drive.notices == []


def test_no_window_begins_before_the_students_last_one_ended() -> None:
    drive = Drive(not_before=MONDAY_TEN + 60_000)
    drive.run(15)
    assert drive.ready[0].start_ms == MONDAY_TEN + 60_000


def test_starting_without_the_focus_is_inactive_from_the_start() -> None:
    drive = Drive(focused=False)
    drive.run(15)
    assert drive.sum_ready() == (0, 15_000)


def test_a_slow_page_may_ask_for_a_longer_idle_timeout() -> None:
    drive = Drive()
    slow = TimePolicy(idle_timeout_ms=600_000, idle_grace_ms=600_000)
    drive.take(drive.tracker.set_policy(drive.now, slow))
    drive.run(300)
    assert drive.sum_ready() == (300_000, 0)


def test_elapsed_is_the_window_in_progress() -> None:
    drive = Drive()
    drive.run(19)
    assert drive.tracker.elapsed_ms == 4_000


def test_a_late_input_at_the_very_timeout_finds_the_idleness_first() -> None:
    drive = Drive()
    drive.run(119)
    drive.pass_ms(1_000)
    drive.input()
    drive.end()
    assert drive.sum_ready() == (30_000, 90_000)
