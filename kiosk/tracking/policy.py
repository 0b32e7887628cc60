"""The numbers that tracking goes by. Defaults and names: timeback-protocol, "Our choices"."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from kiosk.errors import ActivityError

GAP_MS = 3_000
"""More than this between two observations was sleep (or a stalled machine), reported as nothing."""

CLOCK_STEP_MS = 2_000
"""The wall clock moving against the monotonic one by more than this was somebody setting it."""

LONGEST_WINDOW_MS = 86_399_999
"""Upstream refuses a window of a day or more."""


@dataclass(frozen=True, slots=True)
class TimePolicy:
    """All times in milliseconds. `retry_attempts`: the failed try of a message that is told, None: the first."""

    heartbeat_interval_ms: int = 15_000
    hidden_timeout_ms: int = 600_000
    idle_timeout_ms: int = 120_000
    idle_grace_ms: int = 30_000
    retry_attempts: int | None = None

    def __post_init__(self) -> None:
        for name in ("heartbeat_interval_ms", "hidden_timeout_ms", "idle_timeout_ms"):
            _require_whole(name, getattr(self, name), least=1)
        _require_whole("idle_grace_ms", self.idle_grace_ms, least=0)
        if self.retry_attempts is not None:
            _require_whole("retry_attempts", self.retry_attempts, least=1)
        if self.heartbeat_interval_ms > LONGEST_WINDOW_MS:
            raise ActivityError(f"time.heartbeat_interval_ms must be below a day ({LONGEST_WINDOW_MS + 1} ms)")
        if self.idle_grace_ms > self.idle_timeout_ms:
            raise ActivityError("time.idle_grace_ms must not be longer than time.idle_timeout_ms")


def parse_time_options(options: Mapping[str, object], base: TimePolicy) -> TimePolicy:
    """Read `time=` of `activity.start()` over a base. Raises ActivityError naming the key."""
    known = {field.name for field in fields(TimePolicy)}
    for name in options:
        if name not in known:
            raise ActivityError(f"time.{name} is not an option; the options are {', '.join(sorted(known))}")
    values = {name: options.get(name, getattr(base, name)) for name in known}
    return TimePolicy(**values)  # type: ignore[arg-type]  # __post_init__ checks every value


def _require_whole(name: str, value: object, least: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise ActivityError(f"time.{name} must be a whole number of at least {least}, not {value!r}")
