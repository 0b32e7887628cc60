"""The composition root: makes the objects, connects them, runs them, puts them away. No rule lives here."""

import os
from concurrent.futures import Future
from pathlib import Path

from kiosk import resources
from kiosk.activities import Activities
from kiosk.attempt import xp_of
from kiosk.clock import Clock, SystemClock
from kiosk.config import AppConfig, load_config
from kiosk.desktop.application import (
    LinkedApplication,
    SignalQuit,
    make_application,
    prefers_dark,
    prefers_no_motion,
)
from kiosk.desktop.attention import AttentionSource
from kiosk.desktop.bridge import Bridge
from kiosk.desktop.catalogue import Catalogue
from kiosk.desktop.clerk import Clerk
from kiosk.desktop.instance import LaunchRequest, Listener
from kiosk.desktop.launching import Launching
from kiosk.desktop.session import Place, Session
from kiosk.desktop.theme import Theme, dress
from kiosk.desktop.window import MainWindow
from kiosk.identity.credentials import open_credentials
from kiosk.lessons.texts import texts
from kiosk.settings import FILE_NAME, Settings, load_settings, save_setting
from kiosk.store.writer import Store
from kiosk.sync.courier import Courier
from kiosk.sync.threads import DaemonThreads
from kiosk.tracking.policy import TimePolicy

FIRST_PAGES = 30
"""Of so many lessons the formulas of the first page are made before one is chosen."""


class Kiosk:
    """The whole program around one data folder, with its window. Make it once per process, on the main thread.

    Raises StoreError when the folder cannot be used, ConfigError for a faulty timeback.config.json.
    """

    def __init__(self, settings: Settings, folder: Path, clock: Clock | None = None) -> None:
        self.settings = settings
        self.folder = folder
        clock = clock or SystemClock()
        self._config = config = load_config(settings.config or resources.sample_config())
        self.store = Store(folder, clock)
        self.application = make_application(["timeback-kiosk"])
        self._threads = DaemonThreads()
        self._credentials = open_credentials(settings.credentials, folder)
        self.activities = Activities(
            self.store,
            clock,
            knows_course=lambda course: config.course_for(course) is not None,
            times=times_of(settings),
            on_work=lambda: self.courier.work_came(),  # noqa: PLW0108 - made below, it knows these activities
        )
        self._bridge = bridge = Bridge(self.application)
        self.courier = Courier(
            self.store, clock, settings.server, self._credentials.token, tell=self.activities.delivered
        )
        self.session = Session(
            self.store,
            clock,
            self.activities,
            bridge,
            Place(settings.class_name or "Timeback", times_of(settings), xp_of(settings)),
            self._connect,
            self.application,
        )
        theme = theme_of(
            settings,
            desktop_is_dark=prefers_dark(self.application),
            desktop_is_still=prefers_no_motion(self.application),
        )
        dress(self.application, theme)
        self.window = MainWindow(self.session, theme, settings.server)
        self.launching = Launching(self.session, self.store, bridge, self.application)
        self.launching.asked.connect(self.window.launch_question.ask)
        self.launching.withdrawn.connect(self.window.launch_question.close_sheet)
        self.launching.came.connect(self.window.come_forward)
        self.launching.waits.connect(self.window.students.show_waiting)
        self.window.launch_question.accepted.connect(self.launching.accept)
        self.window.launch_question.declined.connect(self.launching.decline)
        if isinstance(self.application, LinkedApplication):
            self.application.link_opened.connect(self.launching.follow_link)
        self.attention = AttentionSource(self.application, clock, self.application)
        self.attention.focus_changed.connect(self.activities.attention.set_focused)
        self.attention.input_seen.connect(self.activities.attention.note_input)
        self.activities.attention.set_focused(self.attention.is_focused)
        self._listener = Listener(folder, self.application)
        self._listener.show_requested.connect(self.window.come_forward)
        self._listener.connected.connect(self._take_connection)
        self._listener.launch_requested.connect(self.launching.take)
        self._clerk = Clerk(self.store, self.courier, clock, bridge, self._queue_file, self.application)
        self._listener.work_requested.connect(self._clerk.take)

    def open(self, launch: LaunchRequest | None = None) -> None:
        """Show the window with the wall of students, and what is launched once the lessons are read."""
        if launch is not None:
            self.launching.take(launch)
        self.window.painted_once.connect(self._after_first_paint)
        self.session.show_students()
        self.window.open()

    def run(self, launch: LaunchRequest | None = None) -> int:
        """Show the window and stay until it is closed or the system asks to end. Tells the exit code."""
        signals = SignalQuit(self.application)
        self.open(launch)
        code = self.application.exec()
        signals.restore()
        self.close()
        return code

    def close(self) -> None:
        """Put everything away; what was in progress is on the disk when this returns."""
        self.session.close()
        self.courier.close()
        self._listener.close()
        self.store.close()

    def _after_first_paint(self) -> None:
        """What the first picture does not need: lessons, network and power."""
        from kiosk.desktop.network import NetworkHint  # noqa: PLC0415 - not before the first paint
        from kiosk.desktop.power import watch_power  # noqa: PLC0415 - not before the first paint

        catalogue = self._threads.submit(read_catalogue, self.settings, self._config)
        self.session.await_catalogue(catalogue)
        self.launching.await_catalogue(catalogue)
        self._bridge.when(catalogue, self._prepare_first_pages)
        self.courier.start()
        self._network = NetworkHint(self.application)
        self._network.came_back.connect(self.courier.sync)
        self._power = watch_power(self.activities.save_soon, self.window.windowHandle(), self.application)
        if self._power is not None:
            self._power.woke.connect(self.activities.tick)
            self._power.lock_changed.connect(self.activities.attention.set_locked)

    def _prepare_first_pages(self, catalogue: Catalogue) -> None:
        """Have formulas ready before a lesson is chosen: the first of all takes a third of a second."""
        for lesson in catalogue.lessons[:FIRST_PAGES]:
            for html in texts(lesson.pages[0]):
                self.window.lesson.prepare(html)

    def _queue_file(self, file: Path, now_ms: int) -> "Future[int]":
        from kiosk.sittings_file import queue_file  # noqa: PLC0415 - only `kiosk import-time` needs it

        return self._threads.submit(queue_file, self.store, file, self._config, now_ms)

    def _take_connection(self, ref: str) -> None:
        server = load_settings(self.folder / FILE_NAME, os.environ, {}).server
        self.courier.set_server(server)
        self.window.set_server(server or "")
        self.session.signed_in_elsewhere(ref)
        self.courier.work_came()

    def _connect(self, ref: str, server: str, token: str) -> "Future[None]":
        return self._threads.submit(self._keep_connection, ref, server, token)

    def _keep_connection(self, ref: str, server: str, token: str) -> None:
        """On a worker thread: a keyring may take seconds."""
        save_setting(self.folder / FILE_NAME, "server", server)
        self._credentials.set_token(ref, token)
        self.courier.set_server(server)
        self.courier.work_came()


def read_catalogue(settings: Settings, config: AppConfig) -> Catalogue:
    """Read every lesson of this device, the shipped ones and the school's own. Worker thread."""
    from kiosk.lessons.package import discover  # noqa: PLC0415 - it brings the Markdown parser

    lessons, faults = discover(resources.path("lessons"))
    if settings.lessons is not None:
        more, more_faults = discover(settings.lessons)
        lessons, faults = [*lessons, *more], [*faults, *more_faults]
    courses = {lesson.id: config.course_for(lesson.course) for lesson in lessons}
    goals = {name: course.resolved(settings.env).metadata.goals for name, course in courses.items() if course}
    return Catalogue(tuple(lessons), tuple(map(str, faults)), goals)


def theme_of(settings: Settings, *, desktop_is_dark: bool, desktop_is_still: bool) -> Theme:
    dark = desktop_is_dark if settings.theme == "system" else settings.theme == "dark"
    return Theme(dark, settings.text_scale / 100, settings.reduced_motion or desktop_is_still)


def times_of(settings: Settings) -> TimePolicy:
    return TimePolicy(
        heartbeat_interval_ms=settings.heartbeat_interval_s * 1000,
        hidden_timeout_ms=settings.hidden_timeout_s * 1000,
        idle_timeout_ms=settings.idle_timeout_s * 1000,
        idle_grace_ms=settings.idle_grace_s * 1000,
    )
