from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.errors import LessonError
from kiosk.imports.draft import Draft
from kiosk.imports.text2qti import looks_like_text2qti, read_text2qti
from kiosk.lessons.interactions import ExtendedTextInteraction, UploadInteraction
from tests.imports.reading import read

QUIZ = """\
Quiz title: Adding
Quiz description: Small sums.
Shuffle answers: true

% nobody reads this
Text title: First
Text: Read **this**
    and that.

Title: A sum
Points: 2
1.  What is $2+3$?
! It is five.
a)  $6$
... One too many.
*b) $5$

GROUP
pick: 1
points per question: 3
2.  Who?
*   Santa
3.  How much?
=   1.4142 +- 0.0001
END_GROUP

COMMENT
9. gone
END_COMMENT
"""


def quiz(folder: Path, text: str) -> Draft:
    return read(read_text2qti, folder, "quiz.txt", text)


def test_a_quiz_becomes_pages_with_quiz_blocks(tmp_path: Path) -> None:
    draft = quiz(tmp_path, QUIZ)
    assert (draft.title, draft.summary) == ("Adding", "Small sums.")
    (page,) = draft.pages
    assert page.parts == (
        (
            "### First\n\nRead **this**\nand that.\n\n"
            "```quiz\nTitle: A sum\nPoints: 2\n1.  What is $2+3$?\n... It is five.\n"
            "a)  $6$\n... One too many.\n*b) $5$\n```"
        ),
        "```quiz\nPoints: 3\n2.  Who?\n*   Santa\n```",
        "```quiz\nPoints: 3\n3.  How much?\n=   1.4142 +- 0.0001\n```",
    )


def test_what_a_lesson_does_otherwise_is_told_with_its_line(tmp_path: Path) -> None:
    assert [(loss.line, loss.what) for loss in quiz(tmp_path, QUIZ).losses] == [
        (3, "Shuffle answers: true"),
        (19, "pick: 1"),
    ]


def test_essays_and_files_to_hand_in_are_items(tmp_path: Path) -> None:
    draft = quiz(tmp_path, "Points: 4\n1.  Write about *rain*.\n____\n2. Hand in a photo.\n^^^^\n")
    essay, upload = (item.blocks[0] for item in draft.items.values())
    assert isinstance(essay, ExtendedTextInteraction)
    assert essay.prompt == "<p>Write about <em>rain</em>.</p>"
    assert isinstance(upload, UploadInteraction)
    assert [item.outcomes[0].normal_maximum for item in draft.items.values()] == [4, 1]
    assert draft.pages[0].parts == tuple(f"![](items/{name})" for name in draft.items)


def test_code_is_shown_and_a_longer_fence_holds_it(tmp_path: Path) -> None:
    (page,) = quiz(tmp_path, "1.  What?\n    ```\n    x = 1\n    ```\n*   one\n").pages
    assert page.parts == ("````quiz\n1.  What?\n    ```\n    x = 1\n    ```\n*   one\n````",)


def test_code_that_would_run_refuses_the_file(tmp_path: Path) -> None:
    with pytest.raises(LessonError, match=r"quiz\.txt, line 2: python code is to run here; no code of a lesson runs"):
        quiz(tmp_path, "\n```{.python .run}\nprint(1)\n```\n1. Who?\n* Santa\n")


def test_pictures_beside_the_file_come_along_with_words_for_those_without(tmp_path: Path) -> None:
    (tmp_path / "a-bee.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    draft = quiz(tmp_path, "1.  See ![](a-bee.svg) and ![gone](b.png)?\n*   yes\n")
    assert draft.copied == {"items/media/a-bee.svg": "a-bee.svg"}
    assert draft.pages[0].parts == ("```quiz\n1.  See ![a bee](items/media/a-bee.svg) and gone?\n*   yes\n```",)
    assert [(loss.line, loss.what) for loss in draft.losses] == [
        (1, "the description of a-bee.svg"),
        (1, "a picture (b.png)"),
    ]


def test_a_second_explanation_is_a_loss(tmp_path: Path) -> None:
    draft = quiz(tmp_path, "1. Who?\n... Because.\n! Since.\n* Santa\n")
    assert "Since" not in draft.pages[0].parts[0]
    assert [(loss.line, loss.what) for loss in draft.losses] == [(3, "a solution")]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("1. Which?\na) x\nb) y\n", 1, "mark one choice as right"),
        ("% only\n\n1. Who?\n* Santa\n?? what\n", 5, "a quiz line cannot begin like this"),
        ("GROUP\npoints per question: many\n1. Who?\n* Santa\n", 2, "points must be a number"),
        ("Text: words\n", None, "no question"),
    ],
)
def test_a_file_without_a_good_question_is_refused_with_its_first_fault(
    tmp_path: Path, text: str, line: int | None, reason: str
) -> None:
    with pytest.raises(LessonError, match=reason) as refused:
        quiz(tmp_path, text)
    assert (refused.value.file, refused.value.line) == (str(tmp_path / "quiz.txt"), line)


def test_the_kind_is_told_from_other_texts() -> None:
    assert looks_like_text2qti(QUIZ)
    assert not looks_like_text2qti("Shopping:\n* milk\n* bread\n")


LINES = """1. Q|a) x|*b) y|[*] z|* s|= 1|____|^^^^|! why|...|GROUP|END_GROUP|pick: 2|Points: 2|Text: t|    more||COMMENT
END_COMMENT|```|![](x.png)|points per question: x""".replace("\n", "|").split("|")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(st.lists(st.sampled_from(LINES)))
def test_no_text_gets_past_the_reader(tmp_path: Path, lines: list[str]) -> None:
    with suppress(LessonError):
        assert quiz(tmp_path, "\n".join(lines)).pages
