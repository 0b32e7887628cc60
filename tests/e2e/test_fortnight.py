"""Two weeks without a network, with clocks that somebody sets, and then one delivery: equal to the millisecond."""

from itertools import pairwise
from pathlib import Path

from kiosk import resources
from kiosk.clock import ManualClock, boot_id, epoch_ms
from kiosk.demo.backend import Backend
from kiosk.store import database, days, students
from kiosk.store.shaping import MERGED_MS
from tests.e2e.fortnight import LESSONS, Fortnight
from tests.e2e.story import STUDENTS, TOKENS, Laptop, completions, windows
from tests.waiting import PATIENCE_S

CLASS = {token: TOKENS[token] for token in ("ana", "ben")}
HEARTBEAT_MS = 15_000


def test_a_fortnight_offline_arrives_once_and_to_the_millisecond(clock: ManualClock, tmp_path: Path) -> None:
    fortnight = Fortnight(tmp_path, clock, CLASS, seed=7)
    fortnight.live()
    with Backend(resources.sample_config(), STUDENTS, TOKENS, clock=fortnight.true) as backend:
        for token, student in CLASS.items():
            with Laptop(tmp_path, clock, backend, student, token) as laptop:
                report = laptop.timeback.sync(timeout=PATIENCE_S)
                assert (report.parked, report.error) == (0, None)
        log = backend.log

    active, inactive = fortnight.active, fortnight.inactive
    assert (log.active_ms(), log.inactive_ms()) == (active.total(), inactive.total())
    for student in CLASS.values():
        for lesson in LESSONS:
            mine = [
                event
                for event in log.time_spent
                if (event.email, event.activity_url.rpartition("/")[2]) == (student, lesson)
            ]
            assert sum(event.active_ms for event in mine) == fortnight.of(active, student=student, lesson=lesson)
            assert sum(event.inactive_ms for event in mine) == fortnight.of(inactive, student=student, lesson=lesson)
            assert len({event.run_id for event in mine}) == 1

    assert log.duplicate_windows() == {}
    assert {kept.state for kept in windows(tmp_path)} == {"delivered", "withdrawn"}
    assert all(kept.tries == (kept.state == "delivered") for kept in windows(tmp_path)), "each was sent once"
    assert len(log.time_spent) <= (log.active_ms() + log.inactive_ms()) // (MERGED_MS - HEARTBEAT_MS) + fortnight.cuts
    for student in CLASS.values():
        assert_disjoint(backend, student)

    print(  # noqa: T201 - shown with -s, and when it fails
        f"{active.total() + inactive.total()} ms in {len(log.time_spent)} requests, {fortnight.cuts} cuts"
    )
    assert sorted(done.email for done in log.completions) == sorted(list(CLASS.values()) * len(LESSONS))
    assert {done.state for done in completions(tmp_path)} == {"delivered"}
    check_days(fortnight)


def assert_disjoint(backend: Backend, student: str) -> None:
    """Windows of one student never overlap, whatever was done to the clock."""
    spans = sorted(
        (epoch_ms(event.window.started_at), event.active_ms + event.inactive_ms)
        for event in backend.log.time_spent
        if event.email == student and event.window is not None
    )
    assert all(start + length <= following for (start, length), (following, _) in pairwise(spans))


def check_days(fortnight: Fortnight) -> None:
    """Each day has what the book says. Where the system names no boots a wrong clock stays: then only the sum has."""
    db = database.open_reader(fortnight.folder / database.FILE_NAME)
    try:
        for student in students.everyone(db):
            totals = days.totals(db, student.id, "")
            assert sum(total.active_ms for total in totals) == fortnight.of(fortnight.active, student=student.ref)
            if not boot_id():
                continue
            for total in totals:
                about = {"student": student.ref, "day": total.day}
                assert total.active_ms == fortnight.of(fortnight.active, **about)
                assert total.inactive_ms == fortnight.of(fortnight.inactive, **about)
    finally:
        db.close()
