"""From what was read to what the panel shows: pure functions, words included."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from kiosk.clock import from_epoch_ms, local_day
from kiosk.desktop.facts import StudentFacts
from kiosk.desktop.home import day_word
from kiosk.desktop.teacher.reading import DAYS, ClassReading, StudentReading
from kiosk.desktop.teacher.views import (
    CarriedView,
    ClassRow,
    ClassView,
    ComputerView,
    ImportedRow,
    Light,
    QueueEntry,
    QueueView,
    StudentView,
    Work,
)
from kiosk.desktop.views import DayBar
from kiosk.errors import KioskError
from kiosk.lessons.model import Lesson
from kiosk.store.aside import SetAside
from kiosk.store.corrections import Correction
from kiosk.store.outbox import Backlog
from kiosk.store.runs import LessonRun
from kiosk.store.secrets import Lock, SecretKind
from kiosk.store.students import SignIn
from kiosk.student_data import duration, undelivered_words

MINUTE_MS = 60_000
MOST_NAMED = 4
"""More students than that are counted and not named."""


def class_view(reading: ClassReading, lessons: Sequence[Lesson], today: str, trouble: KioskError | None) -> ClassView:
    """Show everyone. `trouble` is what the disk refuses: then nobody's newest work is certain to be kept."""
    titles = {str(lesson.id): lesson for lesson in lessons}
    rows = tuple(_class_row(facts, titles, today, trouble) for facts in reading.everyone)
    safe = sum(row.work.light is Light.SERVER for row in rows)
    light = max((row.work.light for row in rows), key=list(Light).index, default=Light.SERVER)
    if not rows:
        return ClassView("No students yet", Light.SERVER, "Add the first one on the wall of students.", ())
    return ClassView(f"{safe} of {len(rows)} safe", light, _safe_sentence(rows, trouble), rows)


def work_of(backlog: Backlog, trouble: KioskError | None = None) -> Work:
    """Say where a student's work is, the worst first."""
    if trouble is not None:
        return Work(Light.NOT_SAVED, "Not saved")
    if backlog.parked:
        return Work(Light.ASIDE, f"{backlog.parked} refused")
    if backlog.maybe:
        return Work(Light.ASIDE, f"{backlog.maybe} in doubt")
    if backlog.carried and not backlog.waiting:
        return Work(Light.COMPUTER, "Carried in a file")
    return Work(Light.SERVER, "On the server") if backlog.is_on_server else Work(Light.COMPUTER, "On this computer")


def queue_view(reading: ClassReading, today: str) -> QueueView:
    entries = tuple(_queue_entry(message, today) for message in reading.set_aside)
    waiting = reading.backlog.waiting + reading.backlog.finish_requests
    if not waiting and not entries:
        return QueueView("Everything is on the server", "Nothing waits, and nothing was refused.", ())
    headline = f"{_count(len(entries), 'message')} to decide on" if entries else f"{_count(waiting, 'message')} waiting"
    return QueueView(headline, _waiting_sentence(reading, waiting), entries)


def computer_view(
    reading: ClassReading, imported: Sequence[ImportedRow], today: str, *, is_guarded: bool | None
) -> ComputerView:
    carried = tuple(
        CarriedView(file.file_id, f"{file.name}: {_count(file.messages, 'message')}, {moment(file.at_ms, today)}")
        for file in reading.carried
    )
    corrected = tuple(correction_words(each, today) for each in reading.corrections)
    return ComputerView(tuple(reading.notices), tuple(imported), carried, is_guarded, corrected)


def correction_words(made: Correction, today: str) -> str:
    """Whose work was given to whom, and what a person has to mend on the server because it had been sent."""
    moved = f"{made.lesson}, {moment(made.started_ms, today)}: {duration(made.moved_ms)} from {made.taken_for}"
    stayed = [duration(made.sent_ms)] if made.sent_ms else []
    stayed += ["the result"] if made.result_was_sent else []
    mend = f" Sent before in {made.taken_for}'s name: {' and '.join(stayed)}." if stayed else ""
    return f"{moved} to {made.right}.{mend}"


def student_view(reading: StudentReading, lessons: Sequence[Lesson], today: str) -> StudentView:
    facts = reading.facts
    titles = {str(lesson.id): lesson for lesson in lessons}
    lesson, place = _where(facts, titles)
    bars = day_bars({total.day: total.active_ms for total in reading.days}, today)
    minutes = sum(total.active_ms for total in reading.days) // MINUTE_MS
    lines = (
        ("Today", f"{_focused(facts, today)} focused, {facts.today_xp:g} XP"),
        ("This week", f"{facts.week_xp:g} XP"),
        ("Latest lesson", f"{lesson}, {place}" if place else lesson),
        ("Signed in", _SIGNED_IN[facts.student.sign_in]),
        ("Secret", secret_words(reading.lock)),
    )
    return StudentView(
        facts.student.id,
        facts.student.name,
        facts.student.avatar,
        work_of(facts.backlog),
        undelivered_words(facts.backlog),
        bars,
        f"{_count(minutes, 'focused minute')} in {DAYS} days",
        lines,
        reading.lock.kind if reading.lock is not None else None,
        is_locked_out=reading.lock is not None and reading.lock.wait_ms > 0,
    )


def secret_words(lock: Lock | None) -> str:
    """What the student signs in with, and for how long it is not taken."""
    if lock is None:
        return "None: the picture on the wall opens the page"
    kind = "A PIN" if lock.kind is SecretKind.PIN else "3 pictures"
    wait = timedelta(seconds=-(-lock.wait_ms // 1000))
    return f"{kind}, locked after wrong tries for {str(wait)[2:]}" if lock.wait_ms else kind


def day_bars(active_ms: Mapping[str, int], today: str) -> tuple[DayBar, ...]:
    """The last days up to today, one bar each, named by weekday."""
    last = date.fromisoformat(today)
    days = [last - timedelta(days=back) for back in range(DAYS - 1, -1, -1)]
    return tuple(
        DayBar(f"{day:%a} {day.day}", active_ms.get(day.isoformat(), 0) // MINUTE_MS, is_today=day == last)
        for day in days
    )


def plain_reason(state: str, reason: str) -> str:
    """Why a message was set aside and what to do, for a teacher. `reason` is as `protocol.outcomes` words it."""
    if state == "maybe":
        return "It was sent, and no answer came. It may have been counted. Look at the student's time on the server."
    code = re.match(r"\d{3}", reason)
    match code[0] if code else "":
        case "400" | "422":
            return "The server does not accept it as it is. Sending it again helps only once the server was mended."
        case "401" | "403":
            return "The server does not know the student's sign-in. Sign the student in anew, then send it again."
        case "404" | "409":
            return "The server does not know the student or the course. Have it added there, then send it again."
        case _:
            return "The server did not take it. Send it again, or keep it and ask whoever runs the server."


def moment(ms: int, today: str) -> str:
    """A moment as a person says it: "today 10:32", "3 days ago 9:05"."""
    local = from_epoch_ms(ms).astimezone()
    return f"{day_word(local_day(ms), today)} {local.hour}:{local:%M}"


def _class_row(facts: StudentFacts, lessons: Mapping[str, Lesson], today: str, trouble: KioskError | None) -> ClassRow:
    lesson, place = _where(facts, lessons)
    latest = _latest(facts)
    return ClassRow(
        student=facts.student.id,
        name=facts.student.name,
        avatar=facts.student.avatar,
        lesson=lesson,
        place=place,
        last=_sentence_case(moment(latest.last_ms, today)) if latest else "Not yet",
        focused=_focused(facts, today),
        xp=f"{facts.today_xp:g} XP",
        work=work_of(facts.backlog, trouble),
    )


def _latest(facts: StudentFacts) -> LessonRun | None:
    return max(facts.latest.values(), key=lambda run: run.last_ms, default=None)


def _where(facts: StudentFacts, lessons: Mapping[str, Lesson]) -> tuple[str, str]:
    """The latest lesson and the place in it."""
    run = _latest(facts)
    if run is None:
        return "Not started", ""
    lesson = lessons.get(run.lesson)
    if run.state == "finished":
        place = "waits for the school server" if run.waits_for_server else "done"
    elif lesson is None or lesson.assessment:
        place = f"{'question' if lesson else 'page'} {run.page + 1}"
    else:
        place = f"page {run.page + 1} of {len(lesson.pages)}"
    return (lesson.title if lesson else run.lesson), place


def _focused(facts: StudentFacts, today: str) -> str:
    return f"{sum(day.active_ms for day in facts.week if day.day == today) // MINUTE_MS} min"


def _safe_sentence(rows: Sequence[ClassRow], trouble: KioskError | None) -> str:
    if trouble is not None:
        return f"Do not switch this computer off. {trouble}"
    here = [row.name for row in rows if row.work.light is not Light.SERVER]
    if not here:
        return "All work is on the server. This computer may be switched off."
    whose = "Some work of " + (_listed(here) if len(here) <= MOST_NAMED else f"{len(here)} students")
    kept = "is kept on this computer and is not on the server yet. It may be switched off; nothing is lost."
    return f"{whose} {kept}"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _waiting_sentence(reading: ClassReading, waiting: int) -> str:
    if not waiting:
        return "Nothing else waits: the rest is on the server."
    signed_out = [
        facts.student.name
        for facts in reading.everyone
        if facts.student.sign_in is not SignIn.OK and facts.backlog.waiting
    ]
    said = f"{_count(waiting, 'message')} ({duration(reading.backlog.waiting_ms)} focused) will be sent by themselves"
    if signed_out:
        return f"{said}, once {_listed(signed_out)} {'is' if len(signed_out) == 1 else 'are'} signed in."
    if reading.waiting_reason:
        return f"{said}. The latest try: {reading.waiting_reason.rstrip('.')}."
    return f"{said}."


def _queue_entry(message: SetAside, today: str) -> QueueEntry:
    what = f"{message.lesson}: the result"
    if message.started_ms is not None:
        what = f"{message.lesson}: {duration(message.active_ms)} focused, {moment(message.started_ms, today)}"
    state = "maybe" if message.is_in_doubt else message.state
    return QueueEntry(
        message.id,
        message.student,
        what,
        "May have arrived" if message.is_in_doubt else "Refused",
        plain_reason(state, message.reason),
        message.reason,
        message.is_in_doubt,
    )


_SIGNED_IN = {SignIn.OK: "Yes", SignIn.NONE: "No", SignIn.REFUSED: "No: the server refused the token"}


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
