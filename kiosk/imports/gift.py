"""Moodle's GIFT: https://docs.moodle.org/en/GIFT_format. Its rules are those of Moodle's own reader."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import PurePosixPath

from kiosk.errors import LessonError
from kiosk.imports.draft import Draft, Loss, Reading, loss_of
from kiosk.imports.files import Files
from kiosk.imports.foreign_html import Node, Place, plain_text, read_html
from kiosk.imports.gift_answers import GiftFaultError, read_answers
from kiosk.imports.markdown import as_text, markdown
from kiosk.imports.media import Media
from kiosk.imports.paging import drafts, item_name, one_line, placed, question_pages
from kiosk.imports.questions import RESPONSE, Head, Remarks, item, single_item, slot
from kiosk.imports.whitelisted import block_html, line_html
from kiosk.lessons.interactions import Html, InlineChoiceInteraction, TextEntryInteraction
from kiosk.lessons.item import Item, Text

_ESCAPED = re.compile(r"\\([~=#{}:\\n])")
_HIDDEN = {letter: chr(0xF0000 + ord(letter)) for letter in "~=#{}:\\n"}
_SHOWN = {hidden: "\n" if letter == "n" else letter for letter, hidden in _HIDDEN.items()}
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_TITLE = re.compile(r"\s*::(?P<title>.*?)::", re.DOTALL)
_CATEGORY = re.compile(r"\s*\$CATEGORY:(?P<path>.*)")


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of one question, the first of which is `line`. Letters that were escaped are hidden."""

    text: str
    line: int
    category: str


@dataclass(slots=True)
class _Question:
    """One question read: an item, or words without a question, which are a page's."""

    title: str
    words: str
    item: Item | None
    parts: list[str] = field(default_factory=list)
    category: str = ""


def read_gift(files: Files, name: str) -> Reading:
    """Read a GIFT file. A question with a fault is left out, as a loss with its line.

    Raises LessonError, the first fault, where no question is left.
    """
    media, losses, faults = Media(files), list[Loss](), list[LessonError]()
    path = files.path_of(name)
    questions = []
    for block in _blocks(files.text(name)):
        place = Place(path, block.line, media.of_item(name))
        try:
            questions.append(_Reader(block, place, losses).read())
        except GiftFaultError as fault:
            faults.append(LessonError(path, block.line + fault.line, fault.reason))
        except LessonError as fault:
            faults.append(fault)
    if not questions:
        raise faults[0] if faults else files.fault(name, "there is no question in this file.")
    losses += [loss_of("a question", fault) for fault in faults]
    return Reading(_drafts(name, questions, media, losses))


def _blocks(text: str) -> Iterator[_Block]:
    """The questions of a file: lines up to a blank one. Comments and categories are blanked out."""
    for hidden in _SHOWN:
        text = text.replace(hidden, "\N{REPLACEMENT CHARACTER}")
    text = _ESCAPED.sub(lambda found: _HIDDEN[found[1]], text)
    category, lines, first = "", list[str](), 1
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            found = _CATEGORY.match(line)
            category = _shown(found["path"]).strip() if found else category
            lines.append("" if found or line.lstrip().startswith("//") else line)
            continue
        if any(lines):
            yield _Block("\n".join(lines), first, category)
        lines, first = [], number + 1


class _Reader:
    """Reads one question. Places in its text are counted from the block's beginning."""

    def __init__(self, block: _Block, place: Place, losses: list[Loss]) -> None:
        self._text = block.text
        self._category = block.category
        self._place = place
        self._losses = losses
        self._format = "moodle"

    def read(self) -> _Question:
        title, start = "", 0
        if found := _TITLE.match(self._text):
            title, start = one_line(_shown(found["title"]), ""), found.end()
        if found := _FORMAT.match(self._text, start):
            self._format, start = found[1].lower(), found.end()
        opened, closed = self._braces(start)
        before, after = self._text[start:opened], self._text[closed + 1 :] if closed is not None else ""
        words = plain_text(_shown(f"{before} {after}"))[:200]
        if opened is None or closed is None:
            parts = [f"### {as_text(title)}"] if title else []
            parts += markdown(self._nodes(before), self._place, self._losses)
            if not parts:
                raise GiftFaultError(0, "this neither says nor asks anything.")
            return _Question(title, words, None, parts, self._category)
        made = self._item(title, before, self._text[opened + 1 : closed], after)
        return _Question(title, words, made, category=self._category)

    def _braces(self, start: int) -> tuple[int, int] | tuple[None, None]:
        braces = [found.start() for found in re.compile("[{}]").finditer(self._text, start)]
        match braces:
            case []:
                return None, None
            case [opened, closed] if self._text[opened] == "{" and self._text[closed] == "}":
                return opened, closed
        reason = r"a question has one pair of braces { }; a brace in a text is written \{ or \}."
        raise GiftFaultError(self._line(braces[0] if len(braces) == 1 else braces[-1]), reason)

    def _item(self, title: str, before: str, inside: str, after: str) -> Item:
        inside, _, general = inside.partition("####")
        is_inline = bool(after.strip())
        line = self._line(self._text.index("{"))
        answers = read_answers(inside, line, self._rich, self._typed, is_inline=is_inline)
        asked = answers.asked
        head = Head("", title, 1.0, Remarks(self._html(general), incorrect=answers.wrong))
        if is_inline and isinstance(asked.interaction, InlineChoiceInteraction | TextEntryInteraction):
            inline = f"{self._rich(before)} {slot(RESPONSE)} {self._rich(after)}"
            return item(head, (Text(f"<p>{inline}</p>"),), (asked,))
        return single_item(head, self._html(f"{before} _____ {after}" if is_inline else before), asked)

    def _html(self, text: str) -> Html:
        return block_html(self._nodes(text))

    def _rich(self, text: str) -> Html:
        return line_html(self._nodes(text))

    def _typed(self, text: str) -> str:
        return plain_text(_shown(_FORMAT.sub("", text, count=1)))

    def _nodes(self, text: str) -> list[Node]:
        """A text in its own format, or in the question's."""
        written = self._format
        if found := _FORMAT.match(text):
            written, text = found[1].lower(), text[found.end() :]
        return nodes_of(_shown(text.strip()), written, self._place, self._losses)

    def _line(self, at: int) -> int:
        return self._text.count("\n", 0, at)


def nodes_of(text: str, written: str, place: Place, losses: list[Loss]) -> list[Node]:
    """A text in one of Moodle's formats as our tree. In the usual one a line break is written as a backslash and n."""
    if not text:
        return []
    match written:
        case "markdown":
            from markdown_it import MarkdownIt  # noqa: PLC0415 - few files need it

            html = MarkdownIt("commonmark").enable("table").render(text)
        case "plain":
            html = escape(text).replace("\n", "<br>")
        case "html":
            html = text
        case _:
            html = text.replace("\n", "<br>") if "<" not in text else text
    return read_html(html, place, losses)


def _shown(text: str) -> str:
    return "".join(_SHOWN.get(letter, letter) for letter in text)


def _drafts(name: str, questions: list[_Question], media: Media, losses: list[Loss]) -> tuple[Draft, ...]:
    """A lesson with pages for each category; words without a question go before the question that follows."""
    title = one_line(PurePosixPath(name).stem.replace("_", " "), "Questions")
    by_category: dict[str, list[str]] = {}
    items: dict[str, Item] = {}
    before: list[str] = []
    for question in questions:
        if question.item is None:
            before += question.parts
            continue
        file = item_name(question.title, question.words, items)
        items[file] = replace(question.item, identifier=file.removesuffix(".xml"))
        by_category.setdefault(question.category, []).append("\n\n".join([*before, placed(file)]))
        before = []
    if before:
        by_category.setdefault(questions[-1].category, []).append("\n\n".join(before))
    all_pages = [
        page for path, parts in by_category.items() for page in question_pages(_category(path) or title, parts)
    ]
    return drafts(Draft(name, title, tuple(all_pages), "", items, media.made, media.copied, tuple(losses)))


def _category(path: str) -> str:
    """The last name of a path such as $course$/top/Fractions/Adding."""
    names = [part.strip() for part in path.split("/")]
    return one_line(next((each for each in reversed(names) if each and each != "top" and "$" not in each), ""), "")
