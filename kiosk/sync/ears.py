"""In whose names a kiosk listens to its school, and what it hears."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.protocol.announcements import Announcement


@dataclass(frozen=True, slots=True)
class Ear:
    """`headers` go with each request. `ref` is the student whose token it is, None a device's."""

    headers: Mapping[str, str] = field(repr=False)
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said, and for whom: the refs of students, in small letters."""

    said: Announcement
    refs: frozenset[str]
