"""Which kind a source is, told by what is in it, and the reader for each."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from kiosk.errors import LessonError
from kiosk.imports.aiken import looks_like_aiken, read_aiken
from kiosk.imports.archive import ZipFiles
from kiosk.imports.cartridge import read_cartridge
from kiosk.imports.draft import Reading, loss_of
from kiosk.imports.files import Files, FolderFiles, LooseFile
from kiosk.imports.gift import read_gift
from kiosk.imports.manifest import Manifest, find_manifest, read_manifest
from kiosk.imports.native import native_lessons, read_native
from kiosk.imports.qti12 import read_qti12
from kiosk.imports.qti_package import read_qti
from kiosk.imports.text2qti import looks_like_text2qti, read_text2qti
from kiosk.lessons.qti.xml import parse_xml

type _Reader = Callable[[Files, str], Reading]

KINDS = (
    "QTI 2 and 3 (packages, items, tests), Common Cartridge, QTI 1.2, GIFT, Aiken, text2qti, and lessons of our own, "
    "as files, folders or zips"
)

_OF_CARTRIDGES = ("imscc", "imswl", "imsdt", "imsbasiclti", "imsqti_xmlv1p2", "assessment/x-bb-qti")
_REFUSED_ROOTS = {
    "cartridge_basiclti_link": "is an LTI tool: a page of another server, which a lesson cannot be",
    "quiz": "is Moodle's own XML; export the questions from Moodle as GIFT, and import that",
    "course": "is a course for a learning platform, not a lesson; export it as Common Cartridge",
}


@contextmanager
def opened(path: Path) -> Iterator[Files]:
    """A folder, a zip by whatever name, or a file. Raises LessonError for what cannot be read."""
    if path.is_dir():
        yield FolderFiles(path)
    elif _is_zip(path):
        with ZipFiles(path) as files:
            yield files
    else:
        yield LooseFile(path)


def _is_zip(path: Path) -> bool:
    if not path.is_file():
        raise LessonError(str(path), None, "there is no such file or folder.")
    try:
        with path.open("rb") as file:
            return file.read(4) in (b"PK\x03\x04", b"PK\x05\x06")
    except OSError as error:
        raise LessonError(str(path), None, f"cannot be read: {error.strerror}.") from error


def read_source(files: Files) -> Reading:
    """Read all that a source holds. Raises LessonError where nothing of it can be a lesson, with the reason."""
    if native_lessons(files):
        return read_native(files)
    if (name := find_manifest(files)) is not None:
        return _read_package(files, read_manifest(files, name))
    if any(each.lower().endswith(".xml") for each in files.names) and _has_qti(files):
        return read_qti(files)
    return _read_one_by_one(files)


def _read_package(files: Files, manifest: Manifest) -> Reading:
    schema = manifest.schema.lower()
    if "scorm" in schema or any("scormtype" in resource.type for resource in manifest.resources):
        raise LessonError(files.where, None, "is a SCORM package: its lessons are programs for a browser, not content.")
    kinds = tuple({resource.type for resource in manifest.resources})
    if "cartridge" in schema or any(kind.startswith(_OF_CARTRIDGES) or "imscc" in kind for kind in kinds):
        return read_cartridge(files, manifest)
    if any(kind.startswith(("imsqti", "imslti")) for kind in kinds):
        return read_qti(files, manifest)
    if manifest.entries:
        return read_cartridge(files, manifest)
    if _has_qti(files):
        return read_qti(files)
    return _read_one_by_one(files)


def _has_qti(files: Files) -> bool:
    return any(_root(files, name) in ("assessment-item", "assessment-test") for name in files.names)


def _root(files: Files, name: str) -> str:
    """The name of an XML file's first element, found without reading the file whole; "" for another file."""
    if not name.lower().endswith(".xml"):
        return ""
    head = files.head(name)[:8192].decode("utf-8", "replace")
    found = re.search(r"<(?![?!])(?:[\w.-]+:)?([\w.-]+)", re.sub(r"<!--.*?-->", "", head, flags=re.DOTALL))
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", found[1]).lower().removeprefix("qti-") if found else ""


def _read_one_by_one(files: Files) -> Reading:
    """Read each file that is of a kind known here; a folder or a zip may hold several."""
    readings, faults = list[Reading](), list[LessonError]()
    for name in files.names:
        try:
            reader = _reader(files, name)
            if reader is not None:
                readings.append(reader(files, name))
        except LessonError as fault:
            faults.append(fault)
    if not readings:
        raise faults[0] if faults else LessonError(files.where, None, f"holds nothing that can be imported: {KINDS}.")
    drafts = tuple(draft for reading in readings for draft in reading.drafts)
    refused = tuple(loss for reading in readings for loss in reading.refused)
    return Reading(drafts, (*refused, *(loss_of("a file", fault) for fault in faults)))


def _reader(files: Files, name: str) -> _Reader | None:
    """The reader for a file, None for one of no kind known here. Raises LessonError for a kind that is refused."""
    match PurePosixPath(name).suffix.lower():
        case ".gift":
            return read_gift
        case ".txt" | ".md" | ".text":
            return _text_reader(files, name)
        case ".xml" | ".qti" | ".dat":
            return _xml_reader(files, name)
        case _ if len(files.names) == 1:
            raise files.fault(name, f"is of no kind that can be imported; these can: {KINDS}.")
        case _:
            return None


def _text_reader(files: Files, name: str) -> _Reader | None:
    text = files.text(name)
    if looks_like_aiken(text):
        return read_aiken
    if looks_like_text2qti(text):
        return read_text2qti
    if re.search(r"(?<!\\)\{[^{}]*(?<!\\)\}|^::", text, re.MULTILINE) and not name.endswith(".md"):
        return read_gift
    if len(files.names) == 1:
        raise files.fault(name, "has no question in GIFT, Aiken or text2qti; see docs/imports.md for how these look.")
    return None


def _xml_reader(files: Files, name: str) -> _Reader | None:
    root = parse_xml(files.read(name), files.path_of(name)).name
    if root == "questestinterop":
        return read_qti12
    if root in _REFUSED_ROOTS:
        raise files.fault(name, f"{_REFUSED_ROOTS[root]}.")
    if len(files.names) == 1:
        raise files.fault(name, f"is XML that begins with <{root}>, which is no lesson or question known here.")
    return None
