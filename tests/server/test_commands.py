"""The commands of `kiosk server`, over one folder."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.cli import run
from kiosk.clock import SystemClock, epoch_ms
from kiosk.errors import UsageError
from kiosk.identity.credentials import open_credentials
from kiosk.identity.secrets import check_secret
from kiosk.server import outbox, teacher_accounts
from kiosk.server.connection import Access, access
from kiosk.server.database import Database, default_url
from kiosk.server.enrolling import enrol
from kiosk.server.finishing import finish
from kiosk.server.ledger import Event, Kind, record
from kiosk.server.scoring import Claim
from kiosk.server.students import by_token, find
from kiosk.tracking.xp import XpPolicy
from tests.demo.wire import RUN, heartbeat

type Say = Callable[..., str]


@pytest.fixture
def say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Say:
    def command(*words: str) -> str:
        run(["--data-dir", f"{tmp_path}", "server", *words])
        return capsys.readouterr().out

    return command


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(default_url(tmp_path / "server"))
    yield opened
    opened.close()


def token_in(said: str) -> str:
    (token,) = re.findall(r"^    ([\w-]{43})$", said, re.MULTILINE)
    return str(token)


def test_a_student_gets_a_token_a_second_one_and_loses_both(say: Say, database: Database) -> None:
    first = say("add-student", "Ana", "--email", "Ana@example.com", "--class", "3b")
    second = say("new-token", "ana@example.com")
    assert "kiosk connect --student Ana --add --server http" in first
    with database.read() as db:
        found = [by_token(db, token_in(said)) for said in (first, second)]
    assert [student and (student.name, student.email, student.school_class) for student in found] == [
        ("Ana", "ana@example.com", "3b")
    ] * 2

    assert "Ana had 2 tokens" in say("revoke", "ana@example.com")
    with database.read() as db:
        assert by_token(db, token_in(first)) is by_token(db, token_in(second)) is None


def test_students_are_listed_by_class(say: Say) -> None:
    assert "No students yet" in say("students")
    say("add-student", "Ben", "--email", "ben@example.com", "--class", "3b")
    say("add-student", "Ana", "--email", "ana@example.com", "--class", "3b")
    listed = json.loads(say("students", "--json"))
    assert [(row["school_class"], row["name"], row["tokens"]) for row in listed] == [("3b", "Ana", 1), ("3b", "Ben", 1)]
    assert "ben@example.com" in say("students")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["add-student", "Ana", "--email", "ana@example.com"], "is here already"),
        (["add-student", "Ana", "--email", "ana"], "no e-mail address"),
        (["add-student", " ", "--email", "new@example.com"], "blank"),
        (["revoke", "nobody@example.com"], "No student has the e-mail address"),
        (["parked", "--retry", "7"], "No event 7 is parked"),
        (["--port", "99999"], "--port"),
    ],
)
def test_a_wrong_call_is_one_sentence(say: Say, words: list[str], sentence: str) -> None:
    say("add-student", "Ana", "--email", "ana@example.com")
    with pytest.raises(UsageError, match=sentence):
        say(*words)


def test_what_is_parked_is_listed_and_sent_again(say: Say, database: Database) -> None:
    say("add-student", "Ana", "--email", "ana@example.com")
    with database.write() as db:
        record(db, find(db, "ana@example.com").id, Event(Kind.WINDOW, RUN, "fractions", 0, heartbeat(), 5), 0)
        outbox.park(db, 1, "Timeback answered 422: no")
    assert "0 delivered to Timeback, 0 waiting, 1 parked." in say("status")
    assert "1: ana@example.com, fractions: window of " in say("parked")
    assert say("parked", "--retry", "1") == "Nothing is parked.\n"
    with database.write() as db:
        claim = Claim(RUN, "fractions", None, 0, {})
        finish(db, find(db, "ana@example.com").id, claim, {}, XpPolicy(), 0)
    assert "1 finished run could not be scored" in say("status")
    assert "this server does not have the lesson fractions" in say("parked")
    assert [row["lesson"] for row in json.loads(say("parked", "--json"))["claims"]] == ["fractions"]
    assert json.loads(say("status", "--json"))["waiting"] == 1


def test_the_database_may_be_named_before_and_after_the_command(say: Say, tmp_path: Path) -> None:
    other = f"sqlite:///{tmp_path}/other.sqlite3"
    say("--database", other, "add-student", "Ana", "--email", "ana@example.com")
    assert [row["name"] for row in json.loads(say("students", "--json", "--database", other))] == ["Ana"]
    assert json.loads(say("students", "--json")) == []


def test_credentials_are_whole_or_absent() -> None:
    kept = {"TIMEBACK_API_CLIENT_ID": "id", "TIMEBACK_API_CLIENT_SECRET": "hidden"}
    assert access({}, lambda _name: None) is None
    from_keyring, from_environment = access({}, kept.get), access(kept, lambda _name: None)
    assert from_keyring == from_environment
    assert "hidden" not in repr(from_keyring)
    with pytest.raises(UsageError, match="TIMEBACK_API_CLIENT_SECRET is not set"):
        access({"TIMEBACK_API_CLIENT_ID": "id"}, lambda _name: None)


def test_credentials_are_asked_for_and_found_again(say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_CREDENTIALS", "file")
    monkeypatch.setattr(sys, "stdin", io.StringIO("id\nhidden\n"))
    said = say("credentials")
    assert "credentials.json" in said
    assert "hidden" not in said
    kept = open_credentials("file", tmp_path).token
    assert access({}, kept) == Access("id", "hidden")


def test_a_certificate_that_is_none_is_told_in_a_sentence(say: Say, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="certificate"):
        say("--host", "127.0.0.1", "--port", "0", "--certificate", f"{tmp_path}/none.pem")


def test_the_commands_cost_no_web_server_until_one_of_them_runs() -> None:
    check = "import sys, kiosk.commands; print([name for name in sys.modules if name in ('fastapi', 'sqlalchemy')])"
    assert subprocess.check_output([sys.executable, "-c", check], text=True) == "[]\n"


def test_a_kiosk_joins_is_listed_renamed_and_shut_out(say: Say, database: Database) -> None:
    assert "No kiosk has joined yet" in say("devices")
    say("add-class", "3b")
    said = say("new-code", "--class", "3b", "--minutes", "5")
    (code,) = re.findall(r"^    Code     (\w{4}-\w{4})$", said, re.MULTILINE)
    assert f"kiosk enroll {code} --server http" in said
    with database.write() as db:
        device, _ = enrol(db, code, "Window 3", epoch_ms(SystemClock().utc_now()))
    say("rename-device", f"{device.id}", "Door")
    assert "Door is shut out" in say("revoke-device", f"{device.id}")
    (listed,) = json.loads(say("devices", "--json"))
    assert (listed["name"], listed["classes"], listed["revoked_ms"] is None) == ("Door", ["3b"], False)
    assert "revoked" in say("devices")


def test_a_students_secret_is_set_hashed_and_taken_away(
    say: Say, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    say("add-student", "Ana", "--email", "ana@example.com", "--class", "3b")
    monkeypatch.setattr("sys.stdin", io.StringIO("1234\n"))
    assert say("secret", "ana@example.com") == "Ana's secret is set.\n"
    with database.read() as db:
        kind, _, kept = str(db.execute(text("SELECT secret FROM students")).scalar()).partition(":")
    assert (kind, check_secret("1234", kept)) == ("pin", True)
    assert say("secret", "ana@example.com", "--clear") == "Ana has no secret now.\n"
    with database.read() as db:
        assert db.execute(text("SELECT secret FROM students")).scalar() is None


def test_students_move_between_classes_and_leave(say: Say) -> None:
    say("add-student", "Ana", "--email", "ana@example.com", "--class", "3b")
    assert say("move-student", "ana@example.com", "--to", "4a") == "Ana is in class 4a.\n"
    assert [(row["name"], row["students"]) for row in json.loads(say("classes", "--json"))] == [("3b", 0), ("4a", 1)]
    say("move-student", "ana@example.com", "--to", "3b", "--from", "4a")
    assert [row["school_class"] for row in json.loads(say("students", "--json"))] == ["3b"]
    with pytest.raises(UsageError, match="not in the class 4a"):
        say("move-student", "ana@example.com", "--to", "3b", "--from", "4a")
    say("remove-student", "ana@example.com")
    assert json.loads(say("students", "--json")) == []
    say("add-student", "Ana", "--email", "ana@example.com", "--class", "4a")
    assert [row["school_class"] for row in json.loads(say("students", "--json"))] == ["4a"]
    assert "3b" in say("classes")


def test_a_code_is_a_picture_for_scanners_on_a_terminal(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    say("add-class", "3b")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert "█" in say("new-code", "--class", "3b")


def test_a_teacher_is_added_by_a_link_or_a_password_listed_and_removed(
    say: Say, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "No teachers yet" in say("teachers")
    linked = say("add-teacher", "Ms Okafor", "--email", "Okafor@example.com", "--class", "3b", "--link")
    (link,) = re.findall(r"/teacher/password/([\w-]{43})$", linked, re.MULTILINE)
    with database.read() as db:
        teacher = teacher_accounts.by_link(db, link, epoch_ms(SystemClock().utc_now()))
        assert teacher is not None
        assert (teacher.email, teacher.has_password) == ("okafor@example.com", False)
    monkeypatch.setattr(sys, "stdin", io.StringIO("a long enough one\n"))
    assert "/teacher/" in say("add-teacher", "Mr Lee", "--email", "lee@example.com", "--admin")
    with database.read() as db:
        assert teacher_accounts.by_password(db, "lee@example.com", "a long enough one") is not None
    assert "/teacher/password/" in say("teacher-link", "lee@example.com")
    listed = json.loads(say("teachers", "--json"))
    assert [(each["name"], each["classes"], each["admin"]) for each in listed] == [
        ("Mr Lee", [], True),
        ("Ms Okafor", ["3b"], False),
    ]
    assert "is removed" in say("remove-teacher", "okafor@example.com")
    assert "okafor" not in say("teachers")


@pytest.mark.parametrize(
    ("words", "typed", "sentence"),
    [
        (["add-teacher", "Lee", "--email", "lee@example.com"], "long enough\n", "needs a class"),
        (["add-teacher", "Lee", "--email", "lee@example.com", "--admin"], "\n", "No password was given"),
        (["add-teacher", "Lee", "--email", "lee@example.com", "--admin"], "short\n", "at least 10"),
        (["remove-teacher", "lee@example.com"], "", "No teacher has"),
    ],
)
def test_a_wrong_call_about_teachers_adds_nobody(
    say: Say, monkeypatch: pytest.MonkeyPatch, words: list[str], typed: str, sentence: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    with pytest.raises(UsageError, match=sentence):
        say(*words)
    assert json.loads(say("teachers", "--json")) == []
