"""Faults between a client and the SDK's routes: answers that are not the SDK's, and broken connections."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import format_datetime

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kiosk.clock import Clock


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer in the SDK's place; the SDK never sees the request."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cut:
    """Break the connection before the answer is complete: once the SDK has acted, or before it could."""

    sdk_acts: bool


type Fault = Answer | Cut


class Faults:
    """Middleware that plays the faults put into it, each for one request, first come first served.

    A fault may wait for a route, named by the end of its path; only paths under `prefix` count. `app` is
    what lies behind, and may be changed between two servers. Any thread may add faults. With a `clock` every
    answer has its Date, as a server's that lives in the same simulated time.
    """

    def __init__(self, prefix: str, clock: Clock | None = None) -> None:
        self.app: ASGIApp = _nothing_here
        self._clock = clock
        self._prefix = prefix
        self._waiting: list[tuple[str, Fault]] = []
        self._lock = threading.Lock()

    def add(self, fault: Fault, times: int = 1, route: str = "") -> None:
        with self._lock:
            self._waiting += [(route, fault)] * times

    def clear(self) -> None:
        with self._lock:
            self._waiting.clear()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        send = self._dated(send)
        fault = self._next(scope["path"]) if scope["type"] == "http" else None
        match fault:
            case None:
                await self.app(scope, receive, send)
            case Answer():
                await _read_all(receive)
                await _answer(fault, send)
            case Cut(sdk_acts=True):
                await self.app(scope, receive, _keep_silent)
                await _cut(send)
            case Cut():
                await _read_all(receive)
                await _cut(send)

    def _dated(self, send: Send) -> Send:
        if (clock := self._clock) is None:
            return send

        async def dated(message: Message) -> None:
            if message["type"] == "http.response.start":
                date = format_datetime(clock.utc_now(), usegmt=True)
                message = {**message, "headers": [*message.get("headers", []), (b"date", date.encode("ascii"))]}
            await send(message)

        return dated

    def _next(self, path: str) -> Fault | None:
        if not path.startswith(self._prefix):
            return None
        with self._lock:
            for index, (route, fault) in enumerate(self._waiting):
                if path.endswith(route):
                    del self._waiting[index]
                    return fault
        return None


async def _nothing_here(_scope: Scope, _receive: Receive, send: Send) -> None:
    await _answer(Answer(404), send)


async def _read_all(receive: Receive) -> None:
    """Take the request in. Closed with some of it unread, a connection is reset instead of ended."""
    while (await receive()).get("more_body", False):
        pass


async def _answer(answer: Answer, send: Send) -> None:
    headers = {"Content-Length": str(len(answer.body)), **answer.headers}
    await send({"type": "http.response.start", "status": answer.status, "headers": _raw(headers)})
    await send({"type": "http.response.body", "body": answer.body})


async def _cut(send: Send) -> None:
    """Promise a body and return without it: the server then closes the connection, as ASGI asks of it."""
    await send({"type": "http.response.start", "status": 200, "headers": _raw({"Content-Length": "1"})})
    await send({"type": "http.response.body", "body": b"", "more_body": True})


async def _keep_silent(_message: Message) -> None:
    pass


def _raw(headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.lower().encode("ascii"), value.encode("ascii")) for name, value in headers.items()]
