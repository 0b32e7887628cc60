"""What the pages are shown with: values as a real class would have them."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from kiosk.desktop.views import (
    Action,
    AnswerView,
    DayBar,
    Finding,
    Goal,
    HomeView,
    LessonCard,
    LessonView,
    NotMeView,
    Primary,
    QuestionView,
    ResultView,
    ReviewedQuestion,
    ReviewView,
    SittingCard,
    Step,
)
from kiosk.desktop.wall_views import StudentCard, StudentsView, SubjectTone
from kiosk.lessons.interactions import Choice, Html, Response
from kiosk.lessons.item import Text
from kiosk.lessons.judging import begun
from kiosk.lessons.model import RESPONSE, LessonId, Question
from kiosk.store.notices import Notice
from tests.lessons.packages import arrange, ask, choose, number_between, pair, type_in

ANA = StudentCard(1, "Ana", "fox", "Fractions, page 3")

NOTICE = Notice(
    7,
    0,
    "The data file was damaged: 8 students, 41 runs, 1204 windows, 40 completions and 310 answers were saved,"
    " 3 rows could not be read; the damaged file is kept as kiosk-broken-20260105-101500.sqlite3.",
)

STUDENTS = StudentsView(
    "Room 12",
    "Grade 3",
    (
        ANA,
        StudentCard(2, "Ben", "sun", "New lessons"),
        StudentCard(3, "Chidi", "leaf", "Water cycle"),
        StudentCard(4, "Dara", "star", "12 min today"),
        StudentCard(5, "Elif", "fish", "Fractions, page 5"),
        StudentCard(6, "Femi", "moon"),
        StudentCard(7, "Gus", "wave", "Loops"),
        StudentCard(8, "Maximiliane-Charlotte", "kite", "Short stories"),
    ),
)

STUDENTS_CLASSES = STUDENTS._replace(
    students=tuple(
        card._replace(class_name=name)
        for card, name in zip(STUDENTS.students, ("Room 12",) * 4 + ("Room 14",) * 3 + ("",), strict=True)
    ),
)

STUDENTS_NONE = StudentsView("Room 12", "", ())

NOT_ME = NotMeView(
    "Ana",
    (
        SittingCard(
            2,
            "Adding fractions with unlike denominators, 10:02 to 10:31",
            "14 min not sent yet: can move. 8 min already sent: stays Ana's. The result was sent already.",
        ),
        SittingCard(1, "The lighthouse keeper, 09:15 to 09:20", "4 min not sent yet: can move."),
    ),
    STUDENTS.students[1:],
)

RESUME = LessonCard(
    LessonId("fractions"),
    "Adding fractions with unlike denominators",
    "Math 3",
    SubjectTone.MATH,
    "Page 3 of 5 · yesterday · 14 minutes focused",
    60,
    Action.GO_ON,
)

HOME = HomeView(
    student=ANA,
    resume=RESUME,
    lessons=(
        LessonCard(
            LessonId("rain"),
            "Where does rain come from?",
            "Science 5",
            SubjectTone.SCIENCE,
            "About 12 minutes",
            0,
            Action.START,
        ),
        LessonCard(
            LessonId("keeper"),
            "The lighthouse keeper",
            "Reading 2",
            SubjectTone.READING,
            "Several days · page 2 of 8",
            25,
            Action.GO_ON,
        ),
        LessonCard(
            LessonId("loops"),
            "Loops: doing it again",
            "CS-101",
            SubjectTone.OTHER,
            "Done · 9 of 10 right · 11 XP",
            100,
            Action.TRY_AGAIN,
            has_answers=True,
        ),
    ),
    today_minutes=19,
    goal_minutes=25,
    week=(
        DayBar("Monday", 23),
        DayBar("Tuesday", 16),
        DayBar("Wednesday", 30),
        DayBar("Thursday", 10),
        DayBar("Friday", 19, is_today=True),
    ),
    week_xp=64,
    signed_in=True,
)

HOME_FULL_WEEK = replace(
    HOME,
    today_minutes=31,
    goals=(Goal(12.5, 20, "12.5 of 20 XP"), Goal(2, 2, "2 of 2 lessons")),
    week=tuple(
        DayBar(name, minutes, is_today=name == "Sunday")
        for name, minutes in zip(
            ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
            (23, 16, 128, 0, 19, 2, 31),
            strict=True,
        )
    ),
    week_xp=112.5,
)

HOME_SIGNED_OUT = HomeView(
    student=ANA,
    resume=None,
    lessons=HOME.lessons,
    today_minutes=0,
    goal_minutes=None,
    week=tuple(
        DayBar(day, 0, is_today=day == "Monday") for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    ),
    week_xp=0,
    signed_in=False,
    notices=("2 lessons wait for the school server. They are safe on this computer.",),
)

HOME_WAITING = replace(HOME_SIGNED_OUT, lessons=(), notices=(), signed_in=True, is_waiting=True)
HOME_NO_LESSONS = replace(HOME_SIGNED_OUT, lessons=(), notices=(), signed_in=True)

SUM = ask(
    "sum",
    '<p>What is <span class="math">\\frac12 + \\frac14</span>?</p>',
    choose(
        "b",
        choices=tuple(
            Choice(name, f'<span class="math">\\frac{over}{under}</span>')
            for name, over, under in (("a", 2, 6), ("b", 3, 4), ("c", 1, 6), ("d", 2, 4))
        ),
    ),
)

PRIMES = ask(
    "primes",
    "<p>Which of these are prime numbers? Choose all of them.</p>",
    choose(
        "two",
        "seven",
        choices=(
            Choice("two", "2, the only even one"),
            Choice("four", "4", "4 is 2 times 2."),
            Choice("seven", "7"),
            Choice("nine", "9, because it is odd and odd numbers are often prime numbers, at least the small ones"),
        ),
        max_choices=0,
    ),
)

POLE = ask(
    "pole",
    "<p>Which animal lives at the <strong>South Pole</strong>, but not at the North Pole?</p>",
    type_in("penguin"),
)

ROOT = ask("half", "<p>What is half of 3?</p>", number_between(Fraction(3, 2), Fraction(3, 2), "1.5"))

HOMES = ask(
    "homes",
    "<p>Match each animal with its home.</p>",
    pair(
        ("s1", "t1"),
        ("s2", "t2"),
        ("s3", "t3"),
        ("s4", "t4"),
        sources=(
            Choice("s1", "bee", "<p>A bee makes wax and honey there.</p>"),
            Choice("s2", "bird"),
            Choice("s3", "spider"),
            Choice("s4", "a fox with three cubs"),
        ),
        targets=(
            Choice("t2", "nest"),
            Choice("t5", "tower"),
            Choice("t4", "a den under the roots of an old tree"),
            Choice("t1", "hive"),
            Choice("t3", "web"),
        ),
    ),
)

LAMP = ask(
    "lamp",
    "<p>Put the story in order.</p>",
    arrange(
        "a",
        "b",
        "c",
        "d",
        choices=(
            Choice("c", "The keeper lights it again."),
            Choice("a", "The storm comes."),
            Choice("d", "The ship, which had lost its way in the dark, sees the light and comes safely home."),
            Choice("b", "The lamp goes out.", "<p>What was it that put the lamp out?</p>"),
        ),
    ),
)


def asked(
    question: Question,
    response: Response = (),
    tries: int = 0,
    *,
    settled: bool = False,
    correct: bool | None = None,
    choice_feedback: Mapping[str, Html] | None = None,
    parts_right: Mapping[str, bool] | None = None,
    right: Response = (),
    feedback: Html = "",
    right_text: str = "",
    note: str = "",
) -> QuestionView:
    """A question with a single interaction as it stands."""
    answer = AnswerView(response, settled, correct, choice_feedback or {}, parts_right or {}, right)
    shown = begun(question, 0).shown
    return QuestionView(
        question,
        shown,
        {RESPONSE: answer},
        tries,
        settled,
        correct,
        feedback=feedback,
        right_text=right_text,
        note=note,
    )


EXPLAIN = Text(
    "<p>A half and a quarter are pieces of different size. Cut the half in two: now every piece is a quarter, "
    "so you can count them.</p>"
    '<p><img src="bars.svg" alt="Two bars: one cut in halves, one in quarters"></p>'
)

LONG_TEXT = Text(
    "<h2>What you need</h2><ul><li>A sheet of paper</li><li>Scissors, and somebody who <em>lends</em> them</li></ul>"
    "<ol><li>Fold it once.</li><li>Fold it again.</li></ol>"
    "<table><thead><tr><th>Folds</th><th>Pieces</th></tr></thead>"
    "<tbody><tr><td>1</td><td>2</td></tr><tr><td>2</td><td>4</td></tr></tbody></table>"
    "<blockquote><p>Measure twice, cut once.</p></blockquote>"
    "<p>The program says <code>for piece in pieces</code>, and <strong>every</strong> piece gets its turn.</p>"
    "<p>With letters it reads "
    '<span class="math">\\frac{a}{b} + \\frac{c}{b} = \\frac{a + c}{b}</span>, and <span class="math">\\sqrt{2}'
    " \\approx 1.4142</span> is no fraction at all.</p>"
)


def lesson(
    *blocks: Text | QuestionView, step: Step | None = None, page: int = 3, title: str = "Make the pieces the same size"
) -> LessonView:
    return LessonView(
        title=RESUME.title,
        page_number=page,
        page_count=5,
        page_title=title,
        blocks=blocks,
        step=step or Step(Primary.GO_ON, can_go_back=True),
        folder=Path(__file__).parent / "pictures",
    )


ASKED = lesson(
    EXPLAIN,
    asked(SUM, ("b",)),
    step=Step(Primary.CHECK, SUM.id, can_go_back=True),
)

CHECKED = lesson(
    asked(
        SUM,
        ("b",),
        tries=1,
        settled=True,
        correct=True,
        feedback="<p>Two quarters and one quarter are three quarters.</p>",
        right=("b",),
    ),
    asked(
        PRIMES,
        ("two", "four"),
        tries=1,
        correct=False,
        feedback="<p>A prime number has no divisor but 1 and itself.</p>",
        choice_feedback={"four": "4 is 2 times 2."},
    ),
    asked(
        POLE,
        ("polar bear",),
        tries=2,
        settled=True,
        correct=False,
        feedback="<p>Polar bears live in the north.</p>",
        right=("penguin",),
        right_text="penguin",
    ),
    asked(ROOT, ("2",), tries=1, correct=False),
    step=Step(Primary.CHECK, PRIMES.id, can_go_back=True),
    title="Check what you know",
)

SETTLED = lesson(
    asked(PRIMES, ("two", "four"), tries=2, settled=True, correct=False, right=("two", "seven")),
    asked(ROOT, ("1.5",), tries=1, settled=True, correct=True, right=("1.5",), right_text="1.5"),
    step=Step(Primary.FINISH, can_go_back=True, busy=True),
    page=5,
)  # fmt: skip

MATCH_ASKED = lesson(asked(HOMES), step=Step(Primary.CHECK, HOMES.id), title="Who lives where?")
MATCH_HALF_DONE = lesson(asked(HOMES, ("s1 t1", "s4 t4")), step=Step(Primary.CHECK, HOMES.id), title="Who lives where?")
MATCH_WRONG = lesson(
    asked(
        HOMES,
        ("s1 t2", "s2 t1", "s3 t3", "s4 t4"),
        tries=1,
        correct=False,
        choice_feedback={"s1": "<p>A bee makes wax and honey there.</p>"},
        parts_right={"s1": False, "s2": False, "s3": True, "s4": True},
    ),
    step=Step(Primary.CHECK, HOMES.id),
    title="Who lives where?",
)
MATCH_SETTLED = lesson(
    asked(
        HOMES,
        ("s1 t2", "s2 t1", "s3 t3", "s4 t4"),
        tries=2,
        settled=True,
        correct=False,
        feedback="<p>Many animals build their home themselves.</p>",
        choice_feedback={"s1": "<p>A bee makes wax and honey there.</p>"},
        parts_right={"s1": False, "s2": False, "s3": True, "s4": True},
        right=("s1 t1", "s2 t2", "s3 t3", "s4 t4"),
    ),
    title="Who lives where?",
)

ORDER_ASKED = lesson(asked(LAMP), step=Step(Primary.CHECK, LAMP.id), title="The lighthouse keeper")
ORDER_HALF_DONE = lesson(
    asked(LAMP, ("a", "c", "d", "b")), step=Step(Primary.CHECK, LAMP.id), title="The lighthouse keeper"
)
ORDER_WRONG = lesson(
    asked(
        LAMP,
        ("a", "c", "b", "d"),
        tries=1,
        correct=False,
        choice_feedback={"b": "<p>What was it that put the lamp out?</p>"},
        parts_right={"a": True, "c": False, "b": False, "d": True},
    ),
    step=Step(Primary.CHECK, LAMP.id),
    title="The lighthouse keeper",
)
ORDER_SETTLED = lesson(
    asked(
        LAMP,
        ("a", "c", "b", "d"),
        tries=2,
        settled=True,
        correct=False,
        feedback="<p>Only a lamp that is out can be lit again.</p>",
        choice_feedback={"b": "<p>What was it that put the lamp out?</p>"},
        parts_right={"a": True, "c": False, "b": False, "d": True},
        right=("a", "b", "c", "d"),
    ),
    title="The lighthouse keeper",
)

READING = lesson(LONG_TEXT, EXPLAIN, page=1, step=Step(Primary.GO_ON))

RESULT = ResultView(
    student=ANA,
    lesson=LessonId("fractions"),
    title="You can add fractions now",
    sentence="9 of 10 right on the first try. You looked again at the one that was hard.",
    passed=True,
    right=9,
    total=10,
    focused="18 min",
    xp=18,
    next_lesson=LessonId("comparing"),
    next_title="Comparing fractions",
)

RESULT_AGAIN = ResultView(
    student=ANA,
    lesson=LessonId("fractions"),
    title="Good practice",
    sentence="You found 5 of 10 on the first try. Once more, and it will be easier.",
    passed=False,
    right=5,
    total=10,
    focused="11 min",
    xp=None,
)

REVIEW = ReviewView(
    RESUME.title,
    "1 of 3 right on the first try.",
    (
        ReviewedQuestion(
            1,
            "Make the pieces the same size",
            Finding.FIRST_TRY,
            asked(
                SUM,
                ("b",),
                tries=1,
                settled=True,
                correct=True,
                feedback="<p>Two quarters and one quarter are three quarters.</p>",
                right=("b",),
            ),
        ),
        ReviewedQuestion(
            2,
            "Check what you know",
            Finding.LATER,
            asked(ROOT, ("1.5",), tries=2, settled=True, correct=True, right=("1.5",), right_text="1.5"),
        ),
        ReviewedQuestion(
            3,
            "Check what you know",
            Finding.NOT_RIGHT,
            asked(
                POLE,
                ("polar bear",),
                tries=2,
                settled=True,
                correct=False,
                feedback="<p>Polar bears live in the north.</p>",
                right=("penguin",),
                right_text="penguin",
            ),
        ),
    ),
    ASKED.folder,
)

REVIEW_EMPTY = ReviewView(RESUME.title, "The lesson has changed, and its new questions wait for you.", (), ASKED.folder)
