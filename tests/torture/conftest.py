import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk import resources
from kiosk.clock import SystemClock
from kiosk.demo.backend import Backend
from tests.e2e.story import STUDENTS, TOKENS
from tests.torture.findings import finding, keep

type Many = Callable[[int, int], int]
type Prove = Callable[[str, int, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("torture")
    group.addoption("--long", action="store_true", help="as many moments as docs/proof.md tells of: hours, not minutes")
    group.addoption("--minutes", type=float, default=0.5, help="how long a real session is watched (0.5)")
    group.addoption("--seed", type=int, help="what chance follows; another one each time when left out")
    group.addoption("--results", type=Path, metavar="FOLDER", help="keep there what is found, for tests.torture.proof")


@pytest.fixture
def many(request: pytest.FixtureRequest) -> Many:
    """How many moments: so many usually, so many with --long."""
    return lambda usually, long: long if request.config.getoption("long") else usually


@pytest.fixture
def minutes(request: pytest.FixtureRequest) -> float:
    return float(request.config.getoption("minutes"))


@pytest.fixture
def seed(request: pytest.FixtureRequest) -> int:
    asked = request.config.getoption("seed")
    seed = int.from_bytes(os.urandom(4)) if asked is None else int(asked)
    print(f"--seed {seed}")  # shown when the test fails
    return seed


@pytest.fixture
def chance(seed: int) -> random.Random:
    return random.Random(seed)


@pytest.fixture
def prove(request: pytest.FixtureRequest, seed: int) -> Prove:
    """Tell what was found once everything held, and keep it where --results says."""
    began_mono = SystemClock().monotonic_ms()

    def tell(name: str, moments: int, found: str) -> None:
        print(f"{name}: {moments} moments; {found}")
        if (folder := request.config.getoption("results")) is not None:
            keep(finding(name, moments, found, seed, began_mono), folder)

    return tell


@pytest.fixture
def backend() -> Iterator[Backend]:
    """The programs live in real time, and so does their server."""
    with Backend(resources.sample_config(), STUDENTS, TOKENS) as running:
        yield running
