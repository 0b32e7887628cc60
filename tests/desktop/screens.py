"""Renders every page to PNGs, to be looked at.

`python -m tests.desktop.screens OUTDIR` renders one variant, chosen by `--size`, `--dark`, `--contrast`, `--scale`,
`--typeface`, `--lines` and `--language`. `python -m tests.desktop.screens OUTDIR --all` renders every size, scale and
colour, with an index.html to look through.
Pages at rest look the same with reduced motion, so that is no variant here.
"""

import argparse
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from html import escape
from itertools import groupby, product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kiosk.desktop.fonts import Typeface
from kiosk.desktop.languages import Languages
from kiosk.desktop.pad_dock import PadDock
from kiosk.desktop.pages.connect_dialog import ConnectDialog
from kiosk.desktop.pages.home_page import HomePage
from kiosk.desktop.pages.join_school import JoinSchool
from kiosk.desktop.pages.launch_question import LaunchQuestion
from kiosk.desktop.pages.lesson_page import LessonPage
from kiosk.desktop.pages.look_sheet import LookSheet
from kiosk.desktop.pages.no_pin_sheet import NoPinSheet
from kiosk.desktop.pages.not_me_sheet import NotMeSheet
from kiosk.desktop.pages.pin_sheet import PinSheet
from kiosk.desktop.pages.result_page import ResultPage
from kiosk.desktop.pages.review_page import ReviewPage
from kiosk.desktop.pages.secret_sheet import SecretSheet
from kiosk.desktop.pages.still_there import StillThere
from kiosk.desktop.pages.students_page import StudentsPage
from kiosk.desktop.present import trouble_words
from kiosk.desktop.teacher.import_sheet import ImportSheet
from kiosk.desktop.teacher.panel_page import PanelPage, Tab
from kiosk.desktop.teacher.views import ClassView, QueueView
from kiosk.desktop.theme import Theme, dress
from kiosk.desktop.views import FocusState, HomeView, LessonView, ResultView, ReviewView, SecretView
from kiosk.desktop.wall_views import Safety, StudentsView
from kiosk.desktop.widgets.notice import Notice, NoticeRole
from kiosk.desktop.widgets.pad_key import PadKey
from kiosk.desktop.widgets.picture_stage import PictureStage
from kiosk.desktop.widgets.rich_text import RichText
from kiosk.errors import DiskFullError
from kiosk.protocol.course import CourseCode, SubjectGrade
from kiosk.store.secrets import SecretKind
from kiosk.words import tr
from tests.desktop import picture_samples, samples, teacher_samples


def students(theme: Theme, view: StudentsView = samples.STUDENTS) -> StudentsPage:
    page = StudentsPage(theme)
    page.show_view(view)
    page.show_safety(Safety.SERVER)
    return page


def students_told(theme: Theme) -> StudentsPage:
    page = students(theme)
    page.show_notices([samples.NOTICE])
    return page


def home(theme: Theme, view: HomeView = samples.HOME, safety: Safety = Safety.COMPUTER) -> HomePage:
    page = HomePage(theme)
    page.show_view(view)
    page.show_safety(safety)
    return page


def home_not_saved(theme: Theme) -> QWidget:
    """Home as the window shows it when the disk is full: the sentence stands under the page."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(home(theme, safety=Safety.NOT_SAVED), 1)
    column.addWidget(Notice(NoticeRole.ERROR, trouble_words(DiskFullError("")), theme))
    return whole


def lesson(theme: Theme, view: LessonView = samples.ASKED, state: FocusState = FocusState.FOCUSED) -> LessonPage:
    page = LessonPage(theme)
    page.show_view(view)
    page.show_focus(state, 754_321)
    page.show_safety(Safety.SERVER if state is FocusState.FOCUSED else Safety.COMPUTER)
    return page


def result(theme: Theme, view: ResultView = samples.RESULT) -> ResultPage:
    page = ResultPage(theme)
    page.show_view(view)
    page.show_safety(Safety.SERVER)
    return page


def review(theme: Theme, view: ReviewView = samples.REVIEW) -> ReviewPage:
    page = ReviewPage(theme)
    page.show_view(view)
    page.show_safety(Safety.SERVER)
    return page


def teacher_class(theme: Theme, view: ClassView = teacher_samples.CLASS) -> PanelPage:
    panel = PanelPage("Room 12", theme)
    panel.class_page.show_view(view)
    panel.turn_to(panel.class_page, Tab.CLASS)
    panel.count_tabs({Tab.QUEUE: 2})
    return panel


def teacher_queue(theme: Theme, view: QueueView = teacher_samples.QUEUE) -> PanelPage:
    panel = PanelPage("Room 12", theme)
    panel.queue_page.show_view(view)
    panel.turn_to(panel.queue_page, Tab.QUEUE)
    return panel


def teacher_student(theme: Theme) -> PanelPage:
    panel = PanelPage("Room 12", theme)
    panel.student_page.show_view(teacher_samples.STUDENT)
    panel.turn_to(panel.student_page, Tab.CLASS)
    panel.tell("A copy of Gus's work is in /media/stick/Gus-2026-01-16.")
    return panel


def teacher_computer(theme: Theme) -> PanelPage:
    panel = PanelPage("Room 12", theme)
    panel.computer_page.show_view(teacher_samples.COMPUTER)
    panel.turn_to(panel.computer_page, Tab.COMPUTER)
    return panel


def import_sheet(page: QWidget, theme: Theme) -> None:
    courses = (SubjectGrade("Math", 3), SubjectGrade("Science", 5), CourseCode("CS-101"))
    sheet = ImportSheet([Path("course.imscc"), Path("quiz.gift")], courses, lambda _course: None, theme, page)
    sheet.ask()
    sheet._course.choose("another")
    sheet._subject.choose("Math")


def teacher_sent(theme: Theme) -> PanelPage:
    panel = PanelPage("Room 12", theme)
    panel.sent_page.show_view(teacher_samples.SENT)
    panel.turn_to(panel.sent_page, Tab.CLASS)
    return panel


PAGES: dict[str, Callable[[Theme], QWidget]] = {
    "1-students": students,
    "1-students-told": students_told,
    "1-students-classes": lambda theme: students(theme, samples.STUDENTS_CLASSES),
    "1-students-none": lambda theme: students(theme, samples.STUDENTS_NONE),
    "2-home": home,
    "2-home-full-week": lambda theme: home(theme, samples.HOME_FULL_WEEK),
    "2-home-signed-out": lambda theme: home(theme, samples.HOME_SIGNED_OUT),
    "2-home-waiting": lambda theme: home(theme, samples.HOME_WAITING),
    "2-home-no-lessons": lambda theme: home(theme, samples.HOME_NO_LESSONS),
    "2-home-not-saved": home_not_saved,
    "3-lesson": lesson,
    "3-lesson-checked": lambda theme: lesson(theme, samples.CHECKED, FocusState.IDLE),
    "3-lesson-settled": lambda theme: lesson(theme, samples.SETTLED, FocusState.PAUSED),
    "3-lesson-reading": lambda theme: lesson(theme, samples.READING, FocusState.AWAY),
    "3-match-asked": lambda theme: lesson(theme, samples.MATCH_ASKED),
    "3-match-half-done": lambda theme: lesson(theme, samples.MATCH_HALF_DONE),
    "3-match-wrong": lambda theme: lesson(theme, samples.MATCH_WRONG),
    "3-match-settled": lambda theme: lesson(theme, samples.MATCH_SETTLED),
    "3-order-asked": lambda theme: lesson(theme, samples.ORDER_ASKED),
    "3-order-half-done": lambda theme: lesson(theme, samples.ORDER_HALF_DONE),
    "3-order-wrong": lambda theme: lesson(theme, samples.ORDER_WRONG),
    "3-order-settled": lambda theme: lesson(theme, samples.ORDER_SETTLED),
    **{f"3-picture-{name}": partial(lesson, view=view) for name, view in picture_samples.PAGES.items()},
    "4-result": result,
    "4-result-again": lambda theme: result(theme, samples.RESULT_AGAIN),
    "5-review": review,
    "5-review-empty": lambda theme: review(theme, samples.REVIEW_EMPTY),
    "6-teacher-class": teacher_class,
    "6-teacher-class-none": lambda theme: teacher_class(theme, teacher_samples.CLASS_NONE),
    "6-teacher-queue": teacher_queue,
    "6-teacher-queue-empty": lambda theme: teacher_queue(theme, teacher_samples.QUEUE_EMPTY),
    "6-teacher-student": teacher_student,
    "6-teacher-sent": teacher_sent,
    "6-teacher-computer": teacher_computer,
}
"""Every page as a person meets it, by name."""


def add_student(page: QWidget, theme: Theme) -> None:
    del theme
    assert isinstance(page, StudentsPage)
    page._add.ask()
    page._add._finish()


def choose_class(page: QWidget, theme: Theme) -> None:
    del theme
    assert isinstance(page, StudentsPage)
    page._choose_class("Room 12")


def connect(page: QWidget, theme: Theme) -> None:
    sheet = ConnectDialog(theme, page)
    sheet.ask("Ana", "https://school.example/api/timeback")
    sheet.show_error("The server at school.example does not know this token; ask for a new one.")


def secret(page: QWidget, theme: Theme, *, by_pictures: bool = False, wait_ms: int = 0, typed: str = "") -> None:
    sheet = SecretSheet(theme, page)
    sheet.ask(SecretView("Maximiliane-Charlotte", "kite", by_pictures, wait_ms))
    QTest.keyClicks(sheet._pad.dots, typed)


def wrong_secret(page: QWidget, theme: Theme) -> None:
    sheet = SecretSheet(theme, page)
    sheet.ask(SecretView("Ana", "fox", by_pictures=True))
    sheet.show_fault("That is not it. Try again.")


def not_me(page: QWidget, theme: Theme) -> None:
    NotMeSheet(theme, page).ask(samples.NOT_ME)


def not_me_told(page: QWidget, theme: Theme) -> None:
    NotMeSheet(theme, page).tell(
        (
            "Adding fractions, 10:02: 14 min and the answers are Chidi's now.",
            "Sent already in Ana's name, to be put right in Timeback: 8 min and the result.",
            "Loops, 11:15: Chidi was learning at the same time, so this stays as it is.",
        )
    )


def pin(page: QWidget, theme: Theme, *, wait_ms: int = 0, typed: str = "") -> None:
    sheet = PinSheet(theme, page)
    sheet.ask(tr("Teacher's PIN"), tr("The teacher's panel of this computer."))
    QTest.keyClicks(sheet._pad.dots, typed)
    if wait_ms:
        sheet.show_wait(wait_ms)


def no_pin(page: QWidget, theme: Theme) -> None:
    NoPinSheet(theme, page).ask()


def new_secret(page: QWidget, _theme: Theme, *, kind: SecretKind, typed: str = "") -> None:
    assert isinstance(page, PanelPage)
    page.new_secret.ask("Gus", kind, lambda _kind, _text: None)
    QTest.keyClicks(page.new_secret._pads[kind].dots, typed)


def join(page: QWidget, theme: Theme) -> None:
    sheet = JoinSchool(theme, page)
    sheet.ask("http://192.168.1.20:8765/api/timeback")
    sheet._code.setText("K7MP-4QRT")
    sheet.show_error("This code is wrong, used or too old; ask your teacher for a new one.")


def join_asked(page: QWidget, theme: Theme) -> None:
    JoinSchool(theme, page).ask("")


def still_there(page: QWidget, theme: Theme) -> None:
    StillThere(theme, page).ask()


def launch_question(page: QWidget, theme: Theme) -> None:
    detail = "“The lighthouse keeper” is kept. Chidi can go on with it later."
    LaunchQuestion(theme, page).ask(f"Open “{samples.RESUME.title}” for Ana?", detail)


def waiting(page: QWidget, theme: Theme) -> None:
    del theme
    assert isinstance(page, StudentsPage)
    page.show_waiting(samples.RESUME.title)


def look(page: QWidget, theme: Theme) -> None:
    LookSheet(theme, page).ask()


def keyboard(page: QWidget, _theme: Theme) -> None:
    for _ in range(2):
        QTest.keyClick(page.window(), Qt.Key.Key_Tab)


def press_key(page: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(page.window(), key)


def hold(page: QWidget, _theme: Theme) -> None:
    """A row on its way with the mouse."""
    assert isinstance(page, LessonPage)
    row = page.cards[samples.LAMP.id].controls[1]
    QTest.mousePress(row, Qt.MouseButton.LeftButton)
    for way in (20, 90):
        QTest.mouseMove(row, row.rect().center() + QPoint(0, way))


def pad_for_name(page: QWidget, theme: Theme) -> None:
    assert isinstance(page, StudentsPage)
    dock_pad(page, theme)
    page._add.ask()
    settle()
    touch_keys(page, "q", tr("Capitals"), "A", "n", tr("Letters with accents"))


def pad_for_answer(page: QWidget, theme: Theme) -> None:
    """A number is typed: the page of digits comes first."""
    assert isinstance(page, LessonPage)
    dock_pad(page, theme)
    page.cards[samples.ROOT.id].controls[0].setFocus()
    settle()
    touch_keys(page, "7")


def dock_pad(page: QWidget, theme: Theme) -> None:
    PadDock(page, lambda: theme, "always")


def touch_keys(page: QWidget, *names: str) -> None:
    """Touch these keys, without those that the language's pad does not have."""
    for name in names:
        for key in page.findChildren(PadKey):
            if key.accessibleName() == name and key.isVisible():
                QTest.mouseClick(key, Qt.MouseButton.LeftButton)


OVER: dict[str, tuple[str, Callable[[QWidget, Theme], None]]] = {
    "1-students-ring": ("1-students", keyboard),
    "3-lesson-ring": ("3-lesson", keyboard),
    "1-students-add-pad": ("1-students", pad_for_name),
    "3-lesson-pad": ("3-lesson-checked", pad_for_answer),
    "1-students-waiting": ("1-students", waiting),
    "3-match-chosen": ("3-match-half-done", lambda page, _theme: press_key(page, Qt.Key.Key_2)),
    "3-order-held": ("3-order-half-done", hold),
    "1-students-class": ("1-students-classes", choose_class),
    "1-students-add": ("1-students", add_student),
    "2-not-me": ("2-home", not_me),
    "2-not-me-told": ("2-home", not_me_told),
    "1-secret-pin": ("1-students", partial(secret, typed="12")),
    "1-secret-pictures": ("1-students", partial(secret, by_pictures=True, typed="3")),
    "1-secret-wrong": ("1-students", wrong_secret),
    "1-secret-wait": ("1-students", partial(secret, by_pictures=True, wait_ms=28_000)),
    "1-teacher-pin": ("1-students", partial(pin, typed="1234")),
    "1-teacher-pin-wait": ("1-students", partial(pin, wait_ms=28_000)),
    "1-no-pin": ("1-students", no_pin),
    "6-teacher-secret-pin": ("6-teacher-student", partial(new_secret, kind=SecretKind.PIN, typed="12")),
    "6-teacher-secret-pictures": ("6-teacher-student", partial(new_secret, kind=SecretKind.PICTURES, typed="123")),
    "1-students-join": ("1-students-none", join),
    "1-students-join-asked": ("1-students-none", join_asked),
    "2-home-look": ("2-home", look),
    "2-home-connect": ("2-home-signed-out", connect),
    "3-lesson-launch": ("3-lesson", launch_question),
    "3-lesson-still-there": ("3-lesson", still_there),
    "6-teacher-import": ("6-teacher-computer", import_sheet),
}
"""What comes over a page, by name: the page, and what brings it."""

NAMES = sorted([*PAGES, *OVER])
SIZES = (QSize(1024, 768), QSize(1280, 800), QSize(1920, 1080))
SCALES = (1.0, 1.5, 2.0)


@dataclass(frozen=True, slots=True)
class Variant:
    """How a person sees the program: on which screen, and with what settings."""

    size: QSize
    theme: Theme

    @property
    def name(self) -> str:
        color = ("dark" if self.theme.dark else "light") + ("-contrast" if self.theme.high_contrast else "")
        return f"{color}-{self.size.width()}x{self.size.height()}-{round(self.theme.text_scale * 100)}"


def settle() -> None:
    """Let layouts that wait for each other come to rest, once the formulas and pictures that are seen are there."""
    waiting = QDeadlineTimer(10_000)
    while not all(drawn.is_complete for drawn in _drawn()) and not waiting.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    for _ in range(5):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _drawn() -> list[RichText | PictureStage]:
    return [one for one in QApplication.allWidgets() if isinstance(one, RichText | PictureStage) and one.isVisible()]


def make(name: str, theme: Theme, size: QSize) -> QWidget:
    """Show a page, with what comes over it, on a screen of this size. The program must be dressed in the theme."""
    under, over = OVER.get(name, (name, None))
    page = PAGES[under](theme)
    page.resize(size)
    page.show()
    page.activateWindow()
    settle()
    if over is not None:
        over(page, theme)
        settle()
    return page


def render(app: QApplication, variant: Variant, names: list[str], folder: Path) -> Iterator[Path]:
    """Render these pages into the folder, and tell each file."""
    dress(app, variant.theme)
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        page = make(name, variant.theme, variant.size)
        file = folder / f"{name}.png"
        page.grab().save(str(file))
        page.close()
        page.deleteLater()
        yield file


def index(files: list[Path], outdir: Path) -> str:
    """A page for a browser: each screen with all its variants side by side, each a link to the picture itself."""
    body = ""
    for name, group in groupby(sorted(files, key=lambda file: file.stem), lambda file: file.stem):
        figures = "".join(
            f'<a href="{escape(file.relative_to(outdir).as_posix())}"><figure>'
            f'<img loading="lazy" src="{escape(file.relative_to(outdir).as_posix())}">'
            f"<figcaption>{escape(file.parent.name)}</figcaption></figure></a>"
            for file in group
        )
        body += f"<h2>{escape(name)}</h2><div>{figures}</div>"
    style = (
        "body{font:16px sans-serif;margin:24px}div{display:grid;gap:16px;"
        "grid-template-columns:repeat(auto-fill,minmax(300px,1fr))}figure{margin:0}"
        "img{width:100%;border:1px solid #888}"
    )
    return f'<!doctype html><meta charset="utf-8"><title>Every screen</title><style>{style}</style>{body}'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("outdir", type=Path)
    parser.add_argument("--all", action="store_true", help="every variant, in a folder of its own, and an index.html")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--contrast", action="store_true", help="high contrast")
    parser.add_argument("--scale", type=float, default=1.0, choices=(1.0, 1.25, 1.5, 1.75, 2.0), help="of all text")
    parser.add_argument("--typeface", choices=[each.name.lower() for each in Typeface], default="atkinson")
    parser.add_argument("--lines", type=float, default=1.0, help="height of a lesson's lines, as a factor")
    parser.add_argument("--language", default="en", help="en, es, ar, or qps: accented English, longer and in brackets")
    parser.add_argument("--only", default="", help="pages whose name begins so")
    asked = parser.parse_args()
    app = QApplication([])
    Languages(app).speak(asked.language)
    names = [name for name in NAMES if name.startswith(asked.only)]
    if asked.all:
        variants = [
            Variant(size, Theme(dark=dark, text_scale=scale, high_contrast=contrast))
            for contrast, dark, scale, size in product((False, True), (False, True), SCALES, SIZES)
        ]
        files = [file for one in variants for file in render(app, one, names, asked.outdir / one.name)]
        (asked.outdir / "index.html").write_text(index(files, asked.outdir), "utf-8")
    else:
        theme = Theme(
            dark=asked.dark,
            text_scale=asked.scale,
            high_contrast=asked.contrast,
            typeface=Typeface[asked.typeface.upper()],
            line_spacing=asked.lines,
        )
        variant = Variant(QSize(*map(int, asked.size.split("x"))), theme)
        list(render(app, variant, names, asked.outdir))


if __name__ == "__main__":
    main()
