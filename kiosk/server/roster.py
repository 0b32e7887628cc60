"""What a device is told of its classes: who learns there, and how to show them."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, case, func, select

from kiosk.server.devices import Device
from kiosk.server.schema import classes, device_classes, memberships, students


def roster_of(db: Connection, device: Device) -> Mapping[str, Any]:
    """The device's name and classes, and their students of today by name, as they go over the wire."""
    listed = func.max(case((classes.c.id == students.c.class_id, classes.c.name)))
    theirs = (
        select(
            students.c.name,
            students.c.email,
            students.c.avatar,
            students.c.grade,
            students.c.secret,
            func.coalesce(listed, func.min(classes.c.name)),  # theirs, unless this device is another class's
        )
        .join(memberships, memberships.c.student_id == students.c.id)
        .join(device_classes, device_classes.c.class_id == memberships.c.class_id)
        .join(classes, classes.c.id == memberships.c.class_id)
        .where(
            device_classes.c.device_id == device.id,
            memberships.c.until_ms.is_(None),
            students.c.removed_ms.is_(None),
            classes.c.removed_ms.is_(None),
        )
        .group_by(students.c.id)
        .order_by(students.c.name, students.c.email)
    )
    fields = ("name", "email", "avatar", "grade", "secret", "class")
    return {
        "device": device.name,
        "classes": list(device.classes),
        "students": [dict(zip(fields, row, strict=True)) for row in db.execute(theirs)],
    }


def etag(roster: Mapping[str, Any]) -> str:
    """The roster's entity tag (RFC 9110 §8.8.3): the same roster has the same one in every worker."""
    return f'"{hashlib.sha256(json.dumps(roster).encode()).hexdigest()[:32]}"'
