"""`kiosk lesson`: for people who write lessons. `new` begins one, `check` says what is wrong with it."""

import json
import re
import shlex
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk import resources
from kiosk.attempt import page_times
from kiosk.commands import lesson_export, lesson_import
from kiosk.commands.options import Json, named_folder
from kiosk.errors import LessonError, UsageError
from kiosk.lessons.advice import Advice, advise, count, minutes, summary
from kiosk.lessons.manifest import LONGEST_LINE
from kiosk.lessons.model import Lesson
from kiosk.protocol.course import parse_course
from kiosk.tracking.policy import TimePolicy

app = typer.Typer(name="lesson", help="Begin a lesson of your own, check it, and take lessons in and out.")
app.command("import")(lesson_import.bring_in)
app.command("export")(lesson_export.write_package)


@app.command("new")
def begin(
    folder: Annotated[
        Path, typer.Argument(parser=named_folder, metavar="FOLDER", help="One that is not there yet, or is empty.")
    ],
    title: Annotated[str | None, typer.Option(help="What the student sees; without it the folder's name.")] = None,
    subject: Annotated[str, typer.Option(help="The course's subject.")] = "Math",
    grade: Annotated[int, typer.Option(help="The course's grade.")] = 3,
    code: Annotated[str | None, typer.Option(help="The course's code, instead of subject and grade.")] = None,
) -> None:
    """Write a small lesson that works, to be changed into one of your own. Nothing is overwritten."""
    name = folder.absolute().name
    course = parse_course({"code": code} if code is not None else {"subject": subject, "grade": grade})
    _copy_template(
        folder,
        {
            'id = "my-lesson"': f"id = {_toml(_slug(name))}",
            'title = "My lesson"': f"title = {_toml(_title(_words(name) if title is None else title))}",
            '{ subject = "Math", grade = 3 }': _toml(course.to_wire()),
        },
    )
    print(f"{folder} is a lesson now. Change its pages, and check them with: {_command('check', folder)}")


@app.command("check")
def check(
    folders: Annotated[
        list[Path], typer.Argument(parser=named_folder, metavar="FOLDER...", help="Folders of lessons.")
    ],
    as_json: Json = False,
) -> None:
    """Tell every fault of a lesson with its file and line, and what would make it better. Exit code 1 at a fault."""
    for folder in folders:
        _require_folder(folder)
    reports = [_look_at(folder) for folder in folders]
    if as_json:
        print(json.dumps([_for_programs(report) for report in reports]))
    else:
        print("\n".join(line for report in reports for line in _lines(report)))
    raise typer.Exit(1 if any(report.faults for report in reports) else 0)


@dataclass(frozen=True, slots=True)
class _Report:
    """What was found out about one lesson; None instead of the lesson where a fault hides it."""

    folder: Path
    lesson: Lesson | None
    faults: Sequence[LessonError]
    warnings: Sequence[Advice]


def _look_at(folder: Path) -> _Report:
    from kiosk.lessons.package import check_lesson, load_lesson  # noqa: PLC0415 - it brings the Markdown parser

    faults = check_lesson(folder)
    if faults:
        return _Report(folder, None, faults, ())
    lesson = load_lesson(folder)
    return _Report(folder, lesson, (), advise(lesson))


def _require_folder(folder: Path) -> None:
    try:
        next(folder.iterdir(), None)
    except FileNotFoundError as error:
        raise UsageError(
            f"There is no folder {folder}; begin a lesson there with: {_command('new', folder)}"
        ) from error
    except NotADirectoryError as error:
        raise UsageError(f"{folder} is a file; name the folder that holds the lesson.toml.") from error
    except OSError as error:
        raise UsageError(
            f"{folder} cannot be read: {error.strerror}; ask its owner for the right to read it."
        ) from error


def _lines(report: _Report) -> Iterator[str]:
    yield from map(str, report.faults)
    yield from (f"{report.folder / advice.file}: {advice.sentence}" for advice in report.warnings)
    if report.lesson is None:
        yield f"{report.folder}: {count(len(report.faults), 'fault')}."
    else:
        warnings = f" and {count(len(report.warnings), 'warning')}" if report.warnings else ""
        yield f"{report.folder}: {summary(report.lesson)}, {_idle(report.lesson)}: no faults{warnings}."


def _for_programs(report: _Report) -> dict[str, Any]:
    lesson = report.lesson
    return {
        "folder": str(report.folder),
        "faults": [{"file": fault.file, "line": fault.line, "reason": fault.reason} for fault in report.faults],
        "warnings": [{"file": str(report.folder / each.file), "reason": each.sentence} for each in report.warnings],
        "pages": len(lesson.pages) if lesson else None,
        "questions": len(lesson.questions) if lesson else None,
        "minutes": minutes(lesson) if lesson else None,
        "idle_timeout_s": _idle_timeouts(lesson) if lesson else None,
    }


def _idle(lesson: Lesson) -> str:
    """When a student counts as idle, in words: "idle after 120 to 215 s"."""
    seconds = _idle_timeouts(lesson).values()
    shortest, longest = min(seconds), max(seconds)
    return f"idle after {shortest} s" if shortest == longest else f"idle after {shortest} to {longest} s"


def _idle_timeouts(lesson: Lesson) -> dict[str, int]:
    """By page, on a device with the usual settings."""
    usual = TimePolicy()
    return {page.id: round(page_times(usual, lesson, page).idle_timeout_ms / 1000) for page in lesson.pages}


def _command(verb: str, folder: Path) -> str:
    """The command as it can be copied into a terminal."""
    return f"kiosk lesson {verb} {shlex.quote(str(folder))}"


def _title(text: str) -> str:
    title = text.strip()
    if not title or not title.isprintable() or len(title) > LONGEST_LINE:
        raise UsageError(f"A title is one line of text, {LONGEST_LINE} characters at the most; give one with --title.")
    return title


def _words(name: str) -> str:
    """A folder's name as a person would write it: adding-halves is "Adding halves"."""
    words = re.sub(r"[\s_-]+", " ", name).strip()
    return words[:1].upper() + words[1:]


def _slug(name: str) -> str:
    """An id made of the folder's name, without what an id may not have."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:100].strip("-") or "lesson"


def _toml(value: str | Mapping[str, str | int]) -> str:
    """A text or an inline table; JSON's texts are TOML's, but for one character that no printable text has."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return f"{{ {', '.join(f'{key} = {json.dumps(each, ensure_ascii=False)}' for key, each in value.items())} }}"


def _copy_template(folder: Path, changes: Mapping[str, str]) -> None:
    """Copy the shipped beginning into a new or empty folder, with these changes to its lesson.toml."""
    template = resources.path("new-lesson")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UsageError(f"{folder} is not empty, and nothing is overwritten; name a folder that is not there yet.")
        for source in sorted(template.rglob("*.*")):
            text = source.read_text("utf-8")
            if source.name == "lesson.toml":
                for before, after in changes.items():
                    text = text.replace(before, after)
            target = folder / source.relative_to(template)
            target.parent.mkdir(exist_ok=True)
            with target.open("x", encoding="utf-8") as file:
                file.write(text)
    except OSError as error:
        raise UsageError(
            f"{error.filename or folder} cannot be written: {error.strerror}; name another folder."
        ) from error
