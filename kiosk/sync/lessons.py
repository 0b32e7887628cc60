"""Fetches what is handed out: the list, then each package, from where a download broke, verified, put in one step."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

import httpx

from kiosk.errors import KioskError
from kiosk.sync import handed_out
from kiosk.sync.ears import Ear
from kiosk.sync.handed_out import PART, HandedOut

log = logging.getLogger(__name__)

EVERY_S, AFTER_FAILURE_S = 900.0, 60.0


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the lessons go. `begun` tells which are begun on this computer; it runs on a worker thread and may block.

    `fetched` is called, with the titles of lessons that are new here, whenever the list has become another one.
    """

    folder: Path
    begun: Callable[[], frozenset[str]]
    fetched: Callable[[tuple[str, ...]], None]


async def keep_fetching(shelf: Shelf, http: httpx.AsyncClient, ears: Sequence[Ear], due: asyncio.Event) -> None:
    """Fetch whenever it is due, each quarter of an hour, and a minute after a failure."""
    wait_s: float | None = None
    while True:
        with suppress(TimeoutError):
            await asyncio.wait_for(due.wait(), wait_s)
        due.clear()
        wait_s = EVERY_S
        try:
            await fetch(shelf, http, ears)
        except (httpx.HTTPError, httpx.StreamError, KioskError, OSError, ValueError) as error:
            log.warning("the lessons that are handed out could not be fetched: %s", type(error).__name__)
            wait_s = AFTER_FAILURE_S


async def fetch(shelf: Shelf, http: httpx.AsyncClient, ears: Sequence[Ear]) -> None:
    """Bring the folder up to date once. Raises httpx's errors, OSError, StoreError; what is whole by then stays.

    What cannot be fetched now is not on the list yet, so nobody is offered a lesson that is not here.
    """
    old = await asyncio.to_thread(handed_out.read_list, shelf.folder)
    wanted: list[HandedOut] = []
    for ear in ears:
        answer = await http.get("assignments", headers=dict(ear.headers))
        answer.raise_for_status()
        wanted += handed_out.from_wire(answer.json(), ear.ref)
    here = [row for row in wanted if row.digest is None or await _is_here(shelf.folder, http, ears, row)]
    begun = await asyncio.to_thread(shelf.begun)
    rows = handed_out.keep_begun(old, here, begun)
    if rows != old:
        await asyncio.to_thread(handed_out.write_list, shelf.folder, rows)
        known = {row.digest for row in old}
        shelf.fetched(tuple(dict.fromkeys(row.title for row in rows if row.digest and row.digest not in known)))
    if len(here) < len(wanted):
        raise OSError("some packages were not what the server had promised")


async def _is_here(folder: Path, http: httpx.AsyncClient, ears: Sequence[Ear], row: HandedOut) -> bool:
    """Whether the package is in the folder, after fetching it where it was not. One that is damaged is thrown away."""
    assert row.digest is not None
    if await asyncio.to_thread((folder / row.digest).is_dir):
        return True
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    part = folder / f"{row.digest}{PART}"
    await _download(http, ears[0], f"lessons/{quote(row.lesson, safe='')}/{row.digest}.zip", part, row.size)
    return await asyncio.to_thread(handed_out.take_package, part, folder, row.digest)


async def _download(http: httpx.AsyncClient, ear: Ear, path: str, part: Path, size: int) -> None:
    """Write what is still missing of a file of that size, and never more."""
    start = await asyncio.to_thread(_size_of, part)
    if start >= size:
        return
    headers = {**ear.headers, **({"Range": f"bytes={start}-"} if start else {})}
    async with http.stream("GET", path, headers=headers) as answer:
        answer.raise_for_status()
        goes_on = answer.status_code == HTTPStatus.PARTIAL_CONTENT
        left = size - (start if goes_on else 0)
        with part.open("ab" if goes_on else "wb") as file:
            async for piece in answer.aiter_bytes():
                file.write(piece[:left])
                left -= len(piece)
                if left <= 0:
                    return


def _size_of(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0
