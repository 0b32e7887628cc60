"""Class lists as teachers have them: from a word processor, a spreadsheet, a register."""

from contextlib import closing
from pathlib import Path

import pytest

from kiosk.class_list import MOST_STUDENTS, Listed, add_listed, added_words, read_class_list
from kiosk.clock import SystemClock
from kiosk.errors import UsageError
from kiosk.protocol.avatars import AVATARS
from kiosk.store import students
from kiosk.store.writer import Store


def read(tmp_path: Path, text: str | bytes) -> tuple[Listed, ...]:
    file = tmp_path / "3b.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_class_list(file)


ANA, BEN = Listed("Ana", "3b"), Listed("Ben", "3b")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana\n\n  Ben  \n", (Listed("Ana"), Listed("Ben"))),
        ("Hopper, Grace\r\nTuring, Alan", (Listed("Hopper, Grace"), Listed("Turing, Alan"))),
        ("name,class\nAna,3b\nBen,3b\n", (ANA, BEN)),
        ("\ufeffClass;Name;Born\r\n3b;Ana;2018\r\n3b;Ben;2018", (ANA, BEN)),
        ("Nombre\tClase\nAna\t3b\n\nBen\t3b", (ANA, BEN)),
        ('Name,Class\n"Hopper, Grace",3b', (Listed("Hopper, Grace", "3b"),)),
        ("الاسم,الصف\nليلى,3", (Listed("ليلى", "3"),)),
        ("Name\nAna", (Listed("Ana"),)),
        ("name,class\nAna", (Listed("Ana"),)),
    ],
)
def test_names_and_classes_are_found_where_a_teacher_writes_them(
    tmp_path: Path, text: str, found: tuple[Listed, ...]
) -> None:
    assert read(tmp_path, text) == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "3b.csv names nobody"),
        ("name,class\n", "3b.csv names nobody"),
        ("Ana\nBen\nANA\n", "3b.csv, line 3: ANA stands in line 1 too"),
        ("name,class\n,3b\n", "3b.csv, line 2: the name is missing"),
        ("x" * 61, "3b.csv, line 1: a name has at most 60 characters"),
        ("A\x07na", "3b.csv, line 1: a name has at most 60 characters, and no special ones"),
        ("Jürgen".encode("latin-1"), "3b.csv is not text in UTF-8"),
        ("\n".join(map(str, range(MOST_STUDENTS + 1))), "3b.csv names more than "),  # here or there "2000" or "2,000"
        (" " * (1 << 20) + "x", "3b.csv is too large for a class list"),
    ],
)
def test_what_is_no_class_list_is_told_with_its_line(tmp_path: Path, text: str | bytes, said: str) -> None:
    with pytest.raises(UsageError) as told:
        read(tmp_path, text)
    assert str(told.value).startswith(said)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"away.csv cannot be read \(No such file"):
        read_class_list(tmp_path / "away.csv")


def test_who_is_here_stays_and_each_new_one_has_a_picture_of_their_own_in_the_class(tmp_path: Path) -> None:
    listed = [ANA, *(Listed(f"Student {number}", "3b") for number in range(len(AVATARS) - 1)), Listed("Ana", "4a")]
    with closing(Store(tmp_path, SystemClock())) as store:
        store.call(students.add_new, "ana", 0, "leaf", "3B").result()
        assert store.call(add_listed, listed, 1).result() == len(listed) - 1
        assert store.call(add_listed, listed, 2).result() == 0
        everyone = store.call_light(students.everyone).result()
    there = [each for each in everyone if each.class_name.casefold() == "3b"]
    assert sorted(each.avatar for each in there) == sorted(AVATARS)


def test_it_says_what_came_of_it() -> None:
    assert added_words(2, 2) == "Students added: 2."
    assert added_words(1, 4) == "Students added: 1. Here already: 3."
