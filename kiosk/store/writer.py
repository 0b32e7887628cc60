"""The one thread that writes. Everybody else posts to it and gets a future.

    GUI thread ── call(students.add, …) ──┐
    GUI thread ── journal(sitting, step) ─┼─► queue ─► writer thread ─► SQLite (WAL)
    courier ───── call(outbox.claim, …) ──┘

A verb is a plain function `f(db, *args)`; it runs in a transaction of its own and is committed before
its future is done. Durable verbs are on the disk by then (synchronous=FULL, which also covers every
tick before them); ticks are durable at least every five seconds. A tick goes before whatever waits, so that on a
slow disk it waits for one sync at most: else a kill would cost more time than the second between two ticks.
"""

import logging
import os
import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Concatenate, NamedTuple

from kiosk.clock import Clock, epoch_ms
from kiosk.errors import DamagedError, FileMovedError, KioskError, StoreError
from kiosk.store import database, journal, rescue
from kiosk.store.journal import Entry
from kiosk.store.lock import FolderLock

log = logging.getLogger(__name__)

DURABLE_EVERY_MS = 5_000

type Connection = sqlite3.Connection
"""The open file, as verbs take it; other rooms name it by this."""


class _Job(NamedTuple):
    work: Callable[[sqlite3.Connection], object]
    durable: bool
    future: "Future[object]"
    committed: Callable[[object], None] | None = None
    is_tick: bool = False


class Store:
    """The data folder, open for writing. Any thread may call; results come through futures.

    Opening takes the folder's lock, saves what can be read of a damaged file, migrates, and recovers what a crash
    left open. Raises StoreError, and then holds nothing.
    `on_change` is called on the writer thread with None after a commit that followed trouble, and with
    the StoreError when the machine refuses to write.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder = folder
        self.path = folder / database.FILE_NAME
        self.on_change: Callable[[StoreError | None], None] = lambda _trouble: None
        self._clock = clock
        self._lock = FolderLock(folder)
        try:
            self._db = rescue.open_or_rescue(self.path, epoch_ms(clock.utc_now()))
            self._file = self.path.stat()
        except BaseException:
            self._lock.release()
            raise
        self._queue: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._ticks: queue.SimpleQueue[_Job] = queue.SimpleQueue()  # each is in the queue, too, which wakes the writer
        self._mail: dict[int, Entry] = {}  # what is not yet committed, by sitting
        self._mail_queued: set[int] = set()
        self._mail_lock = threading.Lock()
        self._durable_mono = 0
        self._syncs: bool | None = None  # as SQLite is told; it is not told anew for each job
        self._trouble: StoreError | None = None
        self._changes = 0
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._thread.start()
        try:
            self.call(journal.recover).result()
        except BaseException:
            self.close()
            raise

    @property
    def trouble(self) -> StoreError | None:
        """Why the latest write failed, None while all is well. That something could be read mends nothing."""
        return self._trouble

    @property
    def changes(self) -> int:
        """How often anything was committed but a window's running seconds. Look here first, then at what changed."""
        return self._changes

    def call[**P, T](
        self, verb: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> "Future[T]":
        """Run a verb and have it durable before the future is done: power may fail after that."""
        return self._post(verb, durable=True, args=args, kwargs=kwargs)

    def call_light[**P, T](
        self, verb: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> "Future[T]":
        """Run a verb that may be forgotten by a power cut (not by a crash): reads, and what is sent again anyway."""
        return self._post(verb, durable=False, args=args, kwargs=kwargs)

    def journal(self, entry: Entry) -> None:
        """Post what a step changed. What is not yet written is replaced, so a slow disk cannot pile it up."""
        sitting = entry.sitting
        with self._mail_lock:
            waiting = self._mail.get(sitting)
            self._mail[sitting] = waiting.merged(entry) if waiting else entry
            queued = sitting in self._mail_queued
            self._mail_queued.add(sitting)
        if queued:
            return

        def look_again(written: "Future[Entry | None]") -> None:
            """One that was refused before it began has not taken its mail: the next second asks again."""
            if written.exception() is not None:
                with self._mail_lock:
                    self._mail_queued.discard(sitting)

        writing = self._post(
            self._write_mail, durable=False, args=(sitting,), committed=self._forget_mail, is_tick=True
        )
        writing.add_done_callback(look_again)

    def end_sitting[**P](
        self,
        verb: Callable[Concatenate[sqlite3.Connection, Entry, P], None],
        entry: Entry,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> "Future[None]":
        """Run a verb that ends a sitting, with what was journaled of it and refused by the disk added to its entry.

        After the end there is no tick that would write it.
        """
        waiting: Entry | None = None

        def end(db: sqlite3.Connection) -> None:
            nonlocal waiting
            with self._mail_lock:
                waiting = self._mail.get(entry.sitting)
            verb(db, waiting.merged(entry) if waiting else entry, *args, **kwargs)

        return self._post(end, durable=True, args=(), committed=lambda _none: self._forget_mail(waiting))

    def close(self) -> None:
        """Write what was posted, then let go of the file and the folder. More than once is no error."""
        if self._closed:
            return
        self._closed = True
        self._queue.put(None)
        self._thread.join()
        self._db.close()
        self._lock.release()

    def _post[T](
        self,
        verb: Callable[..., T],
        *,
        durable: bool,
        args: tuple[object, ...],
        kwargs: dict[str, object] | None = None,
        committed: Callable[[T], None] | None = None,
        is_tick: bool = False,
    ) -> "Future[T]":
        future: Future[T] = Future()
        if self._closed:
            future.set_exception(StoreError(f"{self.folder} is closed."))
            return future

        def work(db: sqlite3.Connection) -> T:
            return verb(db, *args, **(kwargs or {}))

        job = _Job(work, durable, future, committed, is_tick)  # type: ignore[arg-type]  # each job has its own T
        if is_tick:
            self._ticks.put(job)
        self._queue.put(job)
        return future

    def _write_mail(self, db: sqlite3.Connection, sitting: int) -> Entry | None:
        with self._mail_lock:
            self._mail_queued.discard(sitting)
            entry = self._mail.get(sitting)
        if entry is not None:
            journal.write(db, entry)
        return entry

    def _forget_mail(self, entry: Entry | None) -> None:
        """Only after the commit: what a full disk refused is written with the next tick."""
        with self._mail_lock:
            if entry is not None and self._mail.get(entry.sitting) is entry:
                del self._mail[entry.sitting]

    # -- on the writer thread ------------------------------------------------------------------------

    def _run(self) -> None:
        while (job := self._queue.get()) is not None:
            while not self._ticks.empty():
                self._do(self._ticks.get())
            if not job.is_tick:
                self._do(job)

    def _do(self, job: _Job) -> None:
        if not job.future.set_running_or_notify_cancel():
            return
        changes = self._db.total_changes
        try:
            result = self._transact(job)
        except sqlite3.Error as error:
            trouble = database.translate(error, self.path)
            self._note(trouble)
            job.future.set_exception(trouble or error)
        except KioskError as error:
            if isinstance(error, FileMovedError):
                self._note(error)
            job.future.set_exception(error)
        except Exception as error:  # noqa: BLE001 - a fault of ours belongs to the caller, not to this thread
            job.future.set_exception(error)
        else:
            if self._db.total_changes != changes:
                self._note(None)
                self._changes += not (isinstance(result, Entry) and result.only_goes_on)
            if job.committed is not None:
                job.committed(result)
            job.future.set_result(result)

    def _transact(self, job: _Job) -> object:
        now = self._clock.monotonic_ms()
        durable = job.durable or now - self._durable_mono >= DURABLE_EVERY_MS
        if durable != self._syncs:
            self._db.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            self._syncs = durable
        changes = self._db.total_changes
        self._db.execute("BEGIN IMMEDIATE")
        try:
            result = job.work(self._db)
            if self._db.total_changes != changes:
                self._require_in_place()
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise
        if durable and self._db.total_changes != changes:  # a commit that changed nothing syncs nothing
            self._durable_mono = now
        return result

    def _require_in_place(self) -> None:
        """SQLite goes on writing into a file that was moved, deleted or replaced, where nobody would find it again."""
        try:
            in_place = os.path.samestat(self.path.stat(), self._file)
        except FileNotFoundError:
            in_place = False
        except OSError:
            return  # a folder that may no longer be looked into: what is open can still be written
        if not in_place:
            raise FileMovedError(
                f"{self.path} was moved or replaced while it was open; put it back, or start the kiosk again."
            )

    def _note(self, trouble: StoreError | None) -> None:
        if isinstance(trouble, DamagedError):
            rescue.note_damage(self.path)
        elif isinstance(self._trouble, DamagedError):
            return  # damage stays, though other pages can still be written
        changed = (trouble is None) != (self._trouble is None)
        self._trouble = trouble
        if changed:
            log.warning("%s", trouble or f"{self.path} can be written again.")
            self.on_change(trouble)
