"""Time of the wrong student: what moves, what is listed, and that nothing is counted twice or lost."""

import pytest
from sqlalchemy import update

from kiosk.clock import ManualClock
from kiosk.server import correcting, ledger, outbox, students
from kiosk.server.correcting import Moved
from kiosk.server.database import Database
from kiosk.server.ledger import Kind
from kiosk.server.schema import events
from tests.demo.wire import RUN, heartbeat
from tests.server.classroom import add_completion, add_student, add_window, now_ms
from tests.server.schoolhouse import ANA, BEN, HEARTBEAT, give_token, on_both, schoolhouse

MINUTE, DAY = 60_000, 86_400_000


def day_of(database: Database, student: int) -> list[tuple[Kind, int]]:
    with database.read() as db:
        return [(each.kind, each.active_ms) for each in correcting.records(db, student, 0, DAY)]


def everything(database: Database, student: int) -> list[int]:
    with database.read() as db:
        return [each.id for each in correcting.records(db, student, 0, DAY)]


def give(database: Database, wrong: int, right: int, chosen: list[int]) -> Moved:
    with database.write() as db:
        return correcting.give(db, wrong, right, chosen, DAY)


@on_both
def test_what_timeback_has_not_seen_moves_with_its_completion_and_the_rest_is_listed(database: Database) -> None:
    ana, ben = add_student(database, "Ana"), add_student(database, "Ben")
    run = add_window(database, ana, 0, 5)
    for at, minutes in ((5, 7), (12, 3)):
        add_window(database, ana, at * MINUTE, minutes, run)
    add_completion(database, ana, 20 * MINUTE, run)
    first, second, _, _ = ids = everything(database, ana)
    with database.write() as db:
        outbox.delivered(db, first)
        outbox.park(db, second, "Timeback answered 422")
    assert give(database, ana, ben, ids) == Moved(10 * MINUTE, 5 * MINUTE, 4)
    assert day_of(database, ana) == []
    assert day_of(database, ben) == [(Kind.WINDOW, 7 * MINUTE), (Kind.WINDOW, 3 * MINUTE), (Kind.COMPLETION, 0)]
    with database.read() as db:
        (listed,) = correcting.listed(db)
        assert (listed.wrong, listed.right, listed.active_ms, listed.run_id) == ("Ana", "Ben", 5 * MINUTE, run)
        (lane,) = outbox.due_lanes(db, DAY, 9)
    assert {each.email for each in lane} == {BEN}
    theirs = {each.run_id for each in lane} | {each.body["runId"] for each in lane}
    assert len(theirs) == 1
    assert run not in theirs
    with database.write() as db:
        assert correcting.done(db, listed.event, DAY)
        assert not correcting.done(db, listed.event, DAY)
        assert correcting.listed(db) == []


@on_both
@pytest.mark.parametrize("tried", [{"reason": "no connection"}, {"claimed_until_ms": 1}])
def test_what_may_be_with_timeback_is_never_moved(database: Database, tried: dict[str, object]) -> None:
    ana, ben = add_student(database, "Ana"), add_student(database, "Ben")
    add_window(database, ana, 0, 5)
    with database.write() as db:
        db.execute(update(events).values(tried))
    assert give(database, ana, ben, everything(database, ana)) == Moved(0, 5 * MINUTE, 1)
    assert day_of(database, ben) == []


@on_both
def test_giving_twice_gives_once_and_what_is_not_theirs_is_left_alone(database: Database) -> None:
    ana, ben, cleo = (add_student(database, name) for name in ("Ana", "Ben", "Cleo"))
    add_window(database, ana, 0, 5)
    chosen = everything(database, ana)
    assert give(database, cleo, ben, chosen) == Moved(0, 0, 0)
    assert give(database, ana, ben, chosen).moved_ms == 5 * MINUTE
    assert give(database, ana, ben, chosen) == Moved(0, 0, 0)
    assert day_of(database, ben) == [(Kind.WINDOW, 5 * MINUTE)]
    assert give(database, ben, cleo, everything(database, ben)).moved_ms == 5 * MINUTE  # and on to whose it was
    assert (day_of(database, ben), day_of(database, cleo)) == ([], [(Kind.WINDOW, 5 * MINUTE)])


def test_a_run_is_scored_without_the_time_that_was_somebody_elses(database: Database) -> None:
    ana, ben = add_student(database, "Ana"), add_student(database, "Ben")
    run = add_window(database, ana, 0, 5)
    add_window(database, ana, 5 * MINUTE, 7, run)
    give(database, ana, ben, everything(database, ana)[:1])
    with database.write() as db:
        assert ledger.focused_ms(db, ledger.run_of_lesson(db, ana, run, "fractions")) == 7 * MINUTE


def test_a_kiosk_that_sends_moved_time_again_is_told_that_it_is_known_and_it_goes_out_once(
    database: Database, clock: ManualClock
) -> None:
    with schoolhouse(database, clock) as server:
        assert server.post(HEARTBEAT, heartbeat()).status_code == 204
        give_token(database, clock, BEN)
        with database.read() as db:
            ana, ben = (students.find(db, email).id for email in (ANA, BEN))
            (window,) = correcting.records(db, ana, 0, now_ms(clock) + 365 * DAY)
        assert give(database, ana, ben, [window.id]).moved_ms == heartbeat()["elapsedMs"]
        assert server.post(HEARTBEAT, heartbeat()).json() == {"duplicate": True}
        with database.read() as db:
            ((waiting,),) = outbox.due_lanes(db, now_ms(clock), 9)
    assert (waiting.email, waiting.body["elapsedMs"]) == (BEN, heartbeat()["elapsedMs"])
    assert RUN not in str(waiting.body)
