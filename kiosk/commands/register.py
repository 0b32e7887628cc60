"""`kiosk server ...` about devices, classes and who is in them. What is asked; `registrar` does it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands.asked_secret import Clear, Pictures, ask_secret, kind_of
from kiosk.commands.options import DataDir, Json
from kiosk.commands.server import Database, Email, office_of

if TYPE_CHECKING:
    from kiosk.commands.registrar import Registrar

MINUTES = 15

app = typer.Typer()

ClassName = Annotated[str, typer.Argument(metavar="CLASS", help="The school class, such as 3b.")]
DeviceNumber = Annotated[int, typer.Argument(metavar="DEVICE", help="Its number in `kiosk server devices`.")]


@app.command("new-code")
def new_code(
    context: typer.Context,
    classes: Annotated[list[str], typer.Option("--class", help="A class whose students the kiosk is for; repeatable.")],
    minutes: Annotated[int, typer.Option(min=1, max=24 * 60, help="How long the code can be used.")] = MINUTES,
    database: Database = None,
    data_dir: DataDir = None,
) -> None:
    """Make a code by which one kiosk joins the school; prints it with the address, for people and for scanners."""
    with _registrar(context, data_dir, database) as registrar:
        registrar.new_code(classes, minutes)


@app.command()
def devices(context: typer.Context, as_json: Json = False, database: Database = None, data_dir: DataDir = None) -> None:
    """List the kiosks that joined, with their classes and when they were last seen."""
    with _registrar(context, data_dir, database) as registrar:
        registrar.list_devices(as_json=as_json)


@app.command("rename-device")
def rename_device(
    context: typer.Context,
    device: DeviceNumber,
    name: Annotated[str, typer.Argument(help="Such as Window 3.")],
    database: Database = None,
    data_dir: DataDir = None,
) -> None:
    """Give a kiosk another name."""
    with _registrar(context, data_dir, database) as registrar:
        registrar.rename_device(device, name)


@app.command("revoke-device")
def revoke_device(
    context: typer.Context, device: DeviceNumber, database: Database = None, data_dir: DataDir = None
) -> None:
    """Shut a kiosk out, as one that was lost. It goes on offline and keeps its work until it joins again."""
    with _registrar(context, data_dir, database) as registrar:
        registrar.revoke_device(device)


@app.command()
def classes(context: typer.Context, as_json: Json = False, database: Database = None, data_dir: DataDir = None) -> None:
    """List the classes with the number of their students."""
    with _registrar(context, data_dir, database) as registrar:
        registrar.list_classes(as_json=as_json)


@app.command("add-class")
def add_class(context: typer.Context, name: ClassName, database: Database = None, data_dir: DataDir = None) -> None:
    """Add a class."""
    with _registrar(context, data_dir, database) as registrar:
        registrar.add_class(name)


@app.command("move-student")
def move_student(
    context: typer.Context,
    email: Email,
    to: Annotated[str, typer.Option("--to", metavar="CLASS", help="The class to put the student into.")],
    out_of: Annotated[
        str | None, typer.Option("--from", metavar="CLASS", help="The class to take them out of; all when left out.")
    ] = None,
    database: Database = None,
    data_dir: DataDir = None,
) -> None:
    """Put a student into another class."""
    with _registrar(context, data_dir, database) as registrar:
        registrar.move_student(email, to, out_of)


@app.command("secret")
def set_secret(
    context: typer.Context,
    email: Email,
    pictures: Pictures = None,
    clear: Clear = False,
    database: Database = None,
    data_dir: DataDir = None,
) -> None:
    """Set what a student signs in with on the kiosks: a PIN of 4 digits, or pictures. They hear of it within an hour.

    The PIN is asked for; without a terminal it is the first line of the standard input.
    """
    secret = None if clear else f"{kind_of(pictures)}:{ask_secret(pictures)}"
    with _registrar(context, data_dir, database) as registrar:
        registrar.set_secret(email, secret)


@app.command("remove-student")
def remove_student(context: typer.Context, email: Email, database: Database = None, data_dir: DataDir = None) -> None:
    """Take a student out of all classes. Time and results stay, and what kiosks still hold is taken."""
    with _registrar(context, data_dir, database) as registrar:
        registrar.remove_student(email)


roster = typer.Typer(name="roster", help="Bring the school's classes and students in from its own system.")
app.add_typer(roster)


@roster.command("import")
def import_roster(
    context: typer.Context,
    source: Annotated[Path, typer.Argument(metavar="FOLDER_OR_ZIP", help="A OneRoster 1.1 or 1.2 export as CSV.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would change.")] = False,
    delta: Annotated[bool, typer.Option("--delta", help="What is not in the export stays, whatever it says.")] = False,
    skip_bad: Annotated[bool, typer.Option("--skip-bad", help="Import the rest when rows cannot be used.")] = False,
    database: Database = None,
    data_dir: DataDir = None,
) -> None:
    """Add, change, move and remove classes and students as the export says: all of it or, with a bad row, nothing."""
    with _registrar(context, data_dir, database) as registrar:
        registrar.import_roster(source, dry_run=dry_run, delta=delta, skip_bad=skip_bad)


@contextmanager
def _registrar(context: typer.Context, data_dir: Path | None, database: str | None) -> "Iterator[Registrar]":
    with office_of(context, data_dir, database) as office:
        from kiosk.commands.registrar import Registrar  # noqa: PLC0415 - it brings the server's packages

        yield Registrar(office.database, office.address())
