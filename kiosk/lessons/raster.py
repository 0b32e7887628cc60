"""How large a picture is, read from its first bytes alone, so that a page keeps its place before it is decoded."""

import base64
import binascii
from collections.abc import Iterator
from itertools import pairwise

MOST_PIXELS = 40_000_000
"""A picture is decoded whole before it is made smaller; this many take 160 MB for that moment."""

HEADER = 256 * 1024
"""So many bytes of a file are enough, also where a camera wrote a preview before the size."""

_FRAME_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def raster_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, GIF, WebP or JPEG; None where the bytes are none of these."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        return _big(data[16:20]), _big(data[20:24])
    if data.startswith((b"GIF87a", b"GIF89a")) and len(data) >= 10:
        return _little(data[6:8]), _little(data[8:10])
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP" and len(data) >= 30:
        return _webp_size(data)
    if data.startswith(b"\xff\xd8"):
        return _jpeg_size(data)
    return None


def embedded_size(address: str) -> tuple[int, int] | None:
    """The same for a PNG or JPEG that is written into a `data:` address; None for any other address."""
    head, _, body = address.partition(",")
    if head not in {"data:image/png;base64", "data:image/jpeg;base64", "data:image/jpg;base64"}:
        return None
    try:
        return raster_size(base64.b64decode("".join(body.split())))
    except (binascii.Error, ValueError):
        return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    """Google's "WebP Container Specification": three kinds of first chunk."""
    match data[12:16]:
        case b"VP8X":
            return _little(data[24:27]) + 1, _little(data[27:30]) + 1
        case b"VP8L":
            bits = _little(data[21:25])
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            return _little(data[26:28]) & 0x3FFF, _little(data[28:30]) & 0x3FFF
        case _:
            return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """The frame's size (ITU T.81, B.2.2), turned as the camera's note says (Exif, tag 0x0112)."""
    turned = False
    for marker, body in _jpeg_segments(data):
        if marker == 0xE1 and body.startswith(b"Exif\0\0"):
            turned = _orientation(body[6:]) >= 5
        if marker in _FRAME_MARKERS and len(body) >= 5:
            height, width = _big(body[1:3]), _big(body[3:5])
            return (height, width) if turned else (width, height)
    return None


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        length = _big(data[at + 2 : at + 4])
        yield data[at + 1], data[at + 4 : at + 2 + length]
        at += 2 + length


def _orientation(tiff: bytes) -> int:
    """1 to 8, where 5 and more lie on their side; 1 where nothing is said."""
    read = _little if tiff[:2] == b"II" else _big
    first = read(tiff[4:8])
    count = read(tiff[first : first + 2])
    starts = range(first + 2, min(first + 2 + 12 * count, len(tiff) - 11) + 1, 12)
    entries = (tiff[start:end] for start, end in pairwise([*starts, len(tiff)]))
    return next((read(entry[8:10]) for entry in entries if read(entry[:2]) == 0x0112), 1)


def _big(part: bytes) -> int:
    return int.from_bytes(part, "big")


def _little(part: bytes) -> int:
    return int.from_bytes(part, "little")
