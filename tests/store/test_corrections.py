"""After “this was not me”: what is on the disk afterwards, and what is sent for whom."""

import pytest

from kiosk.clock import ManualClock, read
from kiosk.errors import UsageError
from kiosk.lessons.files import file_name
from kiosk.lessons.model import QuestionId, SavedAnswer
from kiosk.protocol.outcomes import Outcome, Verdict
from kiosk.store import carrying, corrections, days, files, outbox, progress, runs, students
from kiosk.store.files import HandedIn
from kiosk.store.outbox import Lane, Message
from kiosk.store.runs import OpenedRun
from kiosk.store.students import SignIn, Student
from kiosk.store.writer import Connection, Store
from kiosk.tracking.metrics import Metrics
from tests.store.stories import BOOT, add_student, end, entry, start, work

TODAY = "2026-01-05"


@pytest.fixture
def ana(store: Store) -> Student:
    return add_student(store)


@pytest.fixture
def ben(store: Store) -> Student:
    return add_student(store, "ben")


def answer(store: Store, run: OpenedRun, clock: ManualClock, *questions: str) -> None:
    answers = {QuestionId(question): SavedAnswer() for question in questions}
    store.call(progress.save, run.run, 2, 40, answers, read(clock).wall).result()


def send(store: Store, clock: ManualClock, student: Student, most: int = 99) -> list[Message]:
    """Deliver so many of a student's messages."""
    sent: list[Message] = []
    while len(sent) < most:
        message = store.call(outbox.claim, Lane(student.id, student.ref, "fractions"), read(clock), BOOT).result()
        if not isinstance(message, Message):
            break
        store.call(outbox.settle, message, Verdict(Outcome.DELIVERED), read(clock), 0).result()
        sent.append(message)
    return sent


def correct(store: Store, clock: ManualClock, wrong: Student, right: Student, *sittings: int) -> corrections.Outcome:
    chosen = sittings or [each.sitting for each in store.call(corrections.todays_sittings, wrong.id, TODAY).result()]
    return store.call(corrections.correct, wrong.id, right.id, chosen, read(clock).wall).result()


def focused(store: Store, student: Student) -> int:
    return sum(day.active_ms for day in store.call(days.totals, student.id, TODAY).result())


def active_ms(messages: list[Message]) -> int:
    return sum(message.active_ms for message in messages)


def _log(db: Connection) -> list[corrections.Correction]:
    return list(corrections.log(db))


def test_offline_work_becomes_the_right_students_with_answers_time_and_result(
    store: Store, clock: ManualClock, ana: Student, ben: Student
) -> None:
    run = start(store, clock, ana)
    work(store, clock, run, 4)
    answer(store, run, clock, "one", "two")
    store.call(runs.finish, entry(run), Metrics(5)).result()
    outcome = correct(store, clock, ana, ben)
    assert [(made.moved_ms, made.sent_ms) for made in outcome.made] == [(60_000, 0)]
    assert (focused(store, ana), focused(store, ben)) == (0, 60_000)
    assert send(store, clock, ana) == []
    sent = send(store, clock, ben)
    assert active_ms(sent) == 60_000
    assert {message.run_id for message in sent} == {run.subject.run_id}, "no server has heard of it"
    assert [message.is_heartbeat for message in sent] == [True, True, True, True, False], "the result is the last"
    latest = store.call(runs.latest_by_lesson, ben.id).result()["fractions"]
    assert (latest.state, latest.result) == ("finished", {"xpEarned": 5})
    assert set(store.call(progress.load, latest.run).result().answers) == {"one", "two"}
    assert store.call(runs.latest_by_lesson, ana.id).result() == {}


def test_what_was_handed_in_goes_along_and_is_sent_in_the_right_name(
    store: Store, clock: ManualClock, ana: Student, ben: Student
) -> None:
    run = start(store, clock, ana)
    work(store, clock, run)
    leaf = file_name(b"leaf", "leaf.png")
    drawn = {QuestionId("q1"): SavedAnswer({"R": (leaf,)})}
    store.call(progress.save, run.run, 2, 40, drawn, read(clock).wall, {leaf: b"leaf"}).result()
    store.call(files.sent, HandedIn(ana.ref, run.run, leaf)).result()
    end(store, run)
    correct(store, clock, ana, ben, run.sitting)
    store.call(lambda db: db.execute("UPDATE progress SET sent_ms = updated_ms")).result()
    ((file, data),) = store.call(_handed_in).result()
    assert (file.ref, file.name, data) == (ben.ref, leaf, b"leaf")


def _handed_in(db: Connection) -> list[tuple[HandedIn, bytes | None]]:
    return [(file, files.get(db, file.run, file.name)) for file in files.unsent(db)]


def test_what_was_sent_stays_and_the_log_says_how_much_with_both_names(
    store: Store, clock: ManualClock, ana: Student, ben: Student
) -> None:
    run = start(store, clock, ana)
    work(store, clock, run, 4)
    sent = send(store, clock, ana, 2)
    end(store, run)
    correct(store, clock, ana, ben)
    rest = send(store, clock, ben)
    assert (active_ms(sent), active_ms(rest)) == (30_000, 30_000)
    assert {message.run_id for message in sent}.isdisjoint(message.run_id for message in rest)
    assert send(store, clock, ana) == []
    assert (focused(store, ana), focused(store, ben)) == (30_000, 30_000)
    (line,) = store.call(_log).result()
    assert (line.taken_for, line.right, line.lesson) == ("Ana", "Ben", "Fractions")
    assert (line.moved_ms, line.sent_ms, line.result_was_sent) == (30_000, 30_000, False)


def test_a_row_that_is_on_its_way_is_frozen(store: Store, clock: ManualClock, ana: Student, ben: Student) -> None:
    run = start(store, clock, ana)
    work(store, clock, run, 2)
    end(store, run)
    message = store.call(outbox.claim, Lane(ana.id, ana.ref, "fractions"), read(clock), BOOT).result()
    assert isinstance(message, Message)
    (line,) = correct(store, clock, ana, ben).made
    assert (line.moved_ms, line.sent_ms) == (15_000, 15_000)
    store.call(outbox.settle, message, Verdict(Outcome.DELIVERED), read(clock), 0).result()
    assert active_ms(send(store, clock, ben)) == 15_000


def test_the_right_student_goes_on_where_they_stopped_in_the_wrong_name(
    store: Store, clock: ManualClock, ana: Student, ben: Student
) -> None:
    run = start(store, clock, ana)
    work(store, clock, run, 2)
    answer(store, run, clock, "one")
    end(store, run)
    correct(store, clock, ana, ben)
    again = start(store, clock, ben)
    assert (again.resumed, again.active_ms) == (True, 30_000)
    assert set(store.call(progress.load, again.run).result().answers) == {"one"}
    assert not start(store, clock, ana).resumed


def test_only_the_chosen_sitting_of_a_run_moves_with_what_was_answered_in_it(
    store: Store, clock: ManualClock, ana: Student, ben: Student
) -> None:
    mine = start(store, clock, ana)
    work(store, clock, mine)
    answer(store, mine, clock, "mine")
    end(store, mine)
    clock.advance(60_000)
    his = start(store, clock, ana)
    work(store, clock, his, 3)
    answer(store, his, clock, "his")
    end(store, his)
    latest = store.call(corrections.todays_sittings, ana.id, TODAY).result()[0]
    correct(store, clock, ana, ben, latest.sitting)
    assert (focused(store, ana), focused(store, ben)) == (15_000, 45_000)
    assert set(store.call(progress.load, start(store, clock, ana).run).result().answers) == {"mine"}
    assert set(store.call(progress.load, start(store, clock, ben).run).result().answers) == {"his"}


def test_a_result_that_was_sent_is_told_and_its_run_stays(
    store: Store, clock: ManualClock, ana: Student, ben: Student
) -> None:
    run = start(store, clock, ana)
    work(store, clock, run)
    store.call(runs.finish, entry(run), Metrics(5)).result()
    send(store, clock, ana)
    (today,) = store.call(corrections.todays_sittings, ana.id, TODAY).result()
    assert (today.waiting_ms, today.sent_ms, today.result_was_sent) == (0, 15_000, True)
    (line,) = correct(store, clock, ana, ben).made
    assert line.result_was_sent
    assert store.call(runs.latest_by_lesson, ana.id).result()["fractions"].result == {"xpEarned": 5}
    assert send(store, clock, ben) == []


def test_time_at_which_the_right_student_was_learning_is_refused_in_a_sentence_and_stays(
    store: Store, clock: ManualClock, ana: Student, ben: Student
) -> None:
    own = start(store, clock, ben, "water")
    run = start(store, clock, ana)
    store.journal(entry(own, *[]))
    work(store, clock, run, 2)
    clock.advance(-15_000)
    work(store, clock, own)
    end(store, own)
    end(store, run)
    outcome = correct(store, clock, ana, ben)
    assert outcome.made == ()
    assert [refusal.reason for refusal in outcome.refused] == [
        "Ben was learning at the same time, so this stays as it is."
    ]
    assert focused(store, ana) == 30_000


def test_yesterdays_work_and_that_of_others_is_refused_with_nothing_changed(
    store: Store, clock: ManualClock, ana: Student, ben: Student
) -> None:
    run = start(store, clock, ana)
    work(store, clock, run)
    end(store, run)
    clock.advance(86_400_000)
    with pytest.raises(UsageError, match="Only today's lessons of one student"):
        correct(store, clock, ana, ben, run.sitting)
    assert focused(store, ana) == 15_000


def test_a_finish_request_goes_along_while_a_window_before_it_waits(
    store: Store, clock: ManualClock, ana: Student, ben: Student
) -> None:
    run = start(store, clock, ana)
    work(store, clock, run)
    store.call(runs.request_finish, entry(run), Metrics(5), "1").result()
    correct(store, clock, ana, ben)
    latest = store.call(runs.latest_by_lesson, ben.id).result()["fractions"]
    assert (latest.state, latest.waits_for_server) == ("finished", True)
    assert store.call(runs.latest_by_lesson, ana.id).result() == {}


def test_the_log_goes_with_a_student_who_is_deleted(
    store: Store, clock: ManualClock, ana: Student, ben: Student
) -> None:
    run = start(store, clock, ana)
    work(store, clock, run)
    end(store, run)
    correct(store, clock, ana, ben)
    store.call(_delete, ben.id).result()
    assert store.call(_log).result() == []


def _delete(db: Connection, student: int) -> None:
    db.execute("DELETE FROM students WHERE id = ?", (student,))


def test_a_student_has_the_class_they_were_put_into(store: Store, clock: ManualClock) -> None:
    made = store.call(students.add_new, "Cem", read(clock).wall, "cat", "Room 12").result()
    assert store.call(students.get, made.id).result() == made
    store.call(students.set_class, made.id, "Room 14").result()
    assert store.call(students.get, made.id).result().class_name == "Room 14"


def test_a_result_that_was_carried_away_in_a_file_stays_with_whom_it_left(
    store: Store, clock: ManualClock, ana: Student, ben: Student
) -> None:
    run = start(store, clock, ana)
    work(store, clock, run, 4)
    store.call(runs.finish, entry(run), Metrics(5)).result()
    store.call(students.set_sign_in, ana.ref, SignIn.OK).result()
    store.call(carrying.carry_away, "f1", "a.rescue", read(clock).wall).result()
    (today,) = store.call(corrections.todays_sittings, ana.id, TODAY).result()
    assert (today.waiting_ms, today.result_was_sent) == (0, True)
    correct(store, clock, ana, ben)
    (whose,) = store.call(lambda db: db.execute(_WHOSE_RESULT).fetchone()).result()
    assert whose == ana.id


_WHOSE_RESULT = "SELECT student FROM completions JOIN runs ON runs.id = run"
