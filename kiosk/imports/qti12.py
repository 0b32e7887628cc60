"""QTI 1.2: assessments, sections and banks of items, as learning platforms export them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from kiosk.errors import LessonError
from kiosk.imports.draft import Draft, DraftPage, Loss, Reading, loss_of
from kiosk.imports.files import Files
from kiosk.imports.foreign_html import Place, plain_text
from kiosk.imports.markdown import markdown
from kiosk.imports.media import Media
from kiosk.imports.paging import drafts, item_name, one_line, placed, question_pages
from kiosk.imports.qti12_item import ItemReader
from kiosk.lessons.item import Item
from kiosk.lessons.qti.xml import Element, parse_xml


@dataclass(slots=True)
class Quiz:
    """What a file becomes: parts of pages, and the items that they place."""

    title: str
    parts: list[str] = field(default_factory=list)
    items: dict[str, Item] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)

    @property
    def pages(self) -> list[DraftPage]:
        return question_pages(self.title, self.parts)


def read_qti12(files: Files, name: str) -> Reading:
    """Read a file as a lesson of its own. An item that cannot be asked is a loss with its line.

    Raises LessonError, the first reason, where no item is left.
    """
    media = Media(files)
    quiz = read_quiz12(files, name, media)
    draft = Draft(
        origin=name,
        title=quiz.title,
        pages=tuple(quiz.pages),
        items=quiz.items,
        made=media.made,
        copied=media.copied,
        losses=tuple(quiz.losses),
    )
    return Reading(drafts(draft))


def read_quiz12(files: Files, name: str, media: Media, title: str = "") -> Quiz:
    """Read a file into parts of pages. Raises LessonError where no item of it can be asked."""
    root = parse_xml(files.read(name), files.path_of(name))
    if root.name != "questestinterop":
        raise root.fault(f"this is <{root.name}>, not a quiz of QTI 1.2.")
    place = files.path_of(name)
    found = next((each for each in root.elements if each.name in ("assessment", "objectbank")), root)
    told = title or plain_text(found.get("title"))
    quiz = Quiz(one_line(told, one_line(PurePosixPath(name).stem.replace("_", " "), "Quiz")))
    faults: list[LessonError] = []
    for element in _items(root, place, quiz.losses):
        try:
            quiz.parts.append(_part(element, media, name, place, quiz))
        except LessonError as fault:
            faults.append(fault)
    if not quiz.items:
        raise faults[0] if faults else root.fault("there is no question in this file.")
    quiz.losses += [loss_of("a question", fault) for fault in faults]
    return quiz


def _part(element: Element, media: Media, name: str, file: str, quiz: Quiz) -> str:
    """The part of a page for an item: where it is placed, or its words where it asks nothing."""
    reader = ItemReader(element, Place(file, element.line, media.of_item(name)), quiz.losses)
    if not reader.asks:
        page = Place(file, element.line, media.of_page(name))
        return "\n\n".join(markdown(ItemReader(element, page, quiz.losses).words(), page, quiz.losses))
    item = reader.read()
    named = item_name(item.title, f"{name} {element.get('ident')}", quiz.items)
    quiz.items[named] = replace(item, identifier=named.removesuffix(".xml"))
    return placed(named)


def _items(element: Element, file: str, losses: list[Loss]) -> Iterator[Element]:
    """Every item in the order of the sections. Where a section picks some of its items, all are taken."""
    for each in element.elements:
        match each.name:
            case "item":
                yield each
            case "selection_number":
                what = f"picking {each.text.strip()[:10]} questions by chance"
                losses.append(Loss(file, each.line, what, "all questions of the group are asked."))
            case "sourcebank_ref":
                why = "they are in a question bank, which is a lesson of its own where it is in the source."
                losses.append(Loss(file, each.line, "the questions of a group", why))
            case "assessment" | "section" | "objectbank" | "selection_ordering" | "selection":
                yield from _items(each, file, losses)
