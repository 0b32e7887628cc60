"""How much there is to read on a page, and how fast pupils read.

Speeds are words a minute in spring by grade from kindergarten on, later grades as the last: the norms of Hasbrouck and
Tindal, 2017. They were measured aloud, so reading in silence is rather faster.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from kiosk.lessons.interactions import Html
from kiosk.lessons.model import Page, Question
from kiosk.lessons.texts import texts_for_all
from kiosk.protocol.course import Course, SubjectGrade

MIDDLE_READER = (60, 60, 100, 112, 133, 146)
"""The 50th percentile."""

SLOW_READER = (34, 34, 72, 91, 105, 119)
"""The 25th percentile: three of four read faster."""

_TAG = re.compile(r"<[^>]*>")
_FORMULA = re.compile(r"""<span class="(?:math|mathml)">.*?</span>""", re.DOTALL)
_PICTURE = re.compile(r"""<img\b[^>]*?\bsrc="([^"]*)\"""")


@dataclass(frozen=True, slots=True)
class Amount:
    """What every student reads of something, whatever they answer. A formula is one word, too."""

    words: int
    formulas: int
    pictures: int


def amount(page: Page) -> Amount:
    texts = list(_read_by_all(page))
    return Amount(
        sum(len(words(html)) for html in texts),
        sum(len(_FORMULA.findall(html)) for html in texts),
        sum(len(pictures(html)) for html in texts),
    )


def speed(course: Course, readers: tuple[int, ...]) -> int:
    """Words a minute of these readers in the course's grade; a course without one is for the oldest."""
    grade = course.grade if isinstance(course, SubjectGrade) else len(readers)
    return readers[min(grade, len(readers) - 1)]


def words(html: Html) -> list[str]:
    """The words somebody reads; a formula is one."""
    return unescape(_TAG.sub(" ", _FORMULA.sub(" formula ", html))).split()


def pictures(html: Html) -> list[str]:
    """The names of a text's pictures, as they are escaped there."""
    return _PICTURE.findall(html)


def _read_by_all(page: Page) -> Iterator[Html]:
    """All texts, and why it is so."""
    for block in page.blocks:
        yield from texts_for_all(block)
        if isinstance(block, Question):
            yield block.feedback
