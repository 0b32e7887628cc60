import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.clock import SystemClock, read
from kiosk.store import outbox
from kiosk.store.pruning import KEPT_MS
from kiosk.store.writer import Store
from kiosk.sync.courier import Courier
from kiosk.sync.delivery import PassReport
from kiosk.tracking.window import Reason, Span, Window, WindowState
from tests.store.stories import add_student, entry, start
from tests.sync.faulty import NO_CONTENT, faulty, unused_port


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path, SystemClock())
    yield store
    store.close()


def add_window(store: Store) -> None:
    student = add_student(store)
    at = read(SystemClock())
    run = start(store, SystemClock(), student)
    span = Span(at.mono, at.mono + 5_000, Reason.ACTIVE)
    store.journal(entry(run, Window(0, WindowState.READY, at.wall, at.mono, (span,))))


def test_new_work_is_delivered_without_being_asked(store: Store) -> None:
    passes: list[PassReport] = []
    done = threading.Event()

    def passed(report: PassReport) -> None:
        passes.append(report)
        if report.sent:
            done.set()

    with faulty([NO_CONTENT]) as server:
        courier = Courier(store, SystemClock(), server.url, lambda _ref: "token", passed=passed)
        courier.start()
        add_window(store)
        courier.work_came()
        assert done.wait(10)
        courier.close()
    assert store.call(outbox.backlog).result().waiting == 0


def test_without_the_background_only_sync_delivers(store: Store) -> None:
    with faulty([NO_CONTENT]) as server:
        courier = Courier(store, SystemClock(), server.url, lambda _ref: "token", background=False)
        courier.start()
        add_window(store)
        courier.work_came()
        assert courier.sync().result(10).sent == 1
        assert len(server.requests) == 1
        courier.close()


def test_sync_reports_a_server_that_is_away(store: Store) -> None:
    add_window(store)
    courier = Courier(store, SystemClock(), f"http://127.0.0.1:{unused_port()}", lambda _ref: "token")
    courier.start()
    report = courier.sync().result(10)
    assert report.trouble is not None
    assert store.call(outbox.backlog).result().waiting == 1
    courier.close()


def test_closing_does_not_wait_for_a_server_that_hangs_and_the_window_stays_in_doubt(store: Store) -> None:
    add_window(store)
    with faulty([None]) as server:
        courier = Courier(store, SystemClock(), server.url, lambda _ref: "token")
        courier.start()
        asked = courier.sync()
        while not server.requests:
            assert not threading.Event().wait(0.01)
        courier.close()
        assert asked.cancelled() or not asked.done()
    (doubt,) = store.call(lambda db: db.execute("SELECT doubt_ms FROM windows").fetchone()).result()
    assert doubt is not None


def test_a_courier_that_is_closed_answers_sync_by_cancelling(store: Store) -> None:
    courier = Courier(store, SystemClock(), "http://127.0.0.1:9", lambda _ref: None)
    courier.start()
    courier.close()
    assert courier.sync().cancelled()


def test_a_token_that_cannot_be_read_is_trouble_and_not_the_end(store: Store) -> None:
    add_window(store)

    def broken(_ref: str) -> str | None:
        raise LookupError("no keyring")

    courier = Courier(store, SystemClock(), "http://127.0.0.1:9", broken)
    courier.start()
    report = courier.sync().result(10)
    assert report.trouble is not None
    assert "no keyring" in report.trouble.reason
    courier.close()


def test_naming_a_server_later_delivers_what_waited(store: Store) -> None:
    add_window(store)
    courier = Courier(store, SystemClock(), None, lambda _ref: "token")
    courier.start()
    report = courier.sync().result(10)
    assert report.trouble is not None
    assert report.trouble.reason == "no server is set"
    with faulty([NO_CONTENT]) as server:
        courier.set_server(server.url)
        assert courier.sync().result(10).trouble is None
        courier.close()
    assert store.call(outbox.backlog).result().waiting == 0


def test_a_pass_without_trouble_deletes_what_was_delivered_three_months_ago(store: Store) -> None:
    add_window(store)
    ancient = read(SystemClock()).wall - KEPT_MS - 1
    store.call(lambda db: db.execute("UPDATE windows SET state = 'delivered', started_ms = ?", (ancient,))).result()
    with faulty([NO_CONTENT]) as server:
        courier = Courier(store, SystemClock(), server.url, lambda _ref: "token", background=False)
        courier.start()
        courier.sync().result(10)
        courier.sync().result(10)  # begins only after the pruning that followed the first
        courier.close()
    assert store.call(lambda db: db.execute("SELECT count(*) FROM windows").fetchone()).result() == (0,)
