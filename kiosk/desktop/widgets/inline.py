"""What stands in a line of text and is no text: formulas and pictures."""

import math
from collections.abc import Iterator
from typing import Protocol, override

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

OBJECT = "\ufffc"
"""The character that stands for such a thing in a document."""

_KIND = QTextFormat.ObjectTypes.UserObject.value + 1
_WHICH = QTextFormat.Property.UserProperty.value + 1


class Inline(Protocol):
    """One thing in a text. Sizes are in pixels of the page."""

    font: QFont
    """Qt hangs a thing that is aligned to the base line below it by the descent of its own font."""

    def size(self, room: float) -> QSizeF:
        """Room is the width of the text: nothing in it may be wider."""

    def paint(self, painter: QPainter, place: QRectF) -> None: ...


class Inlines(QPyTextObject):
    """Shows the things of one document, in the order in which they were put into it."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._things: list[Inline] = []
        document.documentLayout().registerHandler(_KIND, self)

    def clear(self) -> None:
        self._things.clear()

    def put(self, place: QTextCursor, thing: Inline) -> int:
        """Replace what is selected by the thing; gives its number."""
        standing = QTextCharFormat(place.charFormat())
        standing.setObjectType(_KIND)
        standing.setProperty(_WHICH, len(self._things))
        standing.setFont(thing.font)
        standing.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
        self._things.append(thing)
        place.insertText(OBJECT, standing)
        return len(self._things) - 1

    def positions(self) -> Iterator[tuple[int, int]]:
        """Number and position of each thing that is in the document now."""
        document = self.parent()
        assert isinstance(document, QTextDocument)
        place = QTextCursor(document)
        for position, character in enumerate(document.toRawText()):
            if character == OBJECT:
                place.setPosition(position + 1)
                form = place.charFormat()
                if form.objectType() == _KIND:
                    yield form.intProperty(_WHICH), position

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        return self._things[format.intProperty(_WHICH)].size(doc.textWidth())

    @override
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> None:
        painter.save()
        self._things[format.intProperty(_WHICH)].paint(painter, QRectF(rect))
        painter.restore()


def font_as_deep(text_font: QFont, depth: float) -> QFont:
    """A font of the text's family whose descent is at least this, and hardly more: see `Inline.font`."""
    made = QFont(text_font)
    made.setPixelSize(1000)
    made.setPixelSize(max(math.ceil(1000 * depth / QFontMetricsF(made).descent()), 1))
    return made
