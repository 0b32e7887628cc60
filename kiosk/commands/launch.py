"""`kiosk launch`: a teacher opens a lesson on the screen of this computer."""

from typing import Annotated

import typer

from kiosk.commands.options import DataDir
from kiosk.launch import Launch
from kiosk.start import start


def open_lesson(
    context: typer.Context,
    lesson: Annotated[str, typer.Argument(help="The lesson's id, or how its title begins.")],
    student: Annotated[
        str | None, typer.Option(help="The student's name, or the id they sign in with. Default: whoever is learning.")
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """Open a lesson, in the running kiosk or in one that starts. Where it interrupts a lesson, the kiosk asks first."""
    raise typer.Exit(start(data_dir or context.obj, {}, Launch(lesson, student)))
