"""How long a page waits before a student counts as idle."""

import pytest

from kiosk.lessons.attention import LONGEST_MS, idle_timeout_ms
from kiosk.lessons.interactions import Html
from kiosk.lessons.item import Item, Text
from kiosk.lessons.model import Page, Question, QuestionId
from kiosk.protocol.course import Course, CourseCode, SubjectGrade

USUAL_MS = 120_000
GRADE_1, GRADE_5 = SubjectGrade("Reading", 1), SubjectGrade("Reading", 5)


def page(*html: Html, asks: bool = False) -> Page:
    question = Question(QuestionId("q"), Item("q", "", ()))
    return Page("1", "One", (*map(Text, html), *((question,) if asks else ())))


@pytest.mark.parametrize(
    ("words", "course", "seconds"),
    [
        (10, GRADE_1, 120),  # the device's time is the least
        (102, GRADE_1, 180),
        (300, GRADE_1, 300),  # 9 minutes' reading: five are the most
        (357, GRADE_5, 180),
        (357, SubjectGrade("Reading", 12), 180),
        (357, CourseCode("CS-101"), 180),
    ],
)
def test_a_page_waits_as_long_as_a_slow_reader_of_its_grade_needs(words: int, course: Course, seconds: int) -> None:
    assert idle_timeout_ms(page("<p>" + "word " * words + "</p>"), course, USUAL_MS) == seconds * 1000


def test_formulas_pictures_and_questions_take_their_time_too() -> None:
    text = "<p>" + "word " * 236 + "</p>"
    formulas = '<p><span class="math">x^2</span> <span class="mathml">&lt;mi&gt;x&lt;/mi&gt;</span></p>'
    picture = '<p><img src="a.png" alt="a b c"></p>'
    least = idle_timeout_ms(page(text), GRADE_5, 1)
    assert idle_timeout_ms(page(text, formulas), GRADE_5, 1) - least == pytest.approx(2 * (5_000 + 60_000 / 119), abs=1)
    assert idle_timeout_ms(page(text, picture), GRADE_5, 1) - least == 12_000
    assert idle_timeout_ms(page(text, asks=True), GRADE_5, 1) - least == 30_000


def test_a_device_that_waits_longer_than_five_minutes_does_so_on_every_page() -> None:
    assert idle_timeout_ms(page("<p>short</p>"), GRADE_1, 2 * LONGEST_MS) == 2 * LONGEST_MS
