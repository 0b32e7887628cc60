"""One request to a Timeback SDK server: a body in, an answer out, within a total deadline.

httpx's own time limits are per read, so a server that trickles could hold a request for hours; here
the whole request has one deadline. A server acts on whole requests only, so a failure before httpx
asked for the body is certainly no delivery. What a server sets as a cookie for one student is not
said to it in the next one's name.
"""

import asyncio
import gzip
import json
import ssl
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import TracebackType
from typing import Self, override

import httpx

from kiosk.protocol.batch import BATCH
from kiosk.protocol.messages import SUBMIT, Body
from kiosk.protocol.outcomes import Answer, NoAnswer
from kiosk.protocol.tokens import Token, headers
from kiosk.sync.trust import trust

LARGEST_ANSWER = 1024 * 1024
"""The roster of a district's largest school takes half of it, 500 refusals in the answer to a batch a tenth."""

MOST_CONNECTIONS = 6
"""The lanes that are delivered at once, and two for a lesson that is opened meanwhile."""

OUT_OF_TIME = "the server's certificate is not valid by this computer's clock; see that the clock is right"
_OUT_OF_TIME = (9, 10)
"""OpenSSL's codes for a certificate that is not valid yet, and no more."""

_QUICKLY = 1
"""How hard gzip tries: a batch of windows shrinks to a tenth all the same."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds for a whole request. The server gives each upstream call 30 s, and a submit makes several.

    A file's time is enough for 10 MiB over a line of 1 Mbit/s.
    """

    heartbeat_s: float = 40.0
    submit_s: float = 120.0
    file_s: float = 120.0
    connect_s: float = 10.0


DEADLINES = Deadlines()


_ALWAYS = {"User-Agent": "timeback-kiosk", "Accept": "*/*", "Accept-Encoding": "gzip"}
"""A school's filter may stop who does not say these."""

_url = lru_cache(maxsize=32)(httpx.URL)
"""To take an address apart is a twentieth of a request's work here, and most go to the same few."""


class _Body(httpx.AsyncByteStream):
    """What a request says. `sent`: whether it may have left; its head has by then."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.sent = False

    @override
    async def __aiter__(self) -> AsyncIterator[bytes]:
        self.sent = True
        yield self._content


class Poster:
    """A long-lived connection to one server. Made and used on one event loop, on the courier's thread."""

    def __init__(self, base_url: str, deadlines: Deadlines = DEADLINES) -> None:
        self._base_url = base_url.rstrip("/")
        self._deadlines = deadlines
        self._client: httpx.AsyncClient | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._client is not None:
            await self._client.aclose()

    async def post(self, path: str, body: Body, token: Token | None) -> Answer | NoAnswer:
        """Send one message; without a token as nobody. Never raises for what the network or the server does."""
        deadline = self._deadlines.submit_s if path in (SUBMIT, BATCH) else self._deadlines.heartbeat_s
        content = json.dumps(body, separators=(",", ":")).encode()
        told = {} if token is None else dict(headers(token))
        told["Content-Type"] = "application/json"
        if path == BATCH:  # only our own server says that it unpacks
            content = gzip.compress(content, _QUICKLY, mtime=0)
            told["Content-Encoding"] = "gzip"
        return await self._request("POST", path, deadline, content, told)

    async def put(self, path: str, body: Body, token: Token) -> Answer | NoAnswer:
        """Leave something in place of what was there. Never raises for what the network or the server does."""
        content = json.dumps(body, separators=(",", ":")).encode()
        with_type = {**headers(token), "Content-Type": "application/json"}
        return await self._request("PUT", path, self._deadlines.heartbeat_s, content, with_type)

    async def get(self, path: str, more: Mapping[str, str] | None = None) -> Answer | NoAnswer:
        """Ask for something, with `more` headers. Never raises for what the network or the server does."""
        return await self._request("GET", path, self._deadlines.heartbeat_s, headers=more)

    async def upload(self, path: str, data: bytes, token: Token) -> Answer | NoAnswer:
        """Leave a file there as it is. Never raises for what the network or the server does."""
        with_type = {**headers(token), "Content-Type": "application/octet-stream"}
        return await self._request("PUT", path, self._deadlines.file_s, data, with_type)

    async def download(self, path: str, token: Token, largest: int) -> Answer | NoAnswer:
        """Ask for a file; one that has more than `largest` bytes is cut off. Never raises, as above."""
        return await self._request("GET", path, self._deadlines.file_s, headers=headers(token), largest=largest)

    async def _request(
        self,
        method: str,
        path: str,
        deadline: float,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        largest: int = LARGEST_ANSWER,
    ) -> Answer | NoAnswer:
        body = _Body(content or b"")
        try:
            client = self._client = self._client or self._connect()
        except OSError as error:
            return NoAnswer(str(error), body.sent)
        try:
            url = _url(f"{self._base_url}/{path}")
            told = {"Host": url.netloc.decode("ascii"), **_ALWAYS, **(headers or {})}
            if content is not None:
                told["Content-Length"] = str(len(content))
            request = httpx.Request(method, url, headers=told, stream=body)
            async with asyncio.timeout(deadline):
                response = await client.send(request, stream=True)
                try:
                    return await _read(response, largest)
                finally:
                    await response.aclose()
        except TimeoutError:
            return NoAnswer(f"no answer within {deadline:g} s", body.sent)
        except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, OSError, ValueError) as error:
            return NoAnswer(_why(error), body.sent)

    def _connect(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            timeout=httpx.Timeout(None, connect=self._deadlines.connect_s),
            limits=httpx.Limits(max_connections=MOST_CONNECTIONS, keepalive_expiry=4.0),
            follow_redirects=False,
            verify=trust(self._base_url),
        )


async def _read(response: httpx.Response, largest: int) -> Answer:
    body = bytearray()
    async for part in response.aiter_bytes():
        body += part
        if len(body) > largest:
            break
    told = {name.lower(): value.decode("latin-1") for name, value in response.headers.raw}
    return Answer(
        response.status_code, bytes(body[:largest]), told.get(b"retry-after"), told.get(b"date"), told.get(b"etag")
    )


def _why(error: BaseException) -> str:
    """What went wrong, for a person where they can do something."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError) and cause.verify_code in _OUT_OF_TIME:
            return OUT_OF_TIME
        cause = cause.__cause__ or cause.__context__
    return f"{type(error).__name__}: {error}".rstrip(": ")
