"""`kiosk rescue`: from one computer to another, and to a school server."""

from pathlib import Path

from kiosk.store import carrying, outbox
from tests.commands.conftest import Folder, Kiosk

KEY = ("settings", "rescue_key", "ab" * 32)


def exported(kiosk: Kiosk, stick: Path) -> Path:
    stick.mkdir(exist_ok=True)
    said = kiosk("rescue", "export", str(stick))
    assert said.code == 0, said.err
    (file,) = stick.glob("*.rescue")
    assert str(file) in said.out
    return file


def test_a_key_is_made_once_and_told_for_the_other_machines(kiosk: Kiosk) -> None:
    first = kiosk("rescue", "new-key").out
    (line,) = [line.strip() for line in first.splitlines() if "kiosk settings" in line]
    assert line.startswith("kiosk settings rescue_key ")
    assert line in kiosk("rescue", "new-key").out


def test_without_a_key_nothing_is_carried(kiosk: Kiosk, folder: Folder, tmp_path: Path) -> None:
    folder.work()
    folder.close()
    said = kiosk("rescue", "export", str(tmp_path))
    assert (said.code, "kiosk rescue new-key" in said.err) == (2, True)


def test_work_goes_to_another_computer_and_is_listed_until_it_is_decided_on(
    kiosk: Kiosk, folder: Folder, tmp_path: Path
) -> None:
    folder.work(2)
    folder.close()
    kiosk(*KEY)
    file = exported(kiosk, tmp_path / "stick")
    other = str(tmp_path / "other")
    Folder(Path(other)).close()
    kiosk(*KEY, "--data-dir", other)
    assert "2 messages wait here now" in kiosk("rescue", "import", str(file), "--data-dir", other).out
    again = kiosk("rescue", "import", str(file), "--data-dir", other)
    assert (again.code, "was taken in here" in again.err) == (2, True)
    listed = kiosk("rescue", "list").out
    assert file.name in listed
    file_id = listed.partition(":")[0]
    assert kiosk("rescue", "take-back", file_id).code == 2
    assert kiosk("rescue", "arrived", file_id).out == "2 messages count as delivered.\n"
    assert kiosk("rescue", "list").out == "No work was carried away that is not decided on.\n"


def test_a_lost_file_is_taken_back(kiosk: Kiosk, folder: Folder, tmp_path: Path) -> None:
    folder.work()
    folder.close()
    kiosk(*KEY)
    exported(kiosk, tmp_path / "stick").unlink()
    file_id = kiosk("rescue", "list").out.partition(":")[0]
    said = kiosk("rescue", "take-back", file_id, "--confirm", "may be counted twice")
    assert said.out == "1 messages are sent from here again.\n"


def test_a_stick_that_takes_nothing_leaves_everything_as_it_was(kiosk: Kiosk, folder: Folder, tmp_path: Path) -> None:
    folder.work()
    kiosk(*KEY)
    folder.close()
    missing = kiosk("rescue", "export", str(tmp_path / "none"))
    assert "is no folder" in missing.err
    full = kiosk("rescue", "export", "/proc/self")  # a folder where nobody can make a file
    assert "cannot be written" in full.err
    assert '"waiting": 1' in kiosk("status", "--json").out
    assert kiosk("rescue", "list").out == "No work was carried away that is not decided on.\n"


def test_a_file_that_is_none_is_one_sentence(kiosk: Kiosk, folder: Folder, tmp_path: Path) -> None:
    folder.close()
    kiosk(*KEY)
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8 not work")
    said = kiosk("rescue", "import", str(tmp_path / "photo.jpg"))
    assert said.err == "photo.jpg is no rescue file; choose one that `kiosk rescue export` made."
    assert "cannot be read" in kiosk("rescue", "import", str(tmp_path / "none")).err


def test_the_school_server_takes_each_message_once(kiosk: Kiosk, folder: Folder, tmp_path: Path) -> None:
    folder.work(2)
    folder.close()
    kiosk(*KEY)
    file = exported(kiosk, tmp_path / "stick")
    assert "Nobody here is Ana" in kiosk("server", "rescue-import", str(file)).out
    kiosk("server", "add-student", "Ana", "--email", "ana@example.com")
    assert kiosk("server", "rescue-import", str(file)).out == "2 messages are new here, 0 were here already.\n"
    assert kiosk("server", "rescue-import", str(file)).out == "0 messages are new here, 2 were here already.\n"


def test_a_kiosk_in_use_by_another_program_is_left_alone(kiosk: Kiosk, folder: Folder, tmp_path: Path) -> None:
    folder.work()
    kiosk(*KEY)
    said = kiosk("rescue", "export", str(tmp_path))
    assert "is in use by a program that does not answer" in said.err
    assert folder.store.call(carrying.carried_files).result() == []
    assert folder.store.call(outbox.backlog).result().waiting == 1
