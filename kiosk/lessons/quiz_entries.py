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
class Entry:
    """A marker with its text, which may go on over indented lines."""

    kind: str
    marker: str
    text: str
    line: int

    @property
    def is_right(self) -> bool:
        return "*" in self.marker


class FaultError(Exception):
    """What is wrong with one entry, told as a fault of the quiz."""

    def __init__(self, entry: Entry, reason: str) -> None:
        super().__init__(reason)
        self.line = entry.line
        self.reason = reason


def read_entries(body: str, source: Source, first_line: int) -> Iterator[Entry]:
    """Read the entries of a fence whose first line is `first_line` of the source; a line that is none is a fault."""
    entry: Entry | None = None
    for number, raw in enumerate(body.expandtabs(4).split("\n"), first_line):
        text = raw.rstrip()
        if entry and (not text or text.startswith("  ")):
            indent = min(len(text) - len(text.lstrip()), len(entry.marker))
            entry.text += "\n" + text[indent:]
        elif marker := _MARKER.match(raw):
            if entry:
                yield entry
            kind = str(marker.lastgroup)
            entry = None if kind == "comment" else Entry(kind, marker[0], raw[marker.end() :].rstrip(), number)
        elif text:
            source.fault(
                number,
                f"a quiz line cannot begin like this: {text[:40]!r}; "
                "indent it to go on with the line above, or begin it with 1. a) [ ] * = ~ 1) ... + or -",
            )
    if entry:
        yield entry
