"""The composition root: makes the objects, connects them, runs them, puts them away. No rule lives here.

The first picture stands before it (`kiosk.front`); everything here is imported and made behind that.
"""

import os
from concurrent.futures import Future
from pathlib import Path
from typing import Self

from kiosk import resources
from kiosk.activities import Activities
from kiosk.attempt import xp_of
from kiosk.config import load_config
from kiosk.desktop.absence import Absence
from kiosk.desktop.application import LinkedApplication
from kiosk.desktop.attention import AttentionSource
from kiosk.desktop.awake import Awake, find_awake
from kiosk.desktop.battery import find_battery
from kiosk.desktop.catalogue import Catalogue, new_lessons_words, read_catalogue
from kiosk.desktop.classroom import Classroom
from kiosk.desktop.clerk import Clerk
from kiosk.desktop.connecting import Connecting
from kiosk.desktop.errands import Errands
from kiosk.desktop.instance import LaunchRequest, Listener
from kiosk.desktop.joining import Joining
from kiosk.desktop.launching import Launching
from kiosk.desktop.network import NetworkHint
from kiosk.desktop.not_me import NotMe
from kiosk.desktop.pad_dock import PadDock
from kiosk.desktop.place import Place
from kiosk.desktop.power import watch_power
from kiosk.desktop.presence_watch import PresenceWatch
from kiosk.desktop.read_ahead import ReadAhead
from kiosk.desktop.session import Session
from kiosk.desktop.students_door import StudentsDoor
from kiosk.desktop.students_language import StudentsLanguage
from kiosk.desktop.teacher.door import TeachersDoor
from kiosk.desktop.teacher.office import Office
from kiosk.desktop.teacher_pin import TeacherPin
from kiosk.desktop.theme import Theme
from kiosk.desktop.touch_cursor import TouchCursor
from kiosk.desktop.whereabouts import Whereabouts
from kiosk.desktop.widgets.ahead import finish as finish_drawing
from kiosk.front import Front, settings_for
from kiosk.identity.credentials import open_credentials
from kiosk.joining import Membership
from kiosk.keeper import goes_on
from kiosk.launch import Launch
from kiosk.lessons.listing import open_lesson
from kiosk.lessons.model import Lesson
from kiosk.lessons.outline import Outline
from kiosk.protocol.roster import Roster
from kiosk.settings import FILE_NAME, Settings, load_settings, save_setting, save_settings
from kiosk.store import place, runs, students
from kiosk.store.students import Student
from kiosk.store.writer import Connection
from kiosk.sync import handed_out
from kiosk.sync.courier import Courier
from kiosk.sync.listening import Listening
from kiosk.sync.presence import PresenceReporter
from kiosk.sync.roster import RosterWatch
from kiosk.threads import DaemonThreads
from kiosk.tracking.policy import TimePolicy
from kiosk.words import tr


class Kiosk:
    """The whole program around one data folder, with its window. Make it once per process, on the main thread.

    Raises ConfigError for a faulty timeback.config.json.
    """

    _awake: Awake | None = None

    def __init__(self, front: Front) -> None:
        settings, store, clock, bridge = front.settings, front.store, front.clock, front.bridge
        self.front = front
        self.settings = settings
        self.folder = front.folder
        self.store = store
        self.application = front.application
        self._bridge = bridge
        self.window = front.window
        self._config = config = load_config(settings.config or resources.sample_config())
        self._threads = DaemonThreads()
        self._credentials = open_credentials(settings.credentials, front.folder)
        self._membership = Membership(store, clock, self._credentials, front.folder / FILE_NAME)
        self.activities = Activities(
            store,
            clock,
            knows_course=lambda course: config.course_for(course) is not None,
            times=times_of(settings),
            on_work=lambda: self.courier.work_came(),  # noqa: PLW0108 - made below, it knows these activities
        )
        self.courier = Courier(store, clock, settings.server, self._membership.token, tell=self.activities.delivered)
        self.roster = RosterWatch(
            store, clock, self._membership.device_token, lambda: bridge.call(self._take_new_students)
        )
        self.students_door = StudentsDoor(store, clock, bridge, self._threads.submit, self.application)
        self.session = Session(
            store,
            clock,
            self.activities,
            bridge,
            Place(front.title, times_of(settings), xp_of(settings)),
            self.students_door,
            self._read_lesson,
            self.application,
            self.courier.catch_up,
        )
        self.connecting = Connecting(self.session, store, bridge, self._connect, self.application)
        self.presence = PresenceReporter(lambda: self.courier.server, self._membership.token)
        self._presence_watch = PresenceWatch(self.session, store, clock, bridge, self.presence.tell)
        self.window.furnish(
            self.session, self.students_door, self.connecting, settings.server, front.folder / "formulas"
        )
        self.joining = Joining(bridge, self._join, self.application)
        self.joining.joined.connect(self._take_school)
        self.launching = Launching(self.session, store, bridge, self.application)
        self.launching.came.connect(self.window.come_forward)
        self.listening = Listening(
            settings.server,
            handed_out.folder_of(front.folder),
            self._membership.ears,
            lambda: self.store.call_light(runs.open_lessons).result(),
            lambda heard: bridge.call(lambda: self.classroom.hear(heard)),
            lambda titles: bridge.call(lambda: self._take_lessons(titles)),
        )
        self.classroom = Classroom(
            self.session, self.launching, self.activities, clock, self.listening.answer, self.application
        )
        self.connecting.connected.connect(lambda: self.listening.listen_anew(self.courier.server))
        if isinstance(self.application, LinkedApplication):
            self.application.follow_links(self.launching.follow_link)
        self.attention = AttentionSource(self.application, clock, self.application)
        self.absence = Absence(clock, settings.absence_minutes * 60_000, self.session)
        self._wire_attention()
        self._listener = Listener(front.folder, self.application)
        self._listener.show_requested.connect(self.window.come_forward)
        self._listener.connected.connect(self._take_connection)
        self._listener.launch_requested.connect(self.launching.take)
        self.whereabouts = Whereabouts(self.session, self.application)
        self.whereabouts.moved.connect(lambda at: store.call_light(place.note, at))
        self.teacher = TeacherPin(
            self.window.pin_sheet,
            self.window.no_pin,
            store,
            clock,
            bridge,
            self._threads.submit,
            may_choose=lambda: not self.window.is_guarded,
            parent=self.application,
        )
        self._not_me = NotMe(store, clock, bridge, self.courier.work_came, self.application)
        self._guard()
        errands = Errands(store, clock, self._credentials, self._threads.submit)
        office = Office(store, self.courier, clock, bridge, self._threads.submit, errands, front.kiosk_mode)
        self.teachers_door = TeachersDoor(
            self.window, self.session, self.launching, self.teacher, office, self._read_lessons
        )
        self._clerk = Clerk(
            store, self.courier, clock, bridge, self._queue_file, self.joining, errands, self.application
        )
        self._clerk.teacher_pin_changed.connect(self.teacher.require_one)
        self._listener.work_requested.connect(self._clerk.take)
        self._language = StudentsLanguage(front.languages, self.window, self.session, store, bridge)
        self._follow_window()

    def _follow_window(self) -> None:
        self._ahead = ReadAhead(
            self._read_lesson,
            self.launching.find,
            lambda html: self.window.lesson.prepare(html),  # noqa: PLW0108 - the page may be made anew
            self._bridge,
        )
        self.session.home_shown.connect(self._ahead.look)
        self._clerk.students_changed.connect(self.session.refresh_wall)
        self._wire_window()
        self.window.made_anew.connect(self._wire_anew)
        self.window.look_chosen.connect(self._keep_look)
        self.window.not_me_asked.connect(self._ask_whose_work)
        self.students_door.secret_asked.connect(self.launching.wait_for_secret)
        self.students_door.turned_back.connect(self.launching.give_up)
        self.teachers_door.not_theirs_asked.connect(self._not_me.begin)

    def _wire_window(self) -> None:
        """Connect what the window's present pages and sheets ask for; again when they were made anew."""
        self.joining.not_joined.connect(self.window.join_school.show_error)
        self.window.join_school.join_requested.connect(self.joining.ask)
        self._wire_launching()
        self._wire_classroom()
        self._wire_corrections()
        self.window.no_pin.close_requested.connect(self._close_guarded)

    def _wire_anew(self) -> None:
        self._wire_window()
        self.teacher.use(self.window.pin_sheet, self.window.no_pin)
        self.teacher.require_one()
        self.teachers_door.furnish()

    def _wire_attention(self) -> None:
        self.attention.focus_changed.connect(self.activities.attention.set_focused)
        self.attention.input_seen.connect(self.activities.attention.note_input)
        self.activities.attention.set_focused(self.attention.is_focused)
        self.attention.input_seen.connect(self.absence.note_input)
        self.session.ticked.connect(self.absence.tick)
        self.session.watching_changed.connect(self.absence.set_watching)
        self.absence.is_long.connect(self.session.send_away)

    def _wire_launching(self) -> None:
        self.launching.asked.connect(self.window.launch_question.ask)
        self.launching.withdrawn.connect(self.window.launch_question.close_sheet)
        self.launching.waits.connect(self.window.students.show_waiting)
        self.window.launch_question.accepted.connect(self.launching.accept)
        self.window.launch_question.declined.connect(self.launching.decline)

    def _wire_classroom(self) -> None:
        self.classroom.notice_shown.connect(self.window.teacher_notice.show_notice)
        self.classroom.notice_gone.connect(self.window.teacher_notice.close_sheet)
        self.classroom.asked.connect(self.window.teacher_question.ask)
        self.classroom.withdrawn.connect(self.window.teacher_question.close_sheet)
        self.classroom.paused.connect(self.window.eyes_front.show_left)
        self.classroom.resumed.connect(self.window.eyes_front.uncover)
        self.window.teacher_notice.opened.connect(self.classroom.open_now)
        self.window.teacher_question.accepted.connect(self.classroom.accept)
        self.window.teacher_question.declined.connect(self.classroom.decline)

    def open(self, launch: LaunchRequest | None = None) -> None:
        """Show the window with the wall of students, and what is launched once the lessons are read."""
        self.window.painted_once.connect(lambda: self.begin(launch))
        self.front.open()

    def run(self) -> int:
        """Show the window and stay until it is closed or the system asks to end. Tells the exit code."""
        return self.front.run(self.begin)

    def begin(self, launch: LaunchRequest | None = None) -> Self:
        """Read the lessons, deliver, watch power and network, and open what is launched."""
        if launch is not None:
            self.launching.take(launch)
        if goes_on(os.environ):
            self._bridge.when(self.store.call_light(_whose_place), self._go_on_there)
        else:
            self.store.call_light(place.note, None)
        self.session.show_students()
        self._read_lessons()
        self.listening.start()
        self.courier.start()
        self.roster.start()
        self.presence.start()
        self._presence_watch.start()
        self._network = NetworkHint(self.application)
        self._network.came_back.connect(self.courier.sync)
        self._network.came_back.connect(lambda: self.listening.listen_anew(self.courier.server))
        self._network.came_back.connect(self.roster.ask_now)
        self._power = watch_power(self.activities.save_soon, self.window.windowHandle(), self.application)
        if self._power is not None:
            self._power.woke.connect(self.activities.tick)
            self._power.lock_changed.connect(self.activities.attention.set_locked)
        self._awake = find_awake(self.application)
        if self._awake is not None:
            self.whereabouts.at_lesson_changed.connect(self._awake.keep_on)
        self._battery = find_battery(self.application)
        if self._battery is not None:
            self._battery.told.connect(self.window.show_battery)
        if (handle := self.window.windowHandle()) is not None:
            self._cursor = TouchCursor(handle, self.application)
            self._dock_pad()
        return self

    def _dock_pad(self) -> None:
        pad = PadDock(self.window, lambda: self.window.theme, self.settings.key_pad)
        self.window.made_anew.connect(pad.put_away)
        self.session.student_left.connect(pad.forget_keyboard)

    def close(self) -> None:
        """Put everything away; what was in progress is on the disk when this returns."""
        self._bridge.close()
        if self._awake is not None:
            self._awake.keep_on(False)
        self.teachers_door.close()
        self.session.close()
        self.listening.close()
        self.roster.close()
        self.courier.close()
        self.presence.close()
        self._listener.close()
        self.store.close()
        finish_drawing()

    def _read_lesson(self, outline: Outline) -> "Future[Lesson]":
        return self._threads.submit(open_lesson, outline)

    def _read_lessons(self) -> "Future[Catalogue]":
        """Read the lessons, and have everybody who offers them offer these."""
        catalogue = self._threads.submit(read_catalogue, self.settings, self.folder, self._config)
        self.launching.await_catalogue(catalogue)
        self.session.await_catalogue(catalogue)
        self.teachers_door.await_catalogue(catalogue)
        return catalogue

    def _take_lessons(self, new_titles: tuple[str, ...]) -> None:
        """The school hands out other lessons now."""

        def tell(_catalogue: Catalogue) -> None:
            self.classroom.take_lessons()
            if new_titles:
                self.window.show_news(new_lessons_words(new_titles))

        self._bridge.when(self._read_lessons(), tell)

    def _wire_corrections(self) -> None:
        """Let a teacher end a lock-out, and put right whose work it was."""
        self.window.secret_sheet.teacher_called.connect(
            lambda: self.teacher.ask(tr("It lets the student try again now."), self.students_door.lift)
        )
        sheet = self.window.not_me
        self._not_me.asked.connect(sheet.ask)
        self._not_me.done.connect(sheet.tell)
        sheet.move_requested.connect(self._not_me.move)

    def _ask_whose_work(self) -> None:
        if (student := self.session.student) is not None:
            self.teacher.ask(tr("It gives today's work to whoever did it."), lambda: self._not_me.begin(student.id))

    def _guard(self) -> None:
        """Have the teacher's PIN asked for before kiosk mode is left."""
        if self.front.kiosk_mode is None:
            return
        self.window.close_asked.connect(
            lambda: self.teacher.ask(tr("Only a teacher can close the kiosk."), self._close_guarded)
        )
        self.teacher.require_one()

    def _close_guarded(self) -> None:
        self.window.is_guarded = False
        self.window.close()

    def _keep_look(self, theme: Theme, before: Theme) -> None:
        """Keep what somebody chose as this device's settings."""
        kept = self._threads.submit(save_settings, self.folder / FILE_NAME, settings_for(theme, before))
        self._bridge.when(kept, lambda _none: None, lambda error: self.window.show_trouble(str(error)))

    def _go_on_there(self, found: tuple[Student, place.Place] | None) -> None:
        """Return to where a student was when the program crashed a moment ago: the page is in the run."""
        if found is None:
            return
        student, at = found
        self.students_door.expect(student.id)
        if at.lesson is None:
            self.session.choose_student(student.id)
        else:
            self.launching.take(LaunchRequest(Launch(at.lesson, student.ref), by_link=False))

    def _queue_file(self, file: Path, now_ms: int) -> "Future[int]":
        from kiosk.sittings_file import queue_file  # noqa: PLC0415 - only `kiosk import-time` needs it

        return self._threads.submit(queue_file, self.store, file, self._config, now_ms)

    def _take_connection(self, ref: str) -> None:
        server = load_settings(self.folder / FILE_NAME, os.environ, {}).server
        self.courier.set_server(server)
        self.window.set_server(server or "")
        self.connecting.signed_in_elsewhere(ref)
        self.listening.listen_anew(server)
        self.courier.work_came()

    def _join(self, address: str, code: str, name: str) -> "Future[tuple[str, Roster]]":
        return self._threads.submit(self._membership.join, address, code, name)

    def _take_school(self, server: str) -> None:
        self.courier.set_server(server)
        self.window.set_server(server)
        self.window.join_school.close_sheet()
        self._take_new_students()

    def _take_new_students(self) -> None:
        """The school's students are others now, or may send again."""
        self.session.refresh_wall()
        self.courier.work_came()
        self.listening.listen_anew(self.courier.server)

    def _connect(self, ref: str, server: str, token: str) -> "Future[None]":
        return self._threads.submit(self._keep_connection, ref, server, token)

    def _keep_connection(self, ref: str, server: str, token: str) -> None:
        """On a worker thread: a keyring may take seconds."""
        save_setting(self.folder / FILE_NAME, "server", server)
        self._credentials.set_token(ref, token)
        self.courier.set_server(server)
        self.courier.work_came()


def _whose_place(db: Connection) -> tuple[Student, place.Place] | None:
    noted = place.noted(db)
    return None if noted is None else (students.get(db, noted.student), noted)


def times_of(settings: Settings) -> TimePolicy:
    return TimePolicy(
        heartbeat_interval_ms=settings.heartbeat_interval_s * 1000,
        hidden_timeout_ms=settings.hidden_timeout_s * 1000,
        idle_timeout_ms=settings.idle_timeout_s * 1000,
        idle_grace_ms=settings.idle_grace_s * 1000,
    )
