from pathlib import Path

import pytest

from kiosk.errors import LessonError
from kiosk.imports.draft import Draft
from kiosk.imports.qti12 import read_qti12
from kiosk.lessons.interactions import (
    ChoiceInteraction,
    ExtendedTextInteraction,
    InlineChoiceInteraction,
    MatchInteraction,
    OrderInteraction,
    TextEntryInteraction,
    UploadInteraction,
)
from kiosk.lessons.item import Item, Text
from kiosk.lessons.item_session import begin, max_score
from tests.imports.quizzes12 import feedback, field, is_, item, labels, lid, quiz, scores, simple, text
from tests.imports.reading import earned, keeps_its_key, one_item, read, said


def lesson(folder: Path, *items: str) -> Draft:
    return read(read_qti12, folder, "quiz.xml", quiz(*items))


def converted(folder: Path, written: str) -> Item:
    return one_item(lesson(folder, written))


def test_one_choice_with_the_feedback_of_canvas(tmp_path: Path) -> None:
    made = converted(
        tmp_path,
        item(
            "<p>Which <b>one</b>?</p>",
            lid("response1", labels(a="a cat", b="a dog", c="a bee")),
            scores("<other/>", "", shows="general_fb", more=True)
            + scores(is_("response1", "a"), "", shows="a_fb", more=True)
            + scores(is_("response1", "b"), shows="correct_fb")
            + scores("<other/>", "", shows="general_incorrect_fb"),
            feedback("general_fb", "Dogs bark.")
            + feedback("a_fb", "Cats mew.")
            + feedback("correct_fb", "Yes!")
            + feedback("general_incorrect_fb", "No."),
            question_type="multiple_choice_question",
            points_possible="2.5",
        ),
    )
    (interaction,) = made.blocks
    assert isinstance(interaction, ChoiceInteraction)
    assert interaction.prompt == "<p>Which <strong>one</strong>?</p>"
    assert [choice.feedback for choice in interaction.choices] == ["<p>Cats mew.</p>", "", ""]
    assert keeps_its_key(made)
    assert earned(made, {"RESPONSE": ("c2",)}) == 2.5
    assert said(made, {"RESPONSE": ("c2",)}) == ["<p>Yes!</p>", "<p>Dogs bark.</p>"]
    assert said(made, {"RESPONSE": ("c1",)}) == ["<p>No.</p>"]


@pytest.mark.parametrize(
    "conditions",
    [
        f"<and>{is_('r', 'a')}{is_('r', 'b')}<not>{is_('r', 'c')}</not></and>",
        f"{is_('r', 'a')}{is_('r', 'b')}<not>{is_('r', 'c')}</not>",
    ],
)
def test_several_choices_that_are_right_together(tmp_path: Path, conditions: str) -> None:
    made = converted(tmp_path, item("Which?", lid("r", labels(a="1", b="2", c="3"), "Multiple"), scores(conditions)))
    assert keeps_its_key(made)
    assert earned(made, {"RESPONSE": ("c2", "c1")}) == 1
    assert earned(made, {"RESPONSE": ("c1",)}) == 0
    assert earned(made, {"RESPONSE": ("c1", "c2", "c3")}) == 0


def test_several_choices_that_earn_their_share(tmp_path: Path) -> None:
    conditions = (
        scores(is_("r", "a"), "50", add=True)
        + scores(is_("r", "b"), "50", add=True)
        + scores(is_("r", "c"), "-50", add=True)
    )
    made = converted(tmp_path, item("Which?", lid("r", labels(a="1", b="2", c="3"), "Multiple"), conditions))
    assert keeps_its_key(made)
    assert earned(made, {"RESPONSE": ("c1",)}) == 0.5
    assert earned(made, {"RESPONSE": ("c1", "c3")}) == 0


@pytest.mark.parametrize(
    "conditions",
    [
        scores(is_("r", "Grant") + is_("r", "U. S. Grant")),
        scores(f"<or>{is_('r', 'Grant')}{is_('r', 'U. S. Grant')}</or>"),
        scores(is_("r", "Grant")) + scores(is_("r", "U. S. Grant")),
    ],
)
def test_a_short_text_however_its_answers_are_listed(tmp_path: Path, conditions: str) -> None:
    made = converted(tmp_path, item("Who?", field("r"), conditions, cc_profile="cc.fib.v0p1"))
    assert isinstance(made.inline[0], TextEntryInteraction)
    assert keeps_its_key(made)
    assert earned(made, {"RESPONSE": ("u. s. grant",)}) == 1
    assert earned(made, {"RESPONSE": ("Lee",)}) == 0


def test_a_part_of_a_text_is_a_pattern(tmp_path: Path) -> None:
    written = '<varsubstring respident="r" case="No">rain</varsubstring>'
    made = converted(tmp_path, item("What?", field("r"), scores(written), cc_profile="cc.pattern_match.v0p1"))
    assert earned(made, {"RESPONSE": ("Much Rain falls",)}) == 1
    assert earned(made, {"RESPONSE": ("snow",)}) == 0


def test_a_number_with_its_ranges(tmp_path: Path) -> None:
    within = '<and><vargte respident="r">3.9</vargte><varlte respident="r">4.1</varlte></and>'
    conditions = scores(f"<or>{is_('r', '4')}{within}</or>") + scores(
        within.replace("3.9", "3").replace("4.1", "5"), "50"
    )
    made = converted(tmp_path, item("How many?", field("r", "Decimal"), conditions, question_type="numerical_question"))
    assert keeps_its_key(made)
    assert [earned(made, {"RESPONSE": (number,)}) for number in ("4", "3,9", "4.1", "5", "6")] == [1, 1, 1, 0.5, 0]


def test_things_to_match(tmp_path: Path) -> None:
    rights = labels(x="hive", y="nest", z="burrow")
    made = converted(
        tmp_path,
        item(
            "Match.",
            lid("r1", text("bee") + rights) + lid("r2", text("bird") + rights),
            scores(is_("r1", "x"), "50", add=True) + scores(is_("r2", "y"), "50", add=True),
            question_type="matching_question",
        ),
    )
    (interaction,) = made.blocks
    assert isinstance(interaction, MatchInteraction)
    assert [choice.content for choice in interaction.sources] == ["bee", "bird"]
    assert [choice.content for choice in interaction.targets] == ["hive", "nest", "burrow"]
    assert keeps_its_key(made)
    assert earned(made, {"RESPONSE": ("s1 t1", "s2 t3")}) == 0.5


def test_blackboards_right_ones_stand_aside(tmp_path: Path) -> None:
    blank = "<render_choice><response_label ident='{0}1'/><response_label ident='{0}2'/></render_choice>"
    aside = f'<flow class="RIGHT_MATCH_BLOCK"><flow>{text("hive")}</flow><flow>{text("nest")}</flow></flow>'
    made = converted(
        tmp_path,
        item(
            "Match.",
            lid("r1", text("bird") + blank.format("a")) + lid("r2", text("bee") + blank.format("b")) + aside,
            scores(is_("r1", "a2"), "50", add=True) + scores(is_("r2", "b1"), "50", add=True),
            bbmd_questiontype="Matching",
        ),
    )
    (interaction,) = made.blocks
    assert isinstance(interaction, MatchInteraction)
    assert interaction.prompt == "<p>Match.</p>"
    assert [choice.content for choice in interaction.targets] == ["nest", "hive"]
    assert earned(made, {"RESPONSE": ("s1 t1", "s2 t2")}) == 1


def test_blackboards_maximum_is_a_word(tmp_path: Path) -> None:
    made = converted(tmp_path, item("Which?", lid("r", labels(a="1", b="2")), scores(is_("r", "a"), "SCORE.max")))
    assert keeps_its_key(made)


@pytest.mark.parametrize(
    ("kind", "interaction"),
    [
        ("fill_in_multiple_blanks_question", TextEntryInteraction),
        ("multiple_dropdowns_question", InlineChoiceInteraction),
    ],
)
def test_blanks_within_a_text(tmp_path: Path, kind: str, interaction: type) -> None:
    made = converted(
        tmp_path,
        item(
            "<p>Roses are [first], violets [second].</p>",
            lid("response_first", text("first") + labels(a="red"))
            + lid("response_second", text("second") + labels(b="blue", c="azure")),
            scores(is_("response_first", "a"), "50", add=True)
            + scores(is_("response_second", "b"), "50", add=True)
            + scores(is_("response_second", "c"), "50", add=True),
            question_type=kind,
        ),
    )
    assert all(isinstance(each, interaction) for each in made.inline)
    (block,) = made.blocks
    assert isinstance(block, Text)
    assert block.html == ('<p>Roses are <x-slot response="R1"></x-slot>, violets <x-slot response="R2"></x-slot>.</p>')
    assert keeps_its_key(made)


def test_fields_stand_where_they_flow(tmp_path: Path) -> None:
    made = converted(
        tmp_path,
        item(
            "One",
            field("r1") + text("three") + field("r2"),
            scores(is_("r1", "two"), "50", add=True) + scores(is_("r2", "four"), "50", add=True),
        ),
    )
    (block,) = made.blocks
    assert isinstance(block, Text)
    assert block.html == '<p>One <x-slot response="R1"></x-slot> three <x-slot response="R2"></x-slot></p>'
    assert keeps_its_key(made)
    assert earned(made, {"R1": ("two",)}) == 0.5


def test_an_order_an_essay_and_a_file(tmp_path: Path) -> None:
    ordered = item(
        "Order.", lid("r", labels(a="last", b="first"), "Ordered"), scores(is_("r", "b") + is_("r", "a")), ident="1"
    )
    essay = item("Write.", field("r"), question_type="essay_question", ident="2")
    upload = item("Send.", question_type="file_upload_question", ident="3")
    draft = lesson(tmp_path, ordered, essay, upload)
    order, write, send = (made.blocks[0] for made in draft.items.values())
    assert isinstance(order, OrderInteraction)
    assert [choice.content for choice in order.choices] == ["first", "last"]
    assert isinstance(write, ExtendedTextInteraction)
    assert isinstance(send, UploadInteraction)
    assert [max_score(begin(made, 1)) for made in draft.items.values()] == [1, None, None]


def test_words_without_a_question_are_the_pages(tmp_path: Path) -> None:
    draft = lesson(tmp_path, item("<p>Read <b>this</b>.</p>", question_type="text_only_question"), simple())
    (name,) = draft.items
    assert draft.pages[0].parts == ("Read **this**.", f"![](items/{name})")


def test_plain_text_is_no_html(tmp_path: Path) -> None:
    plain = simple().replace('texttype="text/html">Which?', 'texttype="text/plain">1 &lt; 2\n&amp; so?')
    (interaction,) = converted(tmp_path, plain).blocks
    assert isinstance(interaction, ChoiceInteraction)
    assert interaction.prompt == "<p>1 &lt; 2<br />&amp; so?</p>"


def test_groups_that_pick_questions_are_asked_whole_and_told(tmp_path: Path) -> None:
    picking = """<section ident="g"><selection_ordering><selection>
        <selection_number>1</selection_number></selection></selection_ordering>"""
    draft = lesson(tmp_path, f"{picking}{simple(ident='1')}{simple(ident='2')}</section>")
    assert len(draft.items) == 2
    (loss,) = draft.losses
    assert loss.what == "picking 1 questions by chance"
    assert loss.line is not None


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (item("How?", lid("r", labels(a="1", b="2")), question_type="calculated_question"), "a formula of Canvas"),
        (item("Which?", lid("r", labels(a="1", b="2"))), "no answer of this question is right"),
        (item("Which?", lid("r", labels(a="1")), scores(is_("r", "a"))), "fewer than two answers"),
        (item("Which?", lid("r", labels(a="1", b="2"), "Multiple")), "no answers of this question are right"),
        (item("Where?", '<response_xy ident="r"/>'), "on a picture or in groups"),
        ('<item ident="x"/>', "has no presentation"),
        ("", "no question in this file"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_its_line(tmp_path: Path, written: str, reason: str) -> None:
    with pytest.raises(LessonError, match=reason) as refused:
        lesson(tmp_path, written)
    assert refused.value.file == str(tmp_path / "quiz.xml")
    assert refused.value.line is not None


def test_a_faulty_item_among_good_ones_is_a_loss(tmp_path: Path) -> None:
    draft = lesson(tmp_path, simple(), item("Which?", lid("r", labels(a="1", b="2"))))
    assert len(draft.items) == 1
    assert [loss.what for loss in draft.losses] == ["a question"]


def test_items_with_the_same_name_are_two_items(tmp_path: Path) -> None:
    draft = lesson(tmp_path, simple("One?"), simple("Two?"))
    assert len(draft.items) == 2
    assert len({made.identifier for made in draft.items.values()}) == 2
