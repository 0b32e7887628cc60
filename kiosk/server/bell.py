"""Wakes the streams of this process when something was announced, by whichever process of the server or command.

    announce ──► commit ──► PostgreSQL: NOTIFY ─────────┐
                            SQLite: a look each 250 ms ─┴─► bell's thread ──► the event loop: every subscriber

Nothing is ever lost here: a subscriber looks into the database itself, the bell only says when.
"""

import asyncio
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from kiosk.errors import StoreError
from kiosk.server import announcements
from kiosk.server.announcements import CHANNEL
from kiosk.server.database import Database

log = logging.getLogger(__name__)

AFTER_FAILURE_S = 2.0


class Bell:
    """Rings from `start` to `close`. `subscription` belongs to the event loop, `close` to any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._subscribers: set[asyncio.Event] = set()
        self._needed = threading.Event()
        self._stopping = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._run, name="bell", daemon=True)

    @property
    def is_closed(self) -> bool:
        return self._stopping.is_set()

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._thread.start()

    def close(self) -> None:
        """Ring a last time: whoever is woken finds it closed."""
        self._stopping.set()
        self._needed.set()
        self._ring()

    def join(self) -> None:
        """Wait until the thread has let go of the database."""
        if self._thread.is_alive():
            self._thread.join()

    @contextmanager
    def subscription(self) -> Iterator[asyncio.Event]:
        """An event that is set whenever there may be something new. Clear it before looking."""
        heard = asyncio.Event()
        self._subscribers.add(heard)
        self._needed.set()
        try:
            yield heard
        finally:
            self._subscribers.discard(heard)
            if not self._subscribers and not self.is_closed:
                self._needed.clear()

    def _ring(self) -> None:
        def wake() -> None:
            for heard in self._subscribers:
                heard.set()

        if self._loop is not None:
            with suppress(RuntimeError):  # the loop has just been closed
                self._loop.call_soon_threadsafe(wake)

    def _run(self) -> None:
        seen = -1
        while not self.is_closed:
            self._needed.wait()
            try:
                for _ in self._database.wakes(CHANNEL, self._stopping):
                    with self._database.read() as db:
                        newest = announcements.latest(db)
                    if newest != seen:
                        seen = newest
                        self._ring()
                    if not self._needed.is_set():
                        break
            except StoreError as error:
                log.error("%s", error)  # noqa: TRY400 - it is the database's, and says what to do
                self._stopping.wait(AFTER_FAILURE_S)
