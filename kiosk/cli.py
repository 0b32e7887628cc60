"""The command `kiosk`: without a command the daily start, with one what a teacher asks from a terminal.

The daily start reads its options with argparse, which costs a few milliseconds; the commands are typer's.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, override

from kiosk.errors import KioskError, UsageError

if TYPE_CHECKING:
    from kiosk.launch import Launch


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


COMMANDS = (
    "status",
    "connect",
    "demo",
    "enroll",
    "launch",
    "sync",
    "parked",
    "doctor",
    "teacher-pin",
    "secret",
    "add-students",
    "class",
    "language",
    "settings",
    "delete-student",
    "export",
    "import-time",
    "lesson",
    "rescue",
    "server",
)


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments ask and tell the exit code. A wrong call raises UsageError; --help ends the process."""
    rest = list(arguments)
    at = _first_word(rest)
    launch = None if at is None else _launch_of(rest, at)
    if at is not None and launch is None:
        from kiosk.commands import run_command  # noqa: PLC0415 - they bring typer and rich, 0.1 s the window can do without

        return run_command(rest)
    from kiosk.settings import describe  # noqa: PLC0415 - `main` reports what goes wrong in it
    from kiosk.start import start  # noqa: PLC0415 - it brings Qt

    asked = vars(_parser().parse_args(rest)) if rest else {}  # the daily start spares the parser
    overrides = {setting.name: asked[setting.name] for setting in describe() if setting.name in asked}
    return start(asked.get("data_dir"), overrides, launch, by_link=launch is not None)


def _launch_of(rest: list[str], at: int) -> "Launch | None":
    """Take the word at that place out of the rest and read it, if it is a link."""
    from kiosk.launch import SCHEME, parse_link  # noqa: PLC0415 - a start without a word spares it

    return parse_link(rest.pop(at)) if rest[at].startswith(SCHEME) else None


def _first_word(arguments: Sequence[str]) -> int | None:
    """Where a command's name or a link stands: the first word that is neither an option nor an option's value."""
    words = enumerate(arguments)
    for at, word in words:
        if not word.startswith("-"):
            return at
        if "=" not in word and word not in ("-h", "--help"):
            next(words, None)
    return None


class _Parser(argparse.ArgumentParser):
    @override
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (`kiosk --help` lists what there is)")


def _parser() -> argparse.ArgumentParser:
    from kiosk.settings import describe  # noqa: PLC0415 - see `run`

    parser = _Parser(
        prog="kiosk",
        usage="kiosk [--data-dir FOLDER] [SETTING VALUE]... [LINK] | kiosk COMMAND [--help]",
        description="Timeback Kiosk: lessons whose every focused second is counted, kept and delivered once. "
        "Without a command it opens the window; the settings are its options.",
        epilog=f"Commands: {', '.join(COMMANDS)}. `kiosk COMMAND --help` explains each. "
        "LINK opens a lesson: timeback-kiosk://launch?lesson=ID&student=NAME.",
        allow_abbrev=False,
    )
    sentence = "Folder of the database and the settings."
    parser.add_argument("--data-dir", type=_folder, metavar="FOLDER", default=argparse.SUPPRESS, help=sentence)
    for setting in describe():
        sentence = f"{setting.sentence} Default: {setting.default_text}.".replace("%", "%%")
        unit = (setting.unit or "value").upper()
        parser.add_argument(setting.option, dest=setting.name, metavar=unit, default=argparse.SUPPRESS, help=sentence)
    return parser


def _folder(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("it is blank; name a folder")
    return Path(text)
