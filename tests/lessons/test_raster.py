import base64
import struct

import pytest

from kiosk.lessons.raster import embedded_size, raster_size
from tests.lessons.packages import png


def exif(orientation: int, order: str) -> bytes:
    """What a camera writes about how it was held, in either order of bytes."""
    mark = b"II" if order == "<" else b"MM"
    entries = struct.pack(order + "HHIHH", 0x0110, 3, 1, 7, 0) + struct.pack(
        order + "HHIHH", 0x0112, 3, 1, orientation, 0
    )
    tiff = mark + struct.pack(order + "HIH", 42, 8, 2) + entries + struct.pack(order + "I", 0)
    return segment(0xE1, b"Exif\0\0" + tiff)


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def jpeg(width: int, height: int, *before: bytes) -> bytes:
    return b"\xff\xd8" + b"".join(before) + segment(0xC2, struct.pack(">BHHB", 8, height, width, 3))


WEBP = {
    b"VP8 ": b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 300, 200),
    b"VP8L": b"\x2f" + struct.pack("<I", 299 | 199 << 14) + b"\0" * 5,
    b"VP8X": b"\0\0\0\0" + struct.pack("<I", 299)[:3] + struct.pack("<I", 199)[:3],
}


@pytest.mark.parametrize(
    "data",
    [
        png(300, 200),
        b"GIF89a" + struct.pack("<HH", 300, 200),
        *(
            b"RIFF" + struct.pack("<I", 22) + b"WEBP" + kind + struct.pack("<I", 10) + body
            for kind, body in WEBP.items()
        ),
        jpeg(300, 200),
        jpeg(300, 200, segment(0xE0, b"JFIF\0"), exif(1, "<"), segment(0xC4, b"\0" * 9)),
        jpeg(200, 300, exif(6, "<")),
        jpeg(200, 300, exif(8, ">")),
    ],
)
def test_the_first_bytes_tell_the_size_as_it_is_seen(data: bytes) -> None:
    assert raster_size(data) == (300, 200)


@pytest.mark.parametrize("whole", [png(300, 200)[:30], jpeg(300, 200, exif(6, "<"))])
def test_a_file_that_ends_too_early_tells_nothing_and_breaks_nothing(whole: bytes) -> None:
    for end in range(len(whole) - 6):
        assert raster_size(whole[:end]) is None


@pytest.mark.parametrize("data", [b"", b"text", b"\xff\xd8\xff\xda\0\0", b"RIFF1234WEBPVP9 " + b"\0" * 30])
def test_what_is_no_picture_has_no_size(data: bytes) -> None:
    assert raster_size(data) is None


def test_only_a_png_or_jpeg_within_an_address_has_a_size() -> None:
    body = base64.b64encode(png(3, 2)).decode()
    assert embedded_size(f"data:image/png;base64,{body}") == (3, 2)
    for other in (
        f"data:image/svg+xml;base64,{body}",
        f"data:text/html;base64,{body}",
        "a.png",
        "data:image/png;base64,?",
    ):
        assert embedded_size(other) is None
