from datetime import date, timedelta
from itertools import pairwise

import pytest

from kiosk.clock import Instant, ManualClock, day_start_ms, local_day, read
from kiosk.protocol.outcomes import Answer, Outcome, Verdict, judge
from kiosk.store import clocks, days, notices, outbox, runs, students
from kiosk.store.aside import set_aside
from kiosk.store.clocks import TOLERANCE_MS, Source
from kiosk.store.outbox import PREVIEWS, RESEND_MS, Backlog, Lane, Message
from kiosk.store.students import SignIn, Student
from kiosk.store.writer import Store
from kiosk.tracking.metrics import Metrics
from kiosk.tracking.window import WindowState
from tests.store.stories import BOOT, add_student, end, entry, start, window, work


def lane(student: Student, lesson: str = "fractions") -> Lane:
    return Lane(student.id, student.ref, lesson)


def ask(
    store: Store, clock: ManualClock, where: Lane, boot: str = BOOT, *, hurry: bool = False
) -> Message | int | None:
    return store.call(outbox.claim, where, read(clock), boot, hurry=hurry).result()


def claim(store: Store, clock: ManualClock, where: Lane, boot: str = BOOT) -> Message:
    message = ask(store, clock, where, boot)
    assert isinstance(message, Message)
    return message


def settle(store: Store, clock: ManualClock, message: Message, outcome: Outcome, wait_ms: int = 0) -> None:
    now = read(clock)
    verdict = Verdict(outcome, "" if outcome is Outcome.DELIVERED else "why")
    store.call(outbox.settle, message, verdict, now, now.wall + wait_ms).result()


def test_windows_go_in_order_and_the_completion_after_them(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run, 2)
    store.call(runs.finish, entry(run, window(clock, 2)), Metrics(3, 2, 2, pct_complete=50)).result()
    sent = []
    while isinstance(message := ask(store, clock, lane(ana)), Message):
        sent.append(message)
        settle(store, clock, message, Outcome.DELIVERED)
    assert [message.path for message in sent] == ["activity/heartbeat"] * 3 + ["activity/submit"]
    starts = [message.body["startedAt"] for message in sent[:3]]
    assert starts == ["2026-01-05T10:00:00.000Z", "2026-01-05T10:00:15.001Z", "2026-01-05T10:00:30.002Z"]
    assert sent[3].body["endedAt"] == "2026-01-05T10:00:45.002Z"
    assert sent[3].body["pctComplete"] == 50
    assert len({message.body["runId"] for message in sent}) == 1
    assert store.call(outbox.backlog).result() == Backlog()
    assert store.call(outbox.lanes).result() == []


def test_windows_that_run_or_are_in_doubt_are_not_sent(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    store.journal(entry(run, window(clock, 0, state=WindowState.HELD), window(clock, 1, state=WindowState.OPEN)))
    assert store.call(outbox.lanes).result() == []
    assert ask(store, clock, lane(ana)) is None


def test_time_that_is_not_reported_stays_here_and_its_completion_goes(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana, reports_time=False)
    store.call(runs.finish, entry(run, window(clock, 0)), Metrics(0)).result()
    assert claim(store, clock, lane(ana)).path == "activity/submit"


def test_a_refused_connection_leaves_the_window_as_if_never_tried(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    work(store, clock, start(store, clock, ana))
    settle(store, clock, claim(store, clock, lane(ana)), Outcome.UNREACHED)
    row = store.call(lambda db: db.execute("SELECT tries, doubt_ms FROM windows").fetchone()).result()
    assert row == (0, None)


@pytest.mark.parametrize("outcome", [Outcome.LATER, Outcome.SLOWLY, Outcome.HOLD, Outcome.SIGN_IN])
def test_a_whole_answer_keeps_the_window_for_later_and_without_doubt(
    store: Store, clock: ManualClock, outcome: Outcome
) -> None:
    ana = add_student(store)
    work(store, clock, start(store, clock, ana))
    settle(store, clock, claim(store, clock, lane(ana)), outcome, wait_ms=60_000)
    row = store.call(lambda db: db.execute("SELECT state, tries, doubt_ms, reason FROM windows").fetchone()).result()
    assert row == ("ready", 1, None, "why")
    assert ask(store, clock, lane(ana)) == read(clock).wall + 60_000
    clock.advance(60_001)
    assert claim(store, clock, lane(ana)).tries == 2


def test_hurrying_does_not_wait_for_the_next_try(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    work(store, clock, start(store, clock, ana))
    settle(store, clock, claim(store, clock, lane(ana)), Outcome.HOLD, wait_ms=86_400_000)
    assert isinstance(ask(store, clock, lane(ana), hurry=True), Message)


def test_a_next_try_set_by_a_clock_that_was_years_ahead_does_not_block(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    work(store, clock, start(store, clock, ana))
    settle(store, clock, claim(store, clock, lane(ana)), Outcome.LATER, wait_ms=10 * 365 * 86_400_000)
    assert isinstance(ask(store, clock, lane(ana)), Message)


def test_an_ambiguous_window_is_sent_again_unchanged_for_four_minutes_and_then_kept_as_maybe(
    store: Store, clock: ManualClock
) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run, 2)
    first = claim(store, clock, lane(ana))
    settle(store, clock, first, Outcome.AMBIGUOUS)
    clock.advance(RESEND_MS)
    again = claim(store, clock, lane(ana))
    assert (again.body, again.id) == (first.body, first.id)
    settle(store, clock, again, Outcome.LATER)
    clock.advance(1)
    assert claim(store, clock, lane(ana)).id != first.id
    assert store.call(outbox.backlog).result() == Backlog(waiting=1, waiting_ms=15_000, maybe=1)
    (aside,) = store.call(set_aside).result()
    assert (aside.student, aside.state, aside.reason) == ("Ana", "maybe", "why")


def test_what_a_server_took_as_a_preview_is_done_and_a_teacher_is_told_once(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    work(store, clock, start(store, clock, ana), 2)
    for _ in range(2):
        message, verdict = claim(store, clock, lane(ana)), judge(Answer(200, b'{"preview":true}'))
        store.call(outbox.settle, message, verdict, read(clock), 0).result()
    assert store.call(outbox.backlog).result() == Backlog()
    assert [notice.sentence for notice in store.call(notices.unacknowledged).result()] == [PREVIEWS]


def test_a_crash_between_claim_and_answer_is_as_ambiguous_as_a_lost_answer(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    work(store, clock, start(store, clock, ana))
    claim(store, clock, lane(ana))
    clock.advance(RESEND_MS + 1)
    assert ask(store, clock, lane(ana)) is None
    assert store.call(outbox.backlog).result().maybe == 1


def test_after_a_reboot_the_age_of_a_doubt_is_told_by_the_wall_clock_and_a_clock_set_back_makes_it_too_old(
    store: Store, clock: ManualClock
) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run, 2)
    first = claim(store, clock, lane(ana))
    clock.advance(100_000)
    assert claim(store, clock, lane(ana), boot="boot-2").id == first.id
    clock.set_wall(clock.utc_now().replace(year=2025))
    assert claim(store, clock, lane(ana), boot="boot-2").id != first.id


def test_a_machine_that_starts_with_the_same_wrong_clock_each_day_does_not_take_yesterdays_doubt_for_a_young_one(
    store: Store, clock: ManualClock
) -> None:
    """The server's clock vouched for both boots, so the doubt's age is told by that."""
    wrong, true_ms = clock.utc_now(), read(clock).wall
    ana = add_student(store)
    work(store, clock, start(store, clock, ana), 2)
    store.call(clocks.note, BOOT, Source.SERVER, Instant(true_ms, read(clock).mono)).result()
    first = claim(store, clock, lane(ana))
    clock.set_wall(wrong)
    clock.advance(60_000)
    store.call(clocks.note, "boot-2", Source.SERVER, Instant(true_ms + 86_400_000, read(clock).mono)).result()
    assert claim(store, clock, lane(ana), boot="boot-2").id != first.id
    assert store.call(outbox.backlog).result().maybe == 1


@pytest.mark.parametrize(("behind_ms", "is_sent_again"), [(999, True), (TOLERANCE_MS, True), (TOLERANCE_MS + 1, False)])
def test_a_doubt_stays_young_when_the_next_boot_reads_the_servers_clock_a_little_behind_the_last(
    store: Store, clock: ManualClock, behind_ms: int, *, is_sent_again: bool
) -> None:
    ana = add_student(store)
    work(store, clock, start(store, clock, ana))
    wall, mono = read(clock)
    store.call(clocks.note, BOOT, Source.SERVER, Instant(wall, mono)).result()
    claim(store, clock, lane(ana))
    store.call(clocks.note, "boot-2", Source.SERVER, Instant(wall - behind_ms, mono)).result()
    assert (ask(store, clock, lane(ana), boot="boot-2") is not None) == is_sent_again
    assert store.call(outbox.backlog).result() == (Backlog(1, 15_000) if is_sent_again else Backlog(maybe=1))


def test_a_refused_window_is_parked_with_its_reason_and_blocks_nothing(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run)
    store.call(runs.finish, entry(run), Metrics(0)).result()
    settle(store, clock, claim(store, clock, lane(ana)), Outcome.PARK)
    completion = claim(store, clock, lane(ana))
    assert completion.path == "activity/submit"
    settle(store, clock, completion, Outcome.PARK)
    assert store.call(outbox.backlog).result() == Backlog(parked=2)
    assert [aside.kind for aside in store.call(set_aside).result()] == ["heartbeat", "completion"]


def test_a_completion_is_sent_again_with_the_same_text_however_late(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    store.call(runs.finish, entry(run), Metrics(0)).result()
    first = claim(store, clock, lane(ana))
    settle(store, clock, first, Outcome.AMBIGUOUS)
    clock.advance(10 * 86_400_000)
    assert claim(store, clock, lane(ana)).body == first.body


def test_a_later_attempt_waits_for_the_earlier_ones_completion(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    first = start(store, clock, ana)
    store.call(runs.finish, entry(first, window(clock, 0)), Metrics(0)).result()
    second = start(store, clock, ana)
    store.call(runs.finish, entry(second, window(clock, 0)), Metrics(0)).result()
    order = []
    while isinstance(message := ask(store, clock, lane(ana)), Message):
        order.append((message.run_id == first.subject.run_id, message.is_heartbeat))
        settle(store, clock, message, Outcome.DELIVERED)
    assert order == [(True, True), (True, False), (False, True), (False, False)]


def test_a_student_who_is_signed_out_has_no_lane_and_others_go_on(store: Store, clock: ManualClock) -> None:
    ana, ben = add_student(store), add_student(store, "ben")
    for student in (ana, ben):
        work(store, clock, start(store, clock, student))
    settle(store, clock, claim(store, clock, lane(ana)), Outcome.SIGN_IN)
    assert [waiting.ref for waiting in store.call(outbox.lanes).result()] == [ben.ref]
    found = store.call(students.find, ana.ref).result()
    assert found is not None
    assert found.sign_in is SignIn.REFUSED
    store.call(students.set_sign_in, ana.ref, SignIn.OK).result()
    assert len(store.call(outbox.lanes).result()) == 2


def drained(store: Store, clock: ManualClock, where: Lane) -> list[Message]:
    sent = []
    while isinstance(message := ask(store, clock, where), Message):
        sent.append(message)
        settle(store, clock, message, Outcome.DELIVERED)
    return sent


def active_and_inactive(messages: list[Message]) -> tuple[int, int]:
    bodies = [message.body for message in messages]
    return sum(int(str(b["elapsedMs"])) for b in bodies), sum(int(str(b["pausedMs"])) for b in bodies)


def test_five_offline_hours_cost_sixty_requests_and_their_sums_are_equal(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    for seq in range(1_200):
        store.journal(entry(run, window(clock, seq, 12_000, 3_000)))
    before = store.call(days.totals, ana.id, "2026-01-05").result()
    sent = drained(store, clock, lane(ana))
    assert len(sent) == 60
    assert active_and_inactive(sent) == (1_200 * 12_000, 1_200 * 3_000)
    assert all(left.body["endedAt"] == right.body["startedAt"] for left, right in pairwise(sent))
    assert store.call(days.totals, ana.id, "2026-01-05").result() == before


def test_windows_with_a_gap_between_them_or_of_another_sitting_or_day_are_not_merged(
    store: Store, clock: ManualClock
) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run, 2, touching=True)
    clock.advance(1)
    work(store, clock, run, 2, first=2, touching=True)
    end(store, run)
    again = start(store, clock, ana)
    work(store, clock, again, 2, touching=True)
    midnight = local_midnight_after(clock)
    clock.advance(midnight - read(clock).wall - 20_000)
    work(store, clock, again, 4, first=2, touching=True)
    assert [message.active_ms for message in drained(store, clock, lane(ana))] == [30_000] * 5


def local_midnight_after(clock: ManualClock) -> int:
    tomorrow = date.fromisoformat(local_day(read(clock).wall)) + timedelta(days=1)
    return day_start_ms(tomorrow.isoformat())


def test_a_window_that_was_tried_is_frozen_and_takes_nothing_in(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run, touching=True)
    first = claim(store, clock, lane(ana))
    settle(store, clock, first, Outcome.LATER)
    work(store, clock, run, 3, first=1, touching=True)
    clock.advance(1)
    sent = drained(store, clock, lane(ana))
    assert sent[0].body == first.body
    assert [message.active_ms for message in sent] == [15_000, 45_000]


def test_a_merged_window_that_met_a_refused_connection_may_still_grow(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run, 2, touching=True)
    settle(store, clock, claim(store, clock, lane(ana)), Outcome.UNREACHED)
    work(store, clock, run, 2, first=2, touching=True)
    assert [message.active_ms for message in drained(store, clock, lane(ana))] == [60_000]


def test_a_window_in_doubt_is_not_taken_into_an_earlier_one(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run, touching=True)
    store.journal(entry(run, window(clock, 1, state=WindowState.HELD)))
    assert claim(store, clock, lane(ana)).active_ms == 15_000
