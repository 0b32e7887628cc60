"""Guessing a teacher's password is slow: after some wrong ones each further try has to wait, twice as long each time.

Counted by account and by network address. A school is often behind one address, so that one is given more.
"""

from sqlalchemy import Connection, delete, func, insert, select

from kiosk.server.schema import failed_sign_ins
from kiosk.server.students import digest

WITHIN_MS = 15 * 60_000
"""What is older is forgotten."""

LONGEST_WAIT_MS = 5 * 60_000
FREE_FOR_ACCOUNT, FREE_FOR_ADDRESS = 5, 20


def wait_ms(db: Connection, email: str, address: str, now_ms: int) -> int:
    """How long this account, asked for from this address, has to wait for its next try; 0 when it may."""
    waits = [_wait(db, who, free, now_ms) for who, free in _keys(email, address)]
    return max(waits)


def note_failure(db: Connection, email: str, address: str, now_ms: int) -> None:
    db.execute(delete(failed_sign_ins).where(failed_sign_ins.c.at_ms <= now_ms - WITHIN_MS))
    for who, _ in _keys(email, address):
        db.execute(insert(failed_sign_ins).values(who=who, at_ms=now_ms))


def note_success(db: Connection, email: str) -> None:
    """Forget the account's failures; the address keeps its own."""
    db.execute(delete(failed_sign_ins).where(failed_sign_ins.c.who == _account(email)))


def _keys(email: str, address: str) -> tuple[tuple[str, int], tuple[str, int]]:
    return (_account(email), FREE_FOR_ACCOUNT), (digest(f"address {address}"), FREE_FOR_ADDRESS)


def _account(email: str) -> str:
    return digest(f"account {email.strip().lower()}")


def _wait(db: Connection, who: str, free: int, now_ms: int) -> int:
    recent = (failed_sign_ins.c.who == who) & (failed_sign_ins.c.at_ms > now_ms - WITHIN_MS)
    failures, latest_ms = db.execute(select(func.count(), func.max(failed_sign_ins.c.at_ms)).where(recent)).one()
    if failures < free:
        return 0
    pause_ms: int = min(LONGEST_WAIT_MS, 1_000 << min(failures - free, 20))
    return max(0, int(latest_ms) + pause_ms - now_ms)
