"""What the demonstration proves, in numbers."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.demo.cloud_log import CloudLog


@dataclass(frozen=True, slots=True)
class Summary:
    """Tracked here against received in the cloud. `duplicates_received` counts receipts too many: windows and runs."""

    windows_sent: int
    active_ms_tracked: int
    active_ms_received: int
    inactive_ms_received: int
    completions_received: int
    duplicates_received: int
    run_ids: tuple[str, ...]
    screenshots: tuple[str, ...]

    def to_json(self) -> str:
        return json.dumps(asdict(self), indent=2)


def summarise(log: CloudLog, active_ms_tracked: int, screenshots: Sequence[Path] = ()) -> Summary:
    """Sum the log up. `active_ms_tracked` is the client's own total for the same runs."""
    duplicates = (*log.duplicate_windows().values(), *log.duplicate_completions().values())
    return Summary(
        windows_sent=len(log.time_spent),
        active_ms_tracked=active_ms_tracked,
        active_ms_received=log.active_ms(),
        inactive_ms_received=log.inactive_ms(),
        completions_received=len(log.completions),
        duplicates_received=sum(duplicates),
        run_ids=log.run_ids,
        screenshots=tuple(str(path) for path in screenshots),
    )
