from collections.abc import Iterator

import httpx
import pytest

from kiosk import resources
from kiosk.demo.backend import Backend
from kiosk.sync.trust import trust

STUDENTS = ("ana@example.com", "twin@example.com", "twin@example.com", "o'neil@example.com")
TOKENS = {
    "ana": "ana@example.com",
    "twin": "twin@example.com",
    "absent": "absent@example.com",
    "oneil": "o'neil@example.com",
}


@pytest.fixture
def backend() -> Iterator[Backend]:
    with Backend(resources.sample_config(), STUDENTS, TOKENS) as running:
        yield running


@pytest.fixture
def ana(backend: Backend) -> Iterator[httpx.Client]:
    with client(backend) as http:
        yield http


def client(backend: Backend, token: str = "ana") -> httpx.Client:
    return httpx.Client(base_url=backend.url, headers={"Authorization": f"Bearer {token}"}, verify=trust(backend.url))
