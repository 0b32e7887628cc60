"""Two of everything: machines on one run, servers over one ledger, versions on one file and across the wire."""

import io
import json
import random
import shutil
import sqlite3
import subprocess
import sys
import tarfile
from collections import Counter
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk import resources
from kiosk.clock import ManualClock, epoch_ms
from kiosk.demo.backend import Backend
from kiosk.protocol.course import course_key, parse_course
from kiosk.protocol.run_id import new_run_id
from kiosk.server.database import Database, default_url
from kiosk.store import database
from kiosk.store.schema import MIGRATIONS
from tests.e2e.killing import read
from tests.e2e.story import ANA, MATH, MONDAY, STUDENTS, TOKENS, Laptop, completions, sums, windows
from tests.server.schoolhouse import schoolhouse
from tests.torture.conftest import Many, Prove
from tests.torture.server_kills import ledger_of

ROOT = Path(__file__).parents[2]
WINDOW_MS = 15_000


@dataclass(frozen=True)
class Address:
    url: str


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MONDAY)


def test_two_machines_on_one_run_and_two_servers_over_one_ledger_count_each_window_once(
    tmp_path: Path, chance: random.Random, many: Many, prove: Prove
) -> None:
    url = default_url(tmp_path)
    clocks = [ManualClock(MONDAY), ManualClock(MONDAY.replace(hour=12))]
    machines, sittings = [tmp_path / "one", tmp_path / "other"], many(12, 300)
    run_id = new_run_id()
    with ExitStack() as stack:
        bases = [stack.enter_context(closing(Database(url))) for _ in range(2)]
        # Clocks that stand still while the server's date goes on would be mended to the very same millisecond.
        served = [stack.enter_context(schoolhouse(base, clocks[0], dates=False)) for base in bases]
        for _ in range(sittings):
            number = chance.randrange(2)
            server = chance.choice(served)
            address = Address(f"{server.http.base_url}/api/timeback")
            with Laptop(machines[number], clocks[number], address, token=server.token) as laptop:
                activity = laptop.start(run_id=run_id)
                laptop.study(chance.randint(1_000, 60_000))
                if chance.random() < 0.3:
                    laptop.timeback.sync()
                activity.end()
            clocks[number].advance(chance.randint(1_000, 60_000))
        for number, machine in enumerate(machines):
            address = Address(f"{served[number].http.base_url}/api/timeback")
            with Laptop(machine, clocks[number], address, token=served[number].token) as laptop:
                report = laptop.timeback.sync()
                assert (report.pending, report.parked, report.error) == (0, 0, None)
    ledger, _ = ledger_of(url)
    kept = [window for machine in machines for window in windows(machine) if window.state != "withdrawn"]
    assert ledger == Counter((run_id, window.started_ms, window.active_ms) for window in kept)
    assert set(ledger.values()) == {1}
    prove("two-machines", len(kept), f"{sittings} sittings of one run on two machines, through either of two servers")


def filled(folder: Path, version: int) -> Path:
    """A file as the program wrote it when its format was that: a run with four windows and its completion."""
    folder.mkdir()
    path = folder / database.FILE_NAME
    started_ms = epoch_ms(MONDAY)
    with closing(sqlite3.connect(path, autocommit=True)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        database.migrate(db, path, MIGRATIONS[:version])
        db.execute(
            "INSERT INTO students (id, ref, name, avatar, sign_in, added_ms) VALUES (1, ?, 'Ana', 'fox', 'ok', 0)",
            (ANA,),
        )
        db.execute(
            "INSERT INTO runs (id, run_id, student, lesson, name, course, reports_time, state, opened_ms, closed_ms)"
            " VALUES (1, ?, 1, 'fractions', 'Fractions', ?, 1, 'finished', ?, ?)",
            (new_run_id(), course_key(parse_course(MATH)), started_ms, started_ms + 4 * WINDOW_MS),
        )
        db.execute(
            "INSERT INTO sittings (id, run, started_ms, ended_ms, boot) VALUES (1, 1, ?, ?, '')",
            (started_ms, started_ms + 4 * WINDOW_MS),
        )
        for seq in range(4):
            db.execute(
                "INSERT INTO windows (run, sitting, seq, started_ms, started_mono, day, active_ms, idle_ms,"
                " unfocused_ms, locked_ms, paused_ms, state) VALUES (1, 1, ?, ?, ?, '2026-01-05', ?, 0, 0, 0, 0, ?)",
                (seq, started_ms + seq * WINDOW_MS, seq * WINDOW_MS, WINDOW_MS, "open" if seq == 3 else "ready"),
            )
        db.execute(
            "INSERT INTO completions (run, ended_at, metrics, state) VALUES (1, ?, ?, 'ready')",
            ("2026-01-05T10:01:00.000Z", json.dumps({"xpEarned": 1})),
        )
        db.execute("INSERT INTO answers VALUES (1, 'q1', '{}', 0)")
    return path


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_a_file_of_each_older_format_opens_with_all_it_had_and_delivers_it(
    tmp_path: Path, clock: ManualClock, version: int
) -> None:
    filled(tmp_path / "data", version)
    clock.advance(24 * 3_600_000)
    with (
        Backend(resources.sample_config(), STUDENTS, TOKENS, clock=clock) as backend,
        Laptop(tmp_path / "data", clock, backend) as laptop,
    ):
        report = laptop.timeback.sync()
        assert (report.pending, report.parked, report.error) == (0, 0, None)
        assert backend.log.active_ms() == 4 * WINDOW_MS
        assert len(backend.log.completions) == 1
    assert read(tmp_path / "data", "SELECT question FROM answers") == [("q1",)]


OLD_SITTING = """
import sys
from datetime import UTC, datetime
from kiosk import KioskError, Timeback
from kiosk.clock import ManualClock
folder, token, server = sys.argv[1:]
clock = ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC))
try:
    with Timeback(data_dir=folder, student="ana@example.com", token=token, server=server or None, clock=clock,
                  background=False) as timeback:
        activity = timeback.activity.start("fractions", "Fractions", {"subject": "Math", "grade": 3})
        for _ in range(40):
            clock.advance(1000)
            timeback.attention.note_input()
            timeback.tick()
        activity.end({"xpEarned": 1})
        for _ in range(10):  # on a busy machine an answer may come too late
            report = timeback.sync()
            if not report.pending:
                break
            clock.advance(5_000)
        print(report)
except KioskError as error:
    print(f"refused: {error}")
"""


@pytest.fixture(scope="module")
def old_program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The oldest whole program that kept a data file, from the project's own history."""
    git = ["git", "-C", str(ROOT)]
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("there is no history here")
    if subprocess.check_output([*git, "rev-parse", "--is-shallow-repository"], text=True).strip() == "true":
        pytest.skip("the history here is cut short")
    changes = [*git, "log", "--first-parent", "--reverse", "--format=%H", "--", "kiosk/store/schema.py"]
    oldest = next(
        commit
        for commit in subprocess.check_output(changes, text=True).split()
        if not subprocess.run(
            [*git, "cat-file", "-e", f"{commit}:kiosk/config.py"], check=False, capture_output=True
        ).returncode
    )
    folder = tmp_path_factory.mktemp("old")
    tree = subprocess.check_output([*git, "archive", oldest])
    with tarfile.open(fileobj=io.BytesIO(tree)) as archive:
        archive.extractall(folder, filter="data")
    return folder


def sit_with(program: Path, folder: Path, token: str = "ana", server: str = "") -> str:
    """A sitting of forty seconds and a completion under that program; what it said."""
    return subprocess.check_output(
        [sys.executable, "-c", OLD_SITTING, str(folder), token, server], cwd=program, text=True
    ).strip()


def test_the_oldest_kiosk_delivers_to_todays_school_server(old_program: Path, tmp_path: Path) -> None:
    url = default_url(tmp_path)
    with closing(Database(url)) as ledger, schoolhouse(ledger, ManualClock(MONDAY)) as server:
        said = sit_with(old_program, tmp_path / "old", server.token, f"{server.http.base_url}/api/timeback")
    assert "pending=0, parked=0, error=None" in said
    arrived, finished = ledger_of(url)
    assert sum(active_ms for _, _, active_ms in arrived.elements()) == 40_000
    assert finished.total() == 1


def test_the_oldest_kiosks_file_is_taken_up_and_its_program_then_refuses_it_in_one_sentence(
    old_program: Path, tmp_path: Path, clock: ManualClock
) -> None:
    assert "pending" in sit_with(old_program, tmp_path)
    clock.advance(24 * 3_600_000)
    with (
        Backend(resources.sample_config(), STUDENTS, TOKENS, clock=clock) as backend,
        Laptop(tmp_path, clock, backend) as laptop,
    ):
        assert laptop.timeback.sync().pending == 0
        assert backend.log.active_ms() == sums(windows(tmp_path))[0] == 40_000
    assert [end.state for end in completions(tmp_path)] == ["delivered"]
    before = (tmp_path / database.FILE_NAME).read_bytes()
    said = sit_with(old_program, tmp_path)
    assert "was written by a newer version of this program" in said
    assert len(said.splitlines()) == 1
    assert (tmp_path / database.FILE_NAME).read_bytes() == before
