import pytest

from kiosk.errors import UsageError
from kiosk.lessons.files import LARGEST, file_name, holds, require_size, title

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(
    ("called", "kept"),
    [
        ("my plant.png", "my plant.png"),
        ("C:\\Users\\ana\\plant.png", "plant.png"),
        ("../../etc/passwd", "passwd"),
        ("line\nbreak\0.txt", "linebreak.txt"),
        ("pflänzchen.jpg", "pflänzchen.jpg"),
        ("", "file"),
        ("x" * 300 + ".docx", "x" * 95 + ".docx"),
        ("y" * 300, "y" * 100),
    ],
)
def test_a_name_says_what_the_file_holds_and_what_the_student_called_it(called: str, kept: str) -> None:
    assert file_name(b"", called) == f"{EMPTY} {kept}"
    assert title(file_name(b"", called)) == kept


def test_a_name_stands_for_one_content_only() -> None:
    name = file_name(b"leaf", "a.txt")
    assert holds(name, b"leaf")
    assert not holds(name, b"root")


def test_a_file_that_is_too_large_is_refused_with_its_name_and_the_limit() -> None:
    require_size(LARGEST, "film.mp4")
    with pytest.raises(UsageError, match=r"film\.mp4 has 10\.0 MiB, .* may have 10 MiB; choose a smaller one\."):
        file_name(bytes(LARGEST + 1), "film.mp4")
