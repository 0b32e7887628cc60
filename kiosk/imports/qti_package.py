"""Packages of QTI 2.0 to 3.0: what their imsmanifest.xml lists, or, without one, every item and test that is there."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import PurePosixPath

from kiosk.errors import LessonError
from kiosk.imports.draft import Draft, DraftPage, Loss, Reading, loss_of
from kiosk.imports.files import Files, resolve
from kiosk.imports.manifest import Manifest, course_of, refused_resources
from kiosk.imports.native import SOUNDS_AND_FILMS
from kiosk.imports.paging import drafts, one_line, placed
from kiosk.lessons.qti.assessment import read_assessment
from kiosk.lessons.qti.item import read_item
from kiosk.lessons.qti.reading import Loss as ReaderLoss
from kiosk.lessons.qti.xml import LARGEST, Element, parse_xml
from kiosk.lessons.source import PICTURES

_KEPT = (*PICTURES, *SOUNDS_AND_FILMS, ".xml")


def read_qti(files: Files, manifest: Manifest | None = None) -> Reading:
    """Read a package: a lesson for each test, and one of the items that no test asks.

    An item's file is kept as it is. Raises LessonError where there is neither an item nor a test that can be read.
    """
    listed = [each.name for each in manifest.resources if each.type.startswith("imsqti")] if manifest else files.names
    names = dict.fromkeys(name for name in listed if name is not None and name.lower().endswith(".xml"))
    return _Reader(files, manifest).read(list(names))


class _Reader:
    def __init__(self, files: Files, manifest: Manifest | None) -> None:
        self._files = files
        self._manifest = manifest
        self._refused: list[Loss] = []

    def read(self, names: Sequence[str]) -> Reading:
        roots = {name: self._root(name) for name in names}
        tests = [test for name in names if roots[name] == "assessment-test" and (test := self._test(name))]
        asked = {name for test in tests for name in test.copied.values()}
        items = self._items([name for name in names if roots[name] == "assessment-item" and name not in asked])
        if self._manifest:
            self._refused += refused_resources(self._files, self._manifest)
        every = (*tests, *items)
        if not every:
            first = next(iter(self._refused), None)
            if first:
                raise LessonError(first.file, first.line, first.why)
            raise LessonError(self._files.where, None, "has no item and no test of QTI 2 or 3 in it.")
        return Reading(every, tuple(self._refused))

    def _root(self, name: str) -> str:
        """What a file is, by its first element: what its package calls it may be wrong."""
        try:
            return parse_xml(self._read(name), name).name
        except LessonError as fault:
            self._refused.append(loss_of("a file", self._from_here(fault)))
            return ""

    def _test(self, name: str) -> Draft | None:
        try:
            read = read_assessment(self._read(name), name, self._read_or_none)
            copied = self._copied([name])
        except LessonError as fault:
            self._refused.append(loss_of("a test", self._from_here(fault)))
            return None
        losses = self._losses(name, read.losses)
        for item, lost in read.item_losses.items():
            losses += self._losses(item, lost)
        return Draft(
            origin=name,
            title=self._title(read.assessment.title, name),
            test=f"items/{name}",
            copied=copied,
            losses=tuple(losses),
            language=read.assessment.language,
            course=course_of(self._manifest),
        )

    def _items(self, names: Sequence[str]) -> tuple[Draft, ...]:
        pages, losses, good = list[DraftPage](), list[Loss](), list[str]()
        language = ""
        for name in names:
            try:
                read = read_item(self._read(name), name, self._read_or_none)
            except LessonError as fault:
                losses.append(loss_of("an item", self._from_here(fault)))
                continue
            good.append(name)
            losses += self._losses(name, read.losses)
            losses += [Loss(self._files.path_of(name), None, "its score", why) for why in read.item.unsupported]
            language = language or read.item.language
            pages.append(DraftPage(one_line(read.item.title, PurePosixPath(name).stem), (placed(name),)))
        if not pages:
            self._refused += losses
            return ()
        title = self._title("", names[0]) if len(names) > 1 else pages[0].title
        draft = Draft(
            origin="items",
            title=title,
            pages=tuple(pages),
            copied=self._copied(good),
            losses=tuple(losses),
            language=language,
            course=course_of(self._manifest),
        )
        return drafts(draft)

    def _copied(self, names: Sequence[str]) -> dict[str, str]:
        return {f"items/{name}": name for name in needed_files(self._files, names)}

    def _read(self, name: str) -> bytes:
        return self._files.read(name, LARGEST)

    def _read_or_none(self, name: str) -> bytes | None:
        if not self._files.has(name):
            return None
        return self._read(name) if name.lower().endswith(".xml") else self._files.head(name)

    def _losses(self, name: str, losses: Sequence[ReaderLoss]) -> list[Loss]:
        return [Loss(self._files.path_of(name), loss.line, loss.what, f"{loss.why}.") for loss in losses]

    def _from_here(self, fault: LessonError) -> LessonError:
        """The fault of a file that was named from the package's root, as a person finds it."""
        if fault.file.startswith(self._files.where):
            return fault
        return self._files.fault(fault.file, fault.reason, fault.line)

    def _title(self, title: str, name: str) -> str:
        told = title or (self._manifest.title if self._manifest else "")
        where = PurePosixPath(self._files.where)
        stem = PurePosixPath(name).stem if self._files.names == (name,) else where.name.removesuffix(".zip")
        return one_line(told, one_line(stem.replace("_", " "), "Questions"))


def needed_files(files: Files, names: Sequence[str]) -> list[str]:
    """These files of QTI and all that they name, and what that names. What is no XML names nothing."""
    needed: dict[str, None] = {}
    waiting = list(reversed(names))
    while waiting:
        name = waiting.pop()
        if name in needed:
            continue
        needed[name] = None
        if name.lower().endswith(".xml"):
            with suppress(LessonError):
                waiting += _named_in(parse_xml(files.read(name, LARGEST), name), files)
    return list(needed)


def _named_in(root: Element, files: Files) -> Iterator[str]:
    """The files of the package that an attribute names, of those kinds that a lesson has."""
    for element in root.walk():
        for value in element.attributes.values():
            if re.sub("[#?].*", "", value[:1000]).lower().endswith(_KEPT):
                name = resolve(root.file, value)
                if name is not None and files.has(name):
                    yield name
