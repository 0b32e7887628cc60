"""The command `kiosk`. The daily start goes straight to the window; everything else goes through `kiosk.commands`."""

import os
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
        return start(Path(folder) if folder else None, overrides)
    from kiosk.commands import run_command  # noqa: PLC0415

    return run_command(list(arguments))


def start(given_folder: Path | None, overrides: dict[str, object]) -> int:
    """Open the kiosk's window, or bring the one that runs already to the front."""
    from kiosk.desktop.display import require_display  # noqa: PLC0415
    from kiosk.settings import FILE_NAME, data_dir, load_settings  # noqa: PLC0415

    folder = data_dir(os.environ, given_folder)
    settings = load_settings(folder / FILE_NAME, os.environ, overrides)
    require_display(os.environ)
    from kiosk.desktop.instance import ask_running  # noqa: PLC0415 - needs Qt's libraries

    if ask_running(folder):
        return 0
    from kiosk.app import Kiosk  # noqa: PLC0415 - a second start ends before it imports the widgets

    return Kiosk(settings, folder).run()
