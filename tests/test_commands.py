import io
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.cli import run
from kiosk.clock import ManualClock, SystemClock, read
from kiosk.errors import KioskError
from kiosk.protocol.outcomes import Outcome, Verdict
from kiosk.store import notices, outbox, students
from kiosk.store.outbox import Lane, Message
from kiosk.store.students import SignIn
from kiosk.store.writer import Store
from tests.desktop.desk import Desk
from tests.store.stories import BOOT, add_student, end, start, work
from tests.waiting import PATIENCE_S

SERVER = "http://127.0.0.1:9/api/timeback"


@pytest.fixture(autouse=True)
def of_this_device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A device that keeps tokens in a file, and nobody's own settings."""
    for name in [name for name in os.environ if name.startswith("KIOSK_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("KIOSK_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("KIOSK_CREDENTIALS", "file")


def tokens(folder: Path) -> dict[str, str]:
    kept: dict[str, str] = json.loads((folder / "credentials.json").read_text("utf-8"))
    return kept


def sign_ins(folder: Path) -> dict[str, SignIn]:
    store = Store(folder, SystemClock())
    everyone = store.call(students.everyone).result()
    store.close()
    return {student.name: student.sign_in for student in everyone}


def connect(*arguments: str, token: str = "secret") -> int:
    return run(["connect", "--student", "Ana", "--token", token, *arguments])


# -- status --------------------------------------------------------------------------------------------


def test_status_of_a_new_device_says_how_to_begin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(KioskError, match="does not exist yet: start the kiosk once, or name its folder"):
        run(["status"])
    Store(tmp_path, SystemClock()).close()
    assert run(["status"]) == 0
    assert capsys.readouterr().out == (
        f"Data in {tmp_path}, server none.\nNo students yet: add them in the kiosk's window.\n"
    )


def test_status_tells_of_each_student_what_is_where_and_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clock = ManualClock(SystemClock().utc_now())
    store = Store(tmp_path, clock)
    student = add_student(store, "[/b] ana")  # a name that a markup language would trip over
    opened = start(store, clock, student)
    work(store, clock, opened, 5)
    end(store, opened)
    message = store.call(outbox.claim, Lane(student.id, student.ref, "fractions"), read(clock), BOOT).result()
    assert isinstance(message, Message)
    refused = Verdict(Outcome.PARK, "400 INVALID_PAYLOAD: [runId] is no UUID")
    store.call(outbox.settle, message, refused, read(clock), 0).result()
    store.close()
    assert run(["status"]) == 0
    told = capsys.readouterr().out
    assert "[/B] Ana" in told
    assert "[/B] Ana, Fractions: heartbeat parked: 400 INVALID_PAYLOAD: [runId] is no UUID" in told
    assert run(["status", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["data_dir"] == str(tmp_path)
    assert told["students"] == [
        {
            "student": "[/B] Ana",
            "signed_in": True,
            "sign_in": "ok",
            "focused_ms_today": told["students"][0]["focused_ms_today"],  # less around midnight
            "waiting": 4,
            "waiting_ms": 60_000,
            "parked": 1,
            "maybe": 0,
            "finish_requests": 0,
            "carried": 0,
        }
    ]
    (aside,) = told["set_aside"]
    assert (aside["kind"], aside["state"], aside["active_ms"]) == ("heartbeat", "parked", 15_000)


def test_status_tells_the_notices_that_nobody_has_acknowledged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = Store(tmp_path, SystemClock())
    for sentence in ("The clock was wrong.", "The file was damaged."):
        store.call(notices.add, 0, sentence).result()
    store.call(notices.acknowledge, 1, 0).result()
    store.close()
    assert run(["status"]) == 0
    told = capsys.readouterr().out
    assert "The file was damaged." in told
    assert "The clock was wrong." not in told
    assert run(["status", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["notices"] == ["The file was damaged."]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is of an older version; start the kiosk once"),
        (b"not a database" * 99, "is not a database; start the kiosk again"),
    ],
)
def test_status_of_a_file_that_is_not_ours_to_read_is_a_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / "kiosk.sqlite3").write_bytes(content)
    with pytest.raises(KioskError, match=sentence):
        run(["status"])


def test_status_reads_beside_a_running_kiosk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store(tmp_path, SystemClock())
    add_student(store)
    assert run(["status"]) == 0
    assert "Ana" in capsys.readouterr().out
    store.close()


# -- connect -------------------------------------------------------------------------------------------


def test_connect_adds_a_new_student_and_keeps_address_and_token(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert connect("--add", "--server", SERVER) == 0
    assert capsys.readouterr().out == f"Ana is signed in to {SERVER}.\n"
    assert sign_ins(tmp_path) == {"Ana": SignIn.OK}
    assert list(tokens(tmp_path).values()) == ["secret"]
    assert connect("--add", token="newer") == 0
    assert list(tokens(tmp_path).values()) == ["newer"]
    assert sign_ins(tmp_path) == {"Ana": SignIn.OK}


def test_connect_takes_the_token_from_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("  secret \n"))
    assert run(["connect", "--student", "Ana", "--add", "--server", SERVER]) == 0
    assert list(tokens(tmp_path).values()) == ["secret"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--student", "Ana", "--token", "x"], "No server is set on this computer: name one with --server"),
        (["--student", "Ana", "--token", "x", "--server", "school"], "--server must be an http or https URL"),
        (["--student", "Ana", "--token", " ", "--server", SERVER, "--add"], "The token is blank"),
        (["--student", " ", "--token", "x", "--server", SERVER, "--add"], "The student's name is blank"),
        (
            ["--student", "Ana", "--token", "x", "--server", SERVER],
            'No student "Ana" on this computer (there is nobody',
        ),
    ],
)
def test_a_connect_that_cannot_be_changes_nothing(arguments: list[str], sentence: str, tmp_path: Path) -> None:
    with pytest.raises(KioskError) as error:
        run(["connect", *arguments])
    assert sentence in str(error.value)
    assert list(tmp_path.iterdir()) == []


def test_connect_names_who_there_is_and_refuses_a_name_that_two_share(tmp_path: Path) -> None:
    store = Store(tmp_path, SystemClock())
    for name in ("Ben", "Ben", "Cleo"):
        store.call(students.add_new, name, 0).result()
    store.close()
    with pytest.raises(KioskError, match=r"there is Ben, Ben, Cleo\); add them with --add"):
        connect("--server", SERVER)
    with pytest.raises(KioskError, match="2 students are called Ben; sign them in from their own page"):
        run(["connect", "--student", "Ben", "--token", "x", "--server", SERVER])


def test_connect_where_settings_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    store = Store(tmp_path, SystemClock())
    store.call(students.add_new, "Ana", 0).result()
    store.close()
    (tmp_path / f"settings.toml.{os.getpid()}.new").mkdir()  # in the way of the new file
    with pytest.raises(KioskError, match=r"settings\.toml: cannot be written: "):
        connect("--server", SERVER)


def test_connect_beside_a_running_kiosk_signs_in_there(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk(tmp_path, ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC)), qtbot)
    desk.join("Ana")
    arguments = ["connect", "--student", "Ana", "--server", SERVER, "--token", "secret"]
    process = subprocess.Popen(
        [sys.executable, "-m", "kiosk", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    qtbot.waitUntil(lambda: process.poll() is not None)
    assert (process.returncode, *process.communicate()) == (0, f"Ana is signed in to {SERVER}.\n", "")
    desk.until(lambda: desk.homes[-1].signed_in)
    assert desk.window._server == SERVER
    desk.close()


def test_connect_beside_a_kiosk_that_does_not_answer_keeps_the_token_and_says_so(tmp_path: Path) -> None:
    store = Store(tmp_path, SystemClock())
    store.call(students.add_new, "Ana", 0).result()
    with pytest.raises(KioskError, match=r"is in use by another running kiosk.* The token is kept; it is used when"):
        connect("--server", SERVER)
    store.close()
    assert list(tokens(tmp_path).values()) == ["secret"]


# -- demo ----------------------------------------------------------------------------------------------


def test_the_demo_without_its_extra_says_what_to_install() -> None:
    program = "import sys; sys.modules['fastapi'] = None; from kiosk.cli import main; main()"
    command = [sys.executable, "-c", program, "demo", "--headless"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE_S)
    assert ended.returncode == 2
    assert ended.stderr == (
        "kiosk: the school server needs fastapi; install it with: pip install 'timeback-kiosk[server]'\n"
    )
