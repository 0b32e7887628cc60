"""What is sent about a student, for whoever wants to know: each field in plain words, and the messages themselves."""

import json
from collections.abc import Sequence

from kiosk.desktop.amounts import time_words
from kiosk.desktop.teacher.views import SentEntry, SentView
from kiosk.desktop.teacher.words import moment
from kiosk.store.sent import Sent, SentMessage
from kiosk.store.students import Student
from kiosk.words import tr


def fields() -> dict[str, str]:
    """Every field of every message. Nothing else leaves this computer, but for the token that says whose it is."""
    return {
        "id": tr("Which lesson, by its short name."),
        "name": tr("The lesson's title."),
        "course": tr("The course it belongs to: subject and grade, or a code."),
        "runId": tr("A random number for this attempt at the lesson, so that its parts are put together."),
        "startedAt": tr("When this piece of time began."),
        "endedAt": tr("When this piece of time, or the attempt, ended."),
        "elapsedMs": tr("How much of it was focused, in thousandths of a second."),
        "pausedMs": tr("How much of it was not: idle, another window, locked or paused. Not which of them."),
        "metrics": tr("The result of a finished lesson; these are its parts:"),
        "totalQuestions": tr("How many questions there were."),
        "correctQuestions": tr("How many of them were right."),
        "xpEarned": tr("Points for the lesson."),
        "masteredUnits": tr("How many units are mastered now."),
        "pctComplete": tr("How much of the lesson is done, in percent."),
        "process": tr("Whether the server should count the result at once."),
        "lesson": tr("To a school server: which lesson is finished."),
        "version": tr("To a school server: which version of that lesson."),
        "answers": tr(
            "To a school server: what the student answered, to be scored there. No other server is sent answers."
        ),
    }


def never_sent() -> str:
    return tr(
        "Never sent: the student's name and picture, what is typed or clicked, other windows and programs, files and"
        " drawings that were handed in. With each message goes the student's sign-in, which says whose it is."
    )


def sent_view(student: Student, messages: Sequence[SentMessage], today: str) -> SentView:
    entries = tuple(
        SentEntry(_title(message), moment(message.at_ms, today), json.dumps(message.body, indent=2, ensure_ascii=False))
        for message in messages
    )
    return SentView(student.id, student.name, tuple(fields().items()), entries)


def _title(message: SentMessage) -> str:
    match message.kind:
        case Sent.TIME:
            elapsed = message.body["elapsedMs"]
            assert isinstance(elapsed, int)
            return tr("{lesson}: {time} focused", lesson=message.lesson, time=time_words(elapsed))
        case Sent.RESULT:
            return tr("{lesson}: the result", lesson=message.lesson)
        case Sent.FINISH:
            return tr("{lesson}: the answers, to the school server", lesson=message.lesson)
