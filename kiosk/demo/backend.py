"""A plain Timeback SDK server on loopback over the stand-in cloud, for the tests: kiosks have to get on with it too."""

import asyncio
import os
import socket
import threading
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Self

import uvicorn
from fastapi import FastAPI, Request
from timeback import ApiCredentials, CustomIdentityConfig, TimebackConfig
from timeback.server.adapters.fastapi import TimebackFastAPI
from timeback.server.handlers.activity import heartbeat_handler
from timeback.server.types import ActivityRecordInput, TimebackHooks, TimeSpentBeforeSendData
from timeback_core import TimebackClient

from kiosk.clock import Clock
from kiosk.demo.cloud import Cloud, courses_of
from kiosk.demo.cloud_log import CloudLog, Window
from kiosk.demo.faults import Answer, Cut, Faults
from kiosk.errors import UsageError

HOST = "127.0.0.1"
PREFIX = "/api/timeback"
_CLOUD = "/cloud"

_IDLE_S = 60
"""Longer than the 5 s for which the SDK's own client keeps an idle connection to the cloud: if both let go after the
same time, now and then a request goes into a connection that is just being closed, and is answered 502."""


class Backend:
    """A school's server with the SDK's own routes; the environment is "local".

    `tokens` says which bearer token is whose; any other is answered 401. `students` are the e-mail
    addresses the cloud knows (see `Cloud`). Everything runs in one daemon thread and is gone after `stop`,
    except what the cloud received. With a `clock` its answers carry that clock's Date. Methods may be
    called from any thread but that one.
    """

    def __init__(
        self,
        config_path: Path,
        students: Sequence[str],
        tokens: Mapping[str, str],
        port: int = 0,
        clock: Clock | None = None,
    ) -> None:
        self.cloud = Cloud(students, courses_of(config_path))
        self._config_path = config_path
        self._tokens = dict(tokens)
        self._faults = Faults(PREFIX, clock)
        self._dates_itself = clock is None
        self._port = port
        self._sdk: TimebackFastAPI | None = None
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """What a client takes as its server; the same across `stop` and `start`."""
        return f"http://{HOST}:{self._port}{PREFIX}"

    @property
    def log(self) -> CloudLog:
        """What the cloud received."""
        return self.cloud.log

    def __enter__(self) -> Self:
        self.forget_windows()
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Come up, on the port of the last time if there was one. Returns once requests are accepted."""
        if self._server is not None:
            return
        listener = _listen(self._port)
        self._port = listener.getsockname()[1]
        try:
            self._faults.app = self._app()
        except BaseException:
            listener.close()
            raise
        server = _Server(self._faults, dates=self._dates_itself)
        thread = threading.Thread(target=server.run, args=([listener],), name="demo-backend", daemon=True)
        thread.start()
        server.up.wait()
        self._server, self._thread = server, thread

    def stop(self) -> None:
        """Go away: connections are refused until the next `start`. Requests under way are finished."""
        if self._server is None or self._thread is None:
            return
        self._server.should_exit = True
        self._thread.join()
        self._server = self._thread = None

    def forget_windows(self) -> None:
        """Forget which windows were seen, as a new server process has, or any after five minutes."""
        # The SDK keeps them in its module, so they would outlive this server.
        heartbeat_handler._dedupe_cache.clear()  # noqa: SLF001 - the SDK offers no other way

    def record(self, completion: ActivityRecordInput) -> None:
        """Complete a stateful run from the server's side, by the SDK's `activity.record()`; raises what that raises.

        Returns once the cloud has it. The server has to be up.
        """
        assert self._sdk is not None, "nobody can record before `start`"
        assert self._server is not None, "nobody can record after `stop`"
        asyncio.run_coroutine_threadsafe(_record(self._sdk, completion), self._server.event_loop).result()

    def allow(self, token: str, email: str) -> None:
        self._tokens[token] = email

    def revoke(self, token: str) -> None:
        """Answer 401 to that token from now on."""
        self._tokens.pop(token, None)

    def refuse_next(
        self, n: int, status: int, *, body: bytes = b"", headers: Mapping[str, str] | None = None, route: str = ""
    ) -> None:
        """Answer the next `n` requests in the SDK's place; `route` limits it to paths that end so."""
        self._faults.add(Answer(status, body, headers or {}), n, route)

    def cut_next(self, n: int = 1, *, sdk_acts: bool, route: str = "") -> None:
        """Break the connection of the next `n` requests, after the SDK has acted on them or instead."""
        self._faults.add(Cut(sdk_acts), n, route)

    def _app(self) -> FastAPI:
        self._sdk = sdk = TimebackFastAPI(
            TimebackConfig(
                env="local",
                api=ApiCredentials(client_id="demo", client_secret="demo"),  # noqa: S106 - nobody asks for it
                identity=CustomIdentityConfig(get_email=self._email),
                config_path=str(self._config_path),
                hooks=TimebackHooks(before_time_spent_send=self._note_window),
                log_level="silent",
            )
        )
        # The SDK's own factory knows only Timeback's two clouds and wants credentials for them. Its client
        # has a mode with one base URL and none, made for development: that one goes in the factory's place.
        sdk.instance._client_factory._client = TimebackClient(base_url=f"http://{HOST}:{self._port}{_CLOUD}")  # noqa: SLF001 - see above

        @asynccontextmanager
        async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
            yield
            await sdk.close()

        app = FastAPI(openapi_url=None, lifespan=lifespan)
        app.include_router(sdk.router, prefix=PREFIX)
        app.mount(_CLOUD, self.cloud.app)
        return app

    def _email(self, request: Request) -> str | None:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        return self._tokens.get(token) if scheme.lower() == "bearer" else None

    def _note_window(self, data: TimeSpentBeforeSendData) -> TimeSpentBeforeSendData:
        """Note what Caliper leaves out, so that a window received twice can be told from two windows."""
        started_at = datetime.fromisoformat(data.payload["startedAt"])
        self.log.note_window(data.event.id, Window(str(data.run_id), started_at))
        return data


async def _record(sdk: TimebackFastAPI, completion: ActivityRecordInput) -> None:
    await sdk.activity.record(completion)


def _listen(port: int) -> socket.socket:
    # Named as TCP, because asyncio switches Nagle's algorithm off only then: 40 ms an answer otherwise.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name == "posix":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError as error:
        listener.close()
        raise UsageError(
            f"{HOST}:{port} cannot be used ({error.strerror}); name another port, or 0 for a free one"
        ) from error
    return listener


class _Server(uvicorn.Server):
    """uvicorn without its log; `up` is set once it accepts requests, or has failed to."""

    def __init__(self, app: Faults, *, dates: bool) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http="h11",
                loop="asyncio",
                ws="none",
                log_config=None,
                log_level="critical",
                access_log=False,
                timeout_keep_alive=_IDLE_S,
                date_header=dates,
            )
        )
        self.up = threading.Event()
        self.event_loop: asyncio.AbstractEventLoop

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self.event_loop = asyncio.get_running_loop()
        try:
            await super().startup(sockets)
        finally:
            self.up.set()
