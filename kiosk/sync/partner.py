"""Who is at the other end: the school server, an older one of it, or any Timeback SDK server."""

from typing import Protocol

from kiosk.clock import Clock
from kiosk.protocol.batch import PLAIN, Hello, hello_path, read_hello
from kiosk.protocol.outcomes import Answer, NoAnswer

ASK_EVERY_MS = 3_600_000
"""A server may be replaced by a newer one, or by one of another kind, while a kiosk runs for weeks."""


class Asking(Protocol):
    async def get(self, path: str) -> Answer | NoAnswer: ...


class Partner:
    """What the server at one address said of itself, asked when it is needed and then once an hour."""

    def __init__(self, wire: Asking, clock: Clock) -> None:
        self._wire = wire
        self._clock = clock
        self._known: Hello | None = None
        self._asked_mono = 0

    @property
    def known(self) -> Hello:
        """What it said last; a plain server's while nothing is known."""
        return self._known or PLAIN

    @property
    def is_known(self) -> bool:
        return self._known is not None

    async def hello(self) -> Hello:
        """What it says; a plain server's when it is away. Asks for it where that is not known."""
        now = self._clock.monotonic_ms()
        if self._known is None or now - self._asked_mono > ASK_EVERY_MS:
            self._known, self._asked_mono = read_hello(await self._wire.get(hello_path())), now
        return self.known

    def forget(self) -> None:
        """Ask again before the next pass: it does not answer as it said it would."""
        self._known = None
