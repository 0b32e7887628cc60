"""The lines of a quiz fence: each begins with a marker, or is indented and goes on with the line above."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.lessons.source import Source

_MARKER = re.compile(
    r"""
      (?P<comment> % )
    | (?P<setting> (?:title|points|tries|id): [ ]* )
    | (?: (?P<stem>    \d+\. )
        | (?P<choice>  \*?[a-z]\) )
        | (?P<row>     \d+\) )
        | (?P<pair>    ~ )
        | (?P<box>     \[[ *]?\] )
        | (?P<short>   \* )
        | (?P<number>  = )
        | (?P<general> \.\.\. )
        | (?P<praise>  \+ )
        | (?P<hint>    - )
      ) (?:[ ]+|$)
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(slots=True)
class Item:
    """A marker with its text, which may go on over indented lines."""

    kind: str
    marker: str
    text: str
    line: int

    @property
    def is_right(self) -> bool:
        return "*" in self.marker


class FaultError(Exception):
    """What is wrong with one item, told as a fault of the quiz."""

    def __init__(self, item: Item, reason: str) -> None:
        super().__init__(reason)
        self.line = item.line
        self.reason = reason


def read_items(body: str, source: Source, first_line: int) -> Iterator[Item]:
    """Read the items of a fence whose first line is `first_line` of the source; a line that is none is a fault."""
    item: Item | None = None
    for number, raw in enumerate(body.expandtabs(4).split("\n"), first_line):
        text = raw.rstrip()
        if item and (not text or text.startswith("  ")):
            indent = min(len(text) - len(text.lstrip()), len(item.marker))
            item.text += "\n" + text[indent:]
        elif marker := _MARKER.match(raw):
            if item:
                yield item
            kind = str(marker.lastgroup)
            item = None if kind == "comment" else Item(kind, marker[0], raw[marker.end() :].rstrip(), number)
        elif text:
            source.fault(
                number,
                f"a quiz line cannot begin like this: {text[:40]!r}; "
                "indent it to go on with the line above, or begin it with 1. a) [ ] * = ~ 1) ... + or -",
            )
    if item:
        yield item
