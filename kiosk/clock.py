"""The one door through which time enters the program."""

import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, Protocol


class Clock(Protocol):
    """What the program asks of time. A host may bring its own (`Timeback(clock=...)`)."""

    def utc_now(self) -> datetime:
        """Tell the wall's time, aware and in UTC. It may step when somebody sets the clock."""
        ...

    def monotonic_ms(self) -> int:
        """Milliseconds since some fixed moment: never backward, and counting suspend where the system can."""
        ...


class Instant(NamedTuple):
    """One reading of both clocks, in milliseconds: the wall since 1970 UTC, and the monotonic one."""

    wall: int
    mono: int


def _monotonic_ns() -> int:
    boottime: int | None = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic_ns() if boottime is None else time.clock_gettime_ns(boottime)


class SystemClock:
    """The machine's own clocks. On Linux the monotonic one is CLOCK_BOOTTIME, which runs on through suspend."""

    def utc_now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251 - this is the door

    def monotonic_ms(self) -> int:
        return _monotonic_ns() // 1_000_000


def read(clock: Clock) -> Instant:
    """Read both clocks at once, as the tracker takes them."""
    return Instant(wall=epoch_ms(clock.utc_now()), mono=clock.monotonic_ms())


def epoch_ms(moment: datetime) -> int:
    """Milliseconds since 1970 UTC, exact (no float in between)."""
    since = moment - datetime(1970, 1, 1, tzinfo=UTC)
    return (since.days * 86_400 + since.seconds) * 1000 + since.microseconds // 1000


def from_epoch_ms(wall: int) -> datetime:
    """Turn milliseconds since 1970 into an aware datetime in UTC."""
    seconds, milliseconds = divmod(wall, 1000)
    return datetime.fromtimestamp(seconds, UTC).replace(microsecond=milliseconds * 1000)


def boot_id() -> str:
    """Name the running boot, so that monotonic times of two boots are never compared; "" where unknown."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return ""


class ManualClock:
    """A clock that moves when told to: for tests, demonstrations and replays. Safe to read from any thread.

    Unless `mono_ms` says otherwise its monotonic time counts from 1970, so that two of them agree.
    """

    def __init__(self, wall: datetime, mono_ms: int | None = None) -> None:
        self._lock = threading.Lock()
        self._wall_ms = epoch_ms(wall)
        self._mono_ms = self._wall_ms if mono_ms is None else mono_ms

    def utc_now(self) -> datetime:
        with self._lock:
            return from_epoch_ms(self._wall_ms)

    def monotonic_ms(self) -> int:
        with self._lock:
            return self._mono_ms

    def advance(self, ms: int) -> None:
        """Let `ms` pass on both clocks."""
        with self._lock:
            self._wall_ms += ms
            self._mono_ms += ms

    def set_wall(self, wall: datetime) -> None:
        """Set the wall clock, as somebody at the machine might; the monotonic one runs on."""
        with self._lock:
            self._wall_ms = epoch_ms(wall)


def local_day(wall_ms: int) -> str:
    """The calendar day at this machine's place, such as "2026-01-05": what a person calls "today"."""
    return from_epoch_ms(wall_ms).astimezone().date().isoformat()


def day_start_ms(day: str) -> int:
    """When that local calendar day began, in wall milliseconds."""
    return epoch_ms(datetime.fromisoformat(day).astimezone())
