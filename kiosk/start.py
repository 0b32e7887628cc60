"""The daily start: the window, or the one that runs already."""

import os
from pathlib import Path

from kiosk.errors import FolderInUseError, KioskError, UsageError
from kiosk.launch import Launch

ANSWERED_WITHIN_S = 10.0


def start(
    given_folder: Path | None, overrides: dict[str, object], launch: Launch | None = None, *, by_link: bool = False
) -> int:
    """Open the kiosk's window, or bring the one that runs already to the front; `launch` opens a lesson there.

    Raises UsageError with what the running kiosk has against the launch.
    """
    from kiosk.desktop.display import require_display  # noqa: PLC0415
    from kiosk.settings import FILE_NAME, data_dir, load_settings  # noqa: PLC0415

    folder = data_dir(os.environ, given_folder)
    settings = load_settings(folder / FILE_NAME, os.environ, overrides)
    if launch is not None and _launch_there(folder, launch, by_link=by_link):
        return 0  # also from a terminal that has no display
    require_display(os.environ)
    from kiosk.desktop.instance import LaunchRequest, ask_running, ask_starting  # noqa: PLC0415 - needs Qt's libraries

    def hand_over(folder: Path) -> bool:
        return ask_running(folder) if launch is None else _launch_there(folder, launch, by_link=by_link)

    if launch is None and ask_running(folder):
        return 0
    from kiosk.app import Kiosk  # noqa: PLC0415 - a second start ends before it imports the widgets

    try:
        kiosk = Kiosk(settings, folder)
    except FolderInUseError:
        if ask_starting(folder, hand_over):
            return 0
        raise
    return kiosk.run(None if launch is None else LaunchRequest(launch, by_link))


def _launch_there(folder: Path, launch: Launch, *, by_link: bool) -> bool:
    """Have the running kiosk open the lesson and say what became of it; False where none runs."""
    try:
        from kiosk.desktop.instance import ask_running_to, launch_request  # noqa: PLC0415 - needs Qt's libraries
    except ImportError:
        return False  # then there is no display either, which is said next
    try:
        answer = ask_running_to(folder, launch_request(launch, by_link=by_link), ANSWERED_WITHIN_S)
    except TimeoutError as error:
        raise KioskError("The running kiosk has not opened the lesson yet; look at its window.") from error
    if answer is None:
        return False
    if answer["error"]:
        raise UsageError(answer["error"])
    print(answer["said"])  # noqa: T201 - the command's answer
    return True
