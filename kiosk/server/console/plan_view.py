"""The plan of a teacher: for each class what is assigned, in order, and how each row stands today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from kiosk.server.assigning import Assignment, plan
from kiosk.server.classes import SchoolClass
from kiosk.server.console.chip import Chip, Tone
from kiosk.server.console.pupils import Person


@dataclass(frozen=True, slots=True)
class Planned:
    """An assignment. `whom` is a student's name, "" for the whole class."""

    number: int
    lesson: str
    title: str
    whom: str
    from_day: str | None
    until_day: str | None
    order: int
    state: Chip


@dataclass(frozen=True, slots=True)
class Part:
    """What is assigned in a class. Students who are in none have a part without a class."""

    class_id: int | None
    name: str
    rows: Sequence[Planned]


def plan_of(
    db: Connection, classes: Sequence[SchoolClass], people: Sequence[Person], titles: Mapping[str, str], today: str
) -> list[Part]:
    """Tell each of these classes with what is assigned to it and to its students, in the order of the lessons."""
    by_email = {each.email: each for each in people}
    rows: dict[str, list[Planned]] = {each.name: [] for each in classes}
    for each in plan(db):
        person = by_email.get(each.email or "")
        listed = person.school_class if person is not None else each.school_class
        if person is not None or each.school_class in rows:
            rows.setdefault(listed or "", []).append(_planned(each, person, titles, today))
    numbers = {each.name: each.id for each in classes}
    return [
        Part(numbers.get(name), name, sorted(found, key=lambda each: (each.order, each.title, each.whom)))
        for name, found in rows.items()
    ]


def _planned(row: Assignment, person: Person | None, titles: Mapping[str, str], today: str) -> Planned:
    return Planned(
        row.id,
        row.lesson,
        titles.get(row.lesson, row.lesson),
        "" if person is None else person.name,
        row.from_day,
        row.until_day,
        row.position,
        _state(row, today),
    )


def _state(row: Assignment, today: str) -> Chip:
    if row.until_day is not None and row.until_day < today:
        return Chip("Over", Tone.QUIET)
    if row.from_day is not None and row.from_day > today:
        return Chip("Later", Tone.DOUBT)
    return Chip("Now", Tone.GOOD)
