"""The data file damaged, cut short or exchanged at random places: it opens, and what is missing is told."""

import random
import shutil
from collections.abc import Set as AbstractSet
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.clock import ManualClock
from kiosk.errors import DamagedError
from kiosk.lessons.model import QuestionId, SavedAnswer
from kiosk.store import database, notices, outbox, progress, runs
from kiosk.store.writer import Connection, Store
from kiosk.tracking.metrics import Metrics
from tests.e2e.story import MONDAY
from tests.store.stories import add_student, end, entry, start, window, work
from tests.torture.conftest import Many, Prove

PAGE = 4096
TABLES = {
    "students": "SELECT ref, name FROM students",
    "runs": "SELECT run_id, lesson FROM runs",
    "windows": "SELECT seq, sitting, started_ms, active_ms FROM windows",
    "answers": "SELECT question, answer FROM answers",
    "completions": "SELECT run, ended_at FROM completions",
}

type Rows = AbstractSet[tuple[object, ...]]


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MONDAY)


@pytest.fixture
def school(tmp_path: Path, clock: ManualClock) -> Path:
    """A file with two students' work, closed well."""
    store = Store(tmp_path / "school", clock)
    run = start(store, clock, add_student(store))
    work(store, clock, run, 400)
    answers = {QuestionId(f"q{number}"): SavedAnswer({"RESPONSE": ("a" * 40,)}) for number in range(60)}
    store.call(progress.save, run.run, 2, 40, answers, 0).result()
    end(store, run)
    finished = start(store, clock, add_student(store, "ben"), lesson="water")
    store.call(runs.finish, entry(finished, window(clock, 0)), Metrics(5)).result()
    store.close()
    return store.path


def rows(db: Connection) -> Rows:
    """What a person would miss, from the tables themselves."""
    return {(table, *row) for table, query in TABLES.items() for row in db.execute(query)}


def opened_whole(folder: Path, clock: ManualClock) -> tuple[Rows, list[str]]:
    """Start as often as a person is asked to; what is in the file then, and what the teacher is told."""
    for _ in range(3):
        try:
            store = Store(folder, clock)
        except DamagedError:
            continue
        try:
            found = store.call(rows).result()
            store.call(outbox.backlog).result()
            return found, [notice.sentence for notice in store.call(notices.unacknowledged).result()]
        except DamagedError:
            continue
        finally:
            store.close()
    raise AssertionError("three starts did not mend it")


def in_file(path: Path) -> Rows:
    with database.reading(path) as db:
        return rows(db)


def copy_of_the_running(school: Path, folder: Path, clock: ManualClock) -> Path:
    """The file as a killed program leaves it, with its log."""
    store = Store(school.parent, clock)
    add_student(store, "cem")
    shutil.copytree(school.parent, folder, ignore=shutil.ignore_patterns("*-shm", "*.lock"))
    store.close()
    return folder / school.name


def spoil(path: Path, chance: random.Random, *, halves: bool) -> None:
    """One page or a few in a row become zeros or ones; with `halves` also only the second half of each."""
    size = path.stat().st_size
    first = chance.randrange(size // PAGE)
    with path.open("r+b") as file:
        for page in range(first, min(first + chance.choice((1, 1, 1, 3)), size // PAGE)):
            half = chance.choice((0, PAGE // 2)) if halves else 0
            file.seek(page * PAGE + half)
            file.write(chance.choice((b"\0", b"\xff")) * (PAGE - half))


def test_pages_that_are_spoilt_cost_their_own_rows_at_most_and_what_is_missing_is_told(
    school: Path, tmp_path: Path, clock: ManualClock, chance: random.Random, many: Many, prove: Prove
) -> None:
    killed = copy_of_the_running(school, tmp_path / "killed", clock)
    moments, rescued, lost = many(25, 500), 0, 0
    for number in range(moments):
        folder = tmp_path / str(number)
        folder.mkdir()
        source = chance.choice((school, killed))
        before = in_file(source)
        for file in source.parent.glob("kiosk.sqlite3*"):
            shutil.copy(file, folder)
        # After a clean close nobody looks through the file, and SQLite reads rows of zeros as rows of nothing.
        spoil(folder / school.name, chance, halves=source is killed)
        after, told = opened_whole(folder, clock)
        broken = list(folder.glob("kiosk-broken-*.sqlite3"))
        missing = before - after
        assert not missing or broken, "what is missing is in the file that was kept"
        assert bool(broken) == any("was damaged" in sentence for sentence in told)
        rescued += bool(broken)
        lost = max(lost, len(missing))
        shutil.rmtree(folder)
    assert rescued > moments // 4, "the damage was met"
    prove(
        "file-damaged",
        moments,
        f"opened each time; in {rescued} of them the file was saved into a fresh one and the teacher told,"
        f" and of its {len(before)} rows {lost} at most could not be read",
    )


def test_a_log_cut_short_anywhere_costs_what_came_last_and_nothing_before_it(
    tmp_path: Path, clock: ManualClock, chance: random.Random, many: Many, prove: Prove
) -> None:
    Store(tmp_path / "school", clock).close()  # so that the tables themselves are in no log
    store = Store(tmp_path / "school", clock)
    run = start(store, clock, add_student(store))
    for seq in range(60):
        work(store, clock, run, 1, first=seq)
        store.call(rows).result()  # a commit for each
    log = Path(f"{store.path}-wal")
    moments, kept = many(25, 500), []
    lengths = sorted(chance.sample(range(log.stat().st_size), moments))
    for length in lengths:
        folder = tmp_path / str(length)
        folder.mkdir()
        shutil.copy(store.path, folder)
        Path(folder / log.name).write_bytes(log.read_bytes()[:length])
        after, told = opened_whole(folder, clock)
        seqs = sorted(int(str(row[1])) for row in after if row[0] == "windows")
        assert seqs == list(range(len(seqs))), "no window is missing before the last"
        kept.append(len(seqs))
        assert len(told) <= 1
        shutil.rmtree(folder)
    store.close()
    assert all(shorter <= longer for shorter, longer in pairwise(kept)), "a longer log has never less"
    assert kept[0] < kept[-1]
    prove(
        "log-cut", moments, f"opened each time; from {kept[0]} to {kept[-1]} windows, those before the cut, none else"
    )


def test_a_file_exchanged_for_an_older_copy_under_a_running_program_is_told_and_opens_as_a_file_that_is_whole(
    tmp_path: Path, clock: ManualClock, chance: random.Random, many: Many, prove: Prove
) -> None:
    moments, saved = many(4, 60), 0
    for number in range(moments):
        store = Store(tmp_path / str(number), clock)
        ana = add_student(store)
        run = start(store, clock, ana)
        work(store, clock, run, chance.randrange(5, 40))
        store.close()
        older = shutil.copy(store.path, tmp_path / f"older-{number}")
        store = Store(store.folder, clock)
        run = start(store, clock, ana)
        work(store, clock, run, chance.randrange(1, 40), first=100)
        everything = store.call(rows).result()
        Path(older).replace(store.path)
        work(store, clock, run, 1, first=200)
        with pytest.raises(Exception, match="was moved or replaced while it was open"):
            end(store, run)
        killed = tmp_path / f"killed-{number}"
        shutil.copytree(store.folder, killed, ignore=shutil.ignore_patterns("*-shm", "*.lock"))
        after, told = opened_whole(killed, clock)
        assert after <= everything
        saved += bool(told)
        store.close()
    prove(
        "file-exchanged",
        moments,
        f"nothing was taken for saved after it; killed then, it opened each time, {saved} times with a notice",
    )
