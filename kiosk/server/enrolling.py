"""How a kiosk becomes a device of the school: with a code that a teacher has just had made, once.

A code has 36 bits and lives for minutes, so it is guessed by nobody who may try twenty times.
"""

import hashlib
import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from kiosk.errors import UsageError
from kiosk.server import devices
from kiosk.server.classes import find_class
from kiosk.server.devices import Device
from kiosk.server.schema import code_classes, enrolment_codes, wrong_codes

ALPHABET = "ACDEFGHJKLMNPQRTVWXY3479"
"""Letters and digits that nobody takes for another: of B8, O0, I1, S5, Z2, G6 and UV one or none."""

LENGTH = 8
MINUTE_MS = 60_000
WRONG_TRIES, WITHIN_MS = 20, 10 * MINUTE_MS
"""So many wrong codes may come from one address in so much time."""


@dataclass(frozen=True, slots=True)
class Code:
    """`text` is told this once; it is worth nothing after `expires_ms`, or once a kiosk has used it."""

    text: str
    classes: tuple[str, ...]
    expires_ms: int


class WrongCodeError(Exception):
    """The code was never made, was used, or is too old."""


def new_code(db: Connection, class_names: list[str], minutes: int, now_ms: int) -> Code:
    """Make a code by which one kiosk may join for these classes. Raises UsageError for an unknown class."""
    if not class_names:
        raise UsageError("Name at least one class that the kiosk is for.")
    class_ids = {find_class(db, name) for name in class_names}
    plain = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    code = Code(
        f"{plain[:4]}-{plain[4:]}", tuple(sorted({name.strip() for name in class_names})), now_ms + minutes * MINUTE_MS
    )
    values = {"digest": _digest(plain), "created_ms": now_ms, "expires_ms": code.expires_ms}
    code_id = db.scalar(insert(enrolment_codes).values(values).returning(enrolment_codes.c.id))
    for class_id in sorted(class_ids):
        db.execute(insert(code_classes).values(code_id=code_id, class_id=class_id))
    return code


def scanned(code: Code, address: str) -> str:
    """What a QR code says: a scanner types it into the kiosk's code field, which takes it apart."""
    return f"{code.text}@{address}"


def enrol(db: Connection, code: str, name: str, now_ms: int) -> tuple[Device, str]:
    """Use up the code: the device it makes, and the token that is told this once. Raises WrongCodeError."""
    valid = (
        (enrolment_codes.c.digest == _digest(_plain(code)))
        & enrolment_codes.c.device_id.is_(None)
        & (enrolment_codes.c.expires_ms > now_ms)
    )
    code_id = db.scalar(select(enrolment_codes.c.id).where(valid).with_for_update())
    if code_id is None:
        raise WrongCodeError
    class_ids = list(db.scalars(select(code_classes.c.class_id).where(code_classes.c.code_id == code_id)))
    token = secrets.token_urlsafe(32)
    device = devices.add(db, name, class_ids, token, now_ms)
    db.execute(update(enrolment_codes).where(enrolment_codes.c.id == code_id).values(device_id=device.id))
    return device, token


def may_try(db: Connection, address: str, now_ms: int) -> bool:
    """Whether a code from this address is looked at."""
    recent = (wrong_codes.c.address == address) & (wrong_codes.c.at_ms > now_ms - WITHIN_MS)
    return (db.scalar(select(func.count()).where(recent)) or 0) < WRONG_TRIES


def note_wrong_code(db: Connection, address: str, now_ms: int) -> None:
    db.execute(delete(wrong_codes).where(wrong_codes.c.at_ms <= now_ms - WITHIN_MS))
    db.execute(insert(wrong_codes).values(address=address, at_ms=now_ms))


def _plain(code: str) -> str:
    """The code as it was made, however it was typed."""
    return "".join(character for character in code.upper() if character.isalnum())


def _digest(plain: str) -> str:
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()
