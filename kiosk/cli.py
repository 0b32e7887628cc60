"""The command `kiosk`. The daily start goes straight to the window; everything else goes through `kiosk.commands`."""

import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk.errors import KioskError


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
    """Start the window for plain options, else run a command. Typer costs the daily start 0.1 s, so it is not asked."""
    from kiosk.settings import describe  # noqa: PLC0415 - `main` reports what goes wrong in it

    options = {"--data-dir", *(setting.option for setting in describe())}
    names, values = arguments[::2], arguments[1::2]
    if len(names) == len(values) and all(name in options for name in names):
        given = dict(zip(names, values, strict=True))
        folder = given.pop("--data-dir", None)
        overrides: dict[str, object] = {name[2:].replace("-", "_"): value for name, value in given.items()}
        from kiosk.start import start  # noqa: PLC0415

        return start(Path(folder) if folder else None, overrides)
    from kiosk.commands import run_command  # noqa: PLC0415

    return run_command(list(arguments))
