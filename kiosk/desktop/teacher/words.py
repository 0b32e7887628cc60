"""From what was read to what the panel shows: pure functions, words included."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from kiosk.clock import from_epoch_ms, local_day
from kiosk.desktop.amounts import listed, time_words
from kiosk.desktop.facts import StudentFacts
from kiosk.desktop.home import day_word
from kiosk.desktop.numerals import Length, clock_time, duration, weekday
from kiosk.desktop.teacher.language_sheet import language_words
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
from kiosk.lessons.outline import Outline
from kiosk.store.aside import SetAside
from kiosk.store.corrections import Correction
from kiosk.store.outbox import Backlog
from kiosk.store.runs import LessonRun
from kiosk.store.secrets import Lock, SecretKind
from kiosk.store.students import SignIn
from kiosk.words import tr

MINUTE_MS = 60_000
MOST_NAMED = 4
"""More students than that are counted and not named."""


def class_view(reading: ClassReading, lessons: Sequence[Outline], today: str, trouble: KioskError | None) -> ClassView:
    """Show everyone. `trouble` is what the disk refuses: then nobody's newest work is certain to be kept."""
    titles = {str(lesson.id): lesson for lesson in lessons}
    rows = tuple(_class_row(facts, titles, today, trouble) for facts in reading.everyone)
    safe = sum(row.work.light is Light.SERVER for row in rows)
    light = max((row.work.light for row in rows), key=list(Light).index, default=Light.SERVER)
    if not rows:
        return ClassView(tr("No students yet"), Light.SERVER, tr("Add the first one on the wall of students."), ())
    headline = tr("{safe} of {all} safe", safe=safe, all=len(rows))
    return ClassView(headline, light, _safe_sentence(rows, trouble), rows)


def work_of(backlog: Backlog, trouble: KioskError | None = None) -> Work:
    """Say where a student's work is, the worst first."""
    if trouble is not None:
        return Work(Light.NOT_SAVED, tr("Not saved"))
    if backlog.parked:
        return Work(Light.ASIDE, tr("%n refused", "messages", backlog.parked))
    if backlog.maybe:
        return Work(Light.ASIDE, tr("%n in doubt", "messages", backlog.maybe))
    if backlog.carried and not backlog.waiting:
        return Work(Light.COMPUTER, tr("Carried in a file"))
    return (
        Work(Light.SERVER, tr("On the server"))
        if backlog.is_on_server
        else Work(Light.COMPUTER, tr("On this computer"))
    )


def queue_view(reading: ClassReading, today: str) -> QueueView:
    entries = tuple(_queue_entry(message, today) for message in reading.set_aside)
    waiting = reading.backlog.waiting + reading.backlog.finish_requests
    if not waiting and not entries:
        return QueueView(tr("Everything is on the server"), tr("Nothing waits, and nothing was refused."), ())
    to_decide, to_send = tr("%n messages to decide on", "", len(entries)), tr("%n messages waiting", "", waiting)
    headline = to_decide if entries else to_send
    return QueueView(headline, _waiting_sentence(reading, waiting), entries)


def computer_view(
    reading: ClassReading, imported: Sequence[ImportedRow], today: str, *, is_guarded: bool | None
) -> ComputerView:
    carried = tuple(
        CarriedView(
            file.file_id,
            tr("{file}: %n messages, {when}", "", file.messages, file=file.name, when=moment(file.at_ms, today)),
        )
        for file in reading.carried
    )
    corrected = tuple(correction_words(each, today) for each in reading.corrections)
    return ComputerView(tuple(reading.notices), tuple(imported), carried, is_guarded, corrected)


def correction_words(made: Correction, today: str) -> str:
    """Whose work was given to whom, and what a person has to mend on the server because it had been sent."""
    moved = tr(
        "{lesson}, {when}: {time} from {taken_for} to {right}.",
        lesson=made.lesson,
        when=moment(made.started_ms, today),
        time=time_words(made.moved_ms),
        taken_for=made.taken_for,
        right=made.right,
    )
    stayed = [time_words(made.sent_ms)] if made.sent_ms else []
    stayed += [tr("the result")] if made.result_was_sent else []
    if not stayed:
        return moved
    mend = tr("Sent before in the name of {name}: {what}.", name=made.taken_for, what=listed(stayed))
    return f"{moved} {mend}"


def student_view(reading: StudentReading, lessons: Sequence[Outline], today: str) -> StudentView:
    facts = reading.facts
    titles = {str(lesson.id): lesson for lesson in lessons}
    lesson, place = _where(facts, titles)
    bars = day_bars({total.day: total.active_ms for total in reading.days}, today)
    minutes = sum(total.active_ms for total in reading.days) // MINUTE_MS
    lines = (
        (tr("Today"), tr("{time} focused, {xp} XP", time=_focused(facts, today), xp=facts.today_xp)),
        (tr("This week"), tr("{xp} XP", xp=facts.week_xp)),
        (tr("Latest lesson"), tr("{lesson}, {place}", lesson=lesson, place=place) if place else lesson),
        (tr("Signed in"), _sign_in_words(facts.student.sign_in)),
        (tr("Secret"), secret_words(reading.lock)),
        (tr("Language"), language_words(facts.student.language)),
    )
    return StudentView(
        facts.student.id,
        facts.student.name,
        facts.student.avatar,
        work_of(facts.backlog),
        undelivered_words(facts.backlog),
        bars,
        tr("%n focused minutes in {days} days", "", minutes, days=DAYS),
        lines,
        reading.lock.kind if reading.lock is not None else None,
        is_locked_out=reading.lock is not None and reading.lock.wait_ms > 0,
        language=facts.student.language,
    )


def undelivered_words(backlog: Backlog) -> str:
    """Name what is not on a server yet; "" when all is there."""
    parts = (
        tr("%n messages waiting", "", backlog.waiting) if backlog.waiting else "",
        tr("%n refused", "messages", backlog.parked) if backlog.parked else "",
        tr("%n in doubt", "messages", backlog.maybe) if backlog.maybe else "",
        tr("%n carried away in a file", "messages", backlog.carried) if backlog.carried else "",
        tr("%n finished lessons for the school server", "", backlog.finish_requests) if backlog.finish_requests else "",
    )
    said = listed([part for part in parts if part])
    if said and backlog.waiting_ms:
        return tr("{what} ({time} focused)", what=said, time=time_words(backlog.waiting_ms))
    return said


def secret_words(lock: Lock | None) -> str:
    """What the student signs in with, and for how long it is not taken."""
    if lock is None:
        return tr("None: the picture on the wall opens the page")
    kind = tr("A PIN") if lock.kind is SecretKind.PIN else tr("3 pictures")
    if not lock.wait_ms:
        return kind
    left = duration(lock.wait_ms + 999)  # the second that has begun counts
    return tr("{kind}, locked after wrong tries for {time}", kind=kind, time=left)


def day_bars(active_ms: Mapping[str, int], today: str) -> tuple[DayBar, ...]:
    """The last days up to today, one bar each, named by weekday."""
    last = date.fromisoformat(today)
    days = [last - timedelta(days=back) for back in range(DAYS - 1, -1, -1)]
    return tuple(
        DayBar(_day_words(day), active_ms.get(day.isoformat(), 0) // MINUTE_MS, is_today=day == last) for day in days
    )


def plain_reason(state: str, reason: str) -> str:
    """Why a message was set aside and what to do, for a teacher. `reason` is as `protocol.outcomes` words it."""
    if state == "maybe":
        return tr(
            "It was sent, and no answer came. It may have been counted. Look at the student's time on the server."
        )
    code = re.match(r"\d{3}", reason)
    match code[0] if code else "":
        case "400" | "422":
            return tr("The server does not accept it as it is. Sending it again helps only once the server was mended.")
        case "401" | "403":
            return tr("The server does not know the student's sign-in. Sign the student in anew, then send it again.")
        case "404" | "409":
            return tr("The server does not know the student or the course. Have it added there, then send it again.")
        case _:
            return tr("The server did not take it. Send it again, or keep it and ask whoever runs the server.")


def moment(ms: int, today: str) -> str:
    """A moment as a person says it: "today 10:32 AM", "3 days ago 9:05 AM"."""
    local = from_epoch_ms(ms).astimezone()
    return tr("{day} {time}", day=day_word(local_day(ms), today), time=clock_time(local))


def _class_row(facts: StudentFacts, lessons: Mapping[str, Outline], today: str, trouble: KioskError | None) -> ClassRow:
    lesson, place = _where(facts, lessons)
    latest = _latest(facts)
    return ClassRow(
        student=facts.student.id,
        name=facts.student.name,
        avatar=facts.student.avatar,
        lesson=lesson,
        place=place,
        last=_sentence_case(moment(latest.last_ms, today)) if latest else tr("Not yet"),
        focused=_focused(facts, today),
        xp=tr("{xp} XP", xp=facts.today_xp),
        work=work_of(facts.backlog, trouble),
    )


def _latest(facts: StudentFacts) -> LessonRun | None:
    return max(facts.latest.values(), key=lambda run: run.last_ms, default=None)


def _where(facts: StudentFacts, lessons: Mapping[str, Outline]) -> tuple[str, str]:
    """The latest lesson and the place in it."""
    run = _latest(facts)
    if run is None:
        return tr("Not started"), ""
    lesson = lessons.get(run.lesson)
    if run.state == "finished":
        place = tr("waits for the school server") if run.waits_for_server else tr("done", "a lesson")
    elif lesson is None:
        place = tr("page {number}", number=run.page + 1)
    elif lesson.is_test:
        place = tr("question {number}", number=run.page + 1)
    else:
        place = tr("page {number} of {count}", number=run.page + 1, count=lesson.page_count)
    return (lesson.title if lesson else run.lesson), place


def _focused(facts: StudentFacts, today: str) -> str:
    minutes = sum(day.active_ms for day in facts.week if day.day == today) // MINUTE_MS
    return tr("{minutes} min", minutes=minutes)


def _safe_sentence(rows: Sequence[ClassRow], trouble: KioskError | None) -> str:
    if trouble is not None:
        return tr("Do not switch this computer off. {trouble}", trouble=trouble)
    here = [row.name for row in rows if row.work.light is not Light.SERVER]
    if not here:
        return tr("All work is on the server. This computer may be switched off.")
    if len(here) > MOST_NAMED:
        return tr(
            "Some work of %n students is kept on this computer and is not on the server yet."
            " It may be switched off; nothing is lost.",
            "",
            len(here),
        )
    return tr(
        "Some work of {names} is kept on this computer and is not on the server yet."
        " It may be switched off; nothing is lost.",
        names=listed(here),
    )


def _waiting_sentence(reading: ClassReading, waiting: int) -> str:
    if not waiting:
        return tr("Nothing else waits: the rest is on the server.")
    signed_out = [
        facts.student.name
        for facts in reading.everyone
        if facts.student.sign_in is not SignIn.OK and facts.backlog.waiting
    ]
    time = time_words(reading.backlog.waiting_ms)
    if signed_out:
        return tr(
            "%n messages ({time} focused) will be sent by themselves. To be signed in first: {names}.",
            "",
            waiting,
            time=time,
            names=listed(signed_out),
        )
    said = tr("%n messages ({time} focused) will be sent by themselves.", "", waiting, time=time)
    if reading.waiting_reason:
        latest = tr("The latest try: {reason}.", reason=reading.waiting_reason.rstrip("."))
        return f"{said} {latest}"
    return said


def _queue_entry(message: SetAside, today: str) -> QueueEntry:
    what = tr("{lesson}: the result", lesson=message.lesson)
    if message.started_ms is not None:
        what = tr(
            "{lesson}: {time} focused, {when}",
            lesson=message.lesson,
            time=time_words(message.active_ms),
            when=moment(message.started_ms, today),
        )
    state = "maybe" if message.is_in_doubt else message.state
    return QueueEntry(
        message.id,
        message.student,
        what,
        tr("May have arrived") if message.is_in_doubt else tr("Refused", "a message"),
        plain_reason(state, message.reason),
        message.reason,
        message.is_in_doubt,
    )


def _sign_in_words(state: SignIn) -> str:
    match state:
        case SignIn.OK:
            return tr("Yes", "signed in")
        case SignIn.NONE:
            return tr("No", "not signed in")
        case SignIn.REFUSED:
            return tr("No: the server refused the token")


def _day_words(day: date) -> str:
    return tr("{weekday} {day}", weekday=weekday(day, Length.ShortFormat), day=day.day)


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
