from kiosk.clock import ManualClock
from kiosk.store import notices
from kiosk.store.writer import Connection, Store


def sentences(store: Store) -> list[str]:
    return [notice.sentence for notice in store.call(notices.unacknowledged).result()]


def acknowledged(db: Connection) -> list[tuple[str, int | None]]:
    return db.execute("SELECT sentence, acknowledged_ms FROM notices ORDER BY id").fetchall()


def test_a_notice_is_told_until_it_is_acknowledged_the_newest_first(store: Store) -> None:
    store.call(notices.add, 1_000, "The clock was wrong.").result()
    store.call(notices.add, 2_000, "The file was damaged.").result()
    assert sentences(store) == ["The file was damaged.", "The clock was wrong."]
    store.call(notices.acknowledge, 2, 3_000).result()
    assert sentences(store) == ["The clock was wrong."]


def test_an_acknowledged_notice_stays_in_the_file_with_the_first_time_it_was(store: Store, clock: ManualClock) -> None:
    store.call(notices.add, 1_000, "The file was damaged.").result()
    for at_ms in (3_000, 4_000):
        store.call(notices.acknowledge, 1, at_ms).result()
    store.close()
    again = Store(store.folder, clock)
    assert sentences(again) == []
    assert again.call(acknowledged).result() == [("The file was damaged.", 3_000)]
    again.close()
