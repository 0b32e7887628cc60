import pytest

from kiosk.desktop.present import trouble_words
from kiosk.errors import ActivityError, DamagedError, DiskFullError, KioskError, StoreError


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (DiskFullError("/home/kiosk/kiosk.sqlite3 …"), "Not saved. The disk is full; tell your teacher."),
        (
            StoreError("… disk I/O error"),
            "Not saved. This computer cannot keep your work right now; tell your teacher.",
        ),
        (
            DamagedError("…"),
            "Some work cannot be saved. Tell your teacher: close this program and start it again.",
        ),
        (ActivityError("Another activity is already in progress"), "Another activity is already in progress"),
    ],
)
def test_a_child_is_told_what_to_do_and_no_path_and_no_code(error: KioskError, words: str) -> None:
    assert trouble_words(error) == words
