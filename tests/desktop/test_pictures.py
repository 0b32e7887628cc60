import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import Theme
from kiosk.desktop.widgets.ahead import Unreadable
from kiosk.desktop.widgets.pictures import InlinePicture, Picture, Pictures
from tests.lessons.packages import png

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">{}</svg>'


def red(path: Path, width: int = 40, height: int = 20) -> None:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF0000"))
    assert image.save(str(path))


def read(pictures: Pictures, name: str, qtbot: QtBot) -> Picture | Unreadable:
    pictures.want([name])
    qtbot.waitUntil(lambda: pictures.known(name) is not None)
    made = pictures.known(name)
    assert made is not None
    return made


def test_a_picture_is_decoded_as_large_as_it_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    red(tmp_path / "wide.png", 2000)
    red(tmp_path / "small.png")
    (tmp_path / "drawing.svg").write_text(SVG.format('<rect width="40" height="20"/>'))
    pictures = Pictures(tmp_path, 1640, scale=2.0)
    for name, decoded, said in (
        ("wide.png", (1640, 16), (2000, 20)),
        ("small.png", (40, 20), (40, 20)),
        ("drawing.svg", (80, 40), (40, 20)),
    ):
        made = read(pictures, name, qtbot)
        assert isinstance(made, Picture)
        assert (made.image.size().toTuple(), (made.width, made.height)) == (decoded, said)


def test_no_name_leads_out_of_the_lesson(qtbot: QtBot, tmp_path: Path) -> None:
    lesson = tmp_path / "lesson"
    lesson.mkdir()
    red(tmp_path / "secret.png")
    red(lesson / "mine.png")
    (lesson / "link.png").symlink_to(tmp_path / "secret.png")
    pictures = Pictures(lesson, 820)
    assert isinstance(read(pictures, "mine.png", qtbot), Picture)
    for name in (
        "../secret.png",
        "link.png",
        str(tmp_path / "secret.png"),
        (tmp_path / "secret.png").as_uri(),
        (lesson / "mine.png").as_uri(),
        "http://127.0.0.1:9/mine.png",
        "qrc:/mine.png",
        "",
    ):
        assert isinstance(read(pictures, name, qtbot), Unreadable), name


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("late.png", None, "not in the lesson"),
        ("really.png", SVG.format("").encode(), "cannot be decoded"),
        ("broken.png", png(30, 20)[:40], "cannot be decoded"),
        ("bomb.png", png(20_000, 20_000), "million pixels"),
        ("heavy.png", b"\0" * (16 * 1024 * 1024 + 1), "larger than"),
        ("reader.svg", SVG.format('<image href="/etc/passwd"/>').encode(), "not in it"),
        ("notes.txt", b"", "cannot be decoded"),
    ],
)
def test_what_cannot_be_shown_is_named_in_the_log(
    name: str, data: bytes | None, reason: str, qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with caplog.at_level(logging.WARNING):
        made = read(Pictures(tmp_path, 820), name, qtbot)
    assert isinstance(made, Unreadable)
    assert reason in made.reason
    assert f"The picture {name} of {tmp_path.name} is not shown" in caplog.text


def test_the_window_goes_on_while_a_drawing_of_much_work_is_drawn(qtbot: QtBot, tmp_path: Path) -> None:
    zigzag = " ".join(f"{place * 9},{place % 2 * 800}" for place in range(90))
    (tmp_path / "much.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800"><polygon points="{zigzag}"/></svg>'
    )
    looks: list[None] = []
    timer = QTimer()
    timer.timeout.connect(lambda: looks.append(None))
    timer.start(1)
    made = read(Pictures(tmp_path, 820), "much.svg", qtbot)
    timer.stop()
    assert isinstance(made, Picture)
    assert made.image.size().toTuple() == (800, 800)
    assert len(looks) > 20


def test_a_picture_grows_with_the_text_and_never_past_it() -> None:
    picture = Picture(QImage(), 400, 200)
    for scale, room, expected in ((1.0, 820, (400, 200)), (2.0, 1640, (800, 400)), (2.0, 600, (600, 300))):
        assert InlinePicture(picture, Theme(text_scale=scale), is_photo=False).size(room).toTuple() == expected


def test_on_a_dark_page_a_picture_has_room_for_the_paper_it_lies_on() -> None:
    dark = InlinePicture(Picture(QImage(), 400, 200), Theme(dark=True), is_photo=False).size(300)
    assert dark.width() == 300
    assert dark.height() > 150
