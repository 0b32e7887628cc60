"""What reading one item notes and asks for on its way: losses, other files of the package, and what cannot run."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from kiosk.lessons.interactions import Picture
from kiosk.lessons.item import ResponseDeclaration
from kiosk.lessons.picture import size_of
from kiosk.lessons.qti.xml import LARGEST, LARGEST_ITEM, Element, parse_xml
from kiosk.lessons.source import is_picture, member

type Files = Callable[[str], bytes | None]
"""The first 4 MiB of a file of the package by its name from the package's root; None where there is none."""

_OTHER_PLACE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_LENGTH = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,5})?)(?:px)?")
MOST_INCLUDED = 20
_SIZE_OF_THE_UNKNOWN = (400, 300)


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of the file that the item does not have: `line` (from 1), what it is, and why, as a sentence's end."""

    line: int
    what: str
    why: str


@dataclass(slots=True)
class Reading:
    """One item being read. Faults are raised by `Element.fault`."""

    files: Files
    responses: dict[str, ResponseDeclaration] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)
    _told: set[tuple[str, str]] = field(default_factory=set)
    _cannot: dict[str, None] = field(default_factory=dict)
    _included: int = 0
    _sizes: dict[str, tuple[int, int] | None] = field(default_factory=dict)
    _there: dict[str, bool] = field(default_factory=dict)

    @property
    def unsupported(self) -> tuple[str, ...]:
        """What this program cannot run, a sentence each."""
        return tuple(self._cannot)

    def lose(self, element: Element, what: str, why: str) -> None:
        """Note that something is left out. The same thing is told of once, where it stands first."""
        if (what, why) not in self._told:
            self._told.add((what, why))
            self.losses.append(Loss(element.line, what, why))

    def cannot(self, sentence: str) -> None:
        """Note what this program cannot run: the item is shown, and left out of the score."""
        self._cannot[sentence] = None

    def file_name(self, element: Element, address: str) -> str | None:
        """The name in the package of a file that an element refers to; None for one that is elsewhere."""
        path = unquote(address.strip().partition("#")[0].partition("?")[0])
        if not path or _OTHER_PLACE.match(path) or path.startswith("/") or "\\" in path:
            return None
        parts: list[str] = []
        for part in (PurePosixPath(element.file).parent / path).parts:
            if part != "..":
                parts.append(part)
            elif parts:
                parts.pop()
            else:
                return None
        return "/".join(parts)

    def has(self, name: str) -> bool:
        """Whether the package has the file. Each is looked at once."""
        if name not in self._there:
            self._there[name] = self.files(name) is not None
        return self._there[name]

    def included(self, element: Element, address: str) -> Element | None:
        """The root of another XML file of the package; None after noting that it cannot be had.

        Raises LessonError for what is no XML, and for more than MOST_INCLUDED files.
        """
        self._included += 1
        if self._included > MOST_INCLUDED:
            raise element.fault(f"an item can include {MOST_INCLUDED} files at the most.")
        name = self.file_name(element, address)
        data = self.files(name) if name else None
        if name is None or data is None:
            self.lose(element, address or element.name, _NO_FILE)
            return None
        return parse_xml(data, name, LARGEST_ITEM)

    def picture(self, element: Element, address: str, description: str, *, keeps_place: bool = False) -> Picture | None:
        """A picture with its size, which is the element's or the file's own; None after noting why there is none.

        With `keeps_place` a picture that is not in the package is given all the same: places on it are asked for.
        """
        name = self.file_name(element, address)
        if name is None or not is_picture(name):
            self.lose(element, address or element.name, "this is no picture of the package that can be shown")
            return None
        own = self._size(name)
        if own is None:
            there = self.has(name)
            self.lose(element, address, "this picture cannot be drawn" if there else _NO_FILE)
            if not (there or keeps_place):
                return None
        return Picture(name, *_size(pixels(element, "width"), pixels(element, "height"), own), description)

    def _size(self, name: str) -> tuple[int, int] | None:
        if name not in self._sizes:
            data = self.files(name)
            self._sizes[name] = size_of(data, name) if data is not None else None
        return self._sizes[name]


_NO_FILE = "there is no such file in the package"


def folder_files(folder: Path) -> Files:
    """The files of a package that lies in a folder; none outside of it, not by a symbolic link either."""

    def read(name: str) -> bytes | None:
        path = member(folder, name)
        if path is None:
            return None
        try:
            with path.open("rb") as file:
                return file.read(LARGEST)
        except OSError:
            return None

    return read


def no_files(_name: str) -> bytes | None:
    """A package that has nothing but the item."""
    return None


def pixels(element: Element, attribute: str) -> int | None:
    """A width or height as HTML writes it; None for none, and for a percentage."""
    told = _LENGTH.fullmatch(element.get(attribute))
    return (round(float(told[1])) or None) if told else None


def _size(width: int | None, height: int | None, own: tuple[int, int] | None) -> tuple[int, int]:
    """Both sides, a missing one in proportion to the file's own."""
    usual = own or _SIZE_OF_THE_UNKNOWN
    if width is None and height is None:
        return usual
    if width is None:
        width = max(1, round((height or 1) * usual[0] / usual[1]))
    return width, height or max(1, round(width * usual[1] / usual[0]))
