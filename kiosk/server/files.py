"""What students hand in besides text, so that another computer that goes on with a run has it: uploads and drawings.

Kept are only files that an answer names; how, `kiosk.lessons.files` says.
"""

import re

from sqlalchemy import Connection, delete, select, union_all

from kiosk.lessons.files import DIGEST
from kiosk.server.database import insert_new
from kiosk.server.schema import files, finish_requests, progress, runs

_NAMED = re.compile(rf'"([0-9a-f]{{{DIGEST}}}) ')
"""How a response that is a file's name begins in the JSON of an answer."""


def put(db: Connection, student_id: int, digest: str, data: bytes, now_ms: int) -> bool:
    """Keep a file; False where no answer of the student names it. Those that none names any more are deleted.

    A drawing is another file at each stroke. Call it with `ledger.one_at_a_time` before.
    """
    named = _named(db, student_id)
    kept = set(db.scalars(select(files.c.digest).where(files.c.student_id == student_id)))
    if gone := kept - named:
        db.execute(delete(files).where(files.c.student_id == student_id, files.c.digest.in_(sorted(gone))))
    if digest not in named:
        return False
    new = {"student_id": student_id, "digest": digest, "data": data, "added_ms": now_ms}
    insert_new(db, files, new, ("student_id", "digest"))
    return True


def get(db: Connection, student_id: int, digest: str) -> bytes | None:
    """What the student's file holds; None where there is none."""
    return db.scalar(select(files.c.data).where(files.c.student_id == student_id, files.c.digest == digest))


def _named(db: Connection, student_id: int) -> set[str]:
    """The digests that answers of the student name, in runs that go on and in finished ones."""
    texts = union_all(
        select(progress.c.answers).join(runs, runs.c.id == progress.c.run).where(runs.c.student_id == student_id),
        select(finish_requests.c.claim)
        .join(runs, runs.c.id == finish_requests.c.run)
        .where(runs.c.student_id == student_id),
    )
    return {digest for text in db.scalars(texts) for digest in _NAMED.findall(text)}
