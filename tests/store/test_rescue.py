import re
import shutil
import sqlite3
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from kiosk.clock import ManualClock, epoch_ms
from kiosk.errors import DamagedError, DiskFullError, FolderInUseError, StoreError
from kiosk.lessons.model import QuestionId, SavedAnswer
from kiosk.store import database, days, notices, outbox, progress, rescue, runs, students
from kiosk.store.outbox import Backlog
from kiosk.store.schema import MIGRATIONS
from kiosk.store.students import SignIn
from kiosk.store.writer import Store
from kiosk.tracking.metrics import Metrics
from tests.store.stories import add_student, end, entry, start, window, work

PAGE = 4096
DELIVERED, WAITING = 1_500, 300
ASIDE = "kiosk-broken-20260105-*.sqlite3"


@pytest.fixture
def school(store: Store, clock: ManualClock) -> Store:
    """Two students; Ana with much work, most of it delivered, a page and an answer, and a finished lesson of Ben's."""
    ana, ben = add_student(store), add_student(store, "ben")
    run = start(store, clock, ana)
    work(store, clock, run, DELIVERED + WAITING)
    answers = {QuestionId("q1"): SavedAnswer({"RESPONSE": ("a",)})}
    store.call(progress.save, run.run, 2, 40, answers, 0).result()
    end(store, run)
    finished = start(store, clock, ben, lesson="water")
    store.call(runs.finish, entry(finished, window(clock, 0)), Metrics(5)).result()
    store.call(
        lambda db: db.execute("UPDATE windows SET state = 'delivered', tries = 1 WHERE id <= ?", (DELIVERED,))
    ).result()
    return store


def pages(path: Path, holding: bytes, at_least: int = 1) -> list[int]:
    """The table leaves that hold that text so often, by their offset; the first page is not among them."""
    data = path.read_bytes()
    offsets = range(PAGE, len(data), PAGE)
    return [at for at in offsets if data[at] == 0x0D and data.count(holding, at, at + PAGE) >= at_least]


def spoil(path: Path, *offsets: int, length: int = PAGE) -> None:
    with path.open("r+b") as file:
        for offset in offsets:
            file.seek(offset)
            file.write(b"\xff" * length)


def killed(store: Store, folder: Path) -> Path:
    """What a killed process leaves: the file with its log, and no last checkpoint."""
    folder.mkdir()
    store.call(students.everyone).result()
    for side in ("", "-wal", "-shm"):
        shutil.copy(f"{store.path}{side}", folder)
    return folder / database.FILE_NAME


def states(store: Store) -> dict[str, int]:
    rows = store.call(lambda db: db.execute("SELECT state, count(*) FROM windows GROUP BY state").fetchall()).result()
    return dict(rows)


def sentences(store: Store) -> list[str]:
    return [notice.sentence for notice in store.call(notices.unacknowledged).result()]


def test_a_bad_page_costs_its_own_rows_and_is_told_with_numbers(school: Store, clock: ManualClock) -> None:
    run_id = school.call(runs.latest_by_lesson, 1).result()["fractions"].run_id
    before = school.call(days.totals, 1, "").result()
    school.close()
    bad = pages(school.path, b"delivered", 10)
    spoil(school.path, bad[3], bad[10], bad[11])
    rescue.note_damage(school.path)
    again = Store(school.folder, clock)
    (sentence,) = sentences(again)
    lost = int(re.search(r"answers were saved, (\d+) rows could not be read", sentence)[1])  # type: ignore[index]
    assert 60 < lost < 250
    assert states(again) == {"delivered": DELIVERED - lost, "ready": WAITING + 1}
    assert sentence.startswith(f"The data file was damaged: 2 students, 2 runs, {1801 - lost} windows, 1 completions")
    assert again.call(days.totals, 1, "").result() == before
    assert start(again, clock, students.Student(1, "", "", "", SignIn.OK)).subject.run_id == run_id
    assert again.call(progress.load, 1).result().answers[QuestionId("q1")].response == {"RESPONSE": ("a",)}
    (aside,) = school.folder.glob(ASIDE)
    assert aside.name in sentence
    assert aside.read_bytes()[bad[3] : bad[3] + PAGE] == b"\xff" * PAGE
    again.close()


def test_a_file_cut_short_keeps_what_is_left_of_it(school: Store, clock: ManualClock) -> None:
    school.close()
    with school.path.open("r+b") as file:
        file.truncate(school.path.stat().st_size * 2 // 3 // PAGE * PAGE + 100)
    again = Store(school.folder, clock)
    assert [student.name for student in again.call(students.everyone).result()] == ["Ana", "Ben"]
    assert sum(states(again).values()) > 500
    assert "at least" in sentences(again)[0]
    again.close()


@pytest.mark.parametrize(
    "content", [b"", b"this is a letter to the editor" * 1000, b"SQLite format 3\0" + b"\xff" * 9000]
)
def test_a_file_with_nothing_to_read_is_moved_aside_and_a_new_one_begun(
    tmp_path: Path, clock: ManualClock, content: bytes
) -> None:
    (tmp_path / database.FILE_NAME).write_bytes(content)
    store = Store(tmp_path, clock)
    (aside,) = tmp_path.glob(ASIDE)
    assert aside.read_bytes() == content
    assert sentences(store) == [
        f"The data file was damaged and nothing of it could be read; it is kept as {aside.name}."
    ]
    assert add_student(store).name == "Ana"
    store.close()


def test_what_was_moved_aside_is_never_overwritten(tmp_path: Path, clock: ManualClock) -> None:
    for content in (b"first", b"second", b"third"):
        (tmp_path / database.FILE_NAME).write_bytes(content)
        Store(tmp_path, clock).close()
    assert sorted(aside.read_bytes() for aside in tmp_path.glob(ASIDE)) == [b"first", b"second", b"third"]


@pytest.mark.parametrize(("at", "length"), [(0, 32), (16, 4), (24, 8), (32, 64), (32 + 40 * (PAGE + 24) + 500, 1)])
def test_where_the_log_is_damaged_no_waiting_window_is_taken_for_unsent(
    school: Store, tmp_path: Path, clock: ManualClock, at: int, length: int
) -> None:
    path = killed(school, tmp_path / "killed")
    spoil(Path(f"{path}-wal"), at, length=length)
    again = Store(path.parent, clock)
    assert again.call(outbox.backlog).result().waiting_ms == 0
    assert set(states(again)) <= {"maybe", "delivered"}
    (aside,) = path.parent.glob(ASIDE)
    assert Path(f"{aside}-wal").exists()
    again.close()


def test_the_torn_end_of_a_log_is_no_damage(school: Store, tmp_path: Path, clock: ManualClock) -> None:
    path = killed(school, tmp_path / "killed")
    log = Path(f"{path}-wal")
    with log.open("r+b") as file:
        file.truncate(log.stat().st_size - 1000)
    again = Store(path.parent, clock)
    assert sentences(again) == []
    assert states(again)["ready"] >= WAITING
    again.close()


def test_after_a_crash_the_file_is_looked_through(school: Store, tmp_path: Path, clock: ManualClock) -> None:
    school.call(lambda _db: None).result()
    school.close()
    reopened = Store(school.folder, clock)
    add_student(reopened, "cem")
    path = killed(reopened, tmp_path / "killed")
    reopened.close()
    spoil(path, pages(path, b"delivered", 10)[3])
    again = Store(path.parent, clock)
    assert "The data file was damaged" in sentences(again)[0]
    assert len(again.call(students.everyone).result()) == 3
    assert states(again)["ready"] == WAITING + 1
    again.close()


def test_damage_that_a_statement_meets_is_told_and_mended_at_the_next_start(school: Store, clock: ManualClock) -> None:
    school.close()
    spoil(school.path, pages(school.path, b"delivered", 10)[3])
    running = Store(school.folder, clock)
    assert sentences(running) == []
    with pytest.raises(DamagedError, match="start the kiosk again, it saves what can be read"):
        running.call(lambda db: db.execute("SELECT sum(paused_ms) FROM windows").fetchone()).result()
    add_student(running, "cem")
    assert isinstance(running.trouble, DamagedError)
    running.close()
    again = Store(school.folder, clock)
    assert "The data file was damaged" in sentences(again)[0]
    assert again.call(lambda db: db.execute("PRAGMA integrity_check").fetchone()).result() == ("ok",)
    again.close()
    third = Store(school.folder, clock)
    assert len(sentences(third)) == 1
    third.close()


def test_students_whose_page_is_lost_keep_their_work_and_their_sign_in_name(school: Store, clock: ManualClock) -> None:
    school.close()
    (page,) = pages(school.path, b"ana@example.comAna")
    spoil(school.path, page)
    rescue.note_damage(school.path)
    again = Store(school.folder, clock)
    everyone = again.call(students.everyone).result()
    assert [(student.ref, student.name) for student in everyone] == [
        ("ana@example.com", "Student 1"),
        ("ben@example.com", "Student 2"),
    ]
    assert states(again) == {"delivered": DELIVERED, "ready": WAITING + 1}
    again.close()


def test_rows_that_break_a_constraint_are_left_out_and_counted(school: Store, clock: ManualClock) -> None:
    school.close()
    data = school.path.read_bytes()
    page = pages(school.path, b"delivered", 10)[2]
    at = data.index(b"delivered", page)
    with school.path.open("r+b") as file:
        file.seek(at)
        file.write(b"deliverex")
    rescue.note_damage(school.path)
    again = Store(school.folder, clock)
    assert ", 1 rows could not be read;" in sentences(again)[0]
    assert states(again) == {"delivered": DELIVERED - 1, "ready": WAITING + 1}
    again.close()


def test_only_who_holds_the_folder_saves_anything(school: Store, clock: ManualClock) -> None:
    rescue.note_damage(school.path)
    with pytest.raises(FolderInUseError):
        Store(school.folder, clock)
    assert list(school.folder.glob(ASIDE)) == []
    assert sum(states(school).values()) == DELIVERED + WAITING + 1


def test_without_room_to_save_nothing_is_touched_and_the_next_start_tries_again(
    school: Store, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    school.close()
    rescue.note_damage(school.path)
    before = school.path.read_bytes()
    monkeypatch.setattr(sqlite3, "connect", small(sqlite3.connect))
    with pytest.raises(DiskFullError, match="disk is full"):
        Store(school.folder, clock)
    monkeypatch.undo()
    assert school.path.read_bytes() == before
    again = Store(school.folder, clock)
    assert states(again) == {"delivered": DELIVERED, "ready": WAITING + 1}
    again.close()


def small(connect: Callable[..., sqlite3.Connection]) -> Callable[..., sqlite3.Connection]:
    """Connections whose file has no room for more than a few pages."""

    def connect_small(*args: object, **kwargs: object) -> sqlite3.Connection:
        db = connect(*args, **kwargs)
        db.execute("PRAGMA max_page_count = 20")
        return db

    return connect_small


@pytest.mark.parametrize("steps", range(5))
def test_a_crash_at_any_step_of_the_exchange_is_taken_up_at_the_next_start(
    school: Store, clock: ManualClock, tmp_path: Path, steps: int
) -> None:
    path = killed(school, tmp_path / "killed")
    spoil(Path(f"{path}-wal"), 0, length=32)
    crash_after(steps, lambda: Store(path.parent, clock))
    again = Store(path.parent, clock)
    assert len(sentences(again)) == 1
    asides = list(path.parent.glob("kiosk-broken-*"))
    assert {"".join(aside.suffixes) for aside in asides} >= {".sqlite3", ".sqlite3-wal"}
    assert not list(path.parent.glob("*rescue*"))
    again.close()


class Crash(BaseException):
    pass


def crash_after(steps: int, act: Callable[[], object]) -> None:
    """Run something and let it die when it is about to rename a file for the time after `steps` times."""
    done = count()
    real = Path.replace

    def replace(self: Path, target: str | Path) -> Path:
        if next(done) == steps:
            raise Crash
        return real(self, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        with pytest.raises(Crash):
            act()


def test_a_damaged_file_of_a_newer_program_is_left_alone(school: Store, clock: ManualClock) -> None:
    school.call(lambda db: db.execute("PRAGMA user_version = 99")).result()
    school.close()
    spoil(school.path, pages(school.path, b"delivered", 10)[3])
    rescue.note_damage(school.path)
    before = school.path.read_bytes()
    with pytest.raises(StoreError, match="newer version"):
        Store(school.folder, clock)
    assert school.path.read_bytes() == before


def test_a_damaged_file_of_an_older_program_is_brought_to_todays_schema(tmp_path: Path, clock: ManualClock) -> None:
    path = tmp_path / database.FILE_NAME
    db = sqlite3.connect(path, autocommit=True)
    database.migrate(db, path, MIGRATIONS[:1])
    db.execute("INSERT INTO students (ref, name, avatar, added_ms) VALUES ('ana', 'Ana', 'fox', 0)")
    db.close()
    rescue.note_damage(path)
    store = Store(tmp_path, clock)
    assert [student.name for student in store.call(students.everyone).result()] == ["Ana"]
    assert len(sentences(store)) == 1
    assert store.call(outbox.backlog).result() == Backlog()
    store.close()


def test_a_healthy_file_is_left_where_it_is(school: Store, tmp_path: Path, clock: ManualClock) -> None:
    path = killed(school, tmp_path / "killed")
    assert rescue.find_damage(path) is None
    db = rescue.open_or_rescue(path, epoch_ms(clock.utc_now()))
    assert database.version(db) == len(MIGRATIONS)
    db.close()
    assert not list(path.parent.glob("*broken*"))
