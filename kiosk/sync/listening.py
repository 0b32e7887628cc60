"""Hears what the school says the moment it is said, and fetches the lessons that it hands out: one daemon thread.

asyncio and httpx are imported on the thread, with the `line`, so they cost the first paint nothing.
"""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.sync.ears import Ear, Heard
from kiosk.sync.handed_out import tidy

if TYPE_CHECKING:
    import asyncio

    from kiosk.sync.line import Line


class Listening:
    """From `start` to `close`. Any thread may call.

    `ears` tells in whose names to listen, `begun` which lessons are begun on this computer: both are called on worker
    threads and may block. On the listening thread `tell` is called with each announcement, and `fetched`, with the
    titles of lessons that are new here, whenever another list is in `folder`.
    """

    def __init__(
        self,
        server: str | None,
        folder: Path,
        ears: Callable[[], Sequence[Ear]],
        begun: Callable[[], frozenset[str]],
        tell: Callable[[Heard], None],
        fetched: Callable[[tuple[str, ...]], None],
    ) -> None:
        self._server = server
        self._folder = folder
        self._ears = ears
        self._begun = begun
        self._tell = tell
        self._fetched = fetched
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._line: Line | None = None
        self._task: asyncio.Task[None] | None = None
        self._stopping = False
        self._thread = threading.Thread(target=self._main, name="listening", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def listen_anew(self, server: str | None) -> None:
        """Listen to this server, in the names there are now: a student was connected, or the network is back."""

        def turn(line: "Line") -> None:
            line.server = server
            line.anew.set()

        self._server = server
        self._do(turn)

    def answer(self, launch: int, state: str) -> None:
        """Tell the server what became of a launch: seen, opened, declined. Tried until it is reached or this ends."""

        def say(line: "Line") -> None:
            line.answers.append((launch, state))
            line.answered.set()

        self._do(say)

    def close(self, timeout: float = 1.0) -> None:
        """Hear no more. A download under way goes on where it broke the next time."""
        with self._lock:
            self._stopping = True
            loop, task = self._loop, self._task
        if loop is not None and task is not None:
            with suppress(RuntimeError):  # the loop has just been closed
                loop.call_soon_threadsafe(task.cancel)
        if self._thread.is_alive():
            self._thread.join(timeout)

    def _do(self, act: "Callable[[Line], None]") -> None:
        loop, line = self._loop, self._line
        if loop is not None and line is not None:
            with suppress(RuntimeError):  # the loop has just been closed
                loop.call_soon_threadsafe(act, line)

    # -- on the listening thread -----------------------------------------------------------------------

    def _main(self) -> None:
        import asyncio  # noqa: PLC0415 - not before the first paint

        from kiosk.threads import DaemonThreads  # noqa: PLC0415

        tidy(self._folder)
        with suppress(asyncio.CancelledError), asyncio.Runner() as runner:
            runner.get_loop().set_default_executor(DaemonThreads())
            runner.run(self._hold())

    async def _hold(self) -> None:
        import asyncio  # noqa: PLC0415

        from kiosk.sync.lessons import Shelf  # noqa: PLC0415
        from kiosk.sync.line import Line  # noqa: PLC0415

        shelf = Shelf(self._folder, self._begun, self._fetched)
        with self._lock:
            self._line = Line(self._server, self._ears, shelf, self._tell)
            self._loop, self._task = asyncio.get_running_loop(), asyncio.current_task()
        if not self._stopping:
            await self._line.hold()
