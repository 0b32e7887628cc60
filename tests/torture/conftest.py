from collections.abc import Iterator

import pytest

from kiosk import resources
from kiosk.demo.backend import Backend
from tests.e2e.story import STUDENTS, TOKENS


@pytest.fixture
def backend() -> Iterator[Backend]:
    """The programs live in real time, and so does their server."""
    with Backend(resources.sample_config(), STUDENTS, TOKENS) as running:
        yield running
