import io
from pathlib import Path

import pytest

from kiosk.clock import read
from kiosk.identity.secrets import check_secret
from kiosk.store import database, secrets, students
from kiosk.store.secrets import Lock, SecretKind
from tests.commands.conftest import Folder, Kiosk, Said
from tests.store.stories import BOOT


def typed(monkeypatch: pytest.MonkeyPatch, kiosk: Kiosk, text: str, *arguments: str) -> Said:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{text}\n"))
    return kiosk("secret", *arguments)


def lock(folder: Folder) -> Lock | None:
    with database.reading(folder.path / database.FILE_NAME) as db:
        return secrets.lock_of(db, folder.ana.id, read(folder.clock), BOOT)


def test_a_pin_is_set_hashed_and_taken_away(kiosk: Kiosk, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.close()
    assert typed(monkeypatch, kiosk, "1234", "Ana").out == "Ana's secret is set.\n"
    assert lock(folder) == Lock(SecretKind.PIN, 0)
    with database.reading(folder.path / database.FILE_NAME) as db:
        (kept,) = db.execute("SELECT kept FROM secrets").fetchone()
    assert check_secret("1234", kept)
    assert kiosk("secret", "Ana", "--clear").code == 0
    assert lock(folder) is None


def test_pictures_are_set_in_their_order(kiosk: Kiosk, folder: Folder) -> None:
    folder.close()
    assert kiosk("secret", "Ana", "--pictures", "fish, Sun,cat").code == 0
    assert lock(folder) == Lock(SecretKind.PICTURES, 0)


@pytest.mark.parametrize(
    ("pin", "arguments", "sentence"),
    [
        ("12a4", ["Ana"], "A student's PIN is 4 digits"),
        ("1234", ["Nobody"], "There is no student “Nobody” on this computer. There is: Ana."),
        ("", ["Ana", "--pictures", "fish,sun"], "A picture secret is 3 pictures"),
        ("", ["Ana", "--pictures", "fish,sun,dog"], "There is no picture 'dog'"),
    ],
)
def test_a_wrong_call_is_one_sentence_and_sets_nothing(
    kiosk: Kiosk, folder: Folder, monkeypatch: pytest.MonkeyPatch, pin: str, arguments: list[str], sentence: str
) -> None:
    folder.close()
    said = typed(monkeypatch, kiosk, pin, *arguments)
    assert said.code == 2
    assert sentence in said.err
    assert lock(folder) is None


def test_students_are_put_into_a_class(kiosk: Kiosk, folder: Folder) -> None:
    folder.close()
    assert kiosk("class", "Room 12", "Ana").out == "In Room 12: Ana.\n"
    with database.reading(folder.path / database.FILE_NAME) as db:
        assert students.get(db, folder.ana.id).class_name == "Room 12"


def test_students_are_spoken_to_in_their_language(kiosk: Kiosk, folder: Folder) -> None:
    folder.close()
    assert kiosk("language", "es", "Ana").out == "In es: Ana.\n"
    with database.reading(folder.path / database.FILE_NAME) as db:
        assert students.get(db, folder.ana.id).language == "es"
    assert "choose one of en, es, ar, qps" in kiosk("language", "tlh", "Ana").err


def test_a_class_list_is_added_and_what_is_wrong_with_one_is_told(kiosk: Kiosk, folder: Folder, tmp_path: Path) -> None:
    folder.close()
    file = tmp_path / "3b.csv"
    file.write_text("name,class\nBen,3b\nCem,3b\n", "utf-8")
    assert kiosk("add-students", str(file)).out == "Students added: 2.\n"
    with database.reading(folder.path / database.FILE_NAME) as db:
        assert [(each.name, each.class_name) for each in students.everyone(db)][1:] == [("Ben", "3b"), ("Cem", "3b")]
    file.write_text("name,class\n,3b\n", "utf-8")
    refused = kiosk("add-students", str(file))
    assert (refused.code, refused.err) == (2, "3b.csv, line 2: the name is missing.")


def test_a_class_list_comes_before_the_first_start(kiosk: Kiosk, tmp_path: Path) -> None:
    file = tmp_path / "names.txt"
    file.write_text("Ana\n", "utf-8")
    assert kiosk("add-students", str(file), "--data-dir", str(tmp_path / "new")).out == "Students added: 1.\n"
