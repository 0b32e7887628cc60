"""What the benchmarks are made with: a class with a history, a long lesson, and an outbox that has waited for weeks."""

import struct
import zlib
from datetime import timedelta
from pathlib import Path

from kiosk.clock import Clock, ManualClock, SystemClock, read
from kiosk.identity.credentials import open_credentials
from kiosk.imports.export import export_lesson
from kiosk.lessons.model import LessonId
from kiosk.lessons.package import load_lesson
from kiosk.settings import FILE_NAME
from kiosk.store import runs, students
from kiosk.store.students import SignIn
from kiosk.store.writer import Store
from kiosk.tracking.metrics import Metrics
from tests.benchmarks.bodies import bodies
from tests.store import stories

NAMES = ("Ana", "Ben", "Chidi", "Dara", "Elif", "Femi", "Gus", "Maximiliane")
AVATARS = ("fox", "sun", "leaf", "star", "fish", "moon", "wave", "kite")
LESSONS = 8
PACKAGES = 20
DAYS = 10
LONG_LESSON = LessonId("long-lesson")
LONG_PAGE = LessonId("long-page")
LONG_PAGE_LETTERS = 34_000
LONG_PAGE_FORMULAS = 87
TOKENS = {name.lower(): f"{name.lower()}@example.com" for name in NAMES}
"""Bearer tokens and whose they are."""


def furnish(folder: Path, server: str | None = None, count: int = LESSONS) -> None:
    """Make a data folder of a class after two weeks: eight students with ten sittings each, and `count` lessons."""
    folder.mkdir(parents=True)
    lessons = folder / "lessons"
    for number in range(1, count - 1):  # two are shipped
        write_lesson(lessons / f"lesson-{number}", LessonId(f"lesson-{number}"), pages=5)
    write_lesson(lessons / LONG_LESSON, LONG_LESSON, pages=10)
    lines = ['class_name = "Room 12"', 'credentials = "file"', 'lessons = "lessons"']
    lines += [f'server = "{server}"'] if server else []
    (folder / FILE_NAME).write_text("\n".join(lines) + "\n", "utf-8")
    clock = ManualClock(SystemClock().utc_now() - timedelta(days=DAYS))
    _sign_up(folder, clock, signed_in=True)
    _study(folder, clock)
    bodies(folder)  # all of it is on the server


def _sign_up(folder: Path, clock: Clock, *, signed_in: bool) -> None:
    credentials = open_credentials("file", folder)
    store = Store(folder, clock)
    for name, avatar in zip(NAMES, AVATARS, strict=True):
        ref = f"{name.lower()}@example.com"
        store.call(students.find_or_add, ref, name, avatar, read(clock).wall).result()
        if signed_in:
            credentials.set_token(ref, name.lower())
            store.call(students.set_sign_in, ref, SignIn.OK).result()
    store.close()


def _study(folder: Path, clock: ManualClock) -> None:
    """A sitting of five minutes for each student on each day, each with a lesson of its own; most are finished."""
    store = Store(folder, clock)
    for day in range(DAYS):
        for student in store.call(students.everyone).result():
            run = stories.start(store, clock, student, f"lesson-{day}")
            stories.work(store, clock, run, 20)
            if day % 4:
                store.call(runs.finish, stories.entry(run), Metrics(5, 10, 9)).result()
            else:
                stories.end(store, run)
        clock.advance(60_000_000)
    store.close()


def fill_outbox(folder: Path, windows: int) -> None:
    """Sign the class up with their tokens and leave `windows` of fifteen seconds undelivered, none touching the next.

    Eight students with ten lessons each make eighty lanes. Windows that do not touch are not merged: each is a request.
    """
    folder.mkdir(parents=True, exist_ok=True)
    clock = ManualClock(SystemClock().utc_now() - timedelta(seconds=16 * windows))
    _sign_up(folder, clock, signed_in=True)
    store = Store(folder, clock)
    everyone = store.call(students.everyone).result()
    lanes = [(student, lesson) for student in everyone for lesson in range(10)]
    for number, (student, lesson) in enumerate(lanes):
        share = windows // len(lanes) + (number < windows % len(lanes))
        if share:
            run = stories.start(store, clock, student, f"lesson-{lesson}")
            stories.work(store, clock, run, share)
            stories.end(store, run)
    store.close()


def write_lesson(folder: Path, lesson: LessonId, *, pages: int) -> None:
    """Three questions to a page, with formulas, a table and a picture, as a fraught page of a textbook has them."""
    (folder / "media").mkdir(parents=True)
    (folder / "media" / "field.png").write_bytes(_picture(640, 360))
    names = [f"{number:02}.md" for number in range(1, pages + 1)]
    for number, name in enumerate(names, start=1):
        (folder / name).write_text(_page(lesson, number), "utf-8")
    (folder / "lesson.toml").write_text(
        f'id = "{lesson}"\ntitle = "Fields and fractions {lesson}"\ncourse = {{ subject = "Math", grade = 3 }}\n'
        f'model = "single-session"\nexpected_xp = {pages * 2}\npages = {names!r}\n',
        "utf-8",
    )


def write_long_page(folder: Path) -> None:
    """A lesson whose first page is a chapter: so many letters and formulas, and a second page to go on to."""
    folder.mkdir(parents=True)
    sentence = "The strips of a field have one size, so they can be counted, and nothing is lost when it is cut. "
    parts = []
    for number in range(1, LONG_PAGE_FORMULAS + 1):
        head = f"## Part {number // 10 + 1}\n\n" if number % 10 == 1 else ""
        formula = f"$\\frac{{{number}}}{{{number + 4}}} + x_{{{number}}} = \\sqrt{{{number}}}$"
        parts.append(f"{head}{sentence}Here *{number}* of them are {formula}. {sentence}")
    lacking = -(-(LONG_PAGE_LETTERS - sum(map(len, parts))) // len(sentence))
    each, more = divmod(lacking, LONG_PAGE_FORMULAS)
    filled = [part + sentence * (each + (number < more)) for number, part in enumerate(parts)]
    (folder / "01.md").write_text("# A chapter\n\n" + "\n\n".join(filled), "utf-8")
    (folder / "02.md").write_text("# The end\n\nThat was all.\n", "utf-8")
    (folder / "lesson.toml").write_text(
        f'id = "{LONG_PAGE}"\ntitle = "A chapter {LONG_PAGE}"\ncourse = {{ subject = "Math", grade = 3 }}\n'
        f'model = "single-session"\nexpected_xp = 4\npages = ["01.md", "02.md"]\n',
        "utf-8",
    )


def pack_lessons(folder: Path) -> None:
    """Lay packages of ten pages beside the lessons, each of a lesson that is not there yet."""
    for number in range(PACKAGES):
        lesson = LessonId(f"packed-{number}")
        write_lesson(folder / "unpacked" / lesson, lesson, pages=10)
        export_lesson(load_lesson(folder / "unpacked" / lesson), folder / f"{lesson}.zip")


def _page(lesson: str, number: int) -> str:
    parts = number + 4
    questions = "\n".join(
        f"""id: {lesson}-{number}-{letter}
{index}.  A farmer plants $\\frac{{{index}}}{{{parts}}}$ of a field, then as much again. How much is planted?
... Add the tops: the bottoms are the same already.
*a) $\\frac{{{index * 2}}}{{{parts}}}$
b)  $\\frac{{{index}}}{{{parts + 1}}}$
... Only pieces of one size can be counted together.
c)  the whole field
"""
        for index, letter in enumerate("abc", start=1)
    )
    return f"""# A field in {parts} parts

A field is cut into **{parts} equal strips**. One strip is $\\frac{{1}}{{{parts}}}$ of it. The strips have one
size, so they can be counted: two of them are $\\frac{{2}}{{{parts}}}$, three are $\\frac{{3}}{{{parts}}}$, and all of
them are the whole. Nothing is lost when a field is cut, and nothing is won.

![a field with strips of different greens](media/field.png)

| strips | part of the field | in a hundred |
| --- | --- | --- |
| 1 | $\\frac{{1}}{{{parts}}}$ | {100 // parts} |
| 2 | $\\frac{{2}}{{{parts}}}$ | {200 // parts} |
| {parts} | 1 | 100 |

$$\\frac{{1}}{{{parts}}} + \\frac{{2}}{{{parts}}} = \\frac{{1 + 2}}{{{parts}}} = \\frac{{3}}{{{parts}}}$$

```quiz
{questions}```
"""


def _picture(width: int, height: int) -> bytes:
    """A PNG of green strips."""
    row = b"".join(bytes((40, 120 + 10 * (x * 9 // width), 60)) for x in range(width))
    pixels = zlib.compress(b"".join(b"\0" + row for _ in range(height)))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
