import json

import pytest

from kiosk.commands.sync import SHORT_QUEUE
from kiosk.demo.backend import Backend
from kiosk.store import outbox, students
from kiosk.store.students import SignIn
from tests.commands.conftest import Folder, Kiosk
from tests.sync.faulty import NO_CONTENT, faulty, page, unused_port

LATER = page("502 Bad Gateway", b'{"error":{"code":"INTERNAL_ERROR","message":"upstream"}}')


def test_when_no_kiosk_runs_it_delivers_by_itself(kiosk: Kiosk, folder: Folder, backend: Backend) -> None:
    folder.work(3)
    folder.close()
    said = kiosk("sync")
    assert (said.code, said.out, said.err) == (0, "3 sent, 0 waiting, 0 set aside.\n", "")
    assert backend.log.active_ms() == 45_000


def test_programs_get_json_and_what_was_refused_is_set_aside(kiosk: Kiosk, folder: Folder, backend: Backend) -> None:
    folder.work(2)
    folder.close()
    backend.refuse_next(1, 400, body=b'{"error":{"code":"UNKNOWN_COURSE","message":"no such course"}}')
    said = kiosk("sync", "--json")
    assert said.code == 0
    assert json.loads(said.out) == {"sent": 1, "pending": 0, "parked": 1, "error": None}


def test_a_long_queue_gets_a_bar_on_a_terminal(
    kiosk: Kiosk, folder: Folder, backend: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    folder.work(SHORT_QUEUE + 1)
    folder.close()
    said = kiosk("sync")
    assert said.out == f"{SHORT_QUEUE + 1} sent, 0 waiting, 0 set aside.\n"
    assert "Delivering" in said.err
    assert len(backend.log.time_spent) == SHORT_QUEUE + 1


def test_what_stays_is_told_with_the_reason_and_exit_code_1(
    kiosk: Kiosk, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.work()
    folder.close()
    with faulty([LATER]) as server:
        monkeypatch.setenv("KIOSK_SERVER", server.url)
        said = kiosk("sync")
    assert (said.code, said.out) == (1, "0 sent, 1 waiting, 0 set aside.\n502 INTERNAL_ERROR: upstream.\n")


def test_a_server_that_is_away_is_told(kiosk: Kiosk, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.work()
    folder.close()
    monkeypatch.setenv("KIOSK_SERVER", f"http://127.0.0.1:{unused_port()}/api/timeback")
    said = kiosk("sync")
    assert said.code == 1
    assert "0 sent, 1 waiting, 0 set aside.\nConnectError" in said.out


def test_a_server_that_hangs_is_given_up_after_the_timeout(
    kiosk: Kiosk, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.work()
    folder.close()
    with faulty([None]) as server:
        monkeypatch.setenv("KIOSK_SERVER", server.url)
        said = kiosk("sync", "--timeout", "0.5")
    assert said.code == 1
    assert "Not done within 0.5 s; what stayed is kept." in said.out


def test_a_student_who_is_not_signed_in_is_named(kiosk: Kiosk, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.work()
    folder.store.call(students.set_sign_in, folder.ana.ref, SignIn.REFUSED).result()
    folder.close()
    with faulty([NO_CONTENT]) as server:
        monkeypatch.setenv("KIOSK_SERVER", server.url)
        said = kiosk("sync")
        assert server.requests == []
    assert said.code == 1
    assert "Ana: not signed in; `kiosk connect --student …` signs a student in." in said.out


def test_without_a_server_it_says_how_to_set_one(kiosk: Kiosk, folder: Folder) -> None:
    folder.work()
    folder.close()
    said = kiosk("sync")
    assert (said.code, "No server is set" in said.err) == (2, True)


def test_beside_a_program_that_does_not_listen_nothing_is_sent(
    kiosk: Kiosk, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.work()
    with faulty([NO_CONTENT]) as server:
        monkeypatch.setenv("KIOSK_SERVER", server.url)
        said = kiosk("sync")
        assert server.requests == []
    assert (said.code, "does not answer" in said.err) == (2, True)
    assert folder.store.call(outbox.backlog).result().waiting == 1


@pytest.mark.parametrize("arguments", [("--timeout", "soon"), ("--timeout", "0"), ("--now",)])
def test_a_wrong_call_is_one_sentence(kiosk: Kiosk, arguments: tuple[str, ...]) -> None:
    said = kiosk("sync", *arguments)
    assert said.code == 2
    assert "(`kiosk --help` lists what there is)" in said.err


def test_a_folder_that_was_never_used_is_not_made(kiosk: Kiosk, folder: Folder) -> None:
    said = kiosk("sync", "--data-dir", str(folder.path / "new"))
    assert (said.code, "does not exist yet" in said.err) == (2, True)
    assert not (folder.path / "new").exists()
