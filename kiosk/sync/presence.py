"""Tells the school server what the students of this kiosk are doing.

What is told is worth something for a moment only: nothing is kept, and what fails is told anew ten seconds later.
"""

import logging
import threading
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Protocol

from kiosk.errors import KioskError
from kiosk.protocol.messages import Body
from kiosk.protocol.outcomes import Answer, NoAnswer
from kiosk.protocol.presence import PRESENCE, Report
from kiosk.protocol.tokens import DeviceToken, Token
from kiosk.threads import DaemonThreads

log = logging.getLogger(__name__)

EVERY_S = 10.0
AT_MOST_EVERY_S = 2.0
"""A change is told sooner, but not each of many."""

ROUNDS_OFF = 60
"""A server that is none of ours has no such route: it is asked again after so many rounds."""

LAST_WORD_S = 1.0
MOST_AT_ONCE = 200


class PresenceWire(Protocol):
    async def put(self, path: str, body: Body, token: Token) -> Answer | NoAnswer: ...


async def tell_server(
    wire: PresenceWire, reports: Mapping[str, Report], token: Callable[[str], Token | None]
) -> set[str] | None:
    """Tell these students' reports, all of a device's in one request.

    Tells whose have arrived, None when the server has no such route. `token` gives what speaks for a student by
    their ref.
    """
    by_bearer: dict[str, list[tuple[str, Token]]] = {}
    for ref in reports:
        speaks = token(ref)
        if speaks is not None:
            bearer = speaks.token if isinstance(speaks, DeviceToken) else speaks
            by_bearer.setdefault(bearer, []).append((ref, speaks))
    told: set[str] = set()
    for whose in by_bearer.values():
        for first in range(0, len(whose), MOST_AT_ONCE):
            some = whose[first : first + MOST_AT_ONCE]
            body: Body = {"students": [reports[ref].to_wire(_email(speaks)) for ref, speaks in some]}
            answer = await wire.put(PRESENCE, body, some[0][1])
            if isinstance(answer, NoAnswer):
                return told
            if answer.status in (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED):
                return None
            if answer.status == HTTPStatus.NO_CONTENT:
                told |= {ref for ref, _ in some}
    return told


def _email(token: Token) -> str | None:
    return token.student if isinstance(token, DeviceToken) else None


class PresenceReporter:
    """One daemon thread. Any thread may call; nobody waits but `close`, and that for a second at most.

    `server` gives the server's address, None where there is none; `token` what speaks for a student, by their ref.
    Both are called on the thread, and may block.
    """

    def __init__(self, server: Callable[[], str | None], token: Callable[[str], Token | None]) -> None:
        self._server = server
        self._token = token
        self._changed = threading.Event()
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._reports: Mapping[str, Report] = {}
        self._here: str | None = None
        self._told: dict[str, Report] = {}
        self._at: str | None = None
        self._rounds_off = 0
        self._thread = threading.Thread(target=self._run, name="presence", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def tell(self, reports: Mapping[str, Report], here: str | None) -> None:
        """Have this told in place of what was; `here` is the ref of who is in a lesson: their report is kept fresh."""
        with self._lock:
            is_news = self._reports != reports or self._here != here
            self._reports, self._here = reports, here
        if is_news:
            self._changed.set()

    def close(self) -> None:
        """Tell the last word, and no more."""
        self._closing.set()
        self._changed.set()
        if self._thread.is_alive():
            self._thread.join(LAST_WORD_S)

    def _run(self) -> None:
        is_over = False
        while not is_over:
            self._changed.wait(EVERY_S)
            self._changed.clear()
            is_over = self._closing.is_set()
            try:
                self._tell_now()
            except (KioskError, OSError) as error:
                log.warning("the school server was not told who is here: %s", error)
            self._closing.wait(AT_MOST_EVERY_S)

    def _tell_now(self) -> None:
        server = self._server()
        if server != self._at:
            self._at, self._told, self._rounds_off = server, {}, 0
        if server is None or self._rounds_off:
            self._rounds_off = max(0, self._rounds_off - 1)
            return
        with self._lock:
            reports, here = self._reports, self._here
        due = {ref: report for ref, report in reports.items() if ref == here or self._told.get(ref) != report}
        told = _tell_at(server, due, self._token) if due else set()
        if told is None:
            self._rounds_off = ROUNDS_OFF
        else:
            self._told |= {ref: due[ref] for ref in told}


def _tell_at(server: str, reports: Mapping[str, Report], token: Callable[[str], Token | None]) -> set[str] | None:
    import asyncio  # noqa: PLC0415 - a kiosk without a server does without, and without httpx

    from kiosk.sync.post import Poster  # noqa: PLC0415

    async def tell() -> set[str] | None:
        async with Poster(server) as wire:
            return await tell_server(wire, reports, token)

    with asyncio.Runner() as runner:
        runner.get_loop().set_default_executor(DaemonThreads())
        return runner.run(tell())
