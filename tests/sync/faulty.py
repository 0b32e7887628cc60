"""A TCP server on loopback that answers as it is told: what a school's network does to a request."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

NO_CONTENT = b"HTTP/1.1 204 No Content\r\nDate: Mon, 05 Jan 2026 10:00:00 GMT\r\n\r\n"


def page(status: str, body: bytes, headers: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\n{headers}Content-Length: {len(body)}\r\n\r\n".encode() + body


STRANGER = page("404 Not Found", b'{"detail":"Not Found"}')
REFUSED = page("400 Bad Request", b'{"error":{"code":"INVALID_PAYLOAD","message":"id"}}')


def is_hello(request: bytes) -> bool:
    return b"/kiosk/hello" in request.partition(b"\r\n")[0]


def asks_for_the_time(request: bytes) -> bool:
    """Whether it is a student's empty heartbeat. A probe's is nobody's: its token is "none"."""
    return request.endswith(b"\r\n\r\n{}") and b"Bearer none" not in request


@dataclass
class Faulty:
    """Each connection gets the next script; the last one repeats. None as a part hangs until the end.

    It is no school server and has no clock, and says so without using a script.

    A script is the parts to send once the whole request has come; an empty script closes at once.
    """

    scripts: list[list[bytes | None]]
    requests: list[bytes] = field(default_factory=list)
    port: int = 0
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/timeback"

    def serve(self, listener: socket.socket) -> None:
        while not self.ended.is_set():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                request = receive(connection)
                if is_hello(request) or asks_for_the_time(request):
                    connection.sendall(STRANGER if is_hello(request) else REFUSED)
                    continue
                script = self.scripts.pop(0) if len(self.scripts) > 1 else self.scripts[0]
                self.requests.append(request)
                for part in script:
                    if part is None:
                        self.ended.wait(30)
                        break
                    connection.sendall(part)


def receive(connection: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(65_536)
        if not more:
            return data
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    length = next((int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
    while len(body) < length:
        body += connection.recv(65_536)
    return head + b"\r\n\r\n" + body


@contextmanager
def faulty(*scripts: list[bytes | None]) -> Iterator[Faulty]:
    server = Faulty(list(scripts))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server.port = listener.getsockname()[1]
        thread = threading.Thread(target=server.serve, args=(listener,), name="faulty")
        thread.start()
        try:
            yield server
        finally:
            server.ended.set()
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()


def unused_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port
