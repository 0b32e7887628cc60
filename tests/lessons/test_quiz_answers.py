"""Pairs to match and rows to put in order, as an author writes them."""

import pytest

from kiosk.lessons.interactions import Choice, MatchInteraction, OrderInteraction
from kiosk.lessons.model import Question
from tests.lessons.packages import correct_of, interaction_of, right_answer
from tests.lessons.test_quiz import faults, only

HOMES = """\
1.  Match each animal with its home.
~   bee -> hive
... A bee makes **wax**.
~   bird -> nest
~   -> burrow
... Nobody here digs.
"""
STORY = """\
2.  Put the story in order.
1)  The storm comes.
2)  The lamp goes out.
... Was it out *before* the storm?
3)  The keeper lights it again.
"""


def match(body: str) -> MatchInteraction:
    interaction = interaction_of(only(body))
    assert isinstance(interaction, MatchInteraction)
    return interaction


def order(question: Question) -> OrderInteraction:
    interaction = interaction_of(question)
    assert isinstance(interaction, OrderInteraction)
    return interaction


def rows(question: Question) -> list[str]:
    return [choice.content for choice in order(question).choices]


def test_a_pair_makes_a_source_and_a_target_and_its_feedback_is_the_sources() -> None:
    pairs = match(HOMES)
    assert pairs.sources == (
        Choice("s1", "bee", "<p>A bee makes <strong>wax</strong>.</p>", match_min=1),
        Choice("s2", "bird", match_min=1),
    )
    assert set(pairs.targets) == {
        Choice("t1", "hive"),
        Choice("t2", "nest"),
        Choice("t3", "burrow", "<p>Nobody here digs.</p>"),
    }
    assert (pairs.min_associations, pairs.max_associations) == (2, 2)
    assert correct_of(only(HOMES)) == (("s1", "t1"), ("s2", "t2"))
    assert right_answer(only(HOMES)) == ("s1 t1", "s2 t2")


def test_a_target_written_twice_is_one_that_serves_both() -> None:
    legs = "1. Which?\n~ bee -> six  legs\n~ ant -> six legs\n~ dog -> four legs\n"
    assert [target.match_max for target in match(legs).targets] == [0, 0]
    assert correct_of(only(legs)) == (("s1", "t1"), ("s2", "t1"), ("s3", "t2"))


def test_both_sides_of_a_pair_are_markdown_over_several_lines() -> None:
    pair = match("1. Which?\n~   $\\frac12$\n    exactly -> one *half*\n    of it\n~   2 -\\> 1 --> less\n")
    assert [choice.content for choice in pair.sources] == ['<span class="math">\\frac12</span>\nexactly', "2 -&gt; 1"]
    assert {choice.content for choice in pair.targets} == {"one <em>half</em>\nof it", "less"}


def test_rows_stand_in_their_right_order_and_are_shown_in_another() -> None:
    question = only(STORY)
    assert correct_of(question) == ("a", "b", "c")
    assert sorted(rows(question)) == ["The keeper lights it again.", "The lamp goes out.", "The storm comes."]
    assert {choice.identifier: choice.feedback for choice in order(question).choices} == {
        "a": "",
        "b": "<p>Was it out <em>before</em> the storm?</p>",
        "c": "",
    }


@pytest.mark.parametrize("name", [f"question-{number}" for number in range(40)])
def test_what_is_mixed_is_never_right_already_and_the_same_again_after_a_restart(name: str) -> None:
    story = only(f"id: {name}\n{STORY}")
    shown = tuple(choice.identifier for choice in order(story).choices)
    assert shown != right_answer(story)
    assert only(f"id: {name}\n{STORY}") == story
    targets = match(f"id: {name}\n1. Which?\n~ a -> one\n~ b -> two\n").targets
    assert [choice.identifier for choice in targets] == ["t2", "t1"]


def test_different_questions_are_mixed_differently() -> None:
    assert len({tuple(rows(only(f"id: question-{number}\n{STORY}"))) for number in range(20)}) > 1


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("1. Which?\n~ bee\n~ ant -> hill\n", 2, "bee -> hive"),
        ("1. Which?\n~ bee -> hive -> honey\n~ ant -> hill\n", 2, "one arrow"),
        ("1. Which?\n~ ant -> hill\n~ bee ->\n", 3, "bee -> hive"),
        ("1. Which?\n~ bee -> hive\n", 1, "needs 2 to 26 pairs"),
        ("1. Which?\n" + "".join(f"~ a{n} -> b{n}\n" for n in range(27)), 1, "needs 2 to 26 pairs"),
        ("1. Which?\n~ -> hive\n~ -> hill\n", 1, "needs a pair"),
        ("1. Which?\n~ bee -> six\n~ ant -> six\n", 1, "two different targets"),
        ("1. Which?\n~ bee -> hive\n~ ant -> hill\n~ bee -> nest\n", 4, "only one"),
        ("1. Which?\n~ bee -> hive\n~ ant -> hill\n~ -> hive\n", 4, "only once"),
        ("1. Which?\n~ -> hive\n~ ant -> hill\n~ bee ->\n  hive\n", 4, "only once"),
        ("1. Which?\n~ bee -> hive\n... one\n... two\n~ ant -> hill", 4, "already, in line 3"),
        ("1. Which?\n~ bee -> ![a hive](hive.png)\n~ ant ->\n  ![a hill](hill.png)", 2, "hive.png"),
        ("1. Which?\n~ bee -> hive\n1) one", 1, "mixes kinds"),
        ("1. Which?\n1) one\n", 1, "needs 2 to 26 rows"),
        ("1. Which?\n1) one\n3) three\n", 3, "should be 2)"),
        ("1. Which?\n2) two\n1) one\n", 2, "should be 1)"),
        ("1. Which?\n1) one\n2) two\n3) one\n", 4, "line 2 says the same"),
        ("1. Which?\n1)\n2) two\n", 2, "nothing after 1)"),
        ("1) one\n", 1, "before any question"),
    ],
)
def test_a_fault_names_its_line_and_says_what_to_do(body: str, line: int, words: str) -> None:
    told = faults(body)
    assert told[0][0] == line
    assert words in told[0][1]


def test_a_fault_in_the_second_half_of_a_pair_has_the_line_it_stands_in() -> None:
    told = faults("1. Which?\n~ ant ->\n  ![a hill](hill.png)\n~ bee -> hive")
    assert [line for line, _ in told] == [3]
