import stat
import struct
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import LessonError
from kiosk.imports import files as limits
from kiosk.imports.archive import LARGEST_DIRECTORY, ZipFiles
from kiosk.imports.files import FolderFiles, LooseFile, resolve
from tests.imports.zips import write_zip


def read_all(path: Path) -> dict[str, bytes]:
    with ZipFiles(path) as archive:
        return {name: b"".join(archive.chunks(name)) for name in archive.names}


def test_members_are_read_by_name_without_what_systems_leave_behind(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "a.zip", {"b/c.txt": "three", "a.txt": "one", ".DS_Store": "", "__MACOSX/x": ""})
    assert read_all(path) == {"a.txt": b"one", "b/c.txt": b"three"}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../out.txt", "leads out"),
        ("a/../../out.txt", "leads out"),
        ("/etc/passwd", "leads out"),
        ("C:/out.txt", "leads out"),
        ("a\\..\\out.txt", "no file name may have"),
        ("line\nbreak", "no file name may have"),
    ],
)
def test_a_name_that_leads_out_refuses_the_whole_archive(tmp_path: Path, name: str, reason: str) -> None:
    path = write_zip(tmp_path / "a.zip", {"good.txt": "one", name: "two"})
    with pytest.raises(LessonError, match=reason) as refused:
        ZipFiles(path)
    assert refused.value.file == str(path)


def test_a_symbolic_link_refuses_the_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        link = zipfile.ZipInfo("passwords")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(LessonError, match="is a link"):
        ZipFiles(path)


@pytest.mark.parametrize("twins", [("Page.md", "page.md"), ("ﬁ.md", "fi.md"), ("a", "a/")])
def test_names_that_some_computers_take_for_one_refuse_the_archive(tmp_path: Path, twins: tuple[str, str]) -> None:
    path = write_zip(tmp_path / "a.zip", dict.fromkeys(twins, "x"))
    with pytest.raises(LessonError, match="take for one"):
        ZipFiles(path)


def test_a_bomb_is_stopped_by_what_was_read_not_by_its_header(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "bomb.zip", {"zeros": bytes(40 * 2**20)})
    assert path.stat().st_size < 50_000
    data = path.read_bytes()
    real = struct.pack("<L", 40 * 2**20)
    assert real in data
    path.write_bytes(data.replace(real, struct.pack("<L", 39 * 2**20)))
    pieces: list[int] = []
    with ZipFiles(path) as archive, pytest.raises(LessonError, match="unpacks to more than it may"):
        pieces.extend(len(piece) for piece in archive.chunks("zeros"))
    assert sum(pieces) <= 10 * 2**20


def test_many_files_that_share_a_bomb_count_together_and_each_file_once(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "bomb.zip", {f"{index}": bytes(2**19) for index in range(9)})
    with ZipFiles(path) as archive:
        for _ in range(9):
            assert len(archive.read("0")) == 2**19
        with pytest.raises(LessonError, match="unpacks to more than it may"):
            [archive.read(name) for name in archive.names]


def test_a_single_file_has_a_limit_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST_FILE", 100)
    with (
        ZipFiles(write_zip(tmp_path / "a.zip", {"a": b"x" * 101})) as archive,
        pytest.raises(LessonError, match="larger"),
    ):
        archive.read("a")


def test_an_archive_of_too_many_files_is_refused(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "a.zip", {str(index): "" for index in range(limits.MOST_FILES + 1)})
    with pytest.raises(LessonError, match="more than 5000 files"):
        ZipFiles(path)


def test_a_list_of_members_that_is_too_long_is_never_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, LARGEST_DIRECTORY + 1, 0, 0)
    path.write_bytes(b"PK\x01\x02" + bytes(LARGEST_DIRECTORY) + end)
    with pytest.raises(LessonError, match="list of members is too long"):
        ZipFiles(path)


def test_unusual_compression_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a", "x")
    with pytest.raises(LessonError, match="unusual way"):
        ZipFiles(path)


def test_an_archive_within_an_archive_is_a_file_like_any_other(tmp_path: Path) -> None:
    inner = write_zip(tmp_path / "inner.zip", {"../out": "x"}).read_bytes()
    assert read_all(write_zip(tmp_path / "outer.zip", {"inner.zip": inner})) == {"inner.zip": inner}


@given(st.binary(max_size=400), st.integers(0, 400))
def test_no_damage_gets_past_the_reader(tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int) -> None:
    path = tmp_path_factory.mktemp("zip") / "a.zip"
    data = write_zip(path, {"a.txt": "one" * 50, "b/c.xml": "<x/>"}).read_bytes()
    path.write_bytes(data[:at] + noise + data[at + len(noise) :])
    with suppress(LessonError):
        read_all(path)


@pytest.mark.parametrize(
    ("base", "reference", "name"),
    [
        ("a/b.xml", "c.png", "a/c.png"),
        ("a/b.xml", "../c%20d.png#top", "c d.png"),
        ("b.xml", "./x//y.png?version=1", "x/y.png"),
        ("a/b.xml", "../../c.png", None),
        ("b.xml", "/etc/passwd", None),
        ("b.xml", "https://example.org/c.png", None),
        ("b.xml", "//example.org/c.png", None),
        ("b.xml", "a\\c.png", None),
        ("b.xml", "#top", None),
    ],
)
def test_a_reference_names_a_file_of_the_source_or_nothing(base: str, reference: str, name: str | None) -> None:
    assert resolve(base, reference) == name


def test_a_folder_shows_its_files_and_none_that_a_link_leads_to(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    folder = tmp_path / "folder"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "a.txt").write_text("\ufeffone\r\ntwo")
    (folder / "link").symlink_to(tmp_path / "secret")
    files = FolderFiles(folder)
    assert files.text("deep/a.txt") == "one\ntwo"
    assert not files.has("link")
    with pytest.raises(LessonError, match="no such file"):
        files.read("link")


def test_a_loose_file_reaches_what_lies_beside_it_and_nothing_above(tmp_path: Path) -> None:
    (tmp_path / "above.png").write_bytes(b"x")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "quiz.txt").write_bytes(b"\xff")
    (folder / "beside.png").write_bytes(b"x")
    files = LooseFile(folder / "quiz.txt")
    assert files.names == ("quiz.txt",)
    assert files.has("beside.png")
    assert not files.has("../above.png")
    with pytest.raises(LessonError, match=r"quiz\.txt, line 1: this is not UTF-8"):
        files.text("quiz.txt")
