"""A school's network: a TCP proxy on loopback that does to the next connection what it is told."""

import contextlib
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum

from tests.sync.faulty import is_hello, receive

HOLD_S = 0.05
"""How long a hanging connection is held before it breaks: a whole request's deadline has tests of its own."""


class Fault(StrEnum):
    """What happens to one connection. What comes before "after" happens before the server has heard of it."""

    NONE = "none"
    REFUSE = "nobody listens"
    RESET_BEFORE = "reset before a byte was read"
    RESET_MIDWAY = "reset in the middle of the request"
    HANG_BEFORE = "hangs, then breaks, before the server heard of it"
    RESET_AFTER = "reset after the server acted"
    HANG_AFTER = "hangs, then breaks, after the server acted"
    CUT_HEAD = "the answer's head is cut after the server acted"
    CUT_BODY = "the answer's body is cut after the server acted"
    TRICKLE = "the answer comes byte by byte"
    NO_HTTP = "an answer that is no HTTP"
    RUBBISH = "200 with rubbish"
    PORTAL = "a captive portal's page"
    REDIRECT = "a redirect to a portal"
    STATUS_400 = "400 of a stranger"
    STATUS_403 = "403 of a stranger"
    STATUS_404 = "404 of a stranger"
    STATUS_408 = "408"
    STATUS_409 = "409 of a stranger"
    STATUS_429 = "429 with Retry-After"
    STATUS_500 = "500 of a stranger"
    STATUS_502 = "502"
    STATUS_503 = "503"


ACTED = frozenset({Fault.RESET_AFTER, Fault.HANG_AFTER, Fault.CUT_HEAD, Fault.CUT_BODY})
"""The server has the message and the client does not know it."""


def _page(status: str, body: bytes = b"<html>Welcome to our Wi-Fi</html>", headers: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\n{headers}Content-Length: {len(body)}\r\n\r\n".encode() + body


_INSTEAD = {
    Fault.NO_HTTP: b"\x00\xff\x16\x03 220 mail.example ESMTP\r\n",
    Fault.RUBBISH: _page("200 OK", bytes(range(256))),
    Fault.PORTAL: _page("200 OK"),
    Fault.REDIRECT: _page("302 Found", headers="Location: http://127.0.0.1:9/login\r\n"),
    Fault.STATUS_400: _page("400 Bad Request"),
    Fault.STATUS_403: _page("403 Forbidden"),
    Fault.STATUS_404: _page("404 Not Found"),
    Fault.STATUS_408: _page("408 Request Timeout"),
    Fault.STATUS_409: _page("409 Conflict"),
    Fault.STATUS_429: _page("429 Too Many Requests", headers="Retry-After: 7\r\n"),
    Fault.STATUS_500: _page("500 Internal Server Error"),
    Fault.STATUS_502: _page("502 Bad Gateway"),
    Fault.STATUS_503: _page("503 Service Unavailable"),
}


@dataclass
class Wire:
    """The proxy. One request a connection, so that a fault concerns exactly one message.

    `fault` holds for every connection until it is set anew; with `once` only for the next one. With `tls` the client
    has to speak TLS to it.
    """

    target: int
    port: int = 0
    fault: Fault = Fault.NONE
    once: bool = False
    tls: ssl.SSLContext | None = None
    seen: list[Fault] = field(default_factory=list)
    _listener: socket.socket | None = None
    _thread: threading.Thread | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def url(self) -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}/api/timeback"

    def strike(self, fault: Fault, *, once: bool) -> None:
        with self._lock:
            self.fault, self.once = fault, once
        if fault is Fault.REFUSE:
            self.close()
        else:
            self.listen()

    def listen(self) -> None:
        if self._listener is None:
            self._listener = socket.create_server(("127.0.0.1", self.port))
            self.port = self._listener.getsockname()[1]
            self._thread = threading.Thread(target=self._serve, args=(self._listener,), name="wire")
            self._thread.start()

    def close(self) -> None:
        listener, self._listener = self._listener, None
        if listener is not None and self._thread is not None:
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            self._thread.join()
            listener.close()

    def _serve(self, listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection, contextlib.suppress(OSError):
                self._carry(self.tls.wrap_socket(connection, server_side=True) if self.tls else connection)

    def _carry(self, client: socket.socket) -> None:
        if self.once and self.tls is None and is_hello(client.recv(256, socket.MSG_PEEK)):
            _pass(client, self.target)  # a fault that comes once is for a message
            return
        with self._lock:
            fault = self.fault
            if self.once:
                self.fault = Fault.NONE
        self.seen.append(fault)
        _ACTS.get(fault, _instead(fault))(client, self.target)
        client.close()


def _ask(target: int, request: bytes) -> bytes:
    """The server's whole answer to a request, on a connection of its own."""
    head, _, body = request.partition(b"\r\n\r\n")
    with socket.create_connection(("127.0.0.1", target)) as server:
        server.sendall(head + b"\r\nConnection: close\r\n\r\n" + body)
        answer = b""
        while more := server.recv(65_536):
            answer += more
        return answer


def _pass(client: socket.socket, target: int) -> None:
    client.sendall(_ask(target, receive(client)))


def _reset(client: socket.socket) -> None:
    """Closed so that the other side gets a reset, not an end."""
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _reset_before(client: socket.socket, _target: int) -> None:
    _reset(client)


def _reset_midway(client: socket.socket, _target: int) -> None:
    client.recv(10)
    _reset(client)


def _hang_before(client: socket.socket, _target: int) -> None:
    receive(client)
    threading.Event().wait(HOLD_S)


def _hang_after(client: socket.socket, target: int) -> None:
    _ask(target, receive(client))
    threading.Event().wait(HOLD_S)


def _reset_after(client: socket.socket, target: int) -> None:
    _ask(target, receive(client))
    _reset(client)


def _cut_head(client: socket.socket, target: int) -> None:
    client.sendall(_ask(target, receive(client))[:11])


def _cut_body(client: socket.socket, target: int) -> None:
    """An answer that promises more than comes."""
    _ask(target, receive(client))
    client.sendall(b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"dup')


def _trickle(client: socket.socket, target: int) -> None:
    for byte in _ask(target, receive(client)):
        client.sendall(bytes([byte]))


def _instead(fault: Fault) -> Callable[[socket.socket, int], None]:
    def answer(client: socket.socket, _target: int) -> None:
        receive(client)
        client.sendall(_INSTEAD[fault])

    return answer


_ACTS: dict[Fault, Callable[[socket.socket, int], None]] = {
    Fault.NONE: _pass,
    Fault.RESET_BEFORE: _reset_before,
    Fault.RESET_MIDWAY: _reset_midway,
    Fault.HANG_BEFORE: _hang_before,
    Fault.RESET_AFTER: _reset_after,
    Fault.HANG_AFTER: _hang_after,
    Fault.CUT_HEAD: _cut_head,
    Fault.CUT_BODY: _cut_body,
    Fault.TRICKLE: _trickle,
}


@contextmanager
def wire(target: int, tls: ssl.SSLContext | None = None) -> Iterator[Wire]:
    """A proxy before the server at that port of this machine."""
    proxy = Wire(target, tls=tls)
    proxy.listen()
    try:
        yield proxy
    finally:
        proxy.close()
