"""One measurement: a server in processes of its own, a wave of kiosks, and what its ledger says afterwards."""

import asyncio
import contextlib
import resource
import secrets
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg
from sqlalchemy import func, insert, select

from kiosk.clock import Clock, epoch_ms
from kiosk.protocol.tokens import DeviceToken, headers
from kiosk.server import devices, students
from kiosk.server.classes import find_class
from kiosk.server.database import Database, default_url
from kiosk.server.schema import classes, events
from tests.benchmarks.figure import percentile
from tests.scale.processes import Processes, postmaster
from tests.scale.wave import Kiosk, Wave, reconnect
from tests.scale.work import Work, work_of
from tests.server.postgres import running_postgres
from tests.server.process import server_process

STUDENTS_A_CLASS = 30
SQLITE, POSTGRESQL = "sqlite", "postgresql"


@dataclass(frozen=True, slots=True)
class Setting:
    """What is measured. `windows` counts raw ones of 15 s for each kiosk, `in_a_request` what a batch holds at most."""

    kiosks: int
    windows: int
    merged: bool
    in_a_request: int
    database: str
    workers: int
    spread_s: float


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of it. `windows` is how many arrived; processor time is that of all processes of its kind, in s."""

    windows: int
    requests: int
    put_off: int
    safe_s: float
    p50_ms: float
    p99_ms: float
    peak_mib: float
    server_cpu_s: float
    database_cpu_s: float
    kiosks_cpu_s: float
    bytes_a_window: float

    @property
    def windows_per_s(self) -> float:
        return self.windows / self.safe_s

    @property
    def requests_per_s(self) -> float:
        return self.requests / self.safe_s


def measure(setting: Setting, clock: Clock) -> Measured:
    """Take the measurement. Raises AssertionError when the ledger is not equal to what the kiosks had, to the ms."""
    with tempfile.TemporaryDirectory(prefix="kiosk-scale-") as temporary, _database(setting, Path(temporary)) as place:
        kiosks = _kiosks(place.url, setting, clock)
        empty = _bytes(place.url)
        options = ("--workers", str(setting.workers)) if setting.workers > 1 else ()
        before_s, database_before_s = _own_cpu_s(), place.processes.cpu_s() if place.processes else 0.0
        with server_process(Path(temporary), *options, KIOSK_SERVER_DATABASE=place.url) as server:
            served = Processes(server.pid)
            at_rest_s = served.cpu_s()
            wave = asyncio.run(reconnect(server.url, kiosks, setting.spread_s, clock))
            server_s, peak_mib = served.cpu_s() - at_rest_s, served.peak_mib()
        database_s = place.processes.cpu_s() - database_before_s if place.processes else 0.0
        _check(place.url, [kiosk.work for kiosk in kiosks])
        grown = _bytes(place.url) - empty
    return _told(wave, kiosks, peak_mib, (server_s, database_s, _own_cpu_s() - before_s), grown)


def _told(
    wave: Wave, kiosks: Sequence[Kiosk], peak_mib: float, cpu_s: tuple[float, float, float], grown: int
) -> Measured:
    windows = sum(kiosk.work.windows for kiosk in kiosks)
    answered = [float(each) for each in wave.answered_ms]
    return Measured(
        windows=windows,
        requests=len(answered),
        put_off=wave.put_off,
        safe_s=wave.safe_ms / 1000,
        p50_ms=percentile(answered, 0.5),
        p99_ms=percentile(answered, 0.99),
        peak_mib=peak_mib,
        server_cpu_s=cpu_s[0],
        database_cpu_s=cpu_s[1],
        kiosks_cpu_s=cpu_s[2],
        bytes_a_window=grown / windows,
    )


@dataclass(frozen=True, slots=True)
class _Place:
    url: str
    processes: Processes | None


@contextlib.contextmanager
def _database(setting: Setting, folder: Path) -> Iterator[_Place]:
    """An empty database that keeps what it was given when the power fails; PostgreSQL with processes of its own."""
    if setting.database == SQLITE:
        yield _Place(default_url(folder), None)
        return
    with running_postgres(is_durable=True) as url:
        yield _Place(url.replace("postgresql:", "postgresql+psycopg:"), Processes(postmaster(url)))


def _kiosks(url: str, setting: Setting, clock: Clock) -> list[Kiosk]:
    """A school with a class for each thirty kiosks, and each kiosk with a student and with its work."""
    database, now_ms, tokens = Database(url), epoch_ms(clock.utc_now()), []
    with database.write() as db:
        for number in range(setting.kiosks):
            school_class = f"class {number // STUDENTS_A_CLASS}"
            if number % STUDENTS_A_CLASS == 0:
                db.execute(insert(classes).values(name=school_class))
            email, token = f"student{number}@example.com", secrets.token_urlsafe(32)
            students.add(db, f"Student {number}", email, school_class, now_ms)
            devices.add(db, f"Kiosk {number}", [find_class(db, school_class)], token, now_ms)
            tokens.append(DeviceToken(token, email))
    database.close()
    return [
        Kiosk(
            dict(headers(token)),
            work_of(number, setting.windows, setting.in_a_request, clock, is_merged=setting.merged),
        )
        for number, token in enumerate(tokens)
    ]


def _check(url: str, works: Sequence[Work]) -> None:
    database = Database(url)
    with database.read() as db:
        counted, active_ms = db.execute(select(func.count(), func.sum(events.c.active_ms))).one()
    database.close()
    assert (counted, int(active_ms)) == (sum(each.windows for each in works), sum(each.active_ms for each in works))


def _bytes(url: str) -> int:
    """What the database takes on the disk."""
    if url.startswith("sqlite"):
        file = Path(url.removeprefix("sqlite:///"))
        return sum(each.stat().st_size for each in file.parent.glob(f"{file.name}*"))
    with psycopg.connect(url.replace("+psycopg", "")) as db:
        row = db.execute("SELECT pg_database_size(current_database())").fetchone()
    return int(row[0]) if row else 0


def _own_cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
