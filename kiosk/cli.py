"""The command `kiosk`: without a command the daily start, with one what a teacher asks from a terminal.

Written with the standard library's argparse: the daily start reads it each time, and it costs a few milliseconds.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, override

from kiosk.errors import KioskError, UsageError


def main() -> None:
    """Run the command line. An error is one sentence and exit code 2."""
    try:
        code = run(sys.argv[1:])
    except KioskError as error:
        print(f"kiosk: {error}", file=sys.stderr)  # noqa: T201 - the command's own voice
        code = 2
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments ask and tell the exit code. A wrong call raises UsageError; --help ends the process."""
    from kiosk.settings import describe  # noqa: PLC0415 - `main` reports what goes wrong in it

    asked = vars(_parser().parse_args(arguments))
    command, folder = asked.pop("command"), asked.pop("data_dir", None)
    overrides = {
        setting.name: asked.pop(_dest(setting.option)) for setting in describe() if _dest(setting.option) in asked
    }
    if command is None:
        from kiosk.start import start  # noqa: PLC0415 - it brings Qt

        return start(folder, overrides)
    if overrides:
        option = f"--{next(iter(overrides)).replace('_', '-')}"
        raise UsageError(f"{option} before a command does nothing: it is an option of the window.")
    from kiosk import commands  # noqa: PLC0415 - they bring tables, the daily start needs none

    match command:
        case "status":
            return commands.status(folder, **asked)
        case "connect":
            return commands.connect(folder, **asked)
        case _:
            return commands.demo(folder, **asked)


class _Parser(argparse.ArgumentParser):
    @override
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (`kiosk --help` lists what there is)")


def _parser() -> argparse.ArgumentParser:
    from kiosk.settings import describe  # noqa: PLC0415 - see `run`

    parser = _Parser(
        prog="kiosk",
        usage="kiosk [--data-dir FOLDER] [SETTING VALUE]... [COMMAND ...]",
        description="Timeback Kiosk: lessons whose every focused second is counted, kept and delivered once. "
        "Without a command it opens the window; the settings are its options.",
        allow_abbrev=False,
    )
    _add_data_dir(parser)
    settings = parser.add_argument_group("settings of the window")
    for setting in describe():
        sentence = f"{setting.sentence} Default: {setting.default_text}.".replace("%", "%%")
        unit = (setting.unit or "value").upper()
        option = setting.option
        settings.add_argument(option, dest=_dest(option), metavar=unit, default=argparse.SUPPRESS, help=sentence)
    commands = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND", prog="kiosk")

    def add_command(name: str, sentence: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=sentence, description=sentence, allow_abbrev=False)
        _add_data_dir(command)
        return command

    status = add_command(
        "status", "Show each student's work: focused minutes today, and what is not on the server yet."
    )
    status.add_argument("--json", dest="as_json", action="store_true", help="Print JSON for programs.")
    connect = add_command("connect", "Sign a student in to a Timeback server; the kiosk may be running.")
    connect.add_argument("--student", required=True, help="The student's name, as on the wall of students.")
    connect.add_argument("--server", help="Address of the Timeback SDK server; kept for all students.")
    connect.add_argument("--token", help="The student's bearer token; asked for when left out.")
    connect.add_argument("--add", action="store_true", help="Add the student if they are not on this computer yet.")
    demo = add_command("demo", "Show the main job against a real Timeback SDK server on this computer.")
    demo.add_argument("--headless", action="store_true", help="Play it without a screen.")
    demo.add_argument("--json", dest="as_json", action="store_true", help="Print JSON for programs.")
    demo.add_argument("--screenshots", type=_folder, metavar="FOLDER", help="Put pictures of the screens there.")
    return parser


def _add_data_dir(parser: argparse.ArgumentParser) -> None:
    """Before a command and after it: SUPPRESS keeps the second from forgetting the first."""
    sentence = "Folder of the database and the settings."
    parser.add_argument("--data-dir", type=_folder, metavar="FOLDER", default=argparse.SUPPRESS, help=sentence)


def _folder(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("it is blank; name a folder")
    return Path(text)


def _dest(option: str) -> str:
    """A name of its own for a setting's value: `connect` has a --server too."""
    return f"setting {option}"
