"""`kiosk delete-student`: a copy first, then nothing of the student is left."""

import json
from pathlib import Path

from kiosk.clock import read
from kiosk.identity.credentials import open_credentials
from kiosk.lessons.files import file_name
from kiosk.lessons.model import QuestionId, SavedAnswer
from kiosk.protocol.outcomes import Outcome, Verdict
from kiosk.store import database, forgetting, outbox, progress
from kiosk.store.outbox import Lane, Message
from kiosk.student_data import save_copy
from tests.commands.conftest import Folder, Kiosk
from tests.lessons.packages import given
from tests.store.stories import BOOT, add_student, end, start, work


def test_what_would_be_lost_is_named_before_anything_happens(kiosk: Kiosk, folder: Folder, tmp_path: Path) -> None:
    folder.work(2)
    end(folder.store, folder.run)
    folder.close()
    said = kiosk("delete-student", "Ana", "--copy-to", str(tmp_path / "copy"))
    assert said.code == 2
    assert "Ana was not deleted. Not on the server, and lost then: 2 messages waiting (30 s focused)." in said.err
    assert not (tmp_path / "copy").exists()


def test_everything_is_saved_and_then_gone(kiosk: Kiosk, folder: Folder, tmp_path: Path) -> None:
    folder.work(2)
    end(folder.store, folder.run)
    ben = add_student(folder.store, "ben")
    folder.close()
    said = kiosk("delete-student", "Ana", "--copy-to", str(tmp_path / "copy"), "--yes")
    assert said.code == 0, said.err
    (copy,) = (tmp_path / "copy").iterdir()
    assert len((copy / "windows.csv").read_text("utf-8-sig").splitlines()) == 3
    told = json.loads((copy / "everything.json").read_text("utf-8"))
    assert [len(run["windows"]) for run in told["runs"]] == [2]
    assert open_credentials("file", tmp_path).token(folder.ana.ref) is None
    with database.reading(tmp_path / database.FILE_NAME) as db:
        for table in ("runs", "sittings", "windows", "day_totals"):
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        assert db.execute("SELECT name FROM students").fetchall() == [(ben.name,)]
    assert b"ana@example.com" not in (tmp_path / database.FILE_NAME).read_bytes()


def test_a_copy_has_each_file_handed_in_and_says_which_answer_it_is(folder: Folder, tmp_path: Path) -> None:
    folder.work()
    leaf = file_name(b"leaf", "my leaf?.png")
    answers = {QuestionId("draw"): SavedAnswer(given(leaf), (given(leaf),))}
    folder.store.call(progress.save, folder.run.run, 0, 0, answers, 1, {leaf: b"leaf"}).result()
    copy = save_copy(folder.store, folder.ana, tmp_path / "copy", 1)
    (run,) = json.loads((copy / "everything.json").read_text("utf-8"))["runs"]
    (told,) = run["files"]
    assert told == {"response": leaf, "file": "1-my-leaf-.png"}
    assert run["answers"][0]["answer"]["response"] == {"RESPONSE": [told["response"]]}
    assert (copy / "files" / told["file"]).read_bytes() == b"leaf"


def test_whoever_learns_right_now_is_not_deleted(folder: Folder) -> None:
    folder.work()
    error = folder.store.call(forgetting.forget, folder.ana.id).exception()
    assert str(error) == "Ana has a lesson open on this computer; have them leave it, then delete them."


def test_the_answer_to_a_deleted_students_message_touches_nobody_elses(folder: Folder) -> None:
    folder.work()
    end(folder.store, folder.run)
    lane = Lane(folder.ana.id, folder.ana.ref, "fractions")
    message = folder.store.call(outbox.claim, lane, read(folder.clock), BOOT).result()
    assert isinstance(message, Message)
    folder.store.call(forgetting.forget, folder.ana.id).result()
    work(folder.store, folder.clock, start(folder.store, folder.clock, add_student(folder.store, "ben")))
    ((number, state),) = folder.store.call(lambda db: db.execute("SELECT id, state FROM windows").fetchall()).result()
    assert (number, state) == (message.id, "ready")  # SQLite gives the number again
    folder.store.call(outbox.settle, message, Verdict(Outcome.DELIVERED), read(folder.clock), 0).result()
    assert folder.store.call(outbox.backlog).result().waiting == 1
