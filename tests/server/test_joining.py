"""A kiosk joins the school, its students' work goes out under the device's token, and it is told when that is over."""

import asyncio
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.clock import ManualClock, epoch_ms
from kiosk.errors import UsageError
from kiosk.identity.credentials import FileCredentials
from kiosk.joining import Membership
from kiosk.protocol.outcomes import Answer
from kiosk.server import devices, enrolling, outbox, students
from kiosk.server.database import Database
from kiosk.settings import FILE_NAME, load_settings
from kiosk.store import enrolment, notices
from kiosk.store import outbox as own_outbox
from kiosk.store import students as here
from kiosk.store.enrolment import MUST_JOIN_AGAIN
from kiosk.store.students import SignIn
from kiosk.store.writer import Store
from kiosk.sync.courier import Courier
from kiosk.sync.post import Poster
from kiosk.sync.roster import Asked, Getter, Means, RosterWatch, ask_for_roster
from tests.e2e.story import Laptop
from tests.server.schoolhouse import ANA, BEN, Schoolhouse, schoolhouse


@pytest.fixture
def server(database: Database, clock: ManualClock) -> Iterator[Schoolhouse]:
    with database.write() as db:
        for name in ("Ana", "Ben"):
            students.add(db, name, f"{name.lower()}@example.com", "3b", epoch_ms(clock.utc_now()))
    with schoolhouse(database, clock, dates=False) as running:
        yield running


class Kiosk:
    """A kiosk's folder, open as long as the block lasts: one start of the program."""

    def __init__(self, folder: Path, clock: ManualClock, server: Schoolhouse, start: str) -> None:
        self.url = f"{server.http.base_url}/api/timeback"
        self.store = Store(folder, clock)
        self.membership = Membership(
            self.store, clock, FileCredentials(folder / "credentials.json"), folder / FILE_NAME
        )
        self._clock = clock
        self._means = Means(self.store, clock, self.membership.device_token, start)

    def close(self) -> None:
        self.store.close()

    def join(self, server: Schoolhouse, code: str | None = None) -> None:
        with server.school.database.write() as db:
            made = enrolling.new_code(db, ["3b"], 15, server.school.now_ms()).text
        self.membership.join(self.url.removeprefix("http://").removesuffix("/api/timeback"), code or made, "Window 3")

    def ask(self, wire: Getter | None = None) -> Asked:
        async def ask() -> Asked:
            async with Poster(self.url) as poster:
                return await ask_for_roster(self._means, self.url, wire or poster)

        return asyncio.run(ask())

    def deliver(self) -> int:
        courier = Courier(self.store, self._clock, self.url, self.membership.token, background=False)
        with closing(courier):
            courier.start()
            return courier.sync().result(20).sent

    def waiting(self) -> int:
        return self.store.call(own_outbox.backlog).result().waiting

    def wall(self) -> list[tuple[str, SignIn]]:
        return [(student.name, student.sign_in) for student in self.store.call(here.everyone).result()]


def study(folder: Path, clock: ManualClock, ref: str) -> None:
    """A student's focused minute, waiting in the folder."""
    with Laptop(folder, clock, student=ref) as laptop:
        laptop.start()
        laptop.study(60_000)


def counted_ms(server: Schoolhouse) -> dict[str, int]:
    """What the ledger has, by student."""
    with server.school.database.read() as db:
        rows = db.exec_driver_sql(
            "SELECT email, sum(active_ms) FROM events JOIN runs ON runs.id = run"
            " JOIN students ON students.id = student_id GROUP BY email"
        )
        return {email: int(ms) for email, ms in rows}


def test_the_class_is_on_the_kiosk_and_its_work_goes_out_under_the_devices_token(
    server: Schoolhouse, clock: ManualClock, tmp_path: Path
) -> None:
    folder = tmp_path / "kiosk"
    study(folder, clock, ANA)  # offline, before there was a school
    with closing(Kiosk(folder, clock, server, "first")) as kiosk:
        kiosk.join(server)
        assert kiosk.wall() == [("Ana", SignIn.OK), ("Ben", SignIn.OK)]
        assert load_settings(folder / FILE_NAME, {}, {}).server == kiosk.url
        assert kiosk.deliver() == 1
        assert (kiosk.waiting(), counted_ms(server)) == (0, {ANA: 60_000})


def test_a_wrong_code_changes_nothing(server: Schoolhouse, clock: ManualClock, tmp_path: Path) -> None:
    with closing(Kiosk(tmp_path / "kiosk", clock, server, "first")) as kiosk:
        with pytest.raises(UsageError, match="This code is wrong, used or too old"):
            kiosk.join(server, "AAAA-AAAA")
        assert (kiosk.membership.device_token(), kiosk.wall()) == (None, [])
        assert kiosk.ask() is Asked.NOT_ENROLLED


def test_whom_the_school_takes_off_disappears_and_their_rows_still_go(
    server: Schoolhouse, clock: ManualClock, tmp_path: Path
) -> None:
    folder = tmp_path / "kiosk"
    with closing(Kiosk(folder, clock, server, "first")) as kiosk:
        kiosk.join(server)
        assert kiosk.ask() is Asked.SAME
    study(folder, clock, BEN)
    with server.school.database.write() as db:
        students.remove(db, students.find(db, BEN).id, server.school.now_ms())
    with closing(Kiosk(folder, clock, server, "second")) as kiosk:
        assert kiosk.ask() is Asked.CHANGED
        assert kiosk.wall() == [("Ana", SignIn.OK)]
        assert kiosk.deliver() == 1
    assert counted_ms(server) == {BEN: 60_000}


def test_a_revoked_device_keeps_its_rows_says_so_and_goes_on_once_it_has_joined_again(
    server: Schoolhouse, clock: ManualClock, tmp_path: Path
) -> None:
    folder = tmp_path / "kiosk"
    with closing(Kiosk(folder, clock, server, "first")) as kiosk:
        kiosk.join(server)
    study(folder, clock, ANA)
    with server.school.database.write() as db:
        devices.revoke(db, 1, server.school.now_ms())
    with closing(Kiosk(folder, clock, server, "second")) as kiosk:
        assert (kiosk.deliver(), kiosk.waiting()) == (0, 1)
        assert kiosk.wall()[0] == ("Ana", SignIn.REFUSED)
        assert (kiosk.ask(), kiosk.ask()) == (Asked.CHANGED, Asked.SAME)
        assert {sign_in for _, sign_in in kiosk.wall()} == {SignIn.REFUSED}
        assert [notice.sentence for notice in kiosk.store.call(notices.unacknowledged).result()] == [MUST_JOIN_AGAIN]
        kiosk.join(server)
        assert (kiosk.deliver(), kiosk.waiting()) == (1, 0)
    assert counted_ms(server) == {ANA: 60_000}


@pytest.mark.parametrize("copy_first", [True, False])
def test_of_a_copied_disk_the_second_to_come_joins_anew_and_nothing_is_lost_or_counted_twice(
    server: Schoolhouse, clock: ManualClock, tmp_path: Path, copy_first: bool
) -> None:
    folder, copy = tmp_path / "kiosk", tmp_path / "copy"
    with closing(Kiosk(folder, clock, server, "first")) as kiosk:
        kiosk.join(server)
        kiosk.ask()
    study(folder, clock, ANA)
    shutil.copytree(folder, copy)  # with Ana's minute on it, not sent
    study(folder, clock, BEN)
    study(copy, clock, ANA)
    one, other = (copy, folder) if copy_first else (folder, copy)
    with closing(Kiosk(one, clock, server, "one")) as kiosk:
        assert kiosk.ask() is Asked.SAME
        kiosk.deliver()
    with closing(Kiosk(other, clock, server, "other")) as kiosk:
        assert kiosk.ask() is Asked.CHANGED
        waited = kiosk.waiting()
        assert (kiosk.deliver(), kiosk.waiting()) == (0, waited)
        assert kiosk.ask() is Asked.NOT_ENROLLED, "it asks no more, so its count cannot catch up"
        kiosk.join(server)
        kiosk.deliver()
        assert kiosk.waiting() == 0
        assert kiosk.ask() is Asked.SAME
    assert counted_ms(server) == {ANA: 120_000, BEN: 60_000}
    with server.school.database.read() as db:
        assert outbox.backlog(db).parked == 0
        assert len(devices.every_device(db)) == 2
    with closing(Kiosk(one, clock, server, "one-again")) as kiosk:
        assert kiosk.ask() is Asked.SAME


def test_a_server_that_is_away_changes_nothing(server: Schoolhouse, clock: ManualClock, tmp_path: Path) -> None:
    with closing(Kiosk(tmp_path / "kiosk", clock, server, "first")) as kiosk:
        kiosk.join(server)
        server.school.database.close()
        with server.school.database.write() as db:
            db.exec_driver_sql("DROP TABLE device_starts")
        assert kiosk.ask() is Asked.FAILED
        assert kiosk.wall() == [("Ana", SignIn.OK), ("Ben", SignIn.OK)]


def test_an_answer_that_comes_after_the_device_has_joined_anew_changes_nothing(
    server: Schoolhouse, clock: ManualClock, tmp_path: Path
) -> None:
    with closing(Kiosk(tmp_path / "kiosk", clock, server, "first")) as kiosk:
        kiosk.join(server)

        class Slow:
            async def get(self, path: str, more: Mapping[str, str] | None = None) -> Answer:
                del path, more
                await asyncio.to_thread(kiosk.join, server)
                return Answer(401, b'{"error": {"code": "UNAUTHORIZED", "message": "Unauthorized"}}')

        assert kiosk.ask(Slow()) is Asked.FAILED
        assert kiosk.wall() == [("Ana", SignIn.OK), ("Ben", SignIn.OK)]


def test_the_watch_asks_at_the_start_and_tells_of_new_students(
    server: Schoolhouse, clock: ManualClock, tmp_path: Path
) -> None:

    with closing(Kiosk(tmp_path / "kiosk", clock, server, "first")) as kiosk:
        kiosk.join(server)
        with server.school.database.write() as db:
            students.add(db, "Cora", "cora@example.com", "3b", server.school.now_ms())
        told = threading.Event()
        watch = RosterWatch(kiosk.store, clock, kiosk.membership.device_token, told.set)
        with closing(watch):
            watch.start()
            assert told.wait(20)
        assert [name for name, _ in kiosk.wall()] == ["Ana", "Ben", "Cora"]
        mine = kiosk.store.call(enrolment.enrolled).result()
        assert mine is not None
        assert mine.fetches == 1
