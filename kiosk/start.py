"""The daily start: the window, or the one that runs already."""

import os
from pathlib import Path


def start(given_folder: Path | None, overrides: dict[str, object]) -> int:
    """Open the kiosk's window, or bring the one that runs already to the front."""
    from kiosk.desktop.display import require_display  # noqa: PLC0415
    from kiosk.settings import FILE_NAME, data_dir, load_settings  # noqa: PLC0415

    folder = data_dir(os.environ, given_folder)
    settings = load_settings(folder / FILE_NAME, os.environ, overrides)
    require_display(os.environ)
    from kiosk.desktop.instance import ask_running, ask_starting  # noqa: PLC0415 - needs Qt's libraries

    if ask_running(folder):
        return 0
    from kiosk.app import Kiosk  # noqa: PLC0415 - a second start ends before it imports the widgets
    from kiosk.errors import FolderInUseError  # noqa: PLC0415

    try:
        kiosk = Kiosk(settings, folder)
    except FolderInUseError:
        if ask_starting(folder):
            return 0
        raise
    return kiosk.run()
