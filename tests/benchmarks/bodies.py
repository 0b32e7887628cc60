"""The messages of an outbox as plain values, for the floors that post them without us."""

from pathlib import Path

from kiosk.clock import SystemClock, boot_id, read
from kiosk.protocol.messages import Body
from kiosk.protocol.outcomes import Outcome, Verdict
from kiosk.store import outbox
from kiosk.store.outbox import Message
from kiosk.store.writer import Connection, Store


def bodies(folder: Path) -> list[tuple[str, Body, str]]:
    """Path, body and token of every message, lane by lane. The outbox is empty afterwards."""
    store = Store(folder, SystemClock())
    try:
        return store.call(_claim_all).result()
    finally:
        store.close()


def _claim_all(db: Connection) -> list[tuple[str, Body, str]]:
    now, boot = read(SystemClock()), boot_id()
    claimed: list[tuple[str, Body, str]] = []
    for lane in outbox.lanes(db):
        while isinstance(message := outbox.claim(db, lane, now, boot), Message):
            claimed.append((message.path, message.body, lane.ref.partition("@")[0]))
            outbox.settle(db, message, Verdict(Outcome.DELIVERED, ""), now, 0)
    return claimed
