"""The daily start: the window, or the one that runs already."""

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.errors import FolderInUseError, KioskError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.front import Closing, Front
    from kiosk.launch import Launch

ANSWERED_WITHIN_S = 10.0


def furnish_kiosk(front: "Front", launch: "Launch | None" = None, *, by_link: bool = False) -> "Closing":
    """Build the rest of the program behind its first picture."""
    from kiosk.app import Kiosk  # noqa: PLC0415 - after the first picture
    from kiosk.desktop.instance import LaunchRequest  # noqa: PLC0415

    kiosk = Kiosk(front).begin(None if launch is None else LaunchRequest(launch, by_link))
    gc.freeze()  # what is here now stays: no later collection looks through it
    return kiosk


def start(
    given_folder: Path | None,
    overrides: dict[str, object],
    launch: "Launch | None" = None,
    *,
    by_link: bool = False,
    furnish: "Callable[[Front], Closing] | None" = None,
) -> int:
    """Open the kiosk's window, or bring the one that runs already to the front; `launch` opens a lesson there.

    In kiosk mode this process only keeps the window on the screen, which is a child of it (see `kiosk.keeper`).

    `furnish` is called when the first picture is on the screen, and gives what to close at the end. Raises UsageError
    with what the running kiosk has against the launch.
    """
    gc.disable()  # among what is imported is no garbage, and looking costs 15 ms; later see desktop/garbage.py
    from kiosk.settings import FILE_NAME, data_dir, load_settings  # noqa: PLC0415

    folder = data_dir(os.environ, given_folder)
    settings = load_settings(folder / FILE_NAME, os.environ, overrides)
    if settings.mode == "kiosk":
        from kiosk import keeper  # noqa: PLC0415 - the other modes need none

        if not keeper.is_kept(os.environ):
            return keeper.Keeper(keeper.this_command()).keep()
        if keeper.goes_on(os.environ):
            launch = None  # the one that crashed has opened it
    if launch is not None and _launch_there(folder, launch, by_link=by_link):
        return 0  # also from a terminal that has no display
    from kiosk.desktop import display, features  # noqa: PLC0415 - they bring PySide

    features.leave_out()
    display.require_display(os.environ)
    from kiosk.front import Front  # noqa: PLC0415 - as before

    try:
        front = Front(settings, folder)
    except FolderInUseError:
        from kiosk.desktop.instance import ask_running, ask_starting  # noqa: PLC0415 - the first start does not ask

        def hand_over(folder: Path) -> bool:
            return ask_running(folder) if launch is None else _launch_there(folder, launch, by_link=by_link)

        if ask_starting(folder, hand_over):
            return 0
        raise
    return front.run(lambda: furnish(front) if furnish else furnish_kiosk(front, launch, by_link=by_link))


def _launch_there(folder: Path, launch: "Launch", *, by_link: bool) -> bool:
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
