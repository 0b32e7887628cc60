"""XML of a package, which may be hostile, as a small tree whose names are QTI 3's without their "qti-".

So `choiceInteraction` and `qti-choice-interaction` are both "choice-interaction", and `maxChoices` is "max-choices".
Elements of other vocabularies keep their names behind a word for it: "math:mfrac", "svg:svg", "xi:include".
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from kiosk.errors import LessonError

LARGEST = 4 * 1024 * 1024
"""In bytes."""

LARGEST_ITEM = 128 * 1024
"""In bytes, of one question or what it includes: so much text is set on a page without a pause that a child feels."""

MOST_ELEMENTS = 50_000
DEEPEST = 50
"""What reads a tree calls itself for each level, and Python ends a program that does so a thousand times."""

_VOCABULARIES = {
    "http://www.w3.org/1998/Math/MathML": "math:",
    "http://www.w3.org/2000/svg": "svg:",
    "http://www.w3.org/2001/XInclude": "xi:",
}
_OURS = ("http://www.imsglobal.org/", "https://purl.imsglobal.org/", "http://www.w3.org/1999/xhtml")
_XML_LANGUAGE = "http://www.w3.org/XML/1998/namespace lang"
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Element:
    """`file` and `line` (from 1) say where it begins."""

    name: str
    attributes: Mapping[str, str]
    file: str
    line: int
    children: list["Element | str"] = field(default_factory=list)

    @property
    def elements(self) -> Iterator["Element"]:
        """The elements among its children."""
        return (child for child in self.children if isinstance(child, Element))

    @property
    def text(self) -> str:
        """All the text in it."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def get(self, attribute: str) -> str:
        """An attribute without spaces at its ends; "" where it is missing."""
        return self.attributes.get(attribute, "").strip()

    def all(self, *names: str) -> Iterator["Element"]:
        """The children of these names."""
        return (child for child in self.elements if child.name in names)

    def first(self, *names: str) -> "Element | None":
        """The first child of these names."""
        return next(self.all(*names), None)

    def walk(self) -> Iterator["Element"]:
        """Itself and all elements in it, in the file's order."""
        yield self
        for child in self.elements:
            yield from child.walk()

    def fault(self, reason: str) -> LessonError:
        """A fault that stands here, to be raised."""
        return LessonError(self.file, self.line, reason)


def parse_xml(data: bytes, file: str, largest: int = LARGEST) -> Element:
    """Read a file's root element. Nothing is fetched, and no entity but XML's own five is known.

    Raises LessonError for what is no XML, defines entities, or has more than `largest` bytes.
    """
    if len(data) > largest:
        raise LessonError(file, None, f"is longer than {largest // 1024} KiB; split it.")
    tree = _Tree(file)
    try:
        tree.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise LessonError(file, error.lineno, f"this is not XML: {expat.ErrorString(error.code)}.") from None
    except (ValueError, LookupError) as error:  # an encoding that Python does not know
        raise LessonError(file, 1, f"this is not XML that can be read: {error}.") from None
    if tree.root is None:
        raise LessonError(file, 1, "this is not XML: no element found.")
    return tree.root


class _Tree:
    """What the parser calls, element by element."""

    def __init__(self, file: str) -> None:
        self.root: Element | None = None
        self._file = file
        self._open: list[Element] = []
        self._count = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._entity

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise self._fault(f"has more than {MOST_ELEMENTS} elements; split it.")
        if len(self._open) >= DEEPEST:
            raise self._fault(f"elements are nested more than {DEEPEST} deep here.")
        vocabulary, _, local = tag.rpartition(" ")
        if not vocabulary or vocabulary.startswith(_OURS):
            name, told = _our_name(local), {_our_name(key): text for key, text in attributes.items() if " " not in key}
        else:
            name = _VOCABULARIES.get(vocabulary, "other:") + local
            told = {key: text for key, text in attributes.items() if " " not in key}
        if _XML_LANGUAGE in attributes:
            told["xml:lang"] = attributes[_XML_LANGUAGE]
        element = Element(name, told, self._file, self.parser.CurrentLineNumber)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _tag: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        self._open[-1].children.append(text)

    def _entity(self, name: str, *_more: object) -> None:
        raise self._fault(f"defines the entity {name}, which a lesson's file may not; write the text itself.")

    def _fault(self, reason: str) -> LessonError:
        return LessonError(self._file, self.parser.CurrentLineNumber, reason)


def _our_name(name: str) -> str:
    """An element's or attribute's name as QTI 3 writes it, without the "qti-" of elements."""
    return _HUMP.sub("-", name).lower().removeprefix("qti-")
