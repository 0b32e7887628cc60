import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.errors import UsageError
from kiosk.launch import LONGEST, Launch, link_to, parse_link

LINK = "timeback-kiosk://launch?"

shown = st.text(st.characters(exclude_categories=("C", "Zl", "Zp", "Zs"), include_characters=" "), min_size=1).filter(
    str.strip
)


@given(lesson=shown, student=st.none() | shown)
@example(lesson="a&student=b#c?d/e%20=+", student="নীক\u200cখাহ 👩\u200d🏫")
def test_a_link_that_was_written_is_read_as_it_was_meant(lesson: str, student: str | None) -> None:
    try:
        launch = Launch(lesson, student)
    except UsageError as error:
        assert "too long" in str(error)  # noqa: PT017 - long enough text is refused, and nothing else
    else:
        link = link_to(launch)
        assert parse_link(link) == launch
        assert link.isascii()
        assert len(link.split()) == 1


@given(st.text() | st.text(st.sampled_from("lesonudtab=&%?/#+20aF\x00\n é\u202e")).map(LINK.__add__))
def test_any_other_text_is_refused_in_one_line_or_asks_for_what_can_be_shown(text: str) -> None:
    try:
        launch = parse_link(text)
    except UsageError as error:
        assert str(error).isprintable()  # noqa: PT017 - either way is right, and this is what must hold then
    else:
        assert all(part.isprintable() and part.strip() for part in (launch.lesson, launch.student or "-"))


def test_lesson_and_student_come_in_either_order_and_the_student_may_be_left_out() -> None:
    both = Launch("rain", "Ana Maria")
    assert parse_link(LINK + "lesson=rain&student=Ana%20Maria") == both
    assert parse_link(LINK + "student=Ana%20Maria&lesson=rain") == both
    assert parse_link(LINK + "lesson=rain") == Launch("rain")
    assert parse_link("timeback-kiosk://launch/?lesson=rain") == Launch("rain")


def test_a_plus_is_a_plus() -> None:
    assert parse_link(LINK + "lesson=rain&student=ana+1@example.com").student == "ana+1@example.com"


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("", "no link to a lesson"),
        ("rain", "no link to a lesson"),
        ("https://launch?lesson=rain", "no link to a lesson"),
        ("TIMEBACK-KIOSK://launch?lesson=rain", "no link to a lesson"),
        ("timeback-kiosk:launch?lesson=rain", "no link to a lesson"),
        ("timeback-kiosk:///launch?lesson=rain", "no link to a lesson"),
        ("timeback-kiosk://launch", "no link to a lesson"),
        ("timeback-kiosk://launch.evil.example?lesson=rain", "no link to a lesson"),
        ("timeback-kiosk://evil@launch?lesson=rain", "no link to a lesson"),
        ("timeback-kiosk://launch:80?lesson=rain", "no link to a lesson"),
        ("timeback-kiosk://launch/../settings?lesson=rain", "no link to a lesson"),
        ("timeback-kiosk://settings?lesson=rain", "no link to a lesson"),
        (LINK + "lesson=rain#top", "no link to a lesson"),
        (LINK + "lesson=rain ", "no link to a lesson"),
        (LINK + "lesson=rain\n", "no link to a lesson"),
        ("\n" + LINK + "lesson=rain", "no link to a lesson"),
        (LINK + "lesson=ra in", "no link to a lesson"),
        (LINK + "lesson=r\u00e4in", "no link to a lesson"),
        (LINK + "lesson=rain\x00", "no link to a lesson"),
        (LINK, "more than a lesson and a student"),
        (LINK + "lesson=rain&", "more than a lesson and a student"),
        (LINK + "lesson=rain&run_id=1", "more than a lesson and a student"),
        (LINK + "LESSON=rain", "more than a lesson and a student"),
        (LINK + "les%73on=rain", "more than a lesson and a student"),
        (LINK + "lesson[]=rain", "more than a lesson and a student"),
        (LINK + "lesson=rain&lesson=loops", "names the lesson twice"),
        (LINK + "lesson=rain&student=ana&student=ben", "names the student twice"),
        (LINK + "student=ana", "names no lesson"),
        (LINK + "lesson", "The lesson is blank"),
        (LINK + "lesson=", "The lesson is blank"),
        (LINK + "lesson=%20%20", "The lesson is blank"),
        (LINK + "lesson=rain&student=", "The student is blank"),
        (LINK + "lesson=100%", "a % in it without two digits"),
        (LINK + "lesson=%zz", "a % in it without two digits"),
        (LINK + "lesson=%u0041", "a % in it without two digits"),
        (LINK + "lesson=%ff", "not UTF-8"),
        (LINK + "lesson=%c0%af", "not UTF-8"),
        (LINK + "lesson=%ed%a0%80", "not UTF-8"),
        (LINK + "lesson=rain%00", "cannot be shown"),
        (LINK + "lesson=rain%0a", "cannot be shown"),
        (LINK + "lesson=rain%1b[31m", "cannot be shown"),
        (LINK + "lesson=rain%7f", "cannot be shown"),
        (LINK + "lesson=rain%e2%80%ae", "cannot be shown"),
        (LINK + "lesson=rain%e2%80%a8", "cannot be shown"),
        (LINK + "lesson=rain&student=%08ana", "cannot be shown"),
        (LINK + "lesson=" + "x" * LONGEST, "longer than 1024 characters"),
    ],
)
def test_a_hostile_link_is_refused(link: str, why: str) -> None:
    with pytest.raises(UsageError, match=why) as refused:
        parse_link(link)
    assert str(refused.value).isprintable()


def test_the_longest_link_is_still_read() -> None:
    fits = "x" * (LONGEST - len(LINK) - len("lesson="))
    assert parse_link(link_to(Launch(fits))) == Launch(fits)
    with pytest.raises(UsageError, match="too long"):
        Launch(fits + "x")
