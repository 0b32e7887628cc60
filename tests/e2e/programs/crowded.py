"""A student's program whose disk takes nothing more for a while, and then has room again.

crowded.py FOLDER limit     the system refuses to let any file of this process grow
crowded.py FOLDER ballast   FOLDER is a small disk of its own, which other files fill up
"""

import json
import resource
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from kiosk import Timeback
from kiosk.clock import ManualClock
from kiosk.errors import StoreError


def main(folder: Path, how: str) -> None:
    disk = Limit(folder) if how == "limit" else Ballast(folder)
    clock = ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC))
    said: dict[str, object] = {}
    with Timeback(data_dir=folder, student="ana@example.com", clock=clock) as timeback:

        def let_pass(seconds: int) -> None:
            for _ in range(seconds):
                clock.advance(1000)
                timeback.attention.note_input()
                timeback.tick()
                timeback.sync()  # without a server it only waits for the disk

        heard: list[str] = []
        activity = timeback.activity.start(
            "fractions",
            "Fractions",
            {"subject": "Math", "grade": 3},
            on_error=lambda error, context: heard.append(f"{context.kind}: {error}"),
        )
        let_pass(20)
        disk.fill()
        let_pass(40)
        try:
            activity.end({"xpEarned": 1})
        except StoreError as error:
            said["refused"] = [type(error).__name__, str(error)]
        said["ended_while_full"] = activity.is_ended
        disk.make_room()
        activity.end({"xpEarned": 1})
        said |= {"heard": heard, "ended": activity.is_ended, "active_ms": activity.run_active_ms}
    sys.stdout.write(json.dumps(said))


class Limit:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def fill(self) -> None:
        largest = max(file.stat().st_size for file in self._folder.iterdir())
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))

    def make_room(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


class Ballast:
    def __init__(self, folder: Path) -> None:
        self._file = folder / "ballast"

    def fill(self) -> None:
        with self._file.open("wb", buffering=0) as file, suppress(OSError):
            while file.write(b"x" * 4096):
                pass

    def make_room(self) -> None:
        self._file.unlink()


main(Path(sys.argv[1]), sys.argv[2])
