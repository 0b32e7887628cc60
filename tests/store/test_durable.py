from kiosk.store import journal
from kiosk.store.database import FILE_NAME
from kiosk.store.writer import Store


def test_make_durable_commits_something_even_when_nothing_changed(store: Store) -> None:
    """Only a commit that writes to the log syncs it."""
    log = store.folder / f"{FILE_NAME}-wal"
    before = log.stat().st_size
    store.call(lambda _db: None).result()
    assert log.stat().st_size == before
    store.call(journal.make_durable).result()
    assert log.stat().st_size > before
