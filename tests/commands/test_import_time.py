import json
from pathlib import Path

import pytest

from kiosk.store import database, past, runs
from tests.commands.conftest import Folder, Kiosk, Said

HEADER = "student,id,name,course,subject,grade,ended_at,active_s,inactive_s,run_id"
MORNING = "Ana,paper,On paper,,Math,3,2026-01-02T11:00:00+01:00,1800,300.5,"
NOON = "Ana,paper,On paper,MATH-3,,,2026-01-02T12:00:00Z,600,0,"
RUN_ID = "3f2b8a54-9d0c-4c8a-8e1e-0a5b0d6f1c11"


@pytest.fixture
def sittings(folder: Folder, tmp_path: Path) -> Path:
    folder.work()
    folder.close()
    return tmp_path / "sittings.csv"


def bring_in(kiosk: Kiosk, file: Path, *rows: str, apply: bool = True, header: str = HEADER) -> Said:
    file.write_text("\n".join((header, *rows)) + "\n", "utf-8")
    return kiosk("import-time", str(file), *(["--apply"] if apply else []))


def waiting(kiosk: Kiosk) -> tuple[int, int]:
    (ana,) = json.loads(kiosk("status", "--json").out)["students"]
    return ana["waiting"], ana["waiting_ms"]


def test_without_apply_each_row_is_told_and_nothing_is_queued(kiosk: Kiosk, sittings: Path) -> None:
    said = bring_in(kiosk, sittings, MORNING, NOON, apply=False)
    assert said.code == 0
    first, second, last = said.out.splitlines()
    assert first.startswith(f"{sittings}:2: On paper: 1800 s active, 300.5 s inactive, until 2026-01-02 ")
    assert second.endswith("would be queued.")
    assert last == "2 of 2 sittings would be queued; --apply does it."
    assert waiting(kiosk) == (1, 15_000)


def test_apply_queues_every_row_once_however_often_the_file_comes(kiosk: Kiosk, sittings: Path) -> None:
    assert bring_in(kiosk, sittings, MORNING, NOON).out == "2 of 2 sittings are queued; 0 were here already.\n"
    assert waiting(kiosk) == (3, 15_000 + 2_400_000)
    assert bring_in(kiosk, sittings, MORNING, NOON).out == "0 of 2 sittings are queued; 2 were here already.\n"
    assert "is here already" in bring_in(kiosk, sittings, MORNING, NOON, apply=False).out
    assert waiting(kiosk) == (3, 15_000 + 2_400_000)


def test_one_wrong_row_and_none_is_queued(kiosk: Kiosk, sittings: Path) -> None:
    said = bring_in(kiosk, sittings, MORNING, NOON.replace("Ana", "Ben"))
    assert said.code == 2
    assert said.out == f'{sittings}:3: no student "Ben" is on this computer; add them first.\n'
    assert said.err == f"1 of 2 rows cannot be imported, so none is; mend {sittings} and try again."
    assert waiting(kiosk) == (1, 15_000)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (("On paper", " "), "name is blank"),
        (("Math,3", "Math,20"), "course.grade must be a whole number from 0 to 12, not 20"),
        (("Math,3", "Math,x"), "course.grade must be a whole number from 0 to 12, not 'x'"),
        (("Math,3", "Math,7"), "course Math 7 is not in timeback.config.json"),
        (("T11:00:00+01:00", "T11:00:00"), "ended_at must be a moment with its zone"),
        (("2026-01-02", "yesterday"), "ended_at must be a moment with its zone"),
        (("2026-01-02", "2999-01-02"), "ended_at must lie after 2000-01-01 and not in the future"),
        (("2026-01-02", "0001-01-01"), "ended_at must lie after 2000-01-01"),
        (("1800", "-1"), 'active_s must be seconds from 0 to a week, to the millisecond, not "-1"'),
        (("1800", "1e9999999"), "active_s must be seconds from 0 to a week"),
        (("1800", "nan"), "active_s must be seconds from 0 to a week"),
        (("300.5", "0.0001"), "inactive_s must be seconds from 0 to a week, to the millisecond"),
        (("1800,300.5", "0,0"), "there is nothing to queue"),
        (("300.5,", "300.5,run-7"), 'run_id must be a UUID, not "run-7"'),
        (("300.5,", "300.5,,,"), "has more cells than the first line has names"),
        (("2026-01-02T11:00:00+01:00", "2026-01-05T10:00:20Z"), "has 2100500 ms left to report, and only 5000 ms lie"),
    ],
)
def test_a_wrong_row_is_refused_with_its_line_and_its_reason(
    kiosk: Kiosk, sittings: Path, wrong: tuple[str, str], reason: str
) -> None:
    said = bring_in(kiosk, sittings, NOON, MORNING.replace(*wrong), apply=False)
    assert said.code == 2
    assert f"{sittings}:3: " in said.out
    assert reason in said.out


def test_a_sitting_that_is_here_with_other_times_is_refused(kiosk: Kiosk, sittings: Path) -> None:
    bring_in(kiosk, sittings, MORNING)
    said = bring_in(kiosk, sittings, MORNING.replace("1800", "1900"))
    assert "is here already with 1800 s active and 300.5 s inactive; what is queued is not changed" in said.out


def test_rows_that_lie_over_each_other_are_refused(kiosk: Kiosk, sittings: Path) -> None:
    later = MORNING.replace("T11:00:00", "T11:10:00")
    assert f"{sittings}:3: time has 2100500 ms left to report, and only 600000 ms lie" in (
        bring_in(kiosk, sittings, MORNING, later).out
    )
    assert f"{sittings}:3: time has 2100500 ms left to report, and only 0 ms lie" in (
        bring_in(kiosk, sittings, later, MORNING).out
    )


def test_a_run_id_joins_sittings_to_one_run_and_a_finished_one_takes_no_more(
    kiosk: Kiosk, sittings: Path, folder: Folder
) -> None:
    second = MORNING.replace("T11:00:00", "T12:00:00")
    assert bring_in(kiosk, sittings, MORNING + RUN_ID, second + RUN_ID).code == 0
    out = kiosk("export", "--csv", "-").out
    assert out.count(RUN_ID) == 2
    said = bring_in(kiosk, sittings, MORNING.replace("paper", "other", 1).replace("T11", "T15") + RUN_ID)
    assert f"run_id {RUN_ID} belongs to another activity, 'paper'" in said.out
    assert folder.run.subject.run_id in out


def test_what_is_imported_is_no_lesson_to_go_on_with(kiosk: Kiosk, sittings: Path, folder: Folder) -> None:
    bring_in(kiosk, sittings, MORNING.replace("paper", "fractions", 1))
    db = database.open_reader(folder.path / database.FILE_NAME)
    assert [run.run for run in runs.latest_by_lesson(db, folder.ana.id).values()] == [folder.run.run]
    db.close()


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        (HEADER.replace("ended_at,", ""), ":1: lacks the column ended_at; the first line names them"),
        (HEADER.replace(",", ";"), ":1: lacks the column student"),
        (HEADER + ",pay", ':1: column "pay" is not known'),
        (HEADER + ",name", ":1: a column stands there twice"),
    ],
)
def test_a_file_with_other_columns_is_one_sentence(kiosk: Kiosk, sittings: Path, header: str, reason: str) -> None:
    said = bring_in(kiosk, sittings, MORNING, header=header)
    assert said.code == 2
    assert reason in said.err


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "lacks the column student"),
        (b"\xff\xfe\x00", "is not UTF-8 text"),
        (HEADER.encode() + b'\n"' + b"x" * 200_000, "is not CSV"),
    ],
)
def test_a_file_that_is_no_such_table_is_one_sentence(
    kiosk: Kiosk, sittings: Path, content: bytes, reason: str
) -> None:
    sittings.write_bytes(content)
    said = kiosk("import-time", str(sittings))
    assert (said.code, reason in said.err) == (2, True)


def test_a_file_that_is_not_there_is_one_sentence(kiosk: Kiosk, sittings: Path) -> None:
    assert "cannot be read (No such file or directory)" in kiosk("import-time", str(sittings)).err


def test_beside_another_writer_it_can_be_tried_and_not_applied(kiosk: Kiosk, folder: Folder, tmp_path: Path) -> None:
    folder.work()
    file = tmp_path / "sittings.csv"
    assert bring_in(kiosk, file, MORNING, apply=False).code == 0
    assert "is in use by a program that does not answer" in bring_in(kiosk, file, MORNING).err
    assert folder.store.call(past.try_all, []).result() == []
