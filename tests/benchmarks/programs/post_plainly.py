"""The floor of delivery: the bodies of an outbox, posted with httpx and nothing else.

`python -m tests.benchmarks.programs.post_plainly FOLDER SERVER AT_ONCE` prints how many a second were taken.
"""

import asyncio
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx

from kiosk.protocol.messages import Body
from tests.benchmarks.bodies import bodies


async def post(client: httpx.AsyncClient, server: str, waiting: Iterator[tuple[str, Body, str]]) -> None:
    for path, body, token in waiting:
        headers = {"Authorization": f"Bearer {token}"}
        (await client.post(f"{server}/{path}", json=body, headers=headers)).raise_for_status()


async def post_all(server: str, waiting: list[tuple[str, Body, str]], at_once: int) -> float:
    """Tell the seconds it took."""
    left = iter(waiting)
    async with httpx.AsyncClient() as client:
        before = time.perf_counter()
        await asyncio.gather(*(post(client, server, left) for _ in range(at_once)))
        return time.perf_counter() - before


def post_one_by_one(server: str, waiting: list[tuple[str, Body, str]]) -> float:
    """Without an event loop, which is quicker where nothing is done meanwhile. Tell the seconds it took."""
    with httpx.Client() as client:
        before = time.perf_counter()
        for path, body, token in waiting:
            headers = {"Authorization": f"Bearer {token}"}
            client.post(f"{server}/{path}", json=body, headers=headers).raise_for_status()
        return time.perf_counter() - before


def main() -> None:
    folder, server, at_once = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    waiting = bodies(folder)
    seconds = post_one_by_one(server, waiting) if at_once == 1 else asyncio.run(post_all(server, waiting, at_once))
    print(json.dumps({"count": len(waiting), "per_s": len(waiting) / seconds}))


if __name__ == "__main__":
    main()
