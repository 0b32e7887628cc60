"""`kiosk server` hands lessons out, opens them and pauses a class; the database is what is looked at."""

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.commands import run_command
from kiosk.errors import UsageError
from tests.server.handing import write_lesson


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder whose server knows Ana, of 3b."""
    monkeypatch.setenv("KIOSK_CREDENTIALS", "file")
    run(tmp_path, "add-student", "Ana", "--email", "ana@example.com", "--class", "3b")
    return tmp_path


def run(folder: Path, *arguments: str) -> None:
    assert run_command(["server", *arguments, "--data-dir", str(folder)]) == 0


def told(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    capsys.readouterr()
    run(folder, *arguments, "--json")
    return json.loads(capsys.readouterr().out)


def test_a_lesson_is_added_handed_out_and_taken_back(
    school: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(school, "add-lesson", str(write_lesson(tmp_path / "halves")))
    run(school, "assign", "halves", "--class", "3b", "--until", "2099-01-09", "--order", "2")
    assert "Halves is handed out to class 3b until 2099-01-09." in capsys.readouterr().out
    run(school, "assignments")
    assert "halves" in capsys.readouterr().out
    [row] = told(school, capsys, "assignments")
    assert (row["lesson"], row["school_class"], row["position"]) == ("halves", "3b", 2)
    run(school, "unassign", str(row["id"]))
    assert told(school, capsys, "assignments") == []


def test_a_launch_and_what_became_of_it_are_listed(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(school, "launch", "water-cycle", "--class", "3b", "--student", "ana@example.com")
    [row] = told(school, capsys, "launches")
    assert (row["student"], row["lesson"], row["state"]) == ("Ana", "water-cycle", "sent")
    run(school, "launches")
    assert "sent" in capsys.readouterr().out


def test_what_is_not_open_yet_is_recalled(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(school, "launch", "water-cycle", "--class", "3b")
    run(school, "recall", "--class", "3b")
    assert capsys.readouterr().out.endswith("1 recalled.\n")
    assert [row["state"] for row in told(school, capsys, "launches")] == ["recalled"]
    run(school, "recall", "--student", "ana@example.com")
    assert capsys.readouterr().out == "Nothing waits for ana@example.com.\n"
    with pytest.raises(UsageError, match="Say for whom"):
        run(school, "recall")


def test_a_class_is_paused_and_goes_on(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(school, "pause", "3b", "--for", "0.5")
    run(school, "resume", "3b")
    run(school, "resume", "3b")
    said = capsys.readouterr().out
    assert [line for line in said.splitlines() if line.startswith("3b")] == [
        "3b looks to the front for 0.5 minutes; `kiosk server resume` ends it sooner.",
        "3b goes on.",
        "3b is not paused.",
    ]


def test_both_kinds_of_lessons_are_listed(school: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(school, "add-lesson", str(write_lesson(tmp_path / "halves")))
    listed = told(school, capsys, "lessons")
    assert [each["lesson"] for each in listed["added"]] == ["halves"]
    assert "water-cycle" in [each["lesson"] for each in listed["shipped"]]
    run(school, "lessons")
    assert "water-cycle" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("assign", "water-cycle"), "--class CLASS"),
        (("assign", "thirds", "--class", "3b"), "no lesson thirds"),
        (("assign", "water-cycle", "--class", "9z"), "no class 9z"),
        (("assign", "water-cycle", "--class", "3b", "--until", "Friday"), "no day of the calendar"),
        (("launch", "water-cycle"), "--class CLASS"),
        (("pause", "3b", "--for", "61"), "60 minutes"),
        (("unassign", "7"), "no assignment 7"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(school: Path, arguments: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        run(school, *arguments)
