"""Texts as a lesson's HTML, written piece by piece, and cut where something to answer stands between them.

What a file leaves open is made plain: text outside of any paragraph becomes one, spaces are single, and after a cut the
tags that were open are opened again, but only when something follows.
"""

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from html import escape

from kiosk.lessons.interactions import Html
from kiosk.lessons.item import Block, Text

_SPACES = re.compile(r"[ \t\r\n\f]+")
_ONE_PARAGRAPH = re.compile(r"<p>((?:(?!</?p\b).)*)</p>", re.DOTALL)
_SEEN = re.compile(r"<(?:img|hr|td|th|x-)|(?:^|>)[^<]*[^<\s]")
_EMPTY_PARAGRAPH = re.compile(r"<p( [^<>]*)?>\s*</p>")


class Room(Enum):
    """What a tag, or the text itself, takes in."""

    BLOCKS = auto()
    """Paragraphs, lists, tables: words that stand alone become a paragraph."""
    WORDS_OR_BLOCKS = auto()
    """As a list's line or a table's cell."""
    WORDS = auto()
    PARTS = auto()
    """As a list or a table: spaces between mean nothing."""
    VERBATIM = auto()


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    room: Room
    in_words: bool = False
    """Such as <em>: it begins no line."""
    is_implied: bool = False
    """A paragraph that the file does not have."""
    is_written: bool = True
    lines: int = 0
    """Of a list: how many there have been."""


@dataclass(slots=True)
class Flow:
    """A text being written. `blocks` are what has been finished."""

    room: Room
    blocks: list[Block] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _is_fresh: bool = True
    """At the beginning of a line, where a space means nothing."""

    @property
    def takes_blocks(self) -> bool:
        """Whether a line of its own can begin here."""
        return self._room in {Room.BLOCKS, Room.WORDS_OR_BLOCKS}

    def text(self, words: str) -> None:
        if self._room is not Room.VERBATIM:
            words = _SPACES.sub(" ", words)
            if self._is_fresh or self._room is Room.PARTS:
                words = words.lstrip(" ")
            if not words:
                return
        self._begin_words()
        self._parts.append(escape(words, quote=False))
        self._is_fresh = words.endswith(" ") and self._room is not Room.VERBATIM

    def void(self, tag: str, attributes: dict[str, str], *, is_block: bool = False) -> None:
        """A tag that holds nothing."""
        if is_block:
            self._end_line()
            self._reopen()
        else:
            self._begin_words()
        self._parts.append(f"<{tag}{_written(attributes)} />")
        self._is_fresh = tag in {"br", "hr"}

    def mark(self, tag: str, attributes: dict[str, str]) -> None:
        """A mark in running text that holds nothing."""
        self._begin_words()
        self._parts.append(f"<{tag}{_written(attributes)}></{tag}>")
        self._is_fresh = False

    def begin_words(self, tag: str, attributes: dict[str, str]) -> None:
        """Open a tag in running text, such as <em>."""
        self._begin_words()
        self._push(_Open(tag, attributes, self._room, in_words=True))

    def end_words(self) -> None:
        self._pop()

    def begin(self, tag: str, attributes: dict[str, str], room: Room) -> None:
        """Open a tag that stands on its own lines; "" for one that only sets lines apart."""
        self._end_line()
        self._reopen()
        if tag == "li" and self._open:
            self._open[-1].lines += 1
        self._push(_Open(tag, attributes, room))
        self._is_fresh = True

    def end(self) -> None:
        self._end_line()
        self._pop()
        self._is_fresh = True

    def block(self, block: Block) -> None:
        """Put something between the texts."""
        self.cut()
        self.blocks.append(block)

    def cut(self) -> None:
        """Finish the text so far."""
        self._end_line()
        for entry in reversed(self._open):
            if entry.is_written and entry.tag:
                self._trim()
                self._parts.append(f"</{entry.tag}>")
            entry.is_written = False
        html = self._html()
        if _SEEN.search(html):
            self.blocks.append(Text(html))
        self._parts.clear()
        self._is_fresh = True

    def finished(self) -> list[Block]:
        """All blocks."""
        self.cut()
        return self.blocks

    def words(self) -> Html:
        """All of it as one text; a single paragraph without its <p>."""
        self._end_line()
        html = self._html()
        alone = _ONE_PARAGRAPH.fullmatch(html)
        return alone[1] if alone else html

    @property
    def _room(self) -> Room:
        return self._open[-1].room if self._open else self.room

    def _begin_words(self) -> None:
        self._reopen()
        if self._room is Room.BLOCKS:
            self._push(_Open("p", {}, Room.WORDS, is_implied=True))

    def _end_line(self) -> None:
        """End the paragraph that words alone began."""
        if self._open and self._open[-1].is_implied:
            self._pop()
            self._is_fresh = True

    def _push(self, entry: _Open) -> None:
        self._open.append(entry)
        self._write(entry)

    def _write(self, entry: _Open) -> None:
        attributes = entry.attributes
        if entry.tag == "ol" and entry.lines:  # opened again, within a line or before the next
            first = int(attributes.get("start", "1"))
            attributes = attributes | {"start": str(first + entry.lines - (entry is not self._open[-1]))}
        if entry.tag:
            self._parts.append(f"<{entry.tag}{_written(attributes)}>")

    def _pop(self) -> None:
        entry = self._open.pop()
        if entry.is_written and entry.tag:
            if entry.room is not Room.VERBATIM and not entry.in_words:
                self._trim()
            self._parts.append(f"</{entry.tag}>")

    def _trim(self) -> None:
        if self._parts:
            self._parts[-1] = self._parts[-1].rstrip(" ")

    def _reopen(self) -> None:
        for entry in self._open:
            if not entry.is_written:
                entry.is_written = True
                self._write(entry)

    def _html(self) -> Html:
        html = "".join(self._parts).strip()
        return _EMPTY_PARAGRAPH.sub("", html).strip()


def _written(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{escape(text)}"' for name, text in attributes.items())
