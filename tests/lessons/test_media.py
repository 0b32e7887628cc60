"""Which files of a package are played, and the words under them."""

from pathlib import Path

import pytest

from kiosk.lessons.media import Caption, Medium, caption_at, captions, playable, read_captions

VTT = """WEBVTT - of a film

NOTE drawn by hand

1
00:01.000 --> 00:04.000 align:start
<v Ana>Rain falls.</v>
It fills the <i>river</i>.

00:00:03.500 --> 01:00:05.250
The sun shines.

00:09.000 -->
"""


@pytest.mark.parametrize(
    ("name", "beginning", "medium"),
    [
        ("a.wav", b"RIFF\x24\x00\x00\x00WAVEfmt ", Medium.SOUND),
        ("a.mp3", b"ID3\x04", Medium.SOUND),
        ("b.mp3", b"\xff\xfb\x90\x00", Medium.SOUND),
        ("a.flac", b"fLaC", Medium.SOUND),
        ("a.m4a", b"\x00\x00\x00\x20ftypM4A ", Medium.SOUND),
        ("a.mp4", b"\x00\x00\x00\x20ftypisom", Medium.FILM),
        ("a.ogg", b"OggS\x00\x02", Medium.SOUND),
        ("a.ogv", b"OggS\x00\x02", Medium.FILM),
        ("a.webm", b"\x1aE\xdf\xa3", Medium.FILM),
    ],
)
def test_a_sound_or_film_is_known_by_how_it_begins(tmp_path: Path, name: str, beginning: bytes, medium: Medium) -> None:
    (tmp_path / name).write_bytes(beginning + bytes(100))
    assert playable(tmp_path, name) == ((tmp_path / name).resolve(), medium)


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("list.mp4", b"#EXTM3U\nhttp://198.51.100.7/film.ts"),
        ("list.mp3", b"[playlist]\nFile1=/etc/passwd"),
        ("concat.mp4", b"ffconcat version 1.0\nfile /etc/passwd"),
        ("page.webm", b"<smil>"),
        ("empty.mp4", b""),
    ],
)
def test_a_list_that_leads_elsewhere_is_not_played(tmp_path: Path, name: str, holds: bytes) -> None:
    (tmp_path / name).write_bytes(holds)
    assert playable(tmp_path, name) is None


@pytest.mark.parametrize("name", ["../song.mp3", "/etc/passwd", "http://198.51.100.7/a.mp4", "gone.mp3", ""])
def test_nothing_outside_the_package_is_played(tmp_path: Path, name: str) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (tmp_path / "song.mp3").write_bytes(b"ID3")
    assert playable(package, name) is None


def test_captions_are_the_cues_of_the_webvtt_file_beside_the_film(tmp_path: Path) -> None:
    (tmp_path / "film.vtt").write_text(VTT, "utf-8")
    told = captions(tmp_path, "film.mp4")
    assert told == (
        Caption(1_000, 4_000, "Rain falls.\nIt fills the river."),
        Caption(3_500, 3_605_250, "The sun shines."),
    )
    assert captions(tmp_path, "other.mp4") == ()


def test_at_a_moment_every_cue_of_it_is_read() -> None:
    told = read_captions(VTT)
    assert caption_at(told, 999) == ""
    assert caption_at(told, 1_000) == "Rain falls.\nIt fills the river."
    assert caption_at(told, 3_600) == "Rain falls.\nIt fills the river.\nThe sun shines."
    assert caption_at(told, 4_000) == "The sun shines."


def test_captions_of_half_a_book_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "film.vtt").write_bytes(b"WEBVTT\n\n" + bytes(600 * 1024))
    assert captions(tmp_path, "film.mp4") == ()
