"""What the teacher's panel is shown with: a class on a Friday whose network comes and goes."""

from kiosk.desktop.teacher.sent_words import fields
from kiosk.desktop.teacher.views import (
    Became,
    CarriedView,
    ClassRow,
    ClassView,
    ComputerView,
    ImportedRow,
    Light,
    QueueEntry,
    QueueView,
    SentEntry,
    SentView,
    StudentView,
    Work,
)
from kiosk.desktop.views import DayBar
from kiosk.store.aside import MessageId
from kiosk.store.secrets import SecretKind
from tests.desktop import samples

SAFE = Work(Light.SERVER, "On the server")
HERE = Work(Light.COMPUTER, "On this computer")
REFUSED = Work(Light.ASIDE, "1 refused")

CLASS = ClassView(
    "5 of 7 safe",
    Light.ASIDE,
    "Some work of Chidi and Gus is kept on this computer and is not on the server yet."
    " It may be switched off; nothing is lost.",
    (
        ClassRow(
            1,
            "Ana",
            "fox",
            "Adding fractions with unlike denominators",
            "page 3 of 5",
            "Today 10:32",
            "19 min",
            "12 XP",
            SAFE,
        ),
        ClassRow(2, "Ben", "sun", "The lighthouse keeper", "page 2 of 8", "Today 10:05", "8 min", "0 XP", SAFE),
        ClassRow(
            3, "Chidi", "leaf", "Where does rain come from?", "page 4 of 6", "Today 10:31", "22 min", "15 XP", HERE
        ),
        ClassRow(4, "Dara", "star", "Loops", "done", "Yesterday 11:50", "31 min", "24 XP", SAFE),
        ClassRow(
            5,
            "Maximiliane-Charlotte",
            "fish",
            "Adding fractions",
            "page 5 of 5",
            "3 days ago 9:12",
            "17 min",
            "9 XP",
            SAFE,
        ),
        ClassRow(6, "Femi", "moon", "Not started", "", "Not yet", "0 min", "0 XP", SAFE),
        ClassRow(7, "Gus", "wave", "Loops", "page 1 of 4", "Today 9:48", "6 min", "0 XP", REFUSED),
    ),
)

CLASS_NONE = ClassView("No students yet", Light.SERVER, "Add the first one on the wall of students.", ())

QUEUE = QueueView(
    "2 messages to decide on",
    "38 messages (9 min focused) will be sent by themselves. The latest try: school.example cannot be reached.",
    (
        QueueEntry(
            MessageId("w12"),
            "Gus",
            "Loops: 15 s focused, today 9:48",
            "Refused",
            "The server does not accept it as it is. Sending it again helps only once the server was mended.",
            "400 INVALID_PAYLOAD: course: Unknown course",
            is_in_doubt=False,
        ),
        QueueEntry(
            MessageId("w14"),
            "Ana",
            "Adding fractions: 2 min focused, yesterday 11:02",
            "May have arrived",
            "It was sent, and no answer came. It may have been counted. Look at the student's time on the server.",
            "",
            is_in_doubt=True,
        ),
    ),
)

QUEUE_EMPTY = QueueView("Everything is on the server", "Nothing waits, and nothing was refused.", ())

STUDENT = StudentView(
    7,
    "Gus",
    "wave",
    REFUSED,
    "1 refused",
    tuple(
        DayBar(f"{name} {day}", minutes, is_today=day == 16)
        for day, (name, minutes) in enumerate(
            zip(
                ("Sat", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri") * 2,
                (0, 0, 12, 31, 24, 0, 18, 0, 4, 22, 27, 40, 15, 6),
                strict=True,
            ),
            3,
        )
    ),
    "199 focused minutes in 14 days",
    (
        ("Today", "6 min focused, 0 XP"),
        ("This week", "41 XP"),
        ("Latest lesson", "Loops, page 1 of 4"),
        ("Signed in", "Yes"),
        ("Secret", "3 pictures, locked after wrong tries for 01:54"),
    ),
    SecretKind.PICTURES,
    is_locked_out=True,
)

SENT = SentView(
    7,
    "Gus",
    tuple(fields().items()),
    (
        SentEntry(
            "Loops: 15 s focused",
            "today 9:48",
            '{\n  "id": "loops",\n  "name": "Loops",\n  "course": {\n    "code": "CS-101"\n  },\n'
            '  "runId": "0b9d3c34-7d6c-4d5e-9a0e-3f3d2a1b5c77",\n  "startedAt": "2026-01-16T08:48:00.000Z",\n'
            '  "endedAt": "2026-01-16T08:48:15.000Z",\n  "elapsedMs": 15000,\n  "pausedMs": 0\n}',
        ),
        SentEntry("Fractions: the result", "yesterday 11:20", "{}"),
    ),
)

COMPUTER = ComputerView(
    (samples.NOTICE,),
    (
        ImportedRow("Fractions, part 2", Became.IMPORTED, "Math 3: 5 pages, 8 questions, about 12 minutes"),
        ImportedRow(
            "Rain",
            Became.WITH_LOSS,
            "Science 5: 6 pages, 11 questions, about 14 minutes",
            ("course.imscc/wiki/rain.html: a film (drops.mp4): lessons show text, formulas, tables and pictures.",),
        ),
        ImportedRow(
            "quiz.xml",
            Became.REFUSED,
            "is Moodle's own XML; export the questions as GIFT, and import that.",
        ),
    ),
    (CarriedView("0b9d", "timeback-2026-01-16-0b9d3c34.rescue: 38 messages, today 9:50"),),
    is_guarded=True,
    corrections=(
        "Loops, today 11:15: 14 min from Ana to Chidi. Sent before in Ana's name: 8 min and the result.",
        "Where does rain come from?, yesterday 10:02: 9 min from Gus to Ben.",
    ),
)
