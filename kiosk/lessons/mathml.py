"""MathML as lessons draw and say it: presentation markup, made small and plain before anything looks at it."""

import re
from html.entities import html5
from xml.etree import ElementTree as ET

LONGEST = 20_000
"""In characters: tools write some 30 for each sign."""

MOST_ELEMENTS = 400
DEEPEST = 24

_BEGINS = re.compile(r"\s*<(?:\w+:)?math\b")
_PREFIX = re.compile(r"(</?)[\w.-]+:(?=[A-Za-z])")
_NAMESPACE = re.compile(r"""\s(?:xmlns(?::[\w.-]+)?|[\w.-]+:[\w.-]+)\s*=\s*(?:"[^"<>]*"|'[^'<>]*')""")
_ENTITY = re.compile(r"&(\w+;)")
_OF_XML = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
_TAGS = (
    "math mrow mi mn mo mtext ms mspace mfrac msqrt mroot msup msub msubsup munder mover munderover mfenced menclose"
    " mtable mtr mtd mphantom"
)
_KEPT = frozenset(_TAGS.split())
_ROWS = frozenset({"mstyle", "mpadded", "merror", "semantics", "maction"})
_FIRST_ONLY = frozenset({"semantics", "maction"})
_LEFT_OUT = frozenset({"annotation", "annotation-xml", "maligngroup", "malignmark", "mglyph"})
_ATTRIBUTE_NAMES = (
    "alttext display displaystyle mathvariant stretchy fence form separator largeop accent accentunder open close"
    " separators linethickness bevelled notation columnalign rowspan columnspan lspace rspace width"
)
_ATTRIBUTES = frozenset(_ATTRIBUTE_NAMES.split())
_LENGTHS = frozenset({"lspace", "rspace", "width", "linethickness"})
_SHORT = re.compile(r"-?\d?(?:\.\d{1,4})?(?:em|ex|px|pt)?|[a-z]{4,24}")
_PARTS = {"mfrac": 2, "mroot": 2, "msup": 2, "msub": 2, "munder": 2, "mover": 2, "msubsup": 3, "munderover": 3}


class MathmlRefusedError(Exception):
    """Why MathML is not drawn, as the rest of a sentence that begins with "it"."""


def is_mathml(formula: str) -> bool:
    """Tell MathML from LaTeX, which nobody begins so."""
    return _BEGINS.match(formula) is not None


def plain_tree(source: str) -> ET.Element:
    """Read MathML and keep what can be drawn: no namespaces, annotations, styles and other wrappers.

    Raises MathmlRefusedError for what is no presentation MathML, or would take too long.
    """
    if len(source) > LONGEST:
        raise MathmlRefusedError(f"is longer than {LONGEST} characters")
    if "<!" in source or "<?" in source:
        raise MathmlRefusedError("declares something")
    bare = _NAMESPACE.sub("", _PREFIX.sub(r"\1", source))
    try:
        tree = ET.fromstring(_ENTITY.sub(_character, bare))  # noqa: S314 - it declares no entities
    except (ET.ParseError, ValueError, RecursionError) as error:
        raise MathmlRefusedError(f"is no XML: {error}") from None
    if tree.tag != "math":
        raise MathmlRefusedError("does not begin with <math>")
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise MathmlRefusedError(f"has more than {MOST_ELEMENTS} elements")
    return _plain(tree, DEEPEST)


def _character(found: re.Match[str]) -> str:
    return found[0] if found[1] in _OF_XML else html5.get(found[1], found[0])


def _plain(element: ET.Element, levels: int) -> ET.Element:
    if not levels:
        raise MathmlRefusedError(f"is nested more than {DEEPEST} deep")
    name = "mrow" if element.tag in _ROWS else element.tag
    if name not in _KEPT:
        raise MathmlRefusedError(f"contains <{name}>, which is not shown in lessons")
    kept = {key: value for key, value in element.attrib.items() if key in _ATTRIBUTES and _is_short(key, value)}
    made = ET.Element(name, kept if element.tag not in _ROWS else {})
    children = [child for child in element if child.tag not in _LEFT_OUT]
    if len(element) == 0:
        made.text = " ".join((element.text or "").split())
    if len(children) != _PARTS.get(name, len(children)):
        raise MathmlRefusedError(f"has a <{name}> of {len(children)} parts")
    made.extend(_plain(child, levels - 1) for child in children[: 1 if element.tag in _FIRST_ONLY else None])
    return made


def _is_short(key: str, value: str) -> bool:
    """Whether a length is one that formulas have: a space as wide as a street would make the rest too small to read."""
    return key not in _LENGTHS or _SHORT.fullmatch(value) is not None
