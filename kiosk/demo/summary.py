"""What the demonstration proves, in numbers."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from kiosk.demo.cloud_log import CloudLog


@dataclass(frozen=True, slots=True)
class Summary:
    """Counted on the kiosks against received in the cloud. `machines` are those on which somebody learned.

    `duplicates_received` counts receipts too many: windows and completions.
    """

    machines: int
    windows_sent: int
    active_ms_tracked: int
    active_ms_received: int
    inactive_ms_received: int
    completions_received: int
    duplicates_received: int
    run_ids: tuple[str, ...]
    screenshots: tuple[str, ...]

    @property
    def adds_up(self) -> bool:
        """Whether every focused second arrived, once."""
        return self.active_ms_tracked == self.active_ms_received and not self.duplicates_received

    @property
    def is_one_run(self) -> bool:
        """Whether one run was worked on at two kiosks, and finished once."""
        return (self.machines, self.completions_received, len(self.run_ids)) == (2, 1, 1)

    def to_json(self) -> str:
        return json.dumps(asdict(self), indent=2)


def summarise(log: CloudLog, tracked_ms: Sequence[int], screenshots: Sequence[str] = ()) -> Summary:
    """Sum the log up. `tracked_ms` is each kiosk's own total for the same runs."""
    duplicates = (*log.duplicate_windows().values(), *log.duplicate_completions().values())
    return Summary(
        machines=sum(kiosk_ms > 0 for kiosk_ms in tracked_ms),
        windows_sent=len(log.time_spent),
        active_ms_tracked=sum(tracked_ms),
        active_ms_received=log.active_ms(),
        inactive_ms_received=log.inactive_ms(),
        completions_received=len(log.completions),
        duplicates_received=sum(duplicates),
        run_ids=log.run_ids,
        screenshots=tuple(screenshots),
    )
