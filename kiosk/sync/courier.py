"""The courier: one daemon thread that empties the outbox and otherwise sleeps.

It is woken by new work, by the network coming back and by "sync now". In a back-off only the latter two
wake it. httpx and asyncio are imported on its thread, so they cost the first paint nothing.
"""

import logging
import random
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.clock import Clock, boot_id, epoch_ms, read
from kiosk.errors import KioskError, StoreError
from kiosk.protocol.batch import BATCHES
from kiosk.protocol.outcomes import Outcome, Verdict
from kiosk.protocol.tokens import Token
from kiosk.store import clocks, pruning
from kiosk.store.runs import RunRequest
from kiosk.store.writer import Store
from kiosk.sync.backoff import wait_ms

if TYPE_CHECKING:
    import asyncio

    from kiosk.sync.delivery import Delivery, PassReport, Tools
    from kiosk.sync.elsewhere import Elsewhere
    from kiosk.sync.partner import Partner
    from kiosk.sync.post import Poster

log = logging.getLogger(__name__)

IDLE_WAIT_S = 300.0
"""With nothing known to be due it still looks this often."""

PRUNE_EVERY_S = 86_400.0


class Courier:
    """Delivers to one server at a time, from `start()` to `close()`. Any thread may call.

    `token` gives what speaks for a student by their ref, None where there is none; it is called on a worker
    thread and may block. `tell` is called on the courier's thread with each try, `passed` after each pass.
    With `background=False` it delivers only when `sync()` asks.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        server: str | None,
        token: Callable[[str], Token | None],
        *,
        tell: "Callable[[Delivery], None]" = lambda _delivery: None,
        passed: "Callable[[PassReport], None]" = lambda _report: None,
        background: bool = True,
    ) -> None:
        self._store = store
        self._clock = clock
        self._server = server
        self._token = token
        self._tell = tell
        self._passed = passed
        self._background = background
        self._thread = threading.Thread(target=self._main, name="courier", daemon=True)
        self._lock = threading.Lock()
        self._asked: list[Future[PassReport]] = []
        self._work = False
        self._stopping = False
        self._prune_due_s = 0.0
        self._elsewhere: Elsewhere | None = None  # None while the server is known to be away
        self._loop: asyncio.AbstractEventLoop | None = None
        self._awake: asyncio.Event | None = None
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._thread.start()

    @property
    def server(self) -> str | None:
        """Where it delivers to now."""
        return self._server

    def set_server(self, server: str | None) -> None:
        """Deliver to another server from the next message on; None: to nobody."""
        self._server = server
        self._nudge()

    def work_came(self) -> None:
        """Look again now, unless the server is known to be away."""
        with self._lock:
            self._work = True
        self._nudge()

    def sync(self) -> "Future[PassReport]":
        """Try everything that is due or waiting for its next try, now. Its future is done after that pass."""
        future: Future[PassReport] = Future()
        with self._lock:
            if self._stopping:
                future.cancel()
                return future
            self._asked.append(future)
        self._nudge()
        return future

    def catch_up(self, request: RunRequest) -> "Future[None] | None":
        """Learn what another computer did in this lesson, before it is opened here; None where nobody can be asked.

        The future is done within WITHIN_S and FILES_WITHIN_S, whatever the network does, and has no error.
        """
        loop, elsewhere = self._loop, self._elsewhere
        if loop is None or elsewhere is None or self._stopping:
            return None
        import asyncio  # noqa: PLC0415 - not before the first paint

        done: Future[None] = Future()

        def note(asking: "Future[bool]") -> None:
            fault = None if asking.cancelled() else asking.exception()
            if fault is not None:
                log.error("the school server could not be asked for a student's place", exc_info=fault)
            if asking.cancelled() or fault is not None or not asking.result():
                self._elsewhere = None  # until a pass finds the server again
            done.set_result(None)

        try:
            asking = asyncio.run_coroutine_threadsafe(elsewhere.catch_up(request), loop)
        except RuntimeError:  # the loop has just been closed
            return None
        asking.add_done_callback(note)
        return done

    def close(self, timeout: float = 1.0) -> None:
        """Stop. A request under way has `timeout` seconds to be answered; after that it is given up.

        Given up, it may have arrived: it can be sent again only by a program that starts within minutes.
        """
        with self._lock:
            self._stopping = True
            asked, self._asked = self._asked, []
        for future in asked:
            future.cancel()
        self._nudge()
        if self._thread.is_alive():
            self._thread.join(timeout)
        loop, task = self._loop, self._task
        if self._thread.is_alive() and loop is not None and task is not None:
            with suppress(RuntimeError):  # it has just ended by itself
                loop.call_soon_threadsafe(task.cancel)
            self._thread.join(timeout)

    def _nudge(self) -> None:
        loop, awake = self._loop, self._awake
        if loop is not None and awake is not None:
            with suppress(RuntimeError):  # the loop has just been closed
                loop.call_soon_threadsafe(awake.set)

    # -- on the courier's thread ---------------------------------------------------------------------

    def _main(self) -> None:
        import asyncio  # noqa: PLC0415 - not before the first paint

        from kiosk.threads import DaemonThreads  # noqa: PLC0415

        with suppress(asyncio.CancelledError), asyncio.Runner() as runner:
            loop = runner.get_loop()
            loop.set_default_executor(DaemonThreads())
            runner.run(self._serve(asyncio.Event()))

    async def _serve(self, awake: "asyncio.Event") -> None:
        import asyncio  # noqa: PLC0415

        from kiosk.sync.delivery import PassReport, Tools  # noqa: PLC0415
        from kiosk.sync.post import Poster  # noqa: PLC0415

        tools = Tools(
            self._store,
            self._clock,
            boot_id(),
            self._token,
            random.Random(),  # noqa: S311 - spreads tries, guards nothing
            self._tell,
            lambda: self._stopping,
        )
        with self._lock:
            self._loop, self._awake, self._task = asyncio.get_running_loop(), awake, asyncio.current_task()
        while not self._stopping:
            server = self._server
            if server is not None:
                async with Poster(server) as wire:
                    await self._deliver_to(server, wire, tools, awake)
                continue
            awake.clear()
            for future in self._take()[0]:
                future.set_result(PassReport(trouble=Verdict(Outcome.UNREACHED, "no server is set")))
            await awake.wait()

    async def _deliver_to(self, server: str, wire: "Poster", tools: "Tools", awake: "asyncio.Event") -> None:
        """Deliver to this server until another one is named."""
        import asyncio  # noqa: PLC0415

        from kiosk.sync.elsewhere import Elsewhere  # noqa: PLC0415
        from kiosk.sync.partner import Partner  # noqa: PLC0415

        loop = asyncio.get_running_loop()
        partner = Partner(wire, self._clock)
        elsewhere = self._elsewhere = Elsewhere(tools, wire, partner)
        failures, due = 0, loop.time()
        while not self._stopping and self._server == server:
            awake.clear()
            asked, work = self._take()
            if work and not failures:
                due = loop.time()
            if not asked and (not self._background or loop.time() < due):
                with suppress(TimeoutError):
                    await asyncio.wait_for(awake.wait(), due - loop.time() if self._background else None)
                continue
            report = await self._pass(tools, wire, partner, hurry=bool(asked), failures=failures)
            failures = failures + 1 if report.trouble else 0
            self._elsewhere = None if report.trouble else elsewhere
            due = loop.time() + self._wait_s(report)
            for future in asked:
                future.set_result(report)
            self._passed(report)
            if report.trouble is None and loop.time() >= self._prune_due_s:
                self._prune_due_s = loop.time() + PRUNE_EVERY_S
                await self._prune(tools)
        self._elsewhere = None
        elsewhere.close()

    async def _pass(
        self, tools: "Tools", wire: "Poster", partner: "Partner", *, hurry: bool, failures: int
    ) -> "PassReport":
        from kiosk.sync.batches import deliver_batches, has_work  # noqa: PLC0415
        from kiosk.sync.delivery import PassReport, ask, check_clock, deliver  # noqa: PLC0415
        from kiosk.sync.files import send_files  # noqa: PLC0415
        from kiosk.sync.finishing import ask_to_finish  # noqa: PLC0415

        try:
            hello = partner.known
            if await ask(tools, has_work):
                hello = await partner.hello()
                await check_clock(tools, wire, answers=partner.is_known)
            if hello.protocol >= BATCHES:
                report = await deliver_batches(tools, wire, hello, hurry=hurry, failures=failures)
            else:
                report = await deliver(tools, wire, hurry=hurry, failures=failures)
            if report.trouble is None:
                report = replace(report, sent=report.sent + await ask_to_finish(tools, wire, partner, hurry=hurry))
                await send_files(tools, wire, partner)
            else:
                partner.forget()
        except KioskError as error:
            reason = str(error)
        except Exception as error:
            log.exception("a delivery pass failed; the work is kept and tried again")
            reason = f"{type(error).__name__}: {error}"
        else:
            return report
        verdict = Verdict(Outcome.LATER, reason)
        due_ms = epoch_ms(self._clock.utc_now()) + wait_ms(verdict, failures + 1, tools.chance)
        return PassReport(trouble=verdict, next_due_ms=due_ms)

    async def _prune(self, tools: "Tools") -> None:
        """Delete what was delivered long ago: batch by batch, so that ticks are written in between."""
        from kiosk.sync.delivery import ask  # noqa: PLC0415

        with suppress(StoreError):  # the disk's trouble is told by whoever has something to keep
            now = await ask(tools, clocks.mended, tools.boot, read(self._clock))
            while await ask(tools, pruning.prune, now.wall):
                pass

    def _take(self) -> "tuple[list[Future[PassReport]], bool]":
        with self._lock:
            asked, self._asked = self._asked, []
            work, self._work = self._work, False
        return [future for future in asked if future.set_running_or_notify_cancel()], work

    def _wait_s(self, report: "PassReport") -> float:
        if report.next_due_ms is None:
            return IDLE_WAIT_S
        ahead_ms = report.next_due_ms - epoch_ms(self._clock.utc_now())
        return min(max(ahead_ms, 50) / 1000, IDLE_WAIT_S)
