from pathlib import Path

import pytest

from kiosk.lessons.item import Text
from kiosk.lessons.qti.item import read_item
from kiosk.lessons.qti.reading import Reading, folder_files, no_files
from kiosk.lessons.qti.xml import parse_xml
from tests.lessons.packages import png
from tests.lessons.qti.sources import qti3, read

HERE = parse_xml(b"<a/>", "items/i.xml")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("a.png", "items/a.png"),
        ("./x/../a%20b.png?v=1#top", "items/a b.png"),
        ("../media/a.png", "media/a.png"),
        ("../../a.png", None),
        ("/etc/passwd", None),
        ("file:///etc/passwd", None),
        ("C:\\a.png", None),
        ("..\\a.png", None),
        ("//host/a.png", None),
        ("https://x/a.png", None),
        ("", None),
    ],
)
def test_a_file_is_one_of_the_package_or_none(address: str, name: str | None) -> None:
    assert Reading(no_files).file_name(HERE, address) == name


def test_a_folder_gives_no_file_outside_of_it(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (package / "link.txt").symlink_to(tmp_path / "secret.txt")
    (package / "own.txt").write_text("own")
    files = folder_files(package)
    assert [files(name) for name in ("own.txt", "link.txt", "../secret.txt", "none.txt")] == [b"own", None, None, None]


@pytest.mark.parametrize(
    ("told", "size"),
    [
        ("", (40, 20)),
        ("width='80'", (80, 40)),
        ("height='10px'", (20, 10)),
        ("width='30' height='30'", (30, 30)),
        ("width='50%'", (40, 20)),
    ],
)
def test_a_picture_has_the_size_the_item_tells_else_that_of_its_file(told: str, size: tuple[int, int]) -> None:
    picture = f"<p><img src='../media/a.png' alt='A' {told}/></p>"
    shown = f'<p><img src="media/a.png" alt="A" width="{size[0]}" height="{size[1]}" /></p>'
    assert read(picture, files={"media/a.png": png(40, 20)}).item.blocks == (Text(shown),)


def test_a_damaged_picture_keeps_its_place_and_is_told_of() -> None:
    got = read("<p><img src='a.png' alt='A'/></p>", files={"items/a.png": b"no picture"})
    assert got.losses[0].why == "this picture cannot be drawn"


def test_what_is_included_is_read_once_and_only_from_the_package() -> None:
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{}"/>'
    fragment = f'<div xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"><p>in</p>{include.format("f.xml")}</div>'
    files = {"items/f.xml": fragment.encode()}
    body = include.format("f.xml") + include.format("http://x/f.xml")
    got = read_item(qti3(body), "items/i.xml", files.get)
    assert got.item.blocks == (Text("<p>in</p>"),)
    assert [loss.what for loss in got.losses] == ["http://x/f.xml", "<xi:include>"]
