"""The server on the network: uvicorn, quiet, on a socket that is bound before anything is announced."""

import asyncio
import logging
import os
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.supervisors import Multiprocess

from kiosk.errors import UsageError
from kiosk.server.application import HANG_UP

type Application = FastAPI
"""What `kiosk.server.application` makes, by a name that other rooms may use."""

_LONGEST_START_S = 60
"""A process that has not answered for so long is replaced. To import its packages takes seconds on a slow computer."""

_LONGEST_END_S = 3
"""Who has not been answered so long after the server was told to stop is cut off: a kiosk that was switched off in the
middle of its request, or one whose stream began in that very moment. Kiosks send again."""

_BACKLOG = 2048
"""uvicorn's own."""


def _is_no_cut_off_answer(record: logging.LogRecord) -> bool:
    """Uvicorn tells of an answer that it cut off itself as of a fault of ours."""
    return record.exc_info is None or not isinstance(record.exc_info[1], asyncio.CancelledError)


logging.getLogger("uvicorn.error").addFilter(_is_no_cut_off_answer)


class _Connection(H11Protocol):
    """A connection that has the streams end when the process is told to stop.

    uvicorn waits for every answer to end before it tells the application, and a stream has no end of its own.
    """

    def shutdown(self) -> None:
        self.app_state[HANG_UP]()
        super().shutdown()


class WebServer(uvicorn.Server):
    """`run(sockets=[...])` serves until told to stop; `up` is set once requests are accepted, or have failed to be.

    Nothing of a request is logged: neither names nor tokens nor paths. Raises UsageError for a bad certificate.
    """

    def __init__(
        self,
        app: FastAPI,
        announce: Callable[[], None] = lambda: None,
        certificate: Path | None = None,
        key: Path | None = None,
    ) -> None:
        config = _config(app, certificate, key)
        try:
            config.load()
        except OSError as error:
            why = error.strerror or error
            raise UsageError(
                f"The certificate {certificate} or its key cannot be used ({why}): give PEM files."
            ) from error
        super().__init__(config)
        self.up = threading.Event()
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        try:
            await super().startup(sockets)
            if self.started:
                self._announce()
        finally:
            self.up.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        for connection in list(self.server_state.connections):  # of who came in the last moment, or did not let go
            connection.transport.abort()
        await asyncio.sleep(0)


def run_workers(
    make: Callable[[], FastAPI],
    workers: int,
    listener: socket.socket,
    announce: Callable[[], None],
    certificate: Path | None,
    key: Path | None,
) -> None:
    """Serve with so many processes until told to stop; one that dies is replaced.

    Each process makes its own application by `make`, which has to be picklable. Raises UsageError as WebServer does.
    """
    WebServer(FastAPI(), certificate=certificate, key=key)  # a process would fail by itself, and say nothing
    listener.listen(_BACKLOG)  # who comes before the first process is up waits
    announce()
    Multiprocess(_config(make, certificate, key, workers), [listener]).run()


def _config(
    app: Callable[[], FastAPI] | FastAPI, certificate: Path | None, key: Path | None, workers: int = 1
) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        factory=workers > 1,
        workers=workers,
        timeout_worker_healthcheck=_LONGEST_START_S,
        timeout_graceful_shutdown=_LONGEST_END_S,
        loop="asyncio",
        http=_Connection,
        ws="none",
        access_log=False,
        log_level="warning",
        ssl_certfile=certificate,
        ssl_keyfile=key,
    )


def listen(host: str, port: int) -> socket.socket:
    """Bind the address; port 0 takes a free one. Raises UsageError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, because asyncio switches Nagle's algorithm off only then: 40 ms an answer otherwise.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name == "posix":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise UsageError(
            f"{host}:{port} cannot be used ({error.strerror}); name another with --host or --port."
        ) from error
    return listener


def own_address() -> str:
    """The address by which others in the same network reach this machine, as far as it knows. Sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address reserved for documents: the system only looks up the way there
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])
