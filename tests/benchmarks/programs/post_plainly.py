"""The floor of delivery: the bodies of an outbox, posted with httpx and nothing else.

`python -m tests.benchmarks.programs.post_plainly FOLDER SERVER AT_ONCE` prints how many a second were answered.
"""

import asyncio
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx

from kiosk.protocol.messages import Body
from tests.benchmarks.bodies import bodies
from tests.benchmarks.programs.pace import Pace


async def post(client: httpx.AsyncClient, server: str, waiting: Iterator[tuple[str, Body, str]], pace: Pace) -> None:
    for path, body, token in waiting:
        headers = {"Authorization": f"Bearer {token}"}
        (await client.post(f"{server}/{path}", json=body, headers=headers)).raise_for_status()
        pace.note()


async def post_all(server: str, waiting: list[tuple[str, Body, str]], at_once: int, pace: Pace) -> None:
    left = iter(waiting)
    async with httpx.AsyncClient() as client:
        await asyncio.gather(*(post(client, server, left, pace) for _ in range(at_once)))


def post_one_by_one(server: str, waiting: list[tuple[str, Body, str]], pace: Pace) -> None:
    """Without an event loop, which is quicker where nothing is done meanwhile."""
    with httpx.Client() as client:
        for path, body, token in waiting:
            headers = {"Authorization": f"Bearer {token}"}
            client.post(f"{server}/{path}", json=body, headers=headers).raise_for_status()
            pace.note()


def main() -> None:
    folder, server, at_once = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    waiting = bodies(folder)
    pace = Pace()
    if at_once == 1:
        post_one_by_one(server, waiting, pace)
    else:
        asyncio.run(post_all(server, waiting, at_once, pace))
    print(json.dumps({"count": len(waiting), "per_s": pace.per_s}))


if __name__ == "__main__":
    main()
