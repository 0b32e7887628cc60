"""What became of the lessons that were to be imported, in the words of the panel."""

from collections.abc import Sequence

from kiosk.desktop.course_words import course_words
from kiosk.desktop.teacher.views import Became, ImportedRow
from kiosk.imports.install import Change
from kiosk.imports.report import Row, details
from kiosk.lessons.advice import minutes
from kiosk.words import tr


def imported_row(row: Row) -> ImportedRow:
    return ImportedRow(row.title, Became[row.result.name], _remark(row), tuple(details([row])))


def _remark(row: Row) -> str:
    """What a lesson holds and which version it is, or why there is none."""
    if row.installed is None:
        return row.remark.removeprefix(f"{row.title}: ")
    lesson = row.installed.lesson
    parts = [
        course_words(lesson.course),
        tr("%n pages", "", len(lesson.pages)),
        tr("%n questions", "", len(lesson.questions)),
        tr("about %n minutes", "", minutes(lesson)),
    ]
    if row.installed.change is Change.REPLACED:
        parts.append(tr("now version {version}", version=lesson.version))
    elif row.installed.change is Change.UNCHANGED:
        parts.append(tr("version {version} as before", version=lesson.version))
    return " · ".join(parts)


def imported_words(rows: Sequence[Row]) -> str:
    """The sentence about all: how many came, and how many did not come whole, or at all."""
    imported = [row for row in rows if row.installed is not None]
    lossy = sum(bool(row.losses) for row in imported)
    said = [tr("%n lessons imported.", "", len(imported))]
    if lossy:
        said.append(tr("%n of them with loss.", "lessons", lossy))
    if refused := len(rows) - len(imported):
        said.append(tr("%n refused.", "lessons", refused))
    return " ".join(said)
