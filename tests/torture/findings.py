"""What a torture came to, kept as JSON, so that docs/proof.md tells nothing that was not found by a run."""

import json
import os
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.clock import SystemClock


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one torture that went well; one that did not has failed its test and leaves none.

    `name` is one that a claim of `proof.CLAIMS` asks for, `moments` how often the worst was tried, `found` what it cost
    in words.
    """

    name: str
    moments: int
    found: str
    seed: int | None
    seconds: int
    date: str
    machine: str


def finding(name: str, moments: int, found: str, seed: int | None, began_mono: int) -> Finding:
    """A finding of now and here. `began_mono` is when the torture began, by the machine's monotonic clock."""
    clock = SystemClock()
    return Finding(
        name=name,
        moments=moments,
        found=found,
        seed=seed,
        seconds=round((clock.monotonic_ms() - began_mono) / 1000),
        date=f"{clock.utc_now():%Y-%m-%d}",
        machine=f"{platform.system()} {platform.release()}, {os.cpu_count()} cores, Python {platform.python_version()}",
    )


def keep(found: Finding, folder: Path) -> None:
    """Write it in place of an earlier one of that name."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{found.name}.json").write_text(json.dumps(asdict(found), indent=2) + "\n", "utf-8")


def kept(folder: Path) -> Mapping[str, Finding]:
    """Everything in the folder, by name."""
    read = [Finding(**json.loads(file.read_text("utf-8"))) for file in sorted(folder.glob("*.json"))]
    return {found.name: found for found in read}
