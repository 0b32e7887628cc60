import json
from pathlib import Path

import pytest

from kiosk.lessons.package import discover
from tests.commands.conftest import Kiosk
from tests.imports.zips import write_zip

GIFT = "::Sum:: 1+1?{=2 ~3}\n\nBroken?{oops}\n"
FOR_MATH = ("--subject", "Math", "--grade", "3")


@pytest.fixture
def quiz(tmp_path: Path) -> Path:
    file = tmp_path / "sums.gift"
    file.write_text(GIFT)
    return file


def test_it_ends_with_a_table_of_what_became_of_each(kiosk: Kiosk, tmp_path: Path, quiz: Path) -> None:
    (tmp_path / "notes.doc").write_text("words")
    said = kiosk("lesson", "import", str(quiz), str(tmp_path / "notes.doc"), *FOR_MATH)
    assert said.code == 1
    assert f"{quiz}, line 3: a question: an answer begins with = or ~, but this is 'oops'." in said.out
    assert "imported with loss" in said.out
    assert "notes.doc" in said.out
    assert said.out.splitlines()[-2:] == [
        "1 lesson imported, 1 of them with loss; 1 refused.",
        f"They are in {tmp_path}/lessons; a kiosk that runs shows them when it starts next.",
    ]
    assert [lesson.title for lesson in discover(tmp_path / "lessons")[0]] == ["sums"]


def test_programs_get_it_as_json(kiosk: Kiosk, tmp_path: Path, quiz: Path) -> None:
    said = kiosk("lesson", "import", str(quiz), "--course", "CS-101", "--json", "--to", str(tmp_path / "there"))
    (row,) = json.loads(said.out)
    assert (said.code, row["result"], row["change"], row["questions"]) == (0, "imported with loss", "new", 1)
    assert row["folder"] == str(tmp_path / "there" / row["lesson"])
    assert row["losses"] == [
        {
            "file": str(quiz),
            "line": 3,
            "what": "a question",
            "why": "an answer begins with = or ~, but this is 'oops'.",
        }
    ]


def test_a_dry_run_writes_nothing(kiosk: Kiosk, tmp_path: Path, quiz: Path) -> None:
    said = kiosk("lesson", "import", "--dry-run", str(quiz), *FOR_MATH)
    assert said.code == 0
    assert said.out.endswith("Nothing was written.\n")
    assert not (tmp_path / "lessons").exists()


def test_without_a_course_it_says_how_to_name_one(kiosk: Kiosk, quiz: Path) -> None:
    said = kiosk("lesson", "import", "--json", str(quiz))
    (row,) = json.loads(said.out)
    assert said.code == 1
    assert row["reason"].endswith(
        "does not say which course it is for; name it (--subject Math --grade 3, or --course CODE)."
    )


def test_the_schools_folder_is_where_lessons_go_when_it_is_set(kiosk: Kiosk, tmp_path: Path, quiz: Path) -> None:
    (tmp_path / "settings.toml").write_text('lessons = "school"\n')
    kiosk("lesson", "import", str(quiz), *FOR_MATH)
    assert len(discover(tmp_path / "school")[0]) == 1


def test_what_was_imported_is_among_the_lessons(kiosk: Kiosk, quiz: Path) -> None:
    kiosk("lesson", "import", str(quiz), *FOR_MATH)
    assert "1 in" in kiosk("doctor").out


def test_a_hostile_zip_is_refused_in_a_sentence(kiosk: Kiosk, tmp_path: Path) -> None:
    path = write_zip(tmp_path / "bad.zip", {"../../out.gift": GIFT})
    said = kiosk("lesson", "import", "--json", str(path), *FOR_MATH)
    (row,) = json.loads(said.out)
    assert (said.code, row["result"]) == (1, "refused")
    assert row["reason"] == (
        "the member '../../out.gift' leads out of the archive; nothing of this archive is imported."
    )


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--grade", "3"], "--subject and --grade belong together"),
        (["--subject", "Alchemy", "--grade", "3"], "course.subject must be one of Math"),
        (["--course", " "], "--course is blank"),
        (["--to", ""], "it is blank; name a folder"),
    ],
)
def test_a_wrong_call_is_one_sentence(kiosk: Kiosk, quiz: Path, options: list[str], sentence: str) -> None:
    said = kiosk("lesson", "import", str(quiz), *options)
    assert (said.code, said.out) == (2, "")
    assert sentence in said.err


# -- export ------------------------------------------------------------------------------------------------


def test_a_lesson_goes_out_by_its_id_or_its_folder(kiosk: Kiosk, tmp_path: Path, quiz: Path) -> None:
    kiosk("lesson", "import", str(quiz), *FOR_MATH)
    (lesson,) = discover(tmp_path / "lessons")[0]
    said = kiosk("lesson", "export", lesson.id, str(tmp_path / "one.zip"))
    assert said.out == f"sums (1 page, 1 question, about 1 minute) is in {tmp_path}/one.zip.\n"
    kiosk("lesson", "export", str(lesson.folder), str(tmp_path / "two.zip"))
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_what_cannot_be_exported_is_one_sentence(kiosk: Kiosk, tmp_path: Path) -> None:
    assert "There is no lesson nothing" in kiosk("lesson", "export", "nothing", str(tmp_path / "a.zip")).err
    assert "is a folder; name a file in it" in kiosk("lesson", "export", "nothing", str(tmp_path)).err
