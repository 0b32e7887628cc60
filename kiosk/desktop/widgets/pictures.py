"""The pictures of one lesson folder, and nothing else: a lesson may be hostile."""

import xml.etree.ElementTree as ET
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QUrl
from PySide6.QtGui import QImage, QImageReader

from kiosk.lessons.source import member

_FORMATS = {".png": b"png", ".jpg": b"jpeg", ".jpeg": b"jpeg", ".gif": b"gif", ".webp": b"webp", ".svg": b"svg"}
_LARGEST = 16 * 1024 * 1024
_REFUSED = frozenset({"script", "foreignObject", "style"})


class Pictures:
    """Reads pictures by the name a page gives them. GUI thread.

    Every answer is kept, also that there is no such picture: a page is laid out often and asks each time.
    """

    def __init__(self, folder: Path, widest: int) -> None:
        self._folder = folder.resolve()
        self._widest = widest
        self._known: dict[str, QImage] = {}

    def read(self, url: QUrl) -> QImage:
        """Give the picture, made smaller where it is wider than the page; one clear pixel where there is none."""
        name = url.toString()
        if name not in self._known:
            self._known[name] = self._load(url) or _nothing()
        return self._known[name]

    def _load(self, url: QUrl) -> QImage | None:
        path = self._path(url)
        if path is None or path.stat().st_size > _LARGEST:
            return None
        data = path.read_bytes()
        kind = _FORMATS[path.suffix.lower()]
        if kind == b"svg" and not is_harmless_svg(data):
            return None
        buffer = QBuffer()
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer, QByteArray(kind))
        reader.setAutoDetectImageFormat(False)  # an SVG called .png would pass by the check above
        reader.setAutoTransform(True)
        size = reader.size()
        if size.width() > self._widest:
            reader.setScaledSize(size.scaled(QSize(self._widest, size.height()), Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        return None if image.isNull() else image

    def _path(self, url: QUrl) -> Path | None:
        if url.scheme() or url.host():
            return None
        path = member(self._folder, url.path(QUrl.ComponentFormattingOption.FullyDecoded))
        return path if path is not None and path.suffix.lower() in _FORMATS else None


def is_harmless_svg(data: bytes) -> bool:
    """Whether an SVG may be drawn: plain UTF-8, without entities, scripts, foreign files, or `use` within `use`.

    Measured: 1.8 kB of nested `use` kept QtSvg busy for 12 s, and an image with an absolute path was drawn.
    """
    try:
        text = data.decode("utf-8")
        if "<!ENTITY" in text:
            return False
        root = ET.fromstring(text)  # noqa: S314 - without entities there is nothing to expand
    except (UnicodeDecodeError, ET.ParseError, ValueError):
        return False
    named = {element.get("id"): element for element in root.iter()}
    for element in root.iter():
        tag = element.tag.rpartition("}")[2]
        target = next((value for key, value in element.items() if key.rpartition("}")[2] == "href"), "")
        if tag in _REFUSED or (tag in {"image", "feImage"} and not target.startswith("data:image/png")):
            return False
        if tag == "use":
            used = named.get(target.removeprefix("#"))
            if used is None or any(part.tag.rpartition("}")[2] == "use" for part in used.iter()):
                return False
    return True


def _nothing() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    return image
