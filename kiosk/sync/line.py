"""The line to a school server: for each ear a stream of server-sent events, and beside them downloads and answers.

Where something on the way holds streams back, a question each 15 s instead. Nothing is lost at a break: each stream
says what it has heard already. A server that is none of ours is asked again in an hour.
"""

import asyncio
import json
import logging
import random
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import suppress
from http import HTTPStatus
from typing import Any

import httpx

from kiosk.errors import KioskError
from kiosk.protocol.announcements import Announcement, Changed, Launched, Paused, read_announcement
from kiosk.sync.ears import Ear, Heard
from kiosk.sync.lessons import Shelf, keep_fetching
from kiosk.sync.trust import trust

log = logging.getLogger(__name__)

POLL_EVERY_S, POLLS = 15.0, 20
SILENT_S = 40.0
"""The server says something every 15 s; after so long without a word the line is dead."""
FIRST_WORD_S = 5.0
NOT_OURS_S, REFUSED_S = 3_600.0, 300.0
LONGEST_BACKOFF_S = 60.0
LONGEST_LINE = 65_536


class Line:
    """Lives on one event loop. `server` may be changed before `anew` is set, `answers` added to before `answered` is.

    `ears` is called on a worker thread, `tell` on the loop.
    """

    def __init__(
        self, server: str | None, ears: Callable[[], Sequence[Ear]], shelf: Shelf, tell: Callable[[Heard], None]
    ) -> None:
        self.server = server
        self.anew, self.answered = asyncio.Event(), asyncio.Event()
        self.answers: list[tuple[int, str]] = []
        self._ears = ears
        self._shelf = shelf
        self._tell = tell
        self._lessons_due = asyncio.Event()
        self._after: dict[tuple[str, str], int] = {}

    async def hold(self) -> None:
        """Listen until cancelled, from the start again whenever `anew` is set."""
        while True:
            self.anew.clear()
            tasks = []
            if (server := self.server) is not None:
                ears = await self._whose()
                tasks = [asyncio.create_task(self._work(server, ears))] if ears else []
            try:
                await self.anew.wait()
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)

    async def _whose(self) -> Sequence[Ear]:
        try:
            return await asyncio.to_thread(self._ears)
        except KioskError as error:
            log.warning("nobody can be listened for: %s", error)
            return ()

    async def _work(self, server: str, ears: Sequence[Ear]) -> None:
        base, limits = f"{server.rstrip('/')}/../kiosk/", httpx.Timeout(SILENT_S, connect=10.0)
        try:
            believed = trust(server)
        except OSError as error:
            log.warning("the school server cannot be listened to: %s", error)
            return
        try:
            async with (
                httpx.AsyncClient(base_url=base, timeout=limits, verify=believed) as http,
                asyncio.TaskGroup() as group,
            ):
                for ear in ears:
                    group.create_task(self._listen(http, server, ear))
                group.create_task(keep_fetching(self._shelf, http, ears, self._lessons_due))
                group.create_task(self._keep_answering(http, ears))
        except Exception:
            log.exception("the school server cannot be listened to")

    async def _listen(self, http: httpx.AsyncClient, server: str, ear: Ear) -> None:
        """Hold the line, and after a break take it up again where it broke."""
        chance, failures = random.Random(), 0  # noqa: S311 - spreads a class's kiosks, guards nothing
        while True:
            refused_s = None
            try:
                refused_s = await self._follow(http, server, ear)
                failures = 0
            except (TimeoutError, httpx.HTTPError, httpx.StreamError, OSError, ValueError):
                failures += 1
            await asyncio.sleep(refused_s or wait_after_break_s(failures, chance))

    async def _follow(self, http: httpx.AsyncClient, server: str, ear: Ear) -> float | None:
        """Follow one stream to its end. Tells how long to wait when the server will not have this ear."""
        key = (server, json.dumps(sorted(ear.headers.items())))
        headers = {**ear.headers, "Accept": "text/event-stream"}
        async with http.stream("GET", "events", params={"after": self._after.get(key, 0)}, headers=headers) as answer:
            if (wait_s := _refusal(answer.status_code)) is not None:
                return wait_s
            answer.raise_for_status()
            lines = answer.aiter_lines()
            try:
                await asyncio.wait_for(anext(lines), FIRST_WORD_S)
            except (TimeoutError, StopAsyncIteration):
                held_back = True
            else:
                held_back = not answer.headers.get("Content-Type", "").startswith("text/event-stream")
            if not held_back:
                self._ask_for_lessons()
                async for event in _events(lines):
                    self._hear(event, ear, key)
                return None
        await self._poll(http, ear, key)
        return None

    async def _poll(self, http: httpx.AsyncClient, ear: Ear, key: tuple[str, str]) -> None:
        """Ask every 15 s, for five minutes; then a stream is tried again."""
        self._ask_for_lessons()
        for _ in range(POLLS):
            headers = {**ear.headers, "Accept": "application/json"}
            answer = await http.get("events", params={"after": self._after.get(key, 0)}, headers=headers)
            answer.raise_for_status()
            for event in _told(answer.json()):
                self._hear(event, ear, key)
            await asyncio.sleep(POLL_EVERY_S)

    def _hear(self, event: Mapping[str, Any], ear: Ear, key: tuple[str, str]) -> None:
        read = read_announcement(event)
        if read is None:
            return
        number, said = read
        if number <= self._after.get(key, 0):
            return
        self._after[key] = number
        if isinstance(said, Changed | Launched):
            self._ask_for_lessons()
        self._tell(Heard(said, _refs(said, ear)))

    def _ask_for_lessons(self) -> None:
        self._lessons_due.set()

    async def _keep_answering(self, http: httpx.AsyncClient, ears: Sequence[Ear]) -> None:
        while True:
            self.answered.clear()
            answers, self.answers = self.answers, []
            for at, (launch, state) in enumerate(answers):
                try:
                    for ear in ears:  # whose student it is, is the server's to say
                        await http.post(f"launches/{launch}", json={"state": state}, headers=dict(ear.headers))
                except (httpx.HTTPError, OSError):
                    self.answers = [*answers[at:], *self.answers]
                    await asyncio.sleep(POLL_EVERY_S)
                    self.answered.set()
                    break
            await self.answered.wait()


def wait_after_break_s(failures: int, chance: random.Random) -> float:
    """How long to wait before the line is taken up again, after so many failures one after the other."""
    longest_s = min(LONGEST_BACKOFF_S, 2.0 ** min(failures, 10)) if failures else 0.0
    return chance.uniform(0.2, 1.0) + chance.uniform(0.0, longest_s)


def _told(said: Any) -> list[Mapping[str, Any]]:
    """The events of an answer. Raises ValueError where something on the way has answered instead of the school."""
    events = said.get("events") if isinstance(said, dict) else None
    if not isinstance(events, list):
        raise ValueError("no list of events")  # noqa: TRY004 - a break like others
    return [event for event in events if isinstance(event, dict)]


async def _events(lines: AsyncIterator[str]) -> AsyncIterator[Mapping[str, Any]]:
    """Read each event's data, which our server writes on one line. Comments only say that the line is alive."""
    async for line in lines:
        if line.startswith("data:") and len(line) <= LONGEST_LINE:
            with suppress(ValueError, RecursionError):
                event = json.loads(line.removeprefix("data:"))
                if isinstance(event, dict):
                    yield event


def _refusal(status: int) -> float | None:
    match status:
        case HTTPStatus.NOT_FOUND | HTTPStatus.METHOD_NOT_ALLOWED:
            return NOT_OURS_S
        case HTTPStatus.UNAUTHORIZED | HTTPStatus.FORBIDDEN | HTTPStatus.CONFLICT:
            return REFUSED_S
        case _:
            return None


def _refs(said: Announcement, ear: Ear) -> frozenset[str]:
    if ear.ref is not None:
        return frozenset({ear.ref.casefold()})
    match said:
        case Launched(student=student):
            return frozenset({student.casefold()})
        case Paused(students=students):
            return frozenset(map(str.casefold, students))
        case _:
            return frozenset()
