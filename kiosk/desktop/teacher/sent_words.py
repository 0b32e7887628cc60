"""What is sent about a student, for whoever wants to know: each field in plain words, and the messages themselves."""

import json
from collections.abc import Sequence

from kiosk.desktop.teacher.views import SentEntry, SentView
from kiosk.desktop.teacher.words import moment
from kiosk.store.sent import Sent, SentMessage
from kiosk.store.students import Student
from kiosk.student_data import duration

FIELDS = {
    "id": "Which lesson, by its short name.",
    "name": "The lesson's title.",
    "course": "The course it belongs to: subject and grade, or a code.",
    "runId": "A random number for this attempt at the lesson, so that its parts are put together.",
    "startedAt": "When this piece of time began.",
    "endedAt": "When this piece of time, or the attempt, ended.",
    "elapsedMs": "How much of it was focused, in thousandths of a second.",
    "pausedMs": "How much of it was not: idle, another window, locked or paused. Not which of them.",
    "metrics": "The result of a finished lesson; these are its parts:",
    "totalQuestions": "How many questions there were.",
    "correctQuestions": "How many of them were right.",
    "xpEarned": "Points for the lesson.",
    "masteredUnits": "How many units are mastered now.",
    "pctComplete": "How much of the lesson is done, in percent.",
    "process": "Whether the server should count the result at once.",
    "lesson": "To a school server: which lesson is finished.",
    "version": "To a school server: which version of that lesson.",
    "answers": "To a school server: what the student answered, to be scored there. No other server is sent answers.",
}
"""Every field of every message. Nothing else leaves this computer, but for the token that says whose it is."""

NEVER_SENT = (
    "Never sent: the student's name and picture, what is typed or clicked, other windows and programs, files and"
    " drawings that were handed in. With each message goes the student's sign-in, which says whose it is."
)


def sent_view(student: Student, messages: Sequence[SentMessage], today: str) -> SentView:
    entries = tuple(
        SentEntry(_title(message), moment(message.at_ms, today), json.dumps(message.body, indent=2, ensure_ascii=False))
        for message in messages
    )
    return SentView(student.id, student.name, tuple(FIELDS.items()), entries)


def _title(message: SentMessage) -> str:
    match message.kind:
        case Sent.TIME:
            elapsed = message.body["elapsedMs"]
            assert isinstance(elapsed, int)
            return f"{message.lesson}: {duration(elapsed)} focused"
        case Sent.RESULT:
            return f"{message.lesson}: the result"
        case Sent.FINISH:
            return f"{message.lesson}: the answers, to the school server"
