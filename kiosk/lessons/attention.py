"""How long a student may look at a page without touching anything before they count as idle."""

from kiosk.lessons.model import Page
from kiosk.lessons.reading import SLOW_READER, amount, speed
from kiosk.protocol.course import Course

LONGEST_MS = 300_000
"""No page without a wish of its own waits longer: what takes more time does not fit the window and is scrolled."""

_FORMULA_MS = 5_000
_PICTURE_MS = 12_000
_THOUGHT_MS = 30_000


def idle_timeout_ms(page: Page, course: Course, usual_ms: int) -> int:
    """The time a page gives that does not say one: what a slow reader of its grade needs for all of it.

    That is its words, 5 s more for each formula, 12 s for each picture, and 30 s of thought where it asks something;
    at least the device's usual time, and at most 5 minutes unless that is longer.
    """
    there = amount(page)
    reading = there.words * 60_000 // speed(course, SLOW_READER)
    needed = reading + there.formulas * _FORMULA_MS + there.pictures * _PICTURE_MS
    needed += _THOUGHT_MS if page.questions else 0
    return max(usual_ms, min(needed, LONGEST_MS))
