"""`kiosk server`: the school server, its students and what it could not deliver. What is asked; `school` does it.

The packages of the extra `server` are imported when one of these commands runs, not before.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands.options import DataDir, Json, folder_of
from kiosk.server import need_server_extra

if TYPE_CHECKING:
    from kiosk.commands.school import Office

PORT = 8765
DATABASE = f"{__name__}.database"
"""Where the option is kept when it stands before the command."""

app = typer.Typer(
    name="server", help="Run the school server of this class; add its students.", invoke_without_command=True
)

Database = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        envvar="KIOSK_SERVER_DATABASE",
        help="postgresql+psycopg://…; a file in the data folder when left out.",
    ),
]
Email = Annotated[str, typer.Argument(metavar="EMAIL", help="By which Timeback knows the student.")]


@app.callback()
def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="Address to listen on; 127.0.0.1 for this computer alone.")] = "0.0.0.0",  # noqa: S104 - a class has to reach it
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = PORT,
    certificate: Annotated[Path | None, typer.Option(help="PEM file of the certificate, for https.")] = None,
    key: Annotated[Path | None, typer.Option(help="PEM file of the certificate's key.")] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that serve; more than 1 on PostgreSQL.")] = 1,
    address: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            envvar="KIOSK_SERVER_ADDRESS",
            help="How kiosks reach it, behind a proxy or in a container: https://school.example.",
        ),
    ] = None,
    database: Database = None,
    data_dir: DataDir = None,
) -> None:
    """Run the school server until it is stopped with Ctrl+C. Its commands manage students and what is set aside."""
    context.obj, context.meta[DATABASE] = data_dir or context.obj, database
    if context.invoked_subcommand is None:
        with office_of(context, data_dir, database) as office:
            office.serve(host, port, certificate, key, workers, address)


@app.command("add-student")
def add_student(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The name that the class uses.")],
    email: Annotated[str, typer.Option(help="The e-mail address by which Timeback knows the student.")],
    school_class: Annotated[str | None, typer.Option("--class", help="The school class, such as 3b.")] = None,
    database: Database = None,
    data_dir: DataDir = None,
) -> None:
    """Add a student; prints the token, once, and what to type on the kiosk. The server may be running."""
    with office_of(context, data_dir, database) as office:
        office.add_student(name, email, school_class)


@app.command("new-token")
def new_token(context: typer.Context, email: Email, database: Database = None, data_dir: DataDir = None) -> None:
    """Make a further token for a student, for a second kiosk or in place of a lost one."""
    with office_of(context, data_dir, database) as office:
        office.new_token(email)


@app.command()
def revoke(context: typer.Context, email: Email, database: Database = None, data_dir: DataDir = None) -> None:
    """Make all of a student's tokens worthless, at once. Their time and results stay."""
    with office_of(context, data_dir, database) as office:
        office.revoke(email)


@app.command()
def students(
    context: typer.Context, as_json: Json = False, database: Database = None, data_dir: DataDir = None
) -> None:
    """List the students by class."""
    with office_of(context, data_dir, database) as office:
        office.list_students(as_json=as_json)


@app.command()
def status(context: typer.Context, as_json: Json = False, database: Database = None, data_dir: DataDir = None) -> None:
    """Tell what Timeback has, what waits and why, and what is parked."""
    with office_of(context, data_dir, database) as office:
        office.status(as_json=as_json)


@app.command()
def parked(
    context: typer.Context,
    retry: Annotated[int | None, typer.Option("--retry", metavar="ID", help="Send this one again.")] = None,
    retry_all: Annotated[bool, typer.Option("--all", help="Send all of them again.")] = False,
    as_json: Json = False,
    database: Database = None,
    data_dir: DataDir = None,
) -> None:
    """List what Timeback refused and which runs could not be scored, with the reasons; send it again once mended."""
    with office_of(context, data_dir, database) as office:
        office.parked(retry, retry_all=retry_all, as_json=as_json)


@app.command("rescue-import")
def rescue_import(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="One that `kiosk rescue export` made.")],
    database: Database = None,
    data_dir: DataDir = None,
) -> None:
    """Take in work that a kiosk could not send. Each message is counted once, however it comes."""
    with office_of(context, data_dir, database) as office:
        office.rescue_import(file)


@app.command()
def credentials(context: typer.Context, data_dir: DataDir = None) -> None:
    """Keep the Timeback credentials in the keyring (or the file, by the setting `credentials`); asks for them."""
    need_server_extra()
    from kiosk.commands.school import keep_credentials  # noqa: PLC0415 - it brings the server's packages

    keep_credentials(folder_of(context, data_dir))


def office_of(context: typer.Context, data_dir: Path | None, database: str | None) -> "Office":
    """Open the server's database as the options say; for the commands' own modules too. Raises KioskError."""
    need_server_extra()
    from kiosk.commands.school import Office  # noqa: PLC0415 - it brings the server's packages

    return Office(folder_of(context, data_dir), database or context.meta[DATABASE])
