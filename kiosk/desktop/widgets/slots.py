"""Widgets that stand in a text: a field or a button as large as a word, and what lies over words that can be chosen."""

from collections.abc import Sequence
from typing import Protocol, override, runtime_checkable

from PySide6.QtCore import QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCursor, QTextDocument, QTextLine
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import GRID
from kiosk.desktop.widgets.inline import Inline, font_as_deep

_WIDE = 10_000.0
_AIR = GRID / 2
"""Above and below a widget, so that those of two lines do not touch."""


@runtime_checkable
class Inlaid(Protocol):
    """A widget that is told where in a text it stands, to be named by it."""

    def name_place(self, words: str) -> None:
        """The words around it, with … where it is itself."""


@runtime_checkable
class Overlay(Protocol):
    """A widget that lies over words of the text. It may be anything that shows what is under it."""

    def show_pieces(self, pieces: Sequence[QRect]) -> None:
        """Where its words are, line by line, from its own upper left corner."""


class InlineSlot(Inline):
    """The room of a widget in a line: its middle is at the middle of the line's words, so theirs and its own agree."""

    def __init__(self, widget: QWidget, text_font: QFont) -> None:
        self._widget = widget
        self._room = _WIDE
        metrics = QFontMetricsF(text_font)
        self._depth = (self._wanted().height() - metrics.ascent() + metrics.descent()) / 2
        self.font = font_as_deep(text_font, self._depth + _AIR)
        self._descent = QFontMetricsF(self.font).descent()
        self._kept = self._wanted()

    @property
    def has_outgrown(self) -> bool:
        """Whether the widget wants another size than it had when the text was set."""
        return self._wanted() != self._kept

    @override
    def size(self, room: float) -> QSizeF:
        self._room = room
        self._kept = self._wanted()
        return QSizeF(self._kept.width(), self._kept.height() - self._depth + _AIR + self._descent)

    @override
    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Nothing: the widget paints itself."""

    def stand_at(self, left: float, base_line: float) -> None:
        """Put the widget where its room is."""
        top = base_line + self._depth - self._kept.height()
        self._widget.setGeometry(round(left), round(top), self._kept.width(), self._kept.height())
        self._widget.show()

    def _wanted(self) -> QSize:
        """The size the widget asks for, no wider than the text."""
        wanted = self._widget.sizeHint().expandedTo(self._widget.minimumSize())
        if wanted.width() <= self._room:
            return wanted
        width = int(self._room)
        return QSize(width, self._widget.heightForWidth(width) if self._widget.hasHeightForWidth() else wanted.height())


def place_of(document: QTextDocument, position: int) -> tuple[float, float]:
    """The left end of a character and the base line it stands on, in the document's pixels, whichever way text runs."""
    block = document.findBlock(position)
    origin = document.documentLayout().blockBoundingRect(block).topLeft()  # lays the block out, too
    at = position - block.position()
    line = block.layout().lineForTextPosition(at)
    return origin.x() + min(_x(line, at), _x(line, at + 1)), origin.y() + line.y() + line.ascent()


def pieces_of(words: QTextCursor) -> list[QRect]:
    """Where selected words are, line by line, in the document's pixels: as high as their letters."""
    metrics = QFontMetricsF(words.charFormat().font())
    pieces = []
    block = words.document().findBlock(words.selectionStart())
    while block.isValid() and block.position() < words.selectionEnd():
        origin = words.document().documentLayout().blockBoundingRect(block).topLeft()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            first = max(words.selectionStart() - block.position(), line.textStart())
            last = min(words.selectionEnd() - block.position(), line.textStart() + line.textLength())
            if first < last:
                ends = _x(line, first), _x(line, last)
                top = origin.y() + line.y() + line.ascent() - metrics.ascent()
                place = QRectF(origin.x() + min(ends), top, abs(ends[1] - ends[0]), metrics.height())
                pieces.append(place.toAlignedRect())
        block = block.next()
    return pieces


def _x(line: QTextLine, at: int) -> float:
    told = line.cursorToX(at)
    return float(told[0])  # type: ignore[index]  # a pair, says Qt
