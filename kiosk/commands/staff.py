"""`kiosk server ...` about teachers. What is asked; `staff_office` does it."""

from typing import Annotated

import typer

from kiosk.commands.options import DataDir, Json
from kiosk.commands.server import Database, office_of

app = typer.Typer()

TeacherEmail = Annotated[str, typer.Argument(metavar="EMAIL", help="By which the teacher signs in.")]


@app.command("add-teacher")
def add_teacher(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The name that the log is to show.")],
    email: Annotated[str, typer.Option(help="The e-mail address by which the teacher signs in.")],
    classes: Annotated[list[str] | None, typer.Option("--class", help="A class of the teacher's; repeatable.")] = None,
    admin: Annotated[bool, typer.Option("--admin", help="The teacher has every class, and the whole log.")] = False,
    link: Annotated[
        bool, typer.Option("--link", help="Make a link by which the teacher chooses the password.")
    ] = False,
    database: Database = None,
    data_dir: DataDir = None,
) -> None:
    """Add a teacher; asks for the password, unless the teacher is to choose it by a link."""
    with office_of(context, data_dir, database) as office:
        from kiosk.commands.staff_office import StaffOffice  # noqa: PLC0415 - it brings the server's packages

        StaffOffice(office.database, office.address()).add(name, email, classes or [], is_admin=admin, by_link=link)


@app.command("teacher-link")
def teacher_link(
    context: typer.Context, email: TeacherEmail, database: Database = None, data_dir: DataDir = None
) -> None:
    """Make a link by which a teacher chooses a new password, once, within a day."""
    with office_of(context, data_dir, database) as office:
        from kiosk.commands.staff_office import StaffOffice  # noqa: PLC0415

        StaffOffice(office.database, office.address()).link(email)


@app.command()
def teachers(
    context: typer.Context, as_json: Json = False, database: Database = None, data_dir: DataDir = None
) -> None:
    """List the teachers with their classes."""
    with office_of(context, data_dir, database) as office:
        from kiosk.commands.staff_office import StaffOffice  # noqa: PLC0415

        StaffOffice(office.database, office.address()).list_teachers(as_json=as_json)


@app.command("remove-teacher")
def remove_teacher(
    context: typer.Context, email: TeacherEmail, database: Database = None, data_dir: DataDir = None
) -> None:
    """Remove a teacher's account, and sign them out at once. What they did stays in the log."""
    with office_of(context, data_dir, database) as office:
        from kiosk.commands.staff_office import StaffOffice  # noqa: PLC0415

        StaffOffice(office.database, office.address()).remove(email)
