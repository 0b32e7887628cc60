"""Kiosks that were enrolled: what each may do, and whether it is still one.

A cloned disk is two kiosks with one token. Each fetch of the roster says which start of the program asks, and how
many fetches this kiosk has counted. Of one kiosk the count only grows, and a start that was followed never comes back:

    start  a a a b b b ...       one kiosk
           a a a b a             a is back: another kiosk with the same disk
    count  1 2 3 4 3             a new start, and the count is behind: likewise

Whoever shows itself so as the second is told to enrol anew. The other one goes on.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from kiosk.errors import UsageError
from kiosk.server import students
from kiosk.server.database import insert_new
from kiosk.server.schema import classes, device_classes, device_starts, devices, memberships
from kiosk.server.schema import students as student_rows
from kiosk.server.students import Student

SEEN_EVERY_MS = 60_000
"""How exactly it is known when a device was last seen: a write for each request would cost more than it tells."""


@dataclass(frozen=True, slots=True)
class Device:
    """A kiosk. Its `classes` by name; it may act for their students."""

    id: int
    name: str
    classes: tuple[str, ...]
    created_ms: int
    last_seen_ms: int
    revoked_ms: int | None


@dataclass(frozen=True, slots=True)
class Fetch:
    """What a device says of itself when it fetches the roster: the program's `start`, an id, and its own `count`."""

    start: str
    count: int


def add(db: Connection, name: str, class_ids: list[int], token: str, now_ms: int) -> Device:
    """Enter a device that has been given this token."""
    values = {"name": name, "digest": students.digest(token), "created_ms": now_ms, "last_seen_ms": now_ms}
    device_id = db.scalar(insert(devices).values(values).returning(devices.c.id))
    assert device_id is not None
    for class_id in class_ids:
        db.execute(insert(device_classes).values(device_id=device_id, class_id=class_id))
    return find(db, device_id)


def every_device(db: Connection) -> list[Device]:
    """All of them, the revoked ones too, by name."""
    rows = db.execute(_LIST.order_by(devices.c.name, devices.c.id)).all()
    return [_device(db, *row) for row in rows]


def find(db: Connection, device_id: int) -> Device:
    """Raises UsageError when there is no such device."""
    row = db.execute(_LIST.where(devices.c.id == device_id)).one_or_none()
    if row is None:
        raise UsageError(f"There is no device {device_id}; `kiosk server devices` lists all with their numbers.")
    return _device(db, *row)


def by_token(db: Connection, token: str) -> Device | None:
    """Whose token it is; None for one that was revoked or never given."""
    mine = _LIST.where(devices.c.digest == students.digest(token), devices.c.revoked_ms.is_(None))
    row = db.execute(mine).one_or_none()
    return None if row is None else _device(db, *row)


def student_of(db: Connection, device: Device, email: str) -> Student | None:
    """The student for whom the device may act: one who is or was in a class of its.

    Who has left is among them, because their time may wait on the device for weeks.
    """
    theirs = (
        select(memberships.c.student_id)
        .join(device_classes, device_classes.c.class_id == memberships.c.class_id)
        .join(student_rows, student_rows.c.id == memberships.c.student_id)
        .where(device_classes.c.device_id == device.id, student_rows.c.email == email.strip().lower())
    )
    return students.by_email(db, email) if db.execute(theirs.limit(1)).first() is not None else None


def note_seen(db: Connection, device: Device, now_ms: int) -> None:
    db.execute(update(devices).where(devices.c.id == device.id).values(last_seen_ms=now_ms))


def note_fetch(db: Connection, device: Device, fetch: Fetch) -> bool:
    """Note a fetch of the roster; False, and nothing is noted, when it can only be that of another, cloned device."""
    mine = devices.c.id == device.id
    before = db.execute(select(devices.c.start, devices.c.fetches).where(mine).with_for_update()).one()
    if fetch.count <= before.fetches:
        return False
    is_new = insert_new(db, device_starts, {"device_id": device.id, "start": fetch.start}, ("device_id", "start"))
    if not is_new and fetch.start != before.start:
        return False
    db.execute(update(devices).where(mine).values(start=fetch.start, fetches=fetch.count))
    return True


def rename(db: Connection, device_id: int, name: str) -> None:
    """Raises UsageError."""
    if not name.strip():
        raise UsageError("The device's name is blank; give one such as Window 3.")
    find(db, device_id)
    db.execute(update(devices).where(devices.c.id == device_id).values(name=name.strip()))


def revoke(db: Connection, device_id: int, now_ms: int) -> None:
    """Make the device's token worthless from now on. What it holds stays on it until it is enrolled anew.

    Raises UsageError.
    """
    find(db, device_id)
    valid = (devices.c.id == device_id) & devices.c.revoked_ms.is_(None)
    db.execute(update(devices).where(valid).values(revoked_ms=now_ms))


_LIST = select(devices.c.id, devices.c.name, devices.c.created_ms, devices.c.last_seen_ms, devices.c.revoked_ms)


def _device(
    db: Connection, device_id: int, name: str, created_ms: int, last_seen_ms: int, revoked_ms: int | None
) -> Device:
    theirs = (
        select(classes.c.name)
        .join(device_classes, device_classes.c.class_id == classes.c.id)
        .where(device_classes.c.device_id == device_id)
        .order_by(classes.c.name)
    )
    return Device(device_id, name, tuple(db.scalars(theirs)), created_ms, last_seen_ms, revoked_ms)
