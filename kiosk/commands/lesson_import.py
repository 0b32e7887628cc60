"""`kiosk lesson import`: lessons from elsewhere, and a table of what became of them."""

import json
import os
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from kiosk.commands.options import DataDir, Json, folder_of, named_folder
from kiosk.errors import UsageError
from kiosk.imports.report import Result, Row, details, for_programs, told
from kiosk.protocol.course import Course, CourseCode, parse_course
from kiosk.settings import FILE_NAME, load_settings, own_lessons


def bring_in(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(parser=named_folder, metavar="FILE...", help="Packages, quizzes, folders; docs/imports.md."),
    ],
    to: Annotated[
        Path | None,
        typer.Option("--to", parser=named_folder, metavar="FOLDER", help="Where the lessons go; else the kiosk's own."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would become of them.")] = False,
    subject: Annotated[str | None, typer.Option(help="The course's subject, where the file does not say.")] = None,
    grade: Annotated[int | None, typer.Option(help="The course's grade.")] = None,
    course: Annotated[str | None, typer.Option(metavar="CODE", help="The course's code, instead.")] = None,
    as_json: Json = False,
    data_dir: DataDir = None,
) -> None:
    """Import lessons: QTI, Common Cartridge, GIFT, Aiken, text2qti, or our own. Exit code 1 where one is refused."""
    from kiosk.imports.importing import import_lessons  # noqa: PLC0415 - it brings the parsers

    wanted = _course(subject, grade, course)
    folder = to or _usual_folder(folder_of(context, data_dir))
    rows = [row for file in files for row in import_lessons(file, folder, wanted, dry_run=dry_run)]
    if as_json:
        print(json.dumps(for_programs(rows)))
    else:
        _print(rows, folder, dry_run=dry_run)
    raise typer.Exit(1 if any(row.result is Result.REFUSED for row in rows) else 0)


def _course(subject: str | None, grade: int | None, code: str | None) -> Course | None:
    if code is not None:
        if not code.strip():
            raise UsageError("--course is blank; name a course's code, such as MATH-3.")
        return CourseCode(code)
    if subject is None and grade is None:
        return None
    if subject is None or grade is None:
        raise UsageError("--subject and --grade belong together, such as --subject Math --grade 3.")
    return parse_course({"subject": subject, "grade": grade})


def _usual_folder(data: Path) -> Path:
    return load_settings(data / FILE_NAME, os.environ, {}).lessons or own_lessons(data)


def _print(rows: list[Row], folder: Path, *, dry_run: bool) -> None:
    console = Console(markup=False, emoji=False, highlight=False)  # titles are shown as they are
    for line in details(rows):
        console.print(line, soft_wrap=True)
    table = Table("Lesson", "Result", "")
    for row in rows:
        table.add_row(row.title, str(row.result), row.remark)
    console.print(table)
    console.print(told(rows), soft_wrap=True)
    if dry_run:
        console.print("Nothing was written.", soft_wrap=True)
    elif any(row.installed for row in rows):
        console.print(f"They are in {folder}; a kiosk that runs shows them when it starts next.", soft_wrap=True)
