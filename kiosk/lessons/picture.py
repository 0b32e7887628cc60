"""How large a picture file is, told without drawing it."""

from pathlib import Path

from kiosk.lessons.raster import HEADER, raster_size
from kiosk.lessons.svg import LARGEST, SvgRefusedError, read_svg


def picture_size(path: Path) -> tuple[int, int] | None:
    """Width and height in pixels at 100 % text; None for a file that is no picture, or none we show."""
    is_svg = path.suffix.lower() == ".svg"
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1 if is_svg else HEADER)
    except OSError:
        return None
    return size_of(data, path.name)


def size_of(data: bytes, name: str) -> tuple[int, int] | None:
    """The same from a file's first bytes, all of them for an SVG, and its name."""
    if not name.lower().endswith(".svg"):
        return raster_size(data)
    try:
        svg = read_svg(data)
    except SvgRefusedError:
        return None
    return round(svg.width) or 1, round(svg.height) or 1
