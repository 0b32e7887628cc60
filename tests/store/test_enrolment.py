from dataclasses import replace

from kiosk.clock import ManualClock
from kiosk.protocol.roster import Pupil, Roster
from kiosk.store import enrolment, notices, secrets, students
from kiosk.store.enrolment import MUST_JOIN_AGAIN, Enrolment, State
from kiosk.store.students import SignIn, Student
from kiosk.store.writer import Connection, Store

SERVER = "http://school.example/api/timeback"
ANA, BEN = Pupil("ana@example.com", "Ana", "owl", "3", "pin:hash"), Pupil("ben@example.com", "Ben")


def roster(*pupils: Pupil, etag: str = '"1"') -> Roster:
    return Roster("Window 3", ("3b",), pupils, etag)


def wall(store: Store) -> list[tuple[str, str, SignIn]]:
    everyone = store.call(students.everyone).result()
    return [(student.ref, student.avatar, student.sign_in) for student in everyone]


def test_a_device_that_never_joined_belongs_to_nobody(store: Store) -> None:
    assert store.call(enrolment.enrolled).result() is None
    assert store.call(enrolment.count_fetch).result() is None


def test_the_schools_students_are_on_the_wall_signed_in(store: Store) -> None:
    store.call(enrolment.begin, SERVER, roster(ANA, BEN), 0).result()
    assert wall(store) == [("ana@example.com", "owl", SignIn.OK), ("ben@example.com", "fox", SignIn.OK)]
    assert store.call(enrolment.enrolled).result() == Enrolment(SERVER, "Window 3", ("3b",), '"1"', 0, State.OK)


def test_who_was_here_before_under_the_same_address_is_the_same_student(store: Store) -> None:
    before = store.call(students.add, "Ana@Example.com", "Annie", "cat", 0).result()
    other = store.call(students.add_new, "Ana", 0).result()
    store.call(enrolment.begin, SERVER, roster(ANA), 0).result()
    everyone = store.call(students.everyone).result()
    assert {(student.id, student.name, student.of_school) for student in everyone} == {
        (before.id, "Ana", True),
        (other.id, "Ana", False),
    }
    assert store.call(enrolment.email_of, "Ana@Example.com").result() == "Ana@Example.com"
    assert store.call(enrolment.email_of, other.ref).result() is None


def lock(store: Store) -> str | None:
    """What stands before Ana's work."""

    def kept(db: Connection) -> str | None:
        row = db.execute("SELECT kind || ':' || kept FROM secrets JOIN students ON students.id = student").fetchone()
        return None if row is None else str(row[0])

    return store.call(kept).result()


def test_the_door_asks_for_the_secret_that_the_school_gives_changes_and_takes_away(store: Store) -> None:
    store.call(enrolment.begin, SERVER, roster(ANA), 0).result()
    assert lock(store) == "pin:hash"
    store.call(enrolment.take_roster, roster(replace(ANA, secret="pictures:other")), 0).result()
    assert lock(store) == "pictures:other"
    store.call(enrolment.take_roster, roster(replace(ANA, secret="iris:scan")), 0).result()
    assert lock(store) == "pictures:other", "what this program cannot ask for opens no door"
    store.call(enrolment.take_roster, roster(replace(ANA, secret=None)), 0).result()
    assert lock(store) is None


def test_a_secret_that_was_set_here_stays_until_the_school_changes_its_own(store: Store) -> None:
    store.call(enrolment.begin, SERVER, roster(ANA), 0).result()
    store.call(secrets.change, 1, "ours").result()
    store.call(enrolment.take_roster, roster(ANA, BEN), 0).result()
    assert lock(store) == "pin:ours"
    store.call(enrolment.take_roster, roster(replace(ANA, secret="pin:new")), 0).result()
    assert lock(store) == "pin:new"


def test_the_school_says_in_which_class_a_student_is_listed(store: Store) -> None:
    store.call(enrolment.begin, SERVER, roster(replace(ANA, class_name="3b")), 0).result()
    store.call(enrolment.take_roster, roster(ANA), 0).result()  # of a server that says nothing of it
    assert [student.class_name for student in store.call(students.everyone).result()] == ["3b"]


def test_whom_the_school_takes_off_is_hidden_speaks_on_and_comes_back(store: Store) -> None:
    store.call(enrolment.begin, SERVER, roster(ANA, BEN), 0).result()
    store.call(enrolment.take_roster, roster(ANA, etag='"2"'), 0).result()
    (ben,) = store.call(students.hidden).result()
    assert (ben.name, ben.sign_in) == ("Ben", SignIn.OK)
    assert [ref for ref, *_ in wall(store)] == [ANA.email]
    assert store.call(enrolment.email_of, BEN.email).result() == BEN.email
    store.call(enrolment.take_roster, roster(ANA, BEN, etag='"3"'), 0).result()
    assert store.call(students.find, BEN.email).result() == Student(ben.id, BEN.email, "Ben", "fox", SignIn.OK, True)
    assert store.call(students.hidden).result() == []


def test_a_refused_device_says_so_once_and_sends_nothing_until_all_is_well(store: Store, clock: ManualClock) -> None:
    del clock
    own = store.call(students.add_new, "Cora", 0).result()
    store.call(students.set_sign_in, own.ref, SignIn.OK).result()
    store.call(enrolment.begin, SERVER, roster(ANA), 0).result()
    for _ in range(2):
        store.call(enrolment.refuse, State.REFUSED, 5).result()
    assert [sign_in for _, _, sign_in in wall(store)] == [SignIn.REFUSED, SignIn.OK]
    assert store.call(enrolment.email_of, ANA.email).result() is None
    assert [notice.sentence for notice in store.call(notices.unacknowledged).result()] == [MUST_JOIN_AGAIN]
    store.call(enrolment.confirm).result()
    assert {sign_in for _, _, sign_in in wall(store)} == {SignIn.OK}
    assert store.call(enrolment.email_of, ANA.email).result() == ANA.email


def test_the_count_of_questions_never_stands_still_and_begins_anew_with_a_new_enrolment(store: Store) -> None:
    store.call(enrolment.begin, SERVER, roster(ANA), 0).result()
    counts = [store.call(enrolment.count_fetch).result() for _ in range(3)]
    assert [counted and counted.fetches for counted in counts] == [1, 2, 3]
    store.call(enrolment.refuse, State.CLONED, 0).result()
    store.call(enrolment.begin, SERVER, roster(BEN), 0).result()

    def look(db: Connection) -> tuple[int, State]:
        mine = enrolment.enrolled(db)
        assert mine is not None
        return mine.fetches, mine.state

    assert store.call(look).result() == (0, State.OK)
