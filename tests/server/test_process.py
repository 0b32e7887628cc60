"""The real command: a classroom server from nothing, killed and started again."""

import re
import signal
import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from kiosk.cli import run
from kiosk.clock import ManualClock, SystemClock
from kiosk.demo.backend import Backend
from kiosk.errors import UsageError
from kiosk.server.database import Database, default_url
from tests.e2e.story import Laptop
from tests.server.process import server_process
from tests.server.schoolhouse import ANA, cloud_access, give_token
from tests.server.test_forwarding import window


def base_url(cloud: Backend) -> str:
    return cloud_access(cloud).base_url or ""


def test_from_nothing_to_a_kiosk_that_delivers_in_three_commands(
    tmp_path: Path, clock: ManualClock, capsys: pytest.CaptureFixture[str]
) -> None:
    with server_process(tmp_path) as server:
        told = "".join(server.said)
        assert f"{tmp_path}" in told
        assert "Local mode" in told
        assert "kiosk server add-student Ana" in told

        run(["--data-dir", f"{tmp_path}", "server", "add-student", "Ana", "--email", "ana@example.com"])
        added = capsys.readouterr().out
        (token,) = re.findall(r"^    (\S+)$", added, re.MULTILINE)
        assert added.endswith(f"    kiosk connect --student Ana --add --server {server.url}\n")

        with Laptop(tmp_path / "laptop", clock, server, token=token) as laptop:
            laptop.start()
            laptop.study(40_000)
            laptop.timeback.activity.current.end()  # type: ignore[union-attr]
            report = laptop.timeback.sync()
        assert (report.pending, report.parked, report.error) == (0, 0, None)

    run(["--data-dir", f"{tmp_path}", "server", "status"])
    assert "0 delivered to Timeback, 1 waiting, 0 parked." in capsys.readouterr().out


def test_an_address_of_its_own_is_what_kiosks_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with server_process(tmp_path, "--address", "school.example"):
        run(["--data-dir", f"{tmp_path}", "server", "add-class", "3b"])
        run(["--data-dir", f"{tmp_path}", "server", "new-code", "--class", "3b"])
    assert "--server https://school.example/api/timeback\n" in capsys.readouterr().out


def test_an_address_that_is_none_is_refused_before_anything_is_served(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no address of a school server"):
        run(["--data-dir", f"{tmp_path}", "server", "--port", "0", "--address", "ftp://school.example"])


def test_killed_between_recording_and_sending_nothing_is_lost_and_nothing_twice(tmp_path: Path, cloud: Backend) -> None:
    token = prepared(tmp_path)
    with server_process(tmp_path) as server:
        answers = [server.post("activity/heartbeat", window(number), token).status_code for number in range(4)]
        server.kill()
    assert answers == [204] * 4
    with server_process(tmp_path, TIMEBACK_API_BASE_URL=base_url(cloud)) as server:
        again = [server.post("activity/heartbeat", window(number), token).json() for number in range(4)]
        assert cloud.log.wait_until(lambda log: len(log.time_spent) == 4)
    assert again == [{"duplicate": True}] * 4
    assert len({event.event_id for event in cloud.log.time_spent}) == 4


def test_a_request_that_never_ends_does_not_hold_up_a_server_that_is_stopped(tmp_path: Path) -> None:
    token = prepared(tmp_path)
    with server_process(tmp_path) as server:
        address = urlsplit(server.url)
        head = f"POST /api/timeback/activity/heartbeat HTTP/1.1\r\nHost: school\r\nAuthorization: Bearer {token}\r\n"
        with socket.create_connection((address.hostname, address.port)) as kiosk:
            kiosk.sendall(f"{head}Content-Length: 9\r\n\r\n{{".encode())
            assert server.post("activity/heartbeat", {}, token).status_code == 400, "it has read what came before"
            assert server.stop() == -signal.SIGTERM


def prepared(folder: Path) -> str:
    """A server's folder with Ana in it; her token."""
    database = Database(default_url(folder / "server"))
    token = give_token(database, SystemClock(), ANA)
    database.close()
    return token
