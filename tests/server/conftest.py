import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from selenium.webdriver.chrome.webdriver import WebDriver

from kiosk.clock import ManualClock
from kiosk.demo.backend import Backend
from kiosk.resources import sample_config
from kiosk.server.database import FILE_NAME, Database, default_url
from tests.e2e.story import MONDAY
from tests.server.chromium import Teacher, running_chromium
from tests.server.postgres import running_postgres
from tests.server.schoolhouse import ANA, BEN, Schoolhouse


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a real PostgreSQL on loopback."""
    with running_postgres() as url:
        yield url


@pytest.fixture
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database: SQLite's, and after `on_both` PostgreSQL's too."""
    if getattr(request, "param", "sqlite") == "sqlite":
        return default_url(tmp_path)
    server: str = request.getfixturevalue("postgres")
    schema = f"test_{uuid.uuid4().hex}"  # a database for each test would cost a second
    with psycopg.connect(server, autocommit=True) as db:
        db.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(schema)))
    return f"{server.replace('postgresql:', 'postgresql+psycopg:')}?options=-csearch_path%3D{schema}"


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file at today's schema, to be copied: to make one takes 0.1 s."""
    folder = tmp_path_factory.mktemp("empty")
    Database(default_url(folder)).close()
    return folder / FILE_NAME


@pytest.fixture
def database(url: str, empty_sqlite: Path, tmp_path: Path) -> Iterator[Database]:
    if url == default_url(tmp_path):
        shutil.copy(empty_sqlite, tmp_path)
    opened = Database(url)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MONDAY)


@pytest.fixture
def cloud() -> Iterator[Backend]:
    """A stand-in for Timeback; what the school server sends is in its log."""
    with Backend(sample_config(), [ANA, BEN], {}) as backend:
        yield backend


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDriver]:
    """One browser for all: to start it takes seconds."""
    with running_chromium(tmp_path_factory.mktemp("chromium")) as opened:
        yield opened


@pytest.fixture
def teacher(chromium: WebDriver, server: Schoolhouse) -> Teacher:
    """Somebody before the browser, with the pages of the test's `server`."""
    return Teacher(chromium, server)
