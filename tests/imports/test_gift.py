from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.errors import LessonError
from kiosk.imports.gift import read_gift
from kiosk.lessons.interactions import (
    ChoiceInteraction,
    ExtendedTextInteraction,
    InlineChoiceInteraction,
    MatchInteraction,
    TextEntryInteraction,
)
from kiosk.lessons.item import Item, Text
from kiosk.lessons.item_session import begin, max_score
from tests.imports.reading import earned, keeps_its_key, one_item, read, said


def gift(folder: Path, text: str) -> Item:
    return one_item(read(read_gift, folder, "quiz.gift", text))


def test_one_choice_is_right_and_each_has_its_feedback(tmp_path: Path) -> None:
    item = gift(tmp_path, "::Tea:: When?{=1903#Yes, <b>then</b>. ~1904#No. ~%50%1905}")
    (interaction,) = item.blocks
    assert isinstance(interaction, ChoiceInteraction)
    assert (item.title, interaction.prompt, interaction.max_choices) == ("Tea", "<p>When?</p>", 1)
    assert [choice.feedback for choice in interaction.choices] == ["Yes, <strong>then</strong>.", "No.", ""]
    assert keeps_its_key(item)
    assert earned(item, {"RESPONSE": ("c3",)}) == 0.5


def test_weights_without_a_right_one_mean_several(tmp_path: Path) -> None:
    item = gift(tmp_path, "Which two?{~%50%a ~%50%b ~%-100%c}")
    (interaction,) = item.blocks
    assert isinstance(interaction, ChoiceInteraction)
    assert interaction.max_choices == 0
    assert keeps_its_key(item)
    assert earned(item, {"RESPONSE": ("c1",)}) == 0.5
    assert earned(item, {"RESPONSE": ("c1", "c3")}) == 0


@pytest.mark.parametrize(("written", "right"), [("T", "c1"), ("TRUE", "c1"), ("F", "c2"), ("false", "c2")])
def test_true_and_false_with_feedback_for_wrong_and_right(tmp_path: Path, written: str, right: str) -> None:
    item = gift(tmp_path, f"The sun rises.{{{written}#Look again.#Just so.}}")
    (interaction,) = item.blocks
    assert isinstance(interaction, ChoiceInteraction)
    assert {choice.identifier: choice.feedback for choice in interaction.choices} == {
        right: "Just so.",
        {"c1": "c2", "c2": "c1"}[right]: "Look again.",
    }
    assert earned(item, {"RESPONSE": (right,)}) == 1


def test_short_answers_have_weights_feedback_and_patterns(tmp_path: Path) -> None:
    item = gift(tmp_path, "Who?{=Grant =Ulysses S. Grant =%50%Gr*nt#Nearly.}")
    assert isinstance(item.inline[0], TextEntryInteraction)
    assert keeps_its_key(item)
    assert earned(item, {"RESPONSE": ("ulysses s. grant",)}) == 1
    assert earned(item, {"RESPONSE": ("GRUNT",)}) == 0.5
    assert said(item, {"RESPONSE": ("grunt",)}) == ["Nearly."]
    assert earned(item, {"RESPONSE": ("Lee",)}) == 0


def test_a_short_answer_is_right_whatever_its_capitals(tmp_path: Path) -> None:
    item = gift(tmp_path, r"2\:1 is {=two to one} to one.")
    assert earned(item, {"RESPONSE": ("Two  To One",)}) == 1


@pytest.mark.parametrize(
    ("written", "right", "wrong"),
    [
        ("#3.14:0.05", ("3.14", "3.09", "3,19"), "3.2"),
        ("#1..5", ("1", "5", "5/2"), "5.01"),
        ("#-2", ("-2", "-2.0"), "2"),
        ("#1.5e3:1E1", ("1490", "1510"), "1511"),
        ("#=1822:0 =%50%1820..1824", ("1822",), "1900"),
    ],
)
def test_numbers_have_tolerances_and_ranges(tmp_path: Path, written: str, right: tuple[str, ...], wrong: str) -> None:
    item = gift(tmp_path, f"How many?{{{written}}}")
    assert keeps_its_key(item)
    assert [earned(item, {"RESPONSE": (number,)}) for number in right] == [1] * len(right)
    assert earned(item, {"RESPONSE": (wrong,)}) == 0


def test_of_several_numbers_each_has_its_worth_and_the_rest_its_feedback(tmp_path: Path) -> None:
    item = gift(tmp_path, "When?{#=1822:0#Yes. =%50%1822:2#Nearly. ~#Far off.}")
    assert earned(item, {"RESPONSE": ("1823",)}) == 0.5
    assert said(item, {"RESPONSE": ("1822",)}) == ["Yes."]
    assert said(item, {"RESPONSE": ("7",)}) == ["Far off."]


def test_pairs_to_match_earn_their_share_and_may_have_more_targets(tmp_path: Path) -> None:
    item = gift(tmp_path, "Match.{=cat -> cat food =dog -> dog food = -> hay}")
    (interaction,) = item.blocks
    assert isinstance(interaction, MatchInteraction)
    assert [choice.content for choice in interaction.targets] == ["cat food", "dog food", "hay"]
    assert keeps_its_key(item)
    assert earned(item, {"RESPONSE": ("s1 t1", "s2 t3")}) == 0.5


def test_a_missing_word_stands_in_its_line(tmp_path: Path) -> None:
    item = gift(tmp_path, "The sun {~rises=sets#Yes.} in the west.")
    assert isinstance(item.inline[0], InlineChoiceInteraction)
    (text,) = item.blocks
    assert isinstance(text, Text)
    assert text.html == '<p>The sun <x-slot response="RESPONSE"></x-slot> in the west.</p>'
    assert keeps_its_key(item)
    assert said(item, {"RESPONSE": ("c2",)}) == ["Yes."]


def test_an_essay_is_for_a_person_to_read(tmp_path: Path) -> None:
    item = gift(tmp_path, "Write about rain.{}")
    assert isinstance(item.blocks[0], ExtendedTextInteraction)
    assert max_score(begin(item, 1)) is None


def test_the_general_feedback_waits_for_a_right_answer_or_the_second_try(tmp_path: Path) -> None:
    item = gift(tmp_path, "1+1?{=2 ~3####Count your fingers.}")
    assert said(item, {"RESPONSE": ("c2",)}) == []
    assert said(item, {"RESPONSE": ("c2",)}, {"RESPONSE": ("c2",)}) == ["<p>Count your fingers.</p>"]
    assert said(item, {"RESPONSE": ("c1",)}) == ["<p>Count your fingers.</p>"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"Is \{x\} \= \~y\#\:?\nYes \\{=a ~b}", "<p>Is {x} = ~y#:?<br />Yes \\</p>"),
        ("[html]<p>One</p><p>two{=a ~b}", "<p>One</p>\n<p>two</p>"),
        ("[markdown]**Bold** \\= x{=a ~b}", "<p><strong>Bold</strong> = x</p>"),
        ("[plain]a < b & <i>c</i>{=a ~b}", "<p>a &lt; b &amp; &lt;i&gt;c&lt;/i&gt;</p>"),
        ("[moodle]a\nb{=a ~b}", "<p>a<br />b</p>"),
        (r"\(x\=1\){=a ~b}", '<p><span class="math">x=1</span></p>'),
    ],
)
def test_texts_are_read_in_their_format_with_escapes(tmp_path: Path, written: str, shown: str) -> None:
    (interaction,) = gift(tmp_path, written).blocks
    assert isinstance(interaction, ChoiceInteraction)
    assert interaction.prompt == shown


def test_categories_are_pages_and_descriptions_stand_before_the_next_question(tmp_path: Path) -> None:
    draft = read(
        read_gift,
        tmp_path,
        "week_1.gift",
        "// A comment\n$CATEGORY: $course$/top/Sums\n\n::Read:: *Look* here.\n\nOne?{T}\n\n"
        "$CATEGORY: Letters\n\nA?\n// within\n{T}\n",
    )
    assert draft.title == "week 1"
    assert [page.title for page in draft.pages] == ["Sums", "Letters"]
    assert draft.pages[0].parts[0].startswith("### Read\n\n\\*Look\\* here.\n\n![](items/one-")


def test_a_picture_beside_the_file_comes_along_and_one_of_the_network_does_not(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    picture, far = '<img src\\="a.svg" alt\\="a"/>', '<img src\\="http\\://example.org/b.png" alt\\="b">'
    draft = read(read_gift, tmp_path, "quiz.gift", f"{picture}{far} Which?{{T}}\n")
    assert draft.copied == {"items/media/a.svg": "a.svg"}
    (interaction,) = one_item(draft).blocks
    assert isinstance(interaction, ChoiceInteraction)
    assert interaction.prompt == '<p><img src="media/a.svg" alt="a" />b Which?</p>'
    assert [loss.what for loss in draft.losses] == ["a picture (http://example.org/b.png)"]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("\n\nWhich?{a}", 3, "begins with = or ~"),
        ("Which?\n{=a\n~b", 2, "one pair of braces"),
        ("Which? =a}", 1, "one pair of braces"),
        ("{=a}\n{=b}", 2, "one pair of braces"),
        ("Which?{\n~%50%a\n~b}", 1, "come to 50 %"),
        ("Which?{\n=a\n~%hm%b}", 3, "a weight is a number"),
        ("Which?{=a\n~}", 2, "says nothing"),
        ("Which?{~%100%a}", 1, "two answers or more"),
        ("Match{=a->b\n=c}", 2, "a pair to match is written"),
        ("Match{=a->b}", 1, "two pairs or more"),
        ("How many?{\n#many}", 2, "a number is written"),
        ("How many?{#\n=%50%1}", 1, "come to 50 %"),
        ("How many?{#~1}", 1, "no number is right"),
        ("How many?{#5..1}", 1, "a number is written"),
        ("Who?{=}", 1, "1 to 200 characters"),
        ("", None, "no question"),
    ],
)
def test_each_fault_is_told_with_its_line(tmp_path: Path, text: str, line: int | None, reason: str) -> None:
    with pytest.raises(LessonError, match=reason) as refused:
        gift(tmp_path, text)
    assert (refused.value.file, refused.value.line) == (str(tmp_path / "quiz.gift"), line)


def test_a_faulty_question_is_a_loss_where_others_are_good(tmp_path: Path) -> None:
    draft = read(read_gift, tmp_path, "quiz.gift", "Good?{T}\n\n// why\nBad?{oops}\n")
    assert len(draft.items) == 1
    assert [str(loss) for loss in draft.losses] == [
        f"{tmp_path}/quiz.gift, line 4: a question: an answer begins with = or ~, but this is 'oops'."
    ]


def test_many_questions_are_several_pages(tmp_path: Path) -> None:
    draft = read(read_gift, tmp_path, "many.gift", "\n\n".join(f"Is {number} odd?{{T}}" for number in range(12)))
    assert [(page.title, len(page.parts)) for page in draft.pages] == [
        ("many (1)", 5),
        ("many (2)", 5),
        ("many (3)", 2),
    ]


def test_the_name_of_an_item_stays_when_others_come_and_go(tmp_path: Path) -> None:
    before = read(read_gift, tmp_path, "a.gift", "One?{T}\n\nTwo?{T}\n")
    after = read(read_gift, tmp_path, "a.gift", "New?{T}\n\nTwo?{F}\n\nTwo?{T}\n")
    assert len(set(before.items) & set(after.items)) == 1
    assert len(after.items) == 3


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    st.lists(st.sampled_from(["{", "}", "=", "~", "#", "%50%", "->", "a", "1", "..", ":", "\\", "\n", "::", "T", " "]))
)
def test_no_text_gets_past_the_reader(tmp_path: Path, pieces: list[str]) -> None:
    with suppress(LessonError):
        draft = read(read_gift, tmp_path, "any.gift", "".join(pieces))
        assert draft.pages
        for item in draft.items.values():
            assert max_score(begin(item, 1)) in (1, None)
