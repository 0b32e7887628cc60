import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk import resources
from kiosk.clock import Clock, ManualClock
from kiosk.demo.backend import Backend
from kiosk.store.writer import Store
from tests.e2e.story import MONDAY, STUDENTS, TOKENS, UNSYNCED, vouch


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MONDAY)


@pytest.fixture
def vouched(tmp_path: Path, clock: ManualClock) -> Path:
    """A data folder in whose boot the server has told its time."""
    with closing(Store(tmp_path, clock)) as store:
        vouch(store, clock)
    return tmp_path


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The shipped configuration, with one course more that was never synced to the cloud."""
    path = tmp_path / "timeback.config.json"
    said = json.loads(resources.sample_config().read_text("utf-8"))
    said["courses"].append({"courseCode": UNSYNCED["code"], "ids": None})
    path.write_text(json.dumps(said), "utf-8")
    return path


@pytest.fixture
def backend(config: Path, clock: Clock) -> Iterator[Backend]:
    """It lives in the test's simulated time: its Date is what `clock` says."""
    with Backend(config, STUDENTS, TOKENS, clock=clock) as running:
        yield running
