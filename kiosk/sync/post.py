"""One request to a Timeback SDK server: a body in, an answer out, within a total deadline.

httpx's own time limits are per read, so a server that trickles could hold a request for hours; here
the whole request has one deadline. Whether anything left this machine is known from httpx's trace,
so a failure before that is certainly no delivery.
"""

import asyncio
import gzip
import json
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import httpx

from kiosk.protocol.batch import BATCH
from kiosk.protocol.messages import SUBMIT, Body
from kiosk.protocol.outcomes import Answer, NoAnswer

LARGEST_ANSWER = 1_048_576
"""Each message of a batch has its own answer in it; a refusal has some 200 bytes."""

_QUICKLY = 1
"""How hard gzip tries: a batch of windows shrinks to a tenth all the same."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds for a whole request. The server gives each upstream call 30 s, and a submit makes several."""

    heartbeat_s: float = 40.0
    submit_s: float = 120.0
    connect_s: float = 10.0


DEADLINES = Deadlines()


class Poster:
    """A long-lived connection to one server. Made and used on one event loop, on the courier's thread."""

    def __init__(self, base_url: str, deadlines: Deadlines = DEADLINES) -> None:
        self._base_url = base_url.rstrip("/")
        self._deadlines = deadlines
        self._client = httpx.AsyncClient(
            timeout=httpx.Timeout(None, connect=deadlines.connect_s),
            limits=httpx.Limits(max_connections=4, keepalive_expiry=4.0),
            follow_redirects=False,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def post(self, path: str, body: Body, token: str) -> Answer | NoAnswer:
        """Send one message. Never raises for what the network or the server does."""
        deadline = self._deadlines.submit_s if path in (SUBMIT, BATCH) else self._deadlines.heartbeat_s
        content = json.dumps(body, separators=(",", ":")).encode()
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        if path == BATCH:  # only our own server says that it unpacks
            content = gzip.compress(content, _QUICKLY, mtime=0)
            headers["Content-Encoding"] = "gzip"
        return await self._request("POST", path, deadline, content, headers)

    async def get(self, path: str, token: str | None = None) -> Answer | NoAnswer:
        """Ask for something. Never raises for what the network or the server does."""
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        return await self._request("GET", path, self._deadlines.heartbeat_s, headers=headers)

    async def _request(
        self,
        method: str,
        path: str,
        deadline: float,
        content: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answer | NoAnswer:
        sent = False

        async def note(event: str, _info: object) -> None:
            nonlocal sent
            sent = sent or event.endswith("send_request_headers.started")

        try:
            async with (
                asyncio.timeout(deadline),
                self._client.stream(
                    method,
                    f"{self._base_url}/{path}",
                    content=content,
                    headers=headers,
                    extensions={"trace": note},
                ) as response,
            ):
                return await _read(response)
        except TimeoutError:
            return NoAnswer(f"no answer within {deadline:g} s", sent)
        except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, OSError, ValueError) as error:
            return NoAnswer(f"{type(error).__name__}: {error}".rstrip(": "), sent)


async def _read(response: httpx.Response) -> Answer:
    body = b""
    async for part in response.aiter_bytes():
        body += part
        if len(body) > LARGEST_ANSWER:
            break
    headers = response.headers
    return Answer(response.status_code, body[:LARGEST_ANSWER], headers.get("Retry-After"), headers.get("Date"))
