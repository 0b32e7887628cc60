"""Formulas that were drawn on an earlier day: their library takes a third of a second and 12 MB to be there at all."""

import json
import math
from contextlib import suppress
from dataclasses import asdict
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from kiosk.desktop.widgets.ahead import Unreadable
from kiosk.desktop.widgets.formula import Formula, make_formula
from kiosk.resources import state_of

MOST = 4_000
"""So many are kept, of about 4 KiB each. Beyond that the oldest half goes."""

LIBRARY = ("ziamath", "ziafont", "latex2mathml", "kiosk.desktop.widgets.formula")


class DrawnFormulas:
    """Keeps each drawing as a file of its own. On one thread at a time.

    They are copies: one that is missing or damaged is drawn again, and where the disk refuses none is kept. A library
    of another version draws them anew.
    """

    def __init__(self, folder: Path, drawn_by: tuple[str, ...] = LIBRARY) -> None:
        """`drawn_by` names the modules that decide what a drawing is."""
        self._folder = folder
        self._drawn_by = drawn_by

    def draw(self, source: str) -> Formula | Unreadable:
        """Give the formula of this LaTeX or MathML, drawn or as it was kept."""
        file = self._folder / blake2b(f"{self._library} {source}".encode(), digest_size=16).hexdigest()
        kept = _read(file)
        if kept is not None:
            return kept
        drawn = make_formula(source)
        if isinstance(drawn, Formula):
            with suppress(OSError):
                self._keep(file, drawn)
        return drawn

    @cached_property
    def _library(self) -> str:
        return state_of(*self._drawn_by)

    def _keep(self, file: Path, formula: Formula) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        if self._count >= MOST:
            self._make_room()
        part = file.with_suffix(".part")
        part.write_text(json.dumps(asdict(formula)), "utf-8")
        part.replace(file)
        self._count += 1

    @cached_property
    def _count(self) -> int:
        return sum(1 for _ in self._folder.iterdir())

    def _make_room(self) -> None:
        oldest = sorted(self._folder.iterdir(), key=lambda file: file.stat().st_mtime_ns)[: MOST // 2]
        for file in oldest:
            file.unlink()
        self._count -= len(oldest)


def _read(file: Path) -> Formula | None:
    try:
        told = json.loads(file.read_text("utf-8"))
        formula = Formula(**told)
        sizes = (formula.width, formula.height, formula.depth)
        is_whole = "<svg" in formula.svg and all(map(math.isfinite, sizes)) and min(sizes[:2]) > 0
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    return formula if is_whole else None
