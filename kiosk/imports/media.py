"""The pictures that the texts of a source show, on their way into a lesson."""

import base64
import binascii
import hashlib
import re
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from kiosk.imports.files import Files, resolve
from kiosk.lessons.picture import size_of
from kiosk.lessons.source import is_picture

FOLDER = "items/media"
"""In a lesson, for pages and items alike."""

_EMBEDDED = re.compile(r"data:image/(?P<kind>png|jpeg|jpg|gif|webp|svg\+xml);base64,(?P<data>[A-Za-z0-9+/=\s]+)")
_TOP = re.compile(r"^(?:\$|%24)(?:IMS-CC-FILEBASE|IMS_CC_FILEBASE|@FILEBASE@)(?:\$|%24)/*|^@@PLUGINFILE@@/*", re.ASCII)


class Media:
    """Collects what is shown: files of the source by their name in the lesson, and pictures written into a text.

    `tops` are the folders in which a learning platform's own files lie, such as web_resources.
    """

    def __init__(self, files: Files, tops: Sequence[str] = ()) -> None:
        self._files = files
        self._tops = tops
        self.copied: dict[str, str] = {}
        self.made: dict[str, bytes] = {}

    def of_page(self, base: str) -> Callable[[str], str | None]:
        """How a page that is read from the file `base` finds its pictures."""
        return lambda address: f"{FOLDER}/{name}" if (name := self._name(base, address)) else None

    def of_item(self, base: str) -> Callable[[str], str | None]:
        """The same for an item, which names its pictures from the folder items."""
        return lambda address: f"media/{name}" if (name := self._name(base, address)) else None

    def _name(self, base: str, address: str) -> str | None:
        if embedded := _EMBEDDED.match(address):
            return self._embedded(embedded)
        for source in self._candidates(base, address):
            if is_picture(source) and self._files.has(source) and size_of(self._files.head(source), source):
                return self._copy(source)
        return None

    def _candidates(self, base: str, address: str) -> list[str]:
        if top := _TOP.match(address):
            path = address[top.end() :]
            found = [resolve(f"{folder}/x", path) for folder in (*self._tops, ".", str(PurePosixPath(base).parent))]
        else:
            found = [resolve(base, address)]
        return [name for name in found if name]

    def _copy(self, source: str) -> str:
        for name, known in self.copied.items():
            if known == source:
                return name.removeprefix(f"{FOLDER}/")
        path = PurePosixPath(source)
        stem = re.sub(r"[^A-Za-z0-9._-]+", "-", path.stem).strip("-.")[:60] or "picture"
        name = f"{stem}{path.suffix.lower()}"
        if f"{FOLDER}/{name}" in self.copied:
            name = f"{stem}-{hashlib.sha256(source.encode()).hexdigest()[:6]}{path.suffix.lower()}"
        self.copied[f"{FOLDER}/{name}"] = source
        return name

    def _embedded(self, found: re.Match[str]) -> str | None:
        kind = {"jpeg": "jpg", "svg+xml": "svg"}.get(found["kind"], found["kind"])
        try:
            data = base64.b64decode("".join(found["data"].split()), validate=True)
        except (binascii.Error, ValueError):
            return None
        name = f"embedded-{hashlib.sha256(data).hexdigest()[:12]}.{kind}"
        if size_of(data, name) is None:
            return None
        self.made[f"{FOLDER}/{name}"] = data
        return name
