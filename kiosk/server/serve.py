"""The server on the network: uvicorn, quiet, on a socket that is bound before anything is announced."""

import os
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from kiosk.errors import UsageError


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
        config = uvicorn.Config(
            app,
            loop="asyncio",
            ws="none",
            access_log=False,
            log_level="warning",
            ssl_certfile=certificate,
            ssl_keyfile=key,
        )
        try:
            config.load()
        except OSError as error:
            why = error.strerror or error
            raise UsageError(
                f"The certificate {certificate} or its key cannot be used ({why}): give PEM files."
            ) from error
        super().__init__(config)
        self.up = threading.Event()
        self._app = app
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        try:
            await super().startup(sockets)
            if self.started:
                self._announce()
        finally:
            self.up.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._app.state.closing.set()  # uvicorn waits for every answer to end, and a stream has no end of its own
        self._app.state.hang_up()
        await super().shutdown(sockets)


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
