import sqlite3

import pytest

from kiosk.clock import ManualClock, local_day, read
from kiosk.errors import ActivityError
from kiosk.store import days, journal, runs, students
from kiosk.store.outbox import Backlog, backlog
from kiosk.store.writer import Store
from kiosk.tracking.metrics import Metrics
from kiosk.tracking.window import WindowState
from tests.store.stories import add_student, end, entry, start, window, work

FOREIGN = "11111111-2222-3333-4444-555555555555"


def states(store: Store) -> list[str]:
    return store.call(lambda db: [row[0] for row in db.execute("SELECT state FROM windows ORDER BY id")]).result()


def test_starting_again_continues_the_run_and_finishing_makes_the_next_one_fresh(
    store: Store, clock: ManualClock
) -> None:
    ana = add_student(store)
    first = start(store, clock, ana)
    work(store, clock, first, 2)
    end(store, first)
    clock.advance(86_400_000)
    second = start(store, clock, ana)
    assert second.subject.run_id == first.subject.run_id
    assert second.resumed
    assert second.active_ms == 30_000
    store.call(runs.finish, entry(second, window(clock, 0)), Metrics(1)).result()
    third = start(store, clock, ana)
    assert third.subject.run_id != first.subject.run_id
    assert not third.resumed


def test_each_student_lesson_and_course_has_a_run_of_its_own(store: Store, clock: ManualClock) -> None:
    ana, ben = add_student(store), add_student(store, "ben")
    ids = {start(store, clock, *who).subject.run_id for who in ((ana, "a"), (ana, "b"), (ben, "a"))}
    assert len(ids) == 3


def test_another_run_id_closes_the_open_run_whose_time_is_still_delivered(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    first = start(store, clock, ana)
    work(store, clock, first)
    other = start(store, clock, ana, run_id=FOREIGN)
    assert other.subject.run_id == FOREIGN
    assert store.call(backlog).result() == Backlog(waiting=1, waiting_ms=15_000)
    assert start(store, clock, ana).subject.run_id == FOREIGN


def test_a_closed_run_may_be_taken_up_again_by_its_id(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    first = start(store, clock, ana)
    work(store, clock, first)
    start(store, clock, ana, run_id=FOREIGN)
    again = start(store, clock, ana, run_id=first.subject.run_id)
    assert again.run == first.run
    assert again.active_ms == 15_000


def test_a_finished_run_id_is_refused_and_so_is_another_lessons(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana, run_id=FOREIGN)
    with pytest.raises(ActivityError, match="belongs to another activity, 'fractions'"):
        start(store, clock, ana, lesson="water", run_id=FOREIGN)
    store.call(runs.finish, entry(run), Metrics(0)).result()
    with pytest.raises(ActivityError, match="is finished; leave run_id out"):
        start(store, clock, ana, run_id=FOREIGN)


def test_the_database_itself_allows_one_open_run(store: Store, clock: ManualClock) -> None:
    start(store, clock, add_student(store))
    with pytest.raises(sqlite3.IntegrityError):
        store.call(
            lambda db: db.execute(
                "INSERT INTO runs (run_id, student, lesson, name, course, reports_time, state, opened_ms)"
                " SELECT 'x', student, lesson, name, course, 1, 'open', 0 FROM runs"
            )
        ).result()


def test_a_crash_leaves_the_last_journaled_second_as_active_and_ready(store: Store, clock: ManualClock) -> None:
    run = start(store, clock, add_student(store))
    held, running = window(clock, 0, state=WindowState.HELD), window(clock, 1, 7_000, state=WindowState.OPEN)
    store.journal(entry(run, held, running))
    store.close()  # the file is as a crash would leave it: nothing ended the sitting
    again = Store(store.folder, clock)
    assert states(again) == ["ready", "ready"]
    assert again.call(backlog).result().waiting_ms == 22_000
    (ended,) = again.call(lambda db: db.execute("SELECT ended_ms - started_ms FROM sittings").fetchone()).result()
    assert ended == 22_000
    again.close()


def test_a_final_window_never_changes_again(store: Store, clock: ManualClock) -> None:
    run = start(store, clock, add_student(store))
    at = ManualClock(clock.utc_now(), clock.monotonic_ms())
    store.journal(entry(run, window(clock, 0, 15_000)))
    store.call(backlog).result()
    store.journal(entry(run, window(at, 0, 3_000, state=WindowState.OPEN)))
    assert states(store) == ["ready"]
    assert store.call(backlog).result().waiting_ms == 15_000


def test_day_totals_follow_every_change_of_a_window_and_a_withdrawn_one_counts_nothing(
    store: Store, clock: ManualClock
) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    running = window(clock, 0, 9_000, state=WindowState.OPEN)
    store.journal(entry(run, running))
    assert store.call(days.totals, ana.id, "2026-01-05").result()[0].active_ms == 9_000
    idle = window(ManualClock(clock.utc_now()), 0, 4_000, 5_000, state=WindowState.HELD)
    store.journal(entry(run, idle))
    (day,) = store.call(days.totals, ana.id, "2026-01-05").result()
    assert (day.active_ms, day.inactive_ms) == (4_000, 5_000)
    gone = window(ManualClock(clock.utc_now()), 0, 4_000, 5_000, state=WindowState.WITHDRAWN)
    store.journal(entry(run, gone))
    (day,) = store.call(days.totals, ana.id, "2026-01-05").result()
    assert (day.active_ms, day.inactive_ms) == (0, 0)
    assert store.call(backlog).result() == Backlog()


def test_the_next_sitting_may_not_begin_before_the_last_window_ended(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run, 3, touching=True)
    end(store, run)
    last = clock.utc_now()
    clock.set_wall(last.replace(hour=2))
    again = start(store, clock, ana, lesson="water")
    assert again.last_end_ms == int(last.timestamp() * 1000)


def test_a_last_end_more_than_a_day_ahead_was_a_wrong_clocks_and_binds_nobody(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run)
    end(store, run)
    clock.set_wall(clock.utc_now().replace(year=2020))
    assert start(store, clock, ana, lesson="water").last_end_ms == 0


def test_two_completions_of_a_lesson_never_share_their_moment(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    for _ in range(3):
        run = start(store, clock, ana)
        store.call(runs.finish, entry(run), Metrics(0)).result()
    moments = store.call(lambda db: [row[0] for row in db.execute("SELECT ended_at FROM completions")]).result()
    assert len(set(moments)) == 3


def test_a_stateful_run_is_finished_here_and_waits_for_a_server(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    metrics = Metrics(5, total_questions=10, correct_questions=9)
    store.call(runs.request_finish, entry(run, window(clock, 0)), metrics, "1").result()
    assert store.call(backlog).result() == Backlog(waiting=1, waiting_ms=15_000, finish_requests=1)
    latest = store.call(runs.latest_by_lesson, ana.id).result()["fractions"]
    assert latest.waits_for_server
    assert latest.state == "finished"
    assert latest.result == {"totalQuestions": 10, "correctQuestions": 9, "xpEarned": 5}


def test_nothing_of_a_failed_finish_stays(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    store.call(runs.finish, entry(run), Metrics(0)).result()
    with pytest.raises(sqlite3.IntegrityError):
        store.call(runs.finish, entry(run, window(clock, 0)), Metrics(0)).result()
    assert states(store) == []


def test_students_are_known_by_their_ref(store: Store) -> None:
    ana = add_student(store)
    assert store.call(students.find, "ana@example.com").result() == ana.__class__(
        ana.id, ana.ref, "Ana", "fox", students.SignIn.OK
    )
    with pytest.raises(Exception, match="on this computer already"):
        add_student(store)


def test_recovery_touches_nothing_that_ended_well(store: Store, clock: ManualClock) -> None:
    run = start(store, clock, add_student(store))
    work(store, clock, run)
    end(store, run)
    assert store.call(journal.recover).result() == 0


def test_a_lesson_finished_twice_in_a_day_is_one_lesson_and_yesterdays_none(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    for lesson in ("fractions", "fractions", "counting"):
        run = start(store, clock, ana, lesson)
        store.call(runs.finish, entry(run, window(clock, 0)), Metrics(1)).result()
    start(store, clock, ana, "begun")
    today = local_day(read(clock).wall)
    assert store.call(runs.lessons_since, ana.id, today).result() == 2
    clock.advance(86_400_000)
    assert store.call(runs.lessons_since, ana.id, local_day(read(clock).wall)).result() == 0
