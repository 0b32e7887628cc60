"""What the routes take from a request, besides who sent it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from fastapi import Depends, Path, Request
from starlette.requests import ClientDisconnect

from kiosk.server.answers import malformed
from kiosk.server.ledger import ForeignRunError
from kiosk.server.limits import unpack
from kiosk.server.messages import foreign_run


async def _raw_body(request: Request) -> bytes:
    try:
        return await request.body()
    except ClientDisconnect as gone:  # nobody hears the answer, and nobody has to read of it
        raise malformed() from gone


RawBody = Annotated[bytes, Depends(_raw_body)]
"""The body as it came: what it must be is told in the SDK's words, not in FastAPI's."""


def _unpacked_body(request: Request, body: RawBody) -> bytes:
    return unpack(body) if request.headers.get("Content-Encoding", "").strip().lower() == "gzip" else body


UnpackedBody = Annotated[bytes, Depends(_unpacked_body)]
"""The body without its gzip, where it has one."""


HIGHEST = 2**62
"""Of a number that names something here: any higher one does not fit into the database."""

Number = Annotated[int, Path(ge=0, le=HIGHEST)]
"""A number in a path."""


@contextmanager
def own_runs_only() -> Iterator[None]:
    """Answer for a run that is not the student's."""
    try:
        yield
    except ForeignRunError as error:
        raise foreign_run() from error
