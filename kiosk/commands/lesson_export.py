"""`kiosk lesson export`: a lesson as a package of QTI 3, for other programs."""

import os
from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands.options import DataDir, folder_of
from kiosk.errors import UsageError
from kiosk.lessons.advice import summary
from kiosk.lessons.model import Lesson
from kiosk.settings import FILE_NAME, lesson_folders, load_settings


def write_package(
    context: typer.Context,
    lesson: Annotated[str, typer.Argument(metavar="LESSON", help="A lesson's folder, or its id.")],
    file: Annotated[Path, typer.Argument(metavar="FILE.zip", help="The package to write; replaced if it is there.")],
    data_dir: DataDir = None,
) -> None:
    """Write a lesson as a package of QTI 3.0: its items, a test with a section for each page, its pictures."""
    from kiosk.imports.export import export_lesson  # noqa: PLC0415 - it brings the writers

    if not file.name or file.is_dir():
        raise UsageError(f'"{file}" is a folder; name a file in it, such as lesson.zip.')
    found = _find(lesson, folder_of(context, data_dir))
    export_lesson(found, file)
    print(f"{found.title} ({summary(found)}) is in {file}.")


def _find(named: str, data: Path) -> Lesson:
    """The lesson in that folder, or the one of that id among those of this device."""
    from kiosk.lessons.folder import MANIFEST  # noqa: PLC0415
    from kiosk.lessons.package import discover, load_lesson  # noqa: PLC0415 - it brings the Markdown parser

    if (Path(named) / MANIFEST).is_file():
        return load_lesson(Path(named))
    settings = load_settings(data / FILE_NAME, os.environ, {})
    for folder in lesson_folders(settings, data):
        for lesson in discover(folder)[0]:
            if lesson.id == named:
                return lesson
    raise UsageError(
        f"There is no lesson {named}: neither a folder with a {MANIFEST} nor a lesson's id on this computer."
    )
