from fractions import Fraction

import pytest

from kiosk.lessons.interactions import Choice, ChoiceInteraction, TextEntryInteraction
from kiosk.lessons.item import Expression, If, Text
from kiosk.lessons.model import RESPONSE, Question
from kiosk.lessons.quiz import read_quiz
from kiosk.lessons.source import Source
from tests.lessons.packages import NOWHERE, correct_of, given, interaction_of


def read(body: str) -> tuple[Question, ...]:
    source = Source(NOWHERE, "one.md", [])
    questions = read_quiz(body, source, 1, {})
    assert not source.faults
    return questions


def only(body: str) -> Question:
    (question,) = read(body)
    return question


def faults(body: str, line: int = 1) -> list[tuple[int | None, str]]:
    source = Source(NOWHERE, "one.md", [])
    read_quiz(body, source, line, {})
    return [(fault.line, fault.reason) for fault in source.faults]


def test_one_choice_marked_right_makes_a_single_choice() -> None:
    question = only("1.  Which?\na)  no\n*b) *yes*\n")
    choices = (Choice("a", "no"), Choice("b", "<em>yes</em>"))
    assert question.item.blocks == (ChoiceInteraction(RESPONSE, choices, "<p>Which?</p>", max_choices=1),)
    assert correct_of(question) == ("b",)


def test_boxes_make_several_answers() -> None:
    question = only("1. Primes?\n[*] 2\n[ ] 4\n[*] 5")
    choices = interaction_of(question)
    assert isinstance(choices, ChoiceInteraction)
    assert choices.max_choices == 0
    assert correct_of(question) == ("a", "c")


def test_every_short_answer_is_accepted() -> None:
    question = only("1. Who?\n*   Santa\n*   Father  Frost\n")
    assert interaction_of(question) == TextEntryInteraction(RESPONSE)
    assert question.item.responses[0].mapping is not None
    assert [entry.key for entry in question.item.responses[0].mapping.entries] == ["Santa", "Father Frost"]


def bound(comparison: Expression) -> object:
    value = comparison.operands[1].value
    return value.items[0] if value else None


@pytest.mark.parametrize(
    ("answer", "low", "high", "shown"),
    [
        ("5", "5", "5", "5"),
        ("-0.5", "-0.5", "-0.5", "-0.5"),
        ("3/4", "3/4", "3/4", "3/4"),
        ("1.4142 +- 0.0001", "1.4141", "1.4143", "1.4142"),
        ("1.4142 ± 0.0001", "1.4141", "1.4143", "1.4142"),
        ("-50 +- 10%", "-55", "-45", "-50"),
        ("[1.2598, 1.2600]", "1.2598", "1.26", "1.2599"),
        ("[-3, -1]", "-3", "-1", "-2"),
    ],
)
def test_a_number_is_exact_or_lies_in_a_range(answer: str, low: str, high: str, shown: str) -> None:
    question = only(f"1. How many?\n=   {answer}")
    assert interaction_of(question) == TextEntryInteraction(RESPONSE, numeric=True)
    assert question.key == given(shown)
    [rule] = question.item.response_processing
    assert isinstance(rule, If)
    [(within, _)] = rule.branches
    assert [(end.operator, bound(end)) for end in within.operands] == [
        ("gte", float(Fraction(low))),
        ("lte", float(Fraction(high))),
    ]


def test_feedback_belongs_to_the_question_or_to_the_choice_above_it() -> None:
    question = only("1. Which?\n... general\n+ right\n- wrong\na) no\n... because\n*b) yes\n")
    assert (question.feedback, question.praise, question.hint) == ("<p>general</p>", "<p>right</p>", "<p>wrong</p>")
    choices = interaction_of(question)
    assert isinstance(choices, ChoiceInteraction)
    assert [choice.feedback for choice in choices.choices] == ["<p>because</p>", ""]


def test_feedback_under_a_typed_answer_belongs_to_the_question() -> None:
    assert only("1. Who?\n* Santa\n... of course").feedback == "<p>of course</p>"


def test_settings_are_for_the_next_question_only() -> None:
    first, second = read("Title: Sums\nPoints: 2.5\nTries: 3\nid: sum\n1. 1+1?\n= 2\n2. 2+2?\n= 4\n")
    assert (first.id, first.points, first.max_tries) == ("sum", 2.5, 3)
    assert first.item.blocks[0] == Text("<h4>Sums</h4>\n<p>1+1?</p>")
    assert (second.points, second.max_tries, second.item.blocks[0]) == (1.0, 2, Text("<p>2+2?</p>"))


def test_indented_lines_go_on_with_the_item_above() -> None:
    question = only("1.  First\n    line.\n\n    - point\n      more\n\n    Last.\na)  one\n\n    two\n*b) three\n")
    assert (
        getattr(question.item.blocks[0], "prompt", "")
        == "<p>First\nline.</p>\n<ul>\n<li>point\nmore</li>\n</ul>\n<p>Last.</p>"
    )
    choices = interaction_of(question)
    assert isinstance(choices, ChoiceInteraction)
    assert choices.choices[0].content == "<p>one</p>\n<p>two</p>"


def test_comments_are_passed_over() -> None:
    assert only("% for the teacher\n1. How many?\n% more\n= 2").item.blocks[0] == Text("<p>How many?</p>")


def test_numbers_and_letters_need_no_order() -> None:
    question = only("7. Which?\nc) no\n*c) yes")
    choices = interaction_of(question)
    assert isinstance(choices, ChoiceInteraction)
    assert [choice.identifier for choice in choices.choices] == ["a", "b"]


def test_an_id_stays_when_other_questions_come_before_and_answers_change() -> None:
    alone = only("1.  How  many?\n= 2")
    among = read("1. New?\n= 1\n\n2. How\n   many?\n= 3 +- 1")
    assert among[1].id == alone.id
    assert among[0].id != alone.id


def test_the_same_question_twice_is_a_fault_that_an_id_mends() -> None:
    twice = "1. How many?\n= 2\n{}2. How many?\n= 3\n"
    assert faults(twice.format("")) == [
        (3, "the same question is in one.md, line 1; give this one its own with a line id: name")
    ]
    assert not faults(twice.format("id: again\n"))


def test_the_same_id_twice_is_a_fault() -> None:
    assert [line for line, _ in faults("id: a\n1. One?\n= 1\nid: a\n2. Two?\n= 2")] == [4]


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("1. Which?\nnonsense\n= 1", 2, "cannot begin like this"),
        ("a) no\n", 1, "before any question"),
        ("Points: 2\n", 1, "no question follows"),
        ("1. Which?\n", 1, "no answer"),
        ("1. Which?\na) one\n[*] two\n", 1, "mixes kinds"),
        ("1. Which?\na) one\nb) two\n", 1, "mark one choice"),
        ("1. Which?\n*a) one\n*b) two\n", 1, "mark one choice"),
        ("1. Which?\n*a) one\n", 1, "needs 2 to 26"),
        ("1. Which?\n" + "a) one\n" * 26 + "*b) two\n", 1, "needs 2 to 26"),
        ("1. Which?\n[ ] one\n[ ] two\n", 1, "at least one box"),
        ("1. Which?\na)\n*b) two\nc) three\n", 2, "nothing after a)"),
        ("1. How many?\n= 1\n= 2\n", 3, "one number"),
        ("1. How many?\n= many\n", 2, "not a number"),
        ("1. How many?\n= 1,000\n", 2, "not a number"),
        ("1. How many?\n= 5 +- x\n", 2, "not a number"),
        ("1. How many?\n= 5 +- -1\n", 2, "not a number"),
        ("1. How many?\n= [2, 1]\n", 2, "a range is"),
        ("1. How many?\n= [1, 2, 3]\n", 2, "a range is"),
        ("1. How many?\n= " + "9" * 41, 2, "at most 40"),
        ("1. Who?\n* " + "x" * 201, 2, "at most 200"),
        ("Points: 0\n1. How many?\n= 2", 1, "above 0"),
        ("Points: two\n1. How many?\n= 2", 1, "above 0"),
        ("Tries: 11\n1. How many?\n= 2", 1, "from 1 to 10"),
        ("Tries: many\n1. How many?\n= 2", 1, "from 1 to 10"),
        ("Tries: 1\nTries: 2\n1. How many?\n= 2", 2, "already, in line 1"),
        ("id: a b\n1. How many?\n= 2", 1, "an id is made of"),
        ("1. Which?\n... one\n... two\n= 2", 3, "already, in line 2"),
        ("1. Which?\na) no\n... one\n... two\n*b) yes", 4, "already, in line 3"),
        ("1. Write!\n____\n", 2, "cannot begin like this"),
    ],
)
def test_a_fault_names_its_line_and_says_what_to_do(body: str, line: int, words: str) -> None:
    told = faults(body)
    assert told[0][0] == line
    assert words in told[0][1]


def test_lines_are_counted_in_the_file_not_in_the_fence() -> None:
    assert [line for line, _ in faults("1. Which?\nnonsense\n= 1", line=40)] == [41]


def test_all_faults_of_a_quiz_are_told_at_once() -> None:
    assert [line for line, _ in faults("1. One?\n\n2. Two?\n= x\n\nPoints: -1\n3. Three?\n= 3\n")] == [1, 4, 6]
