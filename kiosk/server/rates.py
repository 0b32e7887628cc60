"""How often somebody may ask: a bucket of requests for each token, in this process's memory.

It is there against a program that has gone wild. A kiosk that has been offline for a week needs a few requests by
batch. One that sends window by window to the SDK's routes is slowed to the refill, and never refused for longer than a
second.
"""

import hashlib
from dataclasses import dataclass
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from kiosk.clock import Clock
from kiosk.server.answers import error

AT_ONCE = 600
PER_S = 60
MOST_BUCKETS = 10_000


@dataclass(slots=True)
class Bucket:
    """Requests left, as of a moment of the monotonic clock."""

    left: float
    at_ms: int


class Rates:
    """The buckets. On the event loop's thread."""

    def __init__(self, clock: Clock, at_once: int = AT_ONCE, per_s: int = PER_S) -> None:
        self._clock = clock
        self._at_once = at_once
        self._per_ms = per_s / 1000
        self._buckets: dict[bytes, Bucket] = {}

    def allow(self, token: str) -> bool:
        """Take one request out of the token's bucket; False where it is empty."""
        now_ms = self._clock.monotonic_ms()
        key = hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
        bucket = self._buckets.setdefault(key, Bucket(self._at_once, now_ms))
        bucket.left, bucket.at_ms = self._refilled(bucket, now_ms), now_ms
        if len(self._buckets) > MOST_BUCKETS:
            self._forget(now_ms)
        if bucket.left < 1:
            return False
        bucket.left -= 1
        return True

    def _refilled(self, bucket: Bucket, now_ms: int) -> float:
        return min(self._at_once, bucket.left + (now_ms - bucket.at_ms) * self._per_ms)

    def _forget(self, now_ms: int) -> None:
        """A full bucket is as good as none; of more tokens than any school has, the oldest half goes."""
        kept = [(key, each) for key, each in self._buckets.items() if self._refilled(each, now_ms) < self._at_once]
        self._buckets = dict(kept[-MOST_BUCKETS // 2 :])


class LimitedRates:
    """Middleware: who asks too often is told to come back in a second (429). Who sends no token gets nothing."""

    def __init__(self, app: ASGIApp, rates: Rates) -> None:
        self._app = app
        self._rates = rates

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        token = Headers(scope=scope).get("Authorization") if scope["type"] == "http" else None
        if token is None or self._rates.allow(token):
            await self._app(scope, receive, send)
            return
        answer = error(HTTPStatus.TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS", "This token asks too often; wait a second")
        answer.headers["Retry-After"] = "1"
        await answer(scope, receive, send)
