"""Common Cartridge 1.1 to 1.3: a course's modules as lessons, its pages, quizzes, links and topics as their pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from kiosk.errors import LessonError
from kiosk.imports.draft import Draft, DraftPage, Loss, Reading, loss_of
from kiosk.imports.files import Files
from kiosk.imports.foreign_html import LARGEST as LARGEST_HTML
from kiosk.imports.foreign_html import Place, plain_text, read_html
from kiosk.imports.manifest import Entry, Manifest, Resource, course_of, refusal
from kiosk.imports.markdown import as_text, markdown
from kiosk.imports.media import Media
from kiosk.imports.paging import drafts, one_line, pages
from kiosk.imports.qti12 import read_quiz12
from kiosk.imports.qti_package import read_qti
from kiosk.lessons.item import Item
from kiosk.lessons.qti.xml import LARGEST, Element, parse_xml

_TOPS = ("web_resources", "course_files", "wiki_content")
"""Where Canvas and Moodle put the files that pages name from the course's top."""

_QUIZZES = ("imsqti_xmlv1p2", "assessment/x-bb-qti")
_OWN_FILES = ("course_settings/", "non_cc_assessments/", "lti_resource_links/")


@dataclass(slots=True)
class _Lesson:
    """A module on its way to a lesson."""

    origin: str
    title: str
    media: Media
    pages: list[DraftPage] = field(default_factory=list)
    items: dict[str, Item] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)


def read_cartridge(files: Files, manifest: Manifest) -> Reading:
    """Read a cartridge: a lesson for each module of its organisation, and one for each quiz that stands in none.

    What lessons cannot be is refused by name. Raises LessonError where nothing is left.
    """
    reader = _Reader(files, manifest)
    reader.read()
    if not reader.lessons:
        first = next(iter(reader.refused), None)
        if first:
            raise LessonError(first.file, first.line, f"{first.what}: {first.why}")
        raise LessonError(files.where, None, "has no page and no quiz that a lesson can be made of.")
    return Reading(tuple(reader.lessons), tuple(reader.refused))


class _Reader:
    def __init__(self, files: Files, manifest: Manifest) -> None:
        self._files = files
        self._manifest = manifest
        self._path = files.path_of(manifest.name)
        self._taken: set[str] = set()
        self.lessons: list[Draft] = []
        self.refused: list[Loss] = []

    def read(self) -> None:
        for title, origin, entries in self._modules():
            lesson = self._begun(title, origin)
            for entry in entries:
                self._entry(entry, lesson)
            self._finish(lesson)
        for resource in self._manifest.resources:
            if resource.identifier not in self._taken and resource.type.startswith(_QUIZZES):
                self._left_over(resource)
        if any(resource.type.startswith(("imsqti_item", "imsqti_test")) for resource in self._manifest.resources):
            self._qti()

    def _modules(self) -> Iterator[tuple[str, str, Sequence[Entry]]]:
        """Title, origin and entries of each lesson: modules with something in them, and what stands beside them."""
        course = one_line(self._manifest.title, self._stem())
        entries = self._manifest.entries
        while len(entries) == 1 and entries[0].entries and not entries[0].resource:
            course = one_line(entries[0].title, course)
            entries = entries[0].entries  # a root that only holds the rest
        modules = [entry for entry in entries if entry.entries]
        loose = [entry for entry in entries if not entry.entries]
        if loose:
            yield course, "", loose
        for at, entry in enumerate(modules, 1):
            yield one_line(entry.title, f"{course} {at}"), entry.title or str(at), (entry,)

    def _stem(self) -> str:
        return one_line(PurePosixPath(self._files.where).stem.replace("_", " "), "Course")

    def _begun(self, title: str, origin: str) -> _Lesson:
        return _Lesson(origin, title, Media(self._files, _TOPS))

    def _finish(self, lesson: _Lesson) -> None:
        if not lesson.pages:
            self.refused += lesson.losses
            return
        draft = Draft(
            origin=lesson.origin,
            title=lesson.title,
            pages=tuple(lesson.pages),
            items=lesson.items,
            made=lesson.media.made,
            copied=lesson.media.copied,
            losses=tuple(lesson.losses),
            course=course_of(self._manifest),
        )
        self.lessons += drafts(draft)

    def _entry(self, entry: Entry, lesson: _Lesson) -> None:
        """Add an entry and what is below it."""
        if entry.resource:
            resource = self._manifest.resource(entry.resource)
            if resource is None:
                lesson.losses.append(Loss(self._path, entry.line, entry.title, "the package lists nothing for it."))
            else:
                self._taken.add(resource.identifier)
                try:
                    self._resource(resource, one_line(entry.title, "Page"), lesson)
                except LessonError as fault:
                    lesson.losses.append(loss_of(one_line(entry.title, resource.type), fault))
        for inner in entry.entries:
            self._entry(inner, lesson)

    def _resource(self, resource: Resource, title: str, lesson: _Lesson) -> None:
        name, kind = resource.name, resource.type
        if why := refusal(kind):
            self.refused.append(Loss(self._path, resource.line, title, why))
        elif name is None or not self._files.has(name):
            lesson.losses.append(Loss(self._path, resource.line, title, "its file is not in the package."))
        elif kind.startswith(_QUIZZES):
            self._quiz(name, title, lesson)
        elif kind.startswith("imswl"):
            self._link(name, title, lesson)
        elif kind.startswith("imsdt"):
            self._topic(name, title, lesson)
        elif name.lower().endswith((".html", ".htm", ".xhtml")):
            self._page(name, title, lesson)
        elif self._shown_picture(name, title, lesson):
            pass
        else:
            why = "a lesson shows pages, quizzes, links and pictures, no files of other programs."
            lesson.losses.append(Loss(self._files.path_of(name), None, title, why))

    def _page(self, name: str, title: str, lesson: _Lesson) -> None:
        place = Place(self._files.path_of(name), None, lesson.media.of_page(name))
        nodes = read_html(self._files.text(name, LARGEST_HTML), place, lesson.losses)
        parts = markdown(nodes, place, lesson.losses)
        if parts and parts[0].removeprefix("## ") == as_text(title):
            parts = parts[1:]
        if parts:
            lesson.pages += pages(title, parts)
        else:
            lesson.losses.append(Loss(place.file, None, title, "the page shows nothing that a lesson can show."))

    def _quiz(self, name: str, title: str, lesson: _Lesson) -> None:
        quiz = read_quiz12(self._files, name, lesson.media, title)
        lesson.pages += quiz.pages
        lesson.items |= quiz.items
        lesson.losses += quiz.losses

    def _link(self, name: str, title: str, lesson: _Lesson) -> None:
        root = self._xml(name)
        url = next((each.get("href") for each in root.walk() if each.name == "url"), "")
        told = next((plain_text(each.text) for each in root.walk() if each.name == "title"), "")
        lesson.pages += pages(title, [as_text(told or title), f"`{url.replace('`', '')[:500]}`"])
        why = "nothing in a lesson leads out of it, so the address is shown and cannot be opened."
        lesson.losses.append(Loss(self._files.path_of(name), root.line, "a link", why))

    def _topic(self, name: str, title: str, lesson: _Lesson) -> None:
        root = self._xml(name)
        text = next((each for each in root.walk() if each.name == "text"), None)
        place = Place(self._files.path_of(name), text.line if text else None, lesson.media.of_page(name))
        parts = markdown(read_html(text.text if text else "", place, lesson.losses), place, lesson.losses)
        if parts:
            lesson.pages += pages(title, parts)
        lesson.losses.append(Loss(place.file, place.line, title, "students cannot discuss here; its text is a page."))

    def _shown_picture(self, name: str, title: str, lesson: _Lesson) -> bool:
        shown = lesson.media.of_page(name)(PurePosixPath(name).name)
        if shown:
            lesson.pages += pages(title, [f"![{as_text(title)}]({shown})"])
        return shown is not None

    def _left_over(self, resource: Resource) -> None:
        """A quiz or a bank of questions that no module shows: a lesson of its own."""
        if resource.name is None or not self._files.has(resource.name) or _is_own_file(resource.name):
            return
        lesson = self._begun("", resource.identifier)
        try:
            quiz = read_quiz12(self._files, resource.name, lesson.media)
        except LessonError as fault:
            self.refused.append(loss_of("a quiz", fault))
            return
        lesson.title, lesson.pages = quiz.title, quiz.pages
        lesson.items, lesson.losses = quiz.items, quiz.losses
        self._finish(lesson)

    def _qti(self) -> None:
        try:
            reading = read_qti(self._files, self._manifest)
        except LessonError as fault:
            self.refused.append(loss_of("items of QTI", fault))
        else:
            self.lessons += reading.drafts
            self.refused += reading.refused

    def _xml(self, name: str) -> Element:
        return parse_xml(self._files.read(name, LARGEST), self._files.path_of(name))


def _is_own_file(name: str) -> bool:
    """Whether a platform keeps the same once more in a form of its own."""
    return name.startswith(_OWN_FILES)
