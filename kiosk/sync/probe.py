"""Is there a Timeback SDK server at this address? Asked with a message it can only refuse, so nothing is counted."""

import asyncio
import json
from dataclasses import dataclass

from kiosk.clock import Clock, read
from kiosk.protocol.messages import HEARTBEAT
from kiosk.protocol.outcomes import NoAnswer, judge
from kiosk.sync.post import Deadlines, Poster
from kiosk.threads import DaemonThreads

DEADLINES = Deadlines(heartbeat_s=10.0, connect_s=5.0)


@dataclass(frozen=True, slots=True)
class Probe:
    """What answered. `fault` is a sentence with what to do, "" for a Timeback SDK server.

    `ahead_ms` is how far this machine's clock is ahead of the server's, None where the server told no time.
    """

    fault: str
    ahead_ms: int | None = None


def probe(server: str, clock: Clock, deadlines: Deadlines = DEADLINES) -> Probe:
    """Ask the server, within the heartbeat's deadline. Never raises for what the network or the server does."""
    with asyncio.Runner() as runner:
        runner.get_loop().set_default_executor(DaemonThreads())
        return runner.run(_probe(server, clock, deadlines))


async def _probe(server: str, clock: Clock, deadlines: Deadlines) -> Probe:
    asked = read(clock)
    async with Poster(server, deadlines) as wire:
        answer = await wire.post(HEARTBEAT, {}, "none")
    if isinstance(answer, NoAnswer):
        reason = answer.reason.rstrip(".")
        return Probe(f"{server} cannot be reached ({reason}); see that the address is right and the network is there.")
    if answer.status not in (400, 401) or not _is_error_of_the_sdk(answer.body):
        return Probe(
            f"{server} answers, but not as a Timeback SDK server does (status {answer.status}); see that the address"
            " is the server's own, usually ending in /api/timeback, and that no sign-in page of the network answers."
        )
    server_ms = judge(answer).server_wall_ms
    middle_ms = (asked.wall + read(clock).wall) // 2
    # A Date header is cut to the second.
    return Probe("", None if server_ms is None else middle_ms - server_ms - 500)


def _is_error_of_the_sdk(body: bytes) -> bool:
    try:
        error = json.loads(body)["error"]
        return isinstance(error["code"], str) and isinstance(error["message"], str)
    except (ValueError, LookupError, TypeError, RecursionError):
        return False
