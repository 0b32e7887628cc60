"""What became of everything that was to be imported: a line for each lesson, and for each loss why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from kiosk.imports.draft import Loss
from kiosk.imports.install import Change, Installed
from kiosk.lessons.advice import count, summary


class Result(StrEnum):
    IMPORTED = "imported"
    WITH_LOSS = "imported with loss"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Row:
    """A lesson that came of a source, or a part of it that none came of, with the reason."""

    source: str
    installed: Installed | None = None
    losses: tuple[Loss, ...] = ()
    reason: str = ""

    @property
    def result(self) -> Result:
        if self.installed is None:
            return Result.REFUSED
        if self.losses:
            return Result.WITH_LOSS
        return Result.UNCHANGED if self.installed.change is Change.UNCHANGED else Result.IMPORTED

    @property
    def title(self) -> str:
        return self.installed.lesson.title if self.installed else PurePath(self.source).name

    @property
    def remark(self) -> str:
        """What a person wants to know of it, in a few words."""
        if self.installed is None:
            return self.reason
        lesson = self.installed.lesson
        is_new = self.installed.change is Change.NEW
        version = "" if is_new else f", version {lesson.version} as before"
        if self.installed.change is Change.REPLACED:
            version = f", now version {lesson.version}"
        return f"{lesson.course}: {summary(lesson)}{version}"


def told(rows: Sequence[Row]) -> str:
    """The last line: "3 lessons imported, 1 of them with loss; 1 refused"."""
    imported = [row for row in rows if row.installed is not None]
    lossy = sum(1 for row in imported if row.losses)
    refused = len(rows) - len(imported)
    words = [f"{count(len(imported), 'lesson')} imported" + (f", {lossy} of them with loss" if lossy else "")]
    return "; ".join([*words, *([f"{refused} refused"] if refused else [])]) + "."


def details(rows: Sequence[Row]) -> Iterator[str]:
    """Every loss with its file and line; the same thing on many lines is told once, with how often."""
    for row in rows:
        seen: dict[tuple[str, str], list[Loss]] = {}
        for loss in row.losses:
            seen.setdefault((loss.what, loss.why), []).append(loss)
        for same in seen.values():
            more = f" (and {count(len(same) - 1, 'time')} more)" if len(same) > 1 else ""
            yield f"{same[0]}{more}"


def for_programs(rows: Sequence[Row]) -> list[dict[str, Any]]:
    return [
        {
            "source": row.source,
            "result": str(row.result),
            "lesson": row.installed.lesson.id if row.installed else None,
            "title": row.installed.lesson.title if row.installed else None,
            "version": row.installed.lesson.version if row.installed else None,
            "change": str(row.installed.change) if row.installed else None,
            "folder": str(row.installed.lesson.folder) if row.installed else None,
            "pages": len(row.installed.lesson.pages) if row.installed else None,
            "questions": len(row.installed.lesson.questions) if row.installed else None,
            "reason": row.reason or None,
            "losses": [
                {"file": loss.file, "line": loss.line, "what": loss.what, "why": loss.why} for loss in row.losses
            ],
        }
        for row in rows
    ]
