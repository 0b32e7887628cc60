"""The public API: the Timeback browser SDK's calls, in Python's names, for any Python or Qt program."""

import concurrent.futures
import os
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from kiosk import settings
from kiosk.activities import Activities, Attention
from kiosk.clock import Clock, SystemClock, epoch_ms
from kiosk.config import AppConfig, load_config
from kiosk.errors import ActivityError
from kiosk.protocol.course import parse_course
from kiosk.store import outbox, students
from kiosk.store.students import SignIn
from kiosk.store.writer import Store
from kiosk.sync.courier import Courier


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a `sync()` did: messages `sent`, and those `pending` and `parked` after it. `error`: why some stayed."""

    sent: int
    pending: int
    parked: int
    error: str | None = None


class Timeback:
    """A student's Timeback client over a data folder of its own. One thread at a time may use it.

    Without a server it works offline and keeps everything. With one, a daemon thread delivers in the
    background; with `background=False` only `sync()` delivers. `token` is the student's bearer token; it is
    kept in memory alone. `clock` is anything with `utc_now()` (aware, UTC) and `monotonic_ms()`.

    Raises StoreError when the folder cannot be used (another program has it, no room, a newer format),
    ConfigError for a faulty `config`, ActivityError for a wrong `default_course`.
    """

    def __init__(
        self,
        config: str | os.PathLike[str] | AppConfig | None = None,
        *,
        data_dir: str | os.PathLike[str] | None = None,
        student: str | None = None,
        server: str | None = None,
        token: str | None = None,
        default_course: object = None,
        clock: Clock | None = None,
        background: bool = True,
    ) -> None:
        if student is not None and not student.strip():
            raise ActivityError("student must be text that is not blank, such as an e-mail address")
        app_config = config if config is None or isinstance(config, AppConfig) else load_config(Path(config))
        course = None if default_course is None else parse_course(default_course)
        self._clock: Clock = clock or SystemClock()
        self._token = token
        self._student = student
        self._store = Store(
            settings.data_dir(os.environ, Path(data_dir) if data_dir is not None else None), self._clock
        )
        try:
            student_id = self._find_student(student)
        except BaseException:
            self._store.close()  # the folder is free again, for another try
            raise
        self._activities = Activities(
            self._store,
            self._clock,
            student=student_id,
            default_course=course,
            knows_course=lambda selector: app_config is None or app_config.course_for(selector) is not None,
            on_work=self._work_came,
        )
        self._courier: Courier | None = None
        if server is not None:
            self._courier = Courier(
                self._store,
                self._clock,
                server,
                self._token_of,
                tell=self._activities.delivered,
                background=background,
            )
            self._courier.start()

    @property
    def activity(self) -> Activities:
        """`start()` and `current`."""
        return self._activities

    @property
    def attention(self) -> Attention:
        """Where the program tells of focus, input and the screen's lock."""
        return self._activities.attention

    @property
    def clock(self) -> Clock:
        """Where its time comes from."""
        return self._clock

    def tick(self) -> None:
        """Let time pass and run callbacks; call it about once a second. Never waits."""
        self._activities.tick()

    def set_token(self, token: str | None) -> None:
        """Use another bearer token from now on, as after a 401; None signs out. The queue is kept either way."""
        self._token = token
        if self._student is not None:
            state = SignIn.OK if token else SignIn.NONE
            self._store.call(students.set_sign_in, self._student, state).result()
        self._work_came()

    def sync(self, timeout: float = 10.0) -> SyncReport:
        """Deliver what can be delivered now, and run the callbacks; waits at most `timeout` seconds.

        Never raises for what the network does: the report says what stayed and why.
        """
        sent, error = 0, None
        if self._courier is None:
            error = "no server is set"
        else:
            try:
                report = self._courier.sync().result(timeout)
                sent = report.sent
                trouble = report.trouble or report.lane_trouble
                error = trouble.reason if trouble else None
            except (concurrent.futures.TimeoutError, concurrent.futures.CancelledError):
                error = f"not done within {timeout:g} s; delivery goes on in the background"
        self._activities.pass_on()
        rest = self._store.call_light(outbox.backlog).result()
        if error is None and rest.waiting and self._student is not None:
            known = self._store.call_light(students.find, self._student).result()
            if known is not None and known.sign_in is not SignIn.OK:
                error = "the server refused the token" if known.sign_in is SignIn.REFUSED else "no token is set"
        return SyncReport(sent, rest.waiting, rest.parked + rest.maybe, error)

    def close(self) -> None:
        """End the activity in progress without completing it, and let go of the folder. More than once is no error."""
        if (activity := self._activities.current) is not None:
            activity.end()
        if self._courier is not None:
            self._courier.close()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _find_student(self, ref: str | None) -> int | None:
        if ref is None:
            return None
        now_ms = epoch_ms(self._clock.utc_now())
        student = self._store.call(students.find_or_add, ref, ref.partition("@")[0], "fox", now_ms).result()
        if self._token:
            self._store.call(students.set_sign_in, ref, SignIn.OK).result()
        return student.id

    def _token_of(self, ref: str) -> str | None:
        return self._token if ref == self._student else None

    def _work_came(self) -> None:
        if self._courier is not None:
            self._courier.work_came()
