from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.errors import LessonError
from kiosk.imports.aiken import looks_like_aiken, read_aiken
from kiosk.lessons.interactions import ChoiceInteraction
from tests.imports.reading import earned, keeps_its_key, one_item, read

GOOD = "What is 2 + 2 < 5?\r\nThink.\r\nA. 3\r\nB) 4 & more\r\nANSWER: B\r\n"


def test_a_question_becomes_a_choice_of_which_one_is_right(tmp_path: Path) -> None:
    draft = read(read_aiken, tmp_path, "sums_1.txt", GOOD)
    item = one_item(draft)
    (interaction,) = item.blocks
    assert isinstance(interaction, ChoiceInteraction)
    assert interaction.prompt == "<p>What is 2 + 2 &lt; 5?<br />Think.</p>"
    assert [choice.content for choice in interaction.choices] == ["3", "4 &amp; more"]
    assert keeps_its_key(item)
    assert earned(item, {"RESPONSE": ("c2",)}) == 1
    assert (draft.title, draft.pages[0].parts) == ("sums 1", (f"![](items/{next(iter(draft.items))})",))


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("Which?\nA. 1\nANSWER: A\n", 1, "two choices or more"),
        ("Which?\nA. 1\nC. 2\nANSWER: A\n", 1, "lettered A, C and should be A, B"),
        ("\n\nWhich?\nA. 1\nB. 2\nANSWER: C\n", 3, "names no choice"),
        ("Which?\nA. 1\nB. 2\n", 1, "has no line such as ANSWER: A"),
        ("Which?\nA. 1\nB.\nANSWER: A\n", 1, "the choice B. says nothing"),
        ("A. 1\nB. 2\nANSWER: A\n", 1, "has no words"),
        ("", None, "no question"),
    ],
)
def test_a_file_without_a_good_question_is_refused_with_its_first_fault(
    tmp_path: Path, text: str, line: int | None, reason: str
) -> None:
    with pytest.raises(LessonError, match=reason) as refused:
        read(read_aiken, tmp_path, "bad.txt", text)
    assert (refused.value.file, refused.value.line) == (str(tmp_path / "bad.txt"), line)


def test_a_faulty_question_between_good_ones_is_a_loss_with_its_line(tmp_path: Path) -> None:
    draft = read(read_aiken, tmp_path, "some.txt", f"{GOOD}\nWhich?\nA. 1\nB. 2\nAnother?\nA. 1\nB. 2\nANSWER: A\n")
    assert len(draft.items) == 2
    (loss,) = draft.losses
    assert str(loss) == f"{tmp_path}/some.txt, line 7: a question: this question has no line such as ANSWER: A"


def test_aiken_is_told_from_other_texts() -> None:
    assert looks_like_aiken(GOOD)
    assert not looks_like_aiken("1. Which?\na) this\n*b) that\n")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text("AB.):ANSWER \n?1", max_size=80))
def test_no_text_gets_past_the_reader(tmp_path: Path, text: str) -> None:
    with suppress(LessonError):
        assert read(read_aiken, tmp_path, "any.txt", text).pages
