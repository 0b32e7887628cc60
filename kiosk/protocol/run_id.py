"""Run identifiers: one for all the sittings of one attempt."""

import re
import uuid
from typing import NewType

RunId = NewType("RunId", str)

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)


def new_run_id() -> RunId:
    """Make a fresh one, as the browser SDK does: a random UUID (version 4)."""
    return RunId(str(uuid.uuid4()))


def is_uuid(run_id: str) -> bool:
    """Whether the SDK server will take it. Its documents allow any text; server 0.4.0 refuses all but UUIDs."""
    return _UUID.fullmatch(run_id) is not None
