"""The daily start: the window, or the one that runs already."""

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.front import Closing, Front


def furnish_kiosk(front: "Front") -> "Closing":
    """Build the rest of the program behind its first picture."""
    from kiosk.app import Kiosk  # noqa: PLC0415 - after the first picture

    kiosk = Kiosk(front).begin()
    gc.freeze()  # what is here now stays: no later collection looks through it
    gc.enable()
    return kiosk


def start(
    given_folder: Path | None, overrides: dict[str, object], furnish: "Callable[[Front], Closing]" = furnish_kiosk
) -> int:
    """Open the kiosk's window, or bring the one that runs already to the front.

    `furnish` is called when the first picture is on the screen, and gives what to close at the end.
    """
    gc.disable()  # until all is imported: among what comes in nothing is to be collected, and looking costs 15 ms
    from kiosk.desktop.display import require_display  # noqa: PLC0415
    from kiosk.settings import FILE_NAME, data_dir, load_settings  # noqa: PLC0415

    folder = data_dir(os.environ, given_folder)
    settings = load_settings(folder / FILE_NAME, os.environ, overrides)
    require_display(os.environ)
    from kiosk.errors import FolderInUseError  # noqa: PLC0415
    from kiosk.front import Front  # noqa: PLC0415 - needs Qt's libraries

    try:
        front = Front(settings, folder)
    except FolderInUseError:
        from kiosk.desktop.instance import ask_starting  # noqa: PLC0415 - the first start does not ask

        if ask_starting(folder):
            return 0
        raise
    return front.run(lambda: furnish(front))
