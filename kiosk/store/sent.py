"""What went out about a student, word for word. Nothing is kept for it: the rows that were sent say it again."""

import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from kiosk.protocol.messages import Body
from kiosk.store.finishing import finish_body
from kiosk.store.outbox import completion_message, window_message

MOST = 50


class Sent(StrEnum):
    """What a message is. FINISH goes to a school server alone."""

    TIME = "time"
    RESULT = "result"
    FINISH = "finish"


@dataclass(frozen=True, slots=True)
class SentMessage:
    """One that arrived. `at_ms` is when it did, or where that is not kept, when its run was finished."""

    kind: Sent
    lesson: str
    at_ms: int
    body: Body


def latest(db: sqlite3.Connection, student: int, most: int = MOST) -> list[SentMessage]:
    """The newest messages that a server took, the latest first; windows as long as they are kept (see `pruning`)."""
    rows = db.execute(
        """
        SELECT 'time', windows.id, name, settled_ms AS at_ms
          FROM windows JOIN runs ON runs.id = run
         WHERE student = :student AND windows.state = 'delivered'
         UNION ALL
        SELECT 'result', runs.id, name, settled_ms
          FROM completions JOIN runs ON runs.id = run
         WHERE student = :student AND completions.state = 'delivered'
         UNION ALL
        SELECT 'finish', runs.id, name, requested_ms
          FROM finish_requests JOIN runs ON runs.id = run
         WHERE student = :student AND result IS NOT NULL
         ORDER BY at_ms DESC, 2 DESC LIMIT :most
        """,
        {"student": student, "most": most},
    ).fetchall()
    return [SentMessage(Sent(kind), lesson, at_ms, _body(db, Sent(kind), row)) for kind, row, lesson, at_ms in rows]


def _body(db: sqlite3.Connection, kind: Sent, row: int) -> Body:
    match kind:
        case Sent.TIME:
            return window_message(db, row).to_wire()
        case Sent.RESULT:
            return completion_message(db, row).to_wire()
        case Sent.FINISH:
            return finish_body(db, row)
