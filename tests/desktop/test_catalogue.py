"""Which lessons a student is offered, and in which order, when a school hands some out."""

from dataclasses import replace

from kiosk.desktop.catalogue import Catalogue
from kiosk.desktop.home import last_day_words
from kiosk.lessons.outline import outline_of
from kiosk.lessons.package import discover
from kiosk.resources import path
from kiosk.sync.handed_out import HandedOut

ONE, TWO, THREE = map(outline_of, discover(path("lessons"))[0][:3])
TODAY = "2026-01-05"


def handed(lesson: str, order: int, *refs: str, until: str | None = None, digest: str | None = "a" * 64) -> HandedOut:
    return HandedOut(lesson, lesson, digest, 1, None, until, order, refs)


def offered(*plan: HandedOut, begun: tuple[str, ...] = ()) -> list[str]:
    return [lesson.id for lesson in Catalogue((ONE, TWO, THREE), plan=plan).offered("Ana", TODAY, begun)]


def test_what_the_school_has_for_a_student_comes_first_in_the_teachers_order() -> None:
    assert offered() == [ONE.id, TWO.id, THREE.id]
    assert offered(handed(THREE.id, 1, "ana"), handed(TWO.id, 2, "ana")) == [THREE.id, TWO.id, ONE.id]


def test_what_is_handed_to_others_alone_is_not_offered_unless_it_was_begun() -> None:
    others = handed(TWO.id, 1, "ben")
    assert offered(others) == [ONE.id, THREE.id]
    assert offered(others, begun=(TWO.id,)) == [ONE.id, TWO.id, THREE.id]
    assert offered(replace(others, digest=None)) == [ONE.id, TWO.id, THREE.id], "this computer has it anyway"


def test_of_two_entries_for_a_lesson_the_first_in_order_counts() -> None:
    plan = (handed(ONE.id, 5, "ana"), handed(TWO.id, 3, "ana"), handed(ONE.id, 1, "ana", until="2026-01-09"))
    assert Catalogue(plan=plan).assigned("ana", TODAY) == {ONE.id: "2026-01-09", TWO.id: None}
    assert [*Catalogue(plan=plan).assigned("ana", TODAY)] == [ONE.id, TWO.id]


def test_a_last_day_is_said_as_a_child_says_it() -> None:
    days = ("2026-01-05", "2026-01-06", "2026-01-09", "2026-01-11", "2026-01-12")
    assert [last_day_words(day, TODAY) for day in days] == [
        "until today",
        "until tomorrow",
        "until Friday",
        "until Sunday",
        "until 1/12/26",
    ]
