import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import resources
from kiosk.clock import Clock, ManualClock
from kiosk.demo.backend import Backend
from tests.e2e.story import MONDAY, STUDENTS, TOKENS, UNSYNCED


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MONDAY)


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
