"""The school server, killed while kiosks deliver to it: what they have, its ledger and Timeback agree in the end."""

import random
import socket
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select, update

from kiosk import Timeback
from kiosk.clock import SystemClock
from kiosk.demo.backend import Backend
from kiosk.resources import sample_config
from kiosk.server.database import Database, default_url
from kiosk.server.schema import events, runs
from tests.e2e.story import DONE, MATH, completions, windows
from tests.server.postgres import running_postgres
from tests.server.process import Process
from tests.server.schoolhouse import ANA, BEN, CORA, cloud_access, give_token
from tests.waiting import PATIENCE_S

LONGEST_LIFE_S = 1.0
INTO_A_REQUEST_S = 0.03


type Known = tuple[str, int, int]
"""A window as both sides know it: run, start, active ms."""


@dataclass
class School:
    """What the kiosks' threads and whoever kills the server tell each other."""

    url: str
    up: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)
    sending: threading.Event = field(default_factory=threading.Event)
    refusals: int = 0

    def end(self) -> None:
        """Have everybody finish what they do."""
        self.over.set()
        self.up.set()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@dataclass(frozen=True, slots=True)
class Site:
    """Where the server is started, again and again, and on what."""

    folder: Path
    database: str
    workers: int = 1
    port: int = field(default_factory=_free_port)

    def start(self, cloud: Backend) -> Process:
        self.forget_claims()
        upstream = cloud_access(cloud).base_url or ""
        options = ("--port", str(self.port), "--workers", str(self.workers))
        return Process(self.folder, *options, KIOSK_SERVER_DATABASE=self.database, TIMEBACK_API_BASE_URL=upstream)

    def forget_claims(self) -> None:
        """As if the two and a half minutes had passed for which a killed process's claims keep others away."""
        database = Database(self.database)
        with database.write() as db:
            db.execute(update(events).values(claimed_until_ms=0))
        database.close()


def kill_server(times: int, folder: Path, chance: random.Random) -> str:
    """Kill it so often, as one process on SQLite; tell what that came to."""
    return _kill(Site(folder, default_url(folder / "server")), times, chance)


def kill_workers(times: int, folder: Path, chance: random.Random) -> str:
    """Kill one of two processes on PostgreSQL and the whole server in turn. Skips the test where there is none."""
    with running_postgres(is_durable=True) as url:
        return _kill(Site(folder, url.replace("postgresql:", "postgresql+psycopg:"), workers=2), times, chance)


def _kill(site: Site, times: int, chance: random.Random) -> str:
    database, folder = Database(site.database), site.folder
    tokens = {email: give_token(database, SystemClock(), email) for email in (ANA, BEN, CORA)}
    database.close()
    school = School(f"http://127.0.0.1:{site.port}/api/timeback")
    with Backend(sample_config(), list(tokens), {}) as cloud, ThreadPoolExecutor() as kiosks:
        studying = [
            kiosks.submit(_study, folder / email, email, token, school, random.Random(chance.random()))
            for email, token in tokens.items()
        ]
        server = site.start(cloud)
        try:
            for number in range(times):
                school.up.set()
                _let_live(school, cloud, chance, number)
                if number % site.workers:
                    server.kill_worker(chance)
                    site.forget_claims()
                else:
                    school.up.clear()
                    server.kill()
                    server = site.start(cloud)
            school.end()
            for kiosk in studying:
                kiosk.result(PATIENCE_S)
            return _compare([folder / email for email in tokens], site, cloud, school, times)
        finally:
            school.end()
            server.kill()


def _let_live(school: School, cloud: Backend, chance: random.Random, number: int) -> None:
    """In turn: at any moment, just after a kiosk has begun to send, just when Timeback has received something."""
    match number % 3:
        case 0:
            threading.Event().wait(chance.uniform(0, LONGEST_LIFE_S))
        case 1:
            school.sending.clear()
            assert school.sending.wait(PATIENCE_S), "somebody sends"
            threading.Event().wait(chance.uniform(0, INTO_A_REQUEST_S))
        case _:
            seen = len(cloud.log.envelopes)
            assert cloud.log.wait_until(lambda log: len(log.envelopes) > seen, PATIENCE_S), "Timeback receives"


def _study(folder: Path, email: str, token: str, school: School, chance: random.Random) -> None:
    """One kiosk: short windows, each sent at once, and an attempt finished now and then, until school is over."""
    school.up.wait(PATIENCE_S)
    with Timeback(data_dir=folder, student=email, token=token, server=school.url, background=False) as timeback:
        while not school.over.is_set():
            activity = timeback.activity.start("fractions", "Fractions", MATH)
            for _ in range(chance.randint(3, 12)):
                threading.Event().wait(chance.uniform(0.02, 0.08))
                timeback.attention.note_input()
                activity.pause()  # ends the window
                activity.resume()
                school.sending.set()
                if timeback.sync(timeout=PATIENCE_S).error is not None:
                    school.refusals += 1
                    school.up.wait(PATIENCE_S)
            activity.end(DONE if chance.random() < 0.5 else None)
        report = timeback.sync(timeout=PATIENCE_S)
        assert (report.pending, report.parked) == (0, 0), report


def _compare(folders: list[Path], site: Site, cloud: Backend, school: School, times: int) -> str:
    kept = [window for kiosk in folders for window in windows(kiosk) if window.state != "withdrawn"]
    ended = [end for kiosk in folders for end in completions(kiosk)]
    assert {window.state for window in kept} | {end.state for end in ended} == {"delivered"}
    ledger, finished = ledger_of(site.database)
    assert ledger == Counter((window.run_id, window.started_ms, window.active_ms) for window in kept)
    assert finished == Counter(end.run_id for end in ended)
    log = cloud.log
    arrived = log.wait_until(lambda log: len({event.event_id for event in log.time_spent}) == len(kept), PATIENCE_S)
    assert arrived, "the server sends Timeback all it has"
    assert log.wait_until(lambda log: len({done.event_id for done in log.completions}) == len(ended), PATIENCE_S)
    upstream = {event.event_id: event.active_ms for event in log.time_spent}
    assert sum(upstream.values()) == sum(window.active_ms for window in kept)
    twice = len(log.time_spent) + len(log.completions) - len(kept) - len(ended)
    again = sum(window.tries > 1 for window in kept)
    assert again or times < 10, "some kills fell into a delivery"
    return (
        f"{len(kept)} windows and {len(ended)} completions in the ledger once each, none missing, after"
        f" {school.refusals} failed deliveries; {again} windows were sent again by kiosks, {twice} events again"
        " to Timeback under the id they had"
    )


def ledger_of(url: str) -> tuple[Counter[Known], Counter[str]]:
    """How often each window, and each run's completion, stands in the ledger."""
    database = Database(url)
    try:
        with database.write() as db:
            rows = db.execute(
                select(events.c.kind, runs.c.run_id, events.c.at_ms, events.c.active_ms).join(
                    runs, runs.c.id == events.c.run
                )
            ).all()
    finally:
        database.close()
    known = Counter((run_id, at_ms, active_ms) for kind, run_id, at_ms, active_ms in rows if kind == "window")
    return known, Counter(run_id for kind, run_id, _, _ in rows if kind == "completion")
