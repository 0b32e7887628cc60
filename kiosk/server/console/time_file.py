"""Focused time as a CSV file for a spreadsheet. Pure."""

import csv
import io
from collections.abc import Iterable, Mapping

from kiosk.server.console.pupils import Person
from kiosk.server.console.time_view import Focused

HEADING = ("class", "student", "email", "lesson", "title", "day", "focused_seconds", "focused_minutes")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def time_csv(people: Iterable[Person], focused: Iterable[Focused], titles: Mapping[str, str]) -> bytes:
    """The rows in UTF-8 with a byte order mark, without which some spreadsheets take it for another encoding.

    Students as they are listed, of each the newest day first.
    """
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(HEADING)
    theirs: dict[int, list[Focused]] = {}
    for each in focused:
        theirs.setdefault(each.student, []).append(each)
    for person in people:
        for each in theirs.get(person.id, []):
            words = (person.school_class, person.name, person.email, each.lesson, titles.get(each.lesson, ""), each.day)
            rows.writerow([*map(no_formula, words), each.ms // 1000, round(each.ms / 60_000, 1)])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def no_formula(text: str) -> str:
    """Keep a spreadsheet from calculating what a name says (OWASP, CSV injection)."""
    return f"'{text}" if text.startswith(_FORMULA) else text
