"""imsmanifest.xml: what a package of IMS Content Packaging 1.1 to 1.2 says is in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from kiosk.imports.draft import Loss
from kiosk.imports.files import Files, resolve
from kiosk.lessons.qti.xml import LARGEST, Element, parse_xml
from kiosk.protocol.course import GRADES, SUBJECTS, Course, SubjectGrade

NAME = "imsmanifest.xml"

_REFUSED = {
    "imsbasiclti": "an LTI tool is a page of another server, which a lesson cannot be.",
    "imslti": "an LTI tool is a page of another server, which a lesson cannot be.",
    "idpfepub": "an EPUB is a book for another program.",
    "imsapip": "an APIP package needs a program of its own.",
}


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource; `name` is its file's in the package, `line` where the manifest lists it."""

    identifier: str
    type: str
    name: str | None
    files: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A node of the organisation: a title, perhaps a resource, and what is below it."""

    title: str
    resource: str
    entries: tuple["Entry", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Manifest:
    name: str
    identifier: str
    schema: str
    title: str
    resources: tuple[Resource, ...]
    entries: tuple[Entry, ...]
    words: Mapping[str, str]
    """What its metadata says of subject and grade, by "subject" and "grade"."""

    def resource(self, identifier: str) -> Resource | None:
        return next((each for each in self.resources if each.identifier == identifier), None)


def find_manifest(files: Files) -> str | None:
    """The name of the package's manifest, which may lie one or more folders deep; None where there is none."""
    found = [name for name in files.names if PurePosixPath(name).name == NAME]
    return min(found, key=lambda name: (name.count("/"), name), default=None)


def read_manifest(files: Files, name: str) -> Manifest:
    """Read a manifest. Raises LessonError for what is none."""
    root = parse_xml(files.read(name, LARGEST), files.path_of(name))
    if root.name != "manifest":
        raise root.fault(f"this is <{root.name}>, not the manifest of a package.")
    metadata = root.first("metadata")
    resources = root.first("resources")
    base = root.get("xml:base")
    organisation = next(_named(root, "organization"), None)
    return Manifest(
        name=name,
        identifier=root.get("identifier"),
        schema=_text(metadata, "schema"),
        title=_title(metadata),
        resources=tuple(_resource(each, name, base) for each in resources.all("resource")) if resources else (),
        entries=tuple(map(_entry, organisation.all("item"))) if organisation else (),
        words=_words(metadata),
    )


def course_of(manifest: Manifest | None) -> Course | None:
    """The course, where the metadata names a subject and a grade that Timeback knows."""
    if manifest is None:
        return None
    subject = next((each for each in SUBJECTS if each.lower() == manifest.words.get("subject", "").lower()), None)
    grade = re.fullmatch(r"(?:grade\s*)?(\d{1,2})", manifest.words.get("grade", ""), re.IGNORECASE)
    if subject is None or grade is None or int(grade[1]) not in GRADES:
        return None
    return SubjectGrade(subject, int(grade[1]))


def refusal(kind: str) -> str:
    """Why a resource of this type can be no part of a lesson; "" for one that may."""
    return next((why for starts, why in _REFUSED.items() if kind.startswith(starts)), "")


def refused_resources(files: Files, manifest: Manifest) -> list[Loss]:
    """Every resource that can be no part of a lesson."""
    return [
        Loss(files.path_of(manifest.name), each.line, each.identifier, why)
        for each in manifest.resources
        if (why := refusal(each.type))
    ]


def _resource(element: Element, manifest: str, base: str) -> Resource:
    own = f"{base}{element.get('xml:base')}"
    files = [resolve(manifest, f"{own}{each.get('href')}") for each in element.all("file")]
    href = element.get("href")
    first = resolve(manifest, f"{own}{href}") if href else next(iter(files), None)
    kind = element.get("type").lower()
    return Resource(element.get("identifier"), kind, first, tuple(name for name in files if name), element.line)


def _entry(element: Element) -> Entry:
    title = element.first("title")
    return Entry(
        title=" ".join(title.text.split()) if title else "",
        resource=element.get("identifierref"),
        entries=tuple(map(_entry, element.all("item"))),
        line=element.line,
    )


def _named(root: Element, local: str) -> Iterator[Element]:
    """Elements of a name in whatever vocabulary: learning object metadata comes in several."""
    return (element for element in root.walk() if element.name.rpartition(":")[2] == local)


def _text(element: Element | None, local: str) -> str:
    found = next(_named(element, local), None) if element else None
    return " ".join(found.text.split()) if found else ""


def _title(metadata: Element | None) -> str:
    general = next(_named(metadata, "general"), None) if metadata else None
    return _text(general, "title")


def _words(metadata: Element | None) -> dict[str, str]:
    """Subject and grade from the classifications (LOM 9: purpose "discipline" and "educational level")."""
    words: dict[str, str] = {}
    for each in _named(metadata, "classification") if metadata else ():
        purpose = _text(next(_named(each, "purpose"), None), "value")
        key = {"discipline": "subject", "educational level": "grade"}.get(purpose.lower())
        if key:
            words.setdefault(key, _text(next(_named(each, "taxon"), None), "entry"))
    return words
