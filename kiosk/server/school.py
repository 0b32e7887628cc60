"""The server's parts, put together."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from timeback.server.adapters.fastapi import TimebackFastAPI
from timeback.server.timeback import AppConfig

from kiosk.clock import Clock, epoch_ms
from kiosk.lessons.model import Lesson, LessonId
from kiosk.protocol.environment import Environment
from kiosk.server.bell import Bell
from kiosk.server.connection import Access, open_sdk
from kiosk.server.database import Database
from kiosk.server.forwarder import Forwarder
from kiosk.server.identity import email_by_token
from kiosk.server.upstream import Upstream
from kiosk.tracking.xp import XpPolicy

LAST_WORK_S = 10.0


@dataclass(frozen=True, slots=True)
class School:
    """What the routes work with. Without a `forwarder` the server is in local mode: nothing goes to Timeback."""

    database: Database
    clock: Clock
    sdk: TimebackFastAPI
    forwarder: Forwarder | None
    lessons: Mapping[LessonId, Lesson]
    xp: XpPolicy
    bell: Bell

    @property
    def courses(self) -> AppConfig:
        return self.sdk.instance.app_config

    @property
    def mode(self) -> str:
        return "local" if self.forwarder is None else "connected"

    def now_ms(self) -> int:
        return epoch_ms(self.clock.utc_now())

    def nudge(self) -> None:
        """Say that an event is in the outbox."""
        if self.forwarder is not None:
            self.forwarder.nudge()

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        """Forward while the block runs, and at its end settle what is under way, if that is soon done."""
        if self.forwarder is None:
            yield
            return
        forwarding = asyncio.create_task(self.forwarder.run())
        try:
            yield
        finally:
            self.forwarder.stop()
            await asyncio.wait({forwarding}, timeout=LAST_WORK_S)
            forwarding.cancel()
            await self.sdk.close()


def open_school(
    database: Database,
    clock: Clock,
    config: Path,
    env: Environment,
    access: Access | None,
    lessons: Sequence[Lesson],
    xp: XpPolicy,
) -> School:
    """Put the server together over an open database, which stays the caller's. Raises ConfigError."""
    sdk = open_sdk(config, env, access, email_by_token(database))
    forwarder = None if access is None else Forwarder(database, clock, Upstream(sdk))
    return School(database, clock, sdk, forwarder, {lesson.id: lesson for lesson in lessons}, xp, Bell(database))
