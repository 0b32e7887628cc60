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
    """What the server at one address said of itself, asked when it is needed and then once an hour.

    While it is away it is what it said last. A window that a school server took in the moment in which it was killed
    would else be one of a plain server's, of which nobody knows in whose ledger it may stand.
    """

    def __init__(self, wire: Asking, clock: Clock) -> None:
        self._wire = wire
        self._clock = clock
        self._said: Hello | None = None
        self._asked_mono: int | None = None

    @property
    def known(self) -> Hello:
        """What it said last; a plain server's where it has said nothing yet."""
        return self._said or PLAIN

    @property
    def is_known(self) -> bool:
        """Whether it answered when it was asked last, and has not been forgotten since."""
        return self._asked_mono is not None

    async def hello(self) -> Hello:
        """What it says, or said before it went away; a plain server's where it has said nothing yet."""
        now = self._clock.monotonic_ms()
        if self._asked_mono is None or now - self._asked_mono > ASK_EVERY_MS:
            said = read_hello(await self._wire.get(hello_path()))
            self._asked_mono = None if said is None else now
            self._said = said or self._said
        return self.known

    def forget(self) -> None:
        """Ask again before the next pass: it does not answer as it said it would."""
        self._asked_mono = None
