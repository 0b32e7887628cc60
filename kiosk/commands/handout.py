"""`kiosk server ...` about lessons: which there are, whose they are, opening them, pausing. `teaching` does it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands.options import DataDir, Json, named_folder
from kiosk.commands.server import Database, office_of

if TYPE_CHECKING:
    from kiosk.commands.teaching import Teaching

app = typer.Typer()

LessonName = Annotated[str, typer.Argument(metavar="LESSON", help="The lesson's id in `kiosk server lessons`.")]
ClassOption = Annotated[str | None, typer.Option("--class", metavar="CLASS", help="Every student of this class.")]
StudentsOption = Annotated[
    list[str] | None, typer.Option("--student", metavar="EMAIL", help="This student; repeatable.")
]
ClassName = Annotated[str, typer.Argument(metavar="CLASS", help="The school class, such as 3b.")]


@app.command("add-lesson")
def add_lesson(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(parser=named_folder, metavar="FILE...", help="Lessons in any form that can be imported."),
    ],
    database: Database = None,
    data_dir: DataDir = None,
) -> None:
    """Put lessons on the server, to be handed out. One that is there already becomes its next version."""
    with _teaching(context, data_dir, database) as teaching:
        teaching.add_lessons(files)


@app.command()
def lessons(context: typer.Context, as_json: Json = False, database: Database = None, data_dir: DataDir = None) -> None:
    """List the lessons that the server has: those that were added, and those that came with the program."""
    with _teaching(context, data_dir, database) as teaching:
        teaching.list_lessons(as_json=as_json)


@app.command()
def assign(
    context: typer.Context,
    lesson: LessonName,
    school_class: ClassOption = None,
    students: StudentsOption = None,
    from_day: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="First day, such as 2026-01-05.")
    ] = None,
    until_day: Annotated[str | None, typer.Option("--until", metavar="DAY", help="Last day.")] = None,
    position: Annotated[int, typer.Option("--order", help="Smaller numbers come first.")] = 0,
    database: Database = None,
    data_dir: DataDir = None,
) -> None:
    """Hand a lesson out to a class or to students; their kiosks fetch it and show it first."""
    with _teaching(context, data_dir, database) as teaching:
        teaching.assign(lesson, school_class, students or [], (from_day, until_day), position)


@app.command()
def unassign(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="As in `kiosk server assignments`.")],
    database: Database = None,
    data_dir: DataDir = None,
) -> None:
    """Hand a lesson out no longer. Whoever has begun it can finish it."""
    with _teaching(context, data_dir, database) as teaching:
        teaching.unassign(number)


@app.command()
def assignments(
    context: typer.Context, as_json: Json = False, database: Database = None, data_dir: DataDir = None
) -> None:
    """List what is handed out to whom, until when, in its order."""
    with _teaching(context, data_dir, database) as teaching:
        teaching.list_assignments(as_json=as_json)


@app.command()
def launch(
    context: typer.Context,
    lesson: LessonName,
    school_class: ClassOption = None,
    students: StudentsOption = None,
    minutes: Annotated[
        int | None, typer.Option("--for", metavar="MINUTES", min=1, help="How long it holds; else until midnight.")
    ] = None,
    database: Database = None,
    data_dir: DataDir = None,
) -> None:
    """Open a lesson on the kiosks of a class or of students, now, or when they are next reached."""
    with _teaching(context, data_dir, database) as teaching:
        teaching.launch(lesson, school_class, students or [], minutes)


@app.command()
def recall(
    context: typer.Context,
    school_class: ClassOption = None,
    students: StudentsOption = None,
    database: Database = None,
    data_dir: DataDir = None,
) -> None:
    """Recall what was opened for a class or for students and is not open yet."""
    with _teaching(context, data_dir, database) as teaching:
        teaching.recall(school_class, students or [])


@app.command()
def launches(
    context: typer.Context, as_json: Json = False, database: Database = None, data_dir: DataDir = None
) -> None:
    """List what was opened today, and what became of it."""
    with _teaching(context, data_dir, database) as teaching:
        teaching.list_launches(as_json=as_json)


@app.command()
def pause(
    context: typer.Context,
    school_class: ClassName,
    minutes: Annotated[float, typer.Option("--for", metavar="MINUTES", help="After that it lifts itself.")] = 5,
    database: Database = None,
    data_dir: DataDir = None,
) -> None:
    """Have a class look to the front: its kiosks show a countdown, and no time counts."""
    with _teaching(context, data_dir, database) as teaching:
        teaching.pause(school_class, minutes)


@app.command()
def resume(
    context: typer.Context, school_class: ClassName, database: Database = None, data_dir: DataDir = None
) -> None:
    """Lift a class's pause before its end."""
    with _teaching(context, data_dir, database) as teaching:
        teaching.resume(school_class)


@contextmanager
def _teaching(context: typer.Context, data_dir: Path | None, database: str | None) -> "Iterator[Teaching]":
    with office_of(context, data_dir, database) as office:
        from kiosk.commands.teaching import Teaching  # noqa: PLC0415 - it brings the server's packages

        yield Teaching(office.database, office.lessons())
