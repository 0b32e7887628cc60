"""The tags and attributes that a lesson's text may hold, whatever it was read from: a screen knows no others."""

import re
from collections.abc import Mapping

from kiosk.lessons.interactions import Html

_WORDS = "h1 h2 h3 h4 h5 h6 ul li blockquote pre code em strong u s small sub sup br hr dl dt dd"
_TABLE = "table caption thead tbody tfoot tr"
_VOID = frozenset({"br", "hr", "img"})

MARKS: Mapping[str, frozenset[str]] = {
    "x-slot": frozenset({"response"}),
    "x-gap": frozenset({"identifier"}),
    "x-hottext": frozenset({"identifier"}),
}
"""What stands for something to answer; these are left when a text is shown."""

TAGS: Mapping[str, frozenset[str]] = {
    **{name: frozenset({"dir"}) for name in f"{_WORDS} {_TABLE}".split()},
    "p": frozenset({"align", "dir"}),
    "div": frozenset({"align", "dir"}),
    "ol": frozenset({"start", "dir"}),
    "th": frozenset({"align", "colspan", "rowspan", "dir"}),
    "td": frozenset({"align", "colspan", "rowspan", "dir"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "span": frozenset({"class", "dir"}),
    **MARKS,
}
"""Each tag with its attributes. A span's class is math (its text is LaTeX) or mathml (its text is MathML, escaped)."""

TAG = re.compile(r"<(?:(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)(?P<told>[\s/][^<>]*)?>)?")
"""A tag of our texts, in whose attributes < and > are escaped; or a < that begins none, which has no name."""

_ATTRIBUTE = re.compile(r'\s([a-z][\w-]*)="([^"]*)"')


def attributes(tag: re.Match[str]) -> dict[str, str]:
    """The attributes of a tag, written as they stand in it."""
    return dict(_ATTRIBUTE.findall(tag["told"] or ""))


def kept(tag: re.Match[str]) -> Html:
    """A match of TAG as far as it is on the list: of a foreign tag nothing is left but what it holds."""
    name = tag["name"]
    if name is None:
        return "&lt;"
    if name not in TAGS:
        return ""
    if tag["end"]:
        return "" if name in _VOID else f"</{name}>"
    if tag["told"] is None:
        return tag[0]
    allowed = ((key, value) for key, value in attributes(tag).items() if key in TAGS[name])
    return f"<{name}{''.join(f' {key}="{value}"' for key, value in allowed)}{' /' if name in _VOID else ''}>"


def clean(html: Html) -> Html:
    """The text without what is not on the list."""
    return TAG.sub(kept, html)
