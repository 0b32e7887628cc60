"""How large a request may be. A body is counted as it comes, whatever its header says."""

import re
import zlib

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kiosk.lessons.files import DIGEST, LARGEST
from kiosk.server.answers import malformed
from kiosk.server.messages import too_large

LARGEST_BODY = 256 * 1024
"""A heartbeat has half a KiB; the answers of a long lesson some tens; a packed batch of 500 windows some 20."""

LARGEST_UNPACKED = 4 * 1024 * 1024

LARGEST_UPLOAD = 128 * 1024 * 1024
UPLOADS = frozenset({"/teacher/api/lessons", "/teacher/lessons", "/teacher/roster", "/teacher/roster/import"})
"""Lessons with their films, and rosters. Who sends one is known before the body is read."""

_FILE = re.compile(rf"/api/kiosk/files/[0-9a-f]{{{DIGEST}}}")
"""What students hand in, of which one may have LARGEST. Who sends it is known before, here too."""


class LimitedBodies:
    """Middleware: whoever reads more than that of a body is stopped by Refused (413), before it is all in memory."""

    def __init__(self, app: ASGIApp, largest: int = LARGEST_BODY) -> None:
        self._app = app
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        seen, largest = 0, _largest_of(scope.get("path", "")) or self._largest

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > largest:
                raise too_large(largest)
            return message

        await self._app(scope, counted, send)


def _largest_of(path: str) -> int | None:
    """How large a body that goes there may be, where that is more than any other may."""
    if path in UPLOADS:
        return LARGEST_UPLOAD
    return LARGEST if _FILE.fullmatch(path) else None


def unpack(body: bytes, largest: int = LARGEST_UNPACKED) -> bytes:
    """Take the gzip off, and stop before it fills the memory. Raises Refused (413, 400)."""
    gzip = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        unpacked = gzip.decompress(body, largest + 1)
    except zlib.error as fault:
        raise malformed() from fault
    if len(unpacked) > largest:
        raise too_large(largest)
    if not gzip.eof:
        raise malformed()
    return unpacked
