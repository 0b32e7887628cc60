import pytest

from kiosk.errors import UsageError
from kiosk.rescue_file import (
    CarriedEnd,
    CarriedRun,
    CarriedStudent,
    CarriedWindow,
    RescueFile,
    new_key,
    seal,
    unseal,
)

KEY = "ab" * 32
RUN = CarriedRun(
    "0b9d3c34-7d6c-4d5e-9a0e-3f3d2a1b5c77",
    "loops",
    "Loops: ∞",
    '{"code": "CS-101"}',
    None,
    (CarriedWindow(1_000, 15_000, 0, 1, 2, 3),),
    CarriedEnd("2026-01-05T10:00:00.000Z", {"xpEarned": 2.5}, 50),
    {"version": "1"},
    {"q": [1]},
    reports_time=False,
)
FILE = RescueFile("f1", 7, "Room 12", (CarriedStudent("ana@x", "Ana", "fox", None, (RUN,)),))


def test_what_is_sealed_comes_out_as_it_was() -> None:
    assert unseal(seal(FILE, KEY), KEY, "a.rescue") == FILE


def test_nobody_reads_a_name_in_it_or_finds_two_alike() -> None:
    sealed = seal(FILE, KEY)
    assert b"Ana" not in sealed
    assert KEY.encode() not in sealed
    assert seal(FILE, KEY) != sealed


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "a.rescue is no rescue file"),
        (b"PK\x03\x04 something else\n" * 40, "a.rescue is no rescue file"),
        (seal(FILE, KEY)[:-1], "a.rescue is not whole"),
        (seal(FILE, KEY) + b"x", "a.rescue is not whole"),
        (seal(FILE, KEY)[:-1] + b"\0", "was changed or damaged"),
        (seal(FILE, new_key()), "sealed with another school's key"),
        (seal(FILE, KEY).replace(b"rescue 1", b"rescue 2", 1), "newer version"),
    ],
    ids=["empty", "other", "torn", "longer", "changed", "key", "newer"],
)
def test_each_fault_of_a_file_is_one_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence) as refusal:
        unseal(content, KEY, "a.rescue")
    assert str(refusal.value).count("\n") == 0


def test_every_byte_counts() -> None:
    sealed = seal(FILE, KEY)
    for place in range(0, len(sealed), 7):
        changed = bytes([*sealed[:place], sealed[place] ^ 1, *sealed[place + 1 :]])
        with pytest.raises(UsageError):
            unseal(changed, KEY, "a.rescue")
