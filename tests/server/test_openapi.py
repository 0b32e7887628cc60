"""Whatever the server's OpenAPI allows, and what it does not: no answer is the server's fault, all refusals look alike.

In local mode: what the SDK's own routes say of Timeback is not ours. A longer look:

    uv run pytest tests/server/test_openapi.py --hypothesis-profile=long
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from requests.sessions import Session
from schemathesis import Case, GenerationMode
from schemathesis.core.result import Ok

from kiosk.clock import ManualClock
from kiosk.server.application import application
from kiosk.server.database import Database
from tests.server.classroom import add_teacher, browser, now_ms
from tests.server.described import described
from tests.server.handing import device_token, fill_classes, shelve, write_lesson
from tests.server.schoolhouse import ANA, Schoolhouse, bearer, schoolhouse
from tests.waiting import PATIENCE_S

settings.register_profile("long", max_examples=20_000)
"""Some ten minutes for each of those who ask."""

EXAMPLES = 60
A_REQUEST_MS = 20
"""The clock goes on by that much with each request: a token's bucket is never empty, no session ends."""

NOBODY, STUDENT, DEVICE, TEACHER = "nobody", "a student", "a device", "a teacher"
ENDS_THE_SESSION = "/teacher/sign-out"


@pytest.fixture
def server(database: Database, clock: ManualClock, tmp_path: Path) -> Iterator[Schoolhouse]:
    """Ana and Ben are in 3b with its teacher, who is an admin too, and a lesson is on the shelf."""
    fill_classes(database, now_ms(clock))
    shelve(database, write_lesson(tmp_path / "halves"), now_ms(clock))
    add_teacher(database, "3b", is_admin=True)
    with schoolhouse(database, clock) as running:
        yield running


def asking_as(who: str, server: Schoolhouse, clock: ManualClock) -> dict[str, str]:
    """The headers of their requests."""
    headers = {"Accept": "application/json"}
    if who == STUDENT:
        return {**headers, **bearer(server.token)}
    if who == DEVICE:
        token = device_token(server.school.database, now_ms(clock), "3b")
        return {**headers, **bearer(token), "Kiosk-Student": ANA}
    if who == TEACHER:
        with browser(server) as pages:
            pages.sign_in()
            cookies = "; ".join(f"{name}={value}" for name, value in pages.http.cookies.items())
            return {**headers, "Cookie": cookies, "Kiosk-CSRF": pages.csrf()}
    return headers


def requests_of(server: Schoolhouse, who: str) -> st.SearchStrategy[Case[Any]]:
    """Any request of any route, as the OpenAPI has it and as it has not."""
    schema = schemathesis.openapi.from_dict(described(application(server.school)))
    operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    return st.one_of(
        [
            operation.as_strategy(generation_mode=mode)
            for operation in operations
            if operation.path != ENDS_THE_SESSION or who != TEACHER
            for mode in GenerationMode
        ]
    )


@pytest.mark.parametrize("who", [NOBODY, STUDENT, DEVICE, TEACHER])
def test_nothing_that_anybody_asks_is_the_servers_fault(who: str, server: Schoolhouse, clock: ManualClock) -> None:
    headers, long = asking_as(who, server, clock), settings.get_current_profile_name() == "long"
    url = str(server.http.base_url)
    with Session() as session:

        @given(requests_of(server, who))
        @settings(
            max_examples=settings().max_examples if long else EXAMPLES,
            deadline=None,
            database=None,
            derandomize=not long,
            phases=(Phase.generate,) if not long else (Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        )
        def ask(case: Case[Any]) -> None:
            clock.advance(A_REQUEST_MS)
            answer = case.call(url, session, headers, timeout=PATIENCE_S, allow_redirects=False)
            said = f"{case.as_curl_command()}\n{answer.status_code} {answer.text[:500]}"
            assert answer.status_code < 500, said
            if answer.status_code >= 400 and "/api/" in case.path:
                assert set(answer.json()) == {"error"}, said
                assert {"code", "message"} <= set(answer.json()["error"]) <= {"code", "message", "details"}, said

        ask()
