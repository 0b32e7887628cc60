"""MathML as words, for a screen reader and where it cannot be drawn."""

import re
from collections.abc import Callable, Mapping
from html import unescape
from xml.etree import ElementTree as ET

from kiosk.lessons.mathml import MathmlRefusedError, plain_tree
from kiosk.lessons.speech import POWERS, WORDS

_ALTTEXT = re.compile(r"""\salttext\s*=\s*("[^"]*"|'[^']*')""")
_TAG = re.compile(r"<[^<>]*>")
_ACCENTS = {"¯": "line over", "‾": "line over", "_": "line over", "→": "vector", "^": "hat over", "˙": "dot over"}
_SIGNS = {
    **{sign: words for sign, words in WORDS.items() if len(sign) == 1},
    "\N{MINUS SIGN}": "minus",
    "\N{MULTIPLICATION SIGN}": "times",
    "\N{DOT OPERATOR}": "times",
    "·": "times",
    "÷": "divided by",
    "±": "plus or minus",
    "≠": "is not equal to",
    "≤": "is at most",
    "≥": "is at least",
    "≈": "is about",
    "→": "to",
    "∞": "infinity",
    "∑": "sum",
    "∫": "integral",
    "…": "and so on",
    "∠": "angle",
    "°": "degrees",
    "\N{PRIME}": "prime",
    "\N{FUNCTION APPLICATION}": "",
    "\N{INVISIBLE TIMES}": "",
}


def speak_mathml(source: str) -> str:
    """Say MathML by its alttext, else as one reads it aloud; what cannot be read is said sign by sign."""
    told = _ALTTEXT.search(source)
    if told is not None and told[1][1:-1].strip():
        return " ".join(unescape(told[1][1:-1]).split())
    try:
        return _row(plain_tree(source))
    except MathmlRefusedError:
        return " ".join(unescape(_TAG.sub(" ", source)).split())


def _row(element: ET.Element) -> str:
    return " ".join(filter(None, map(_say, element)))


def _say(element: ET.Element) -> str:
    says = _SAYS.get(element.tag)
    if says is not None:
        return says(element, *element)
    return _row(element) if len(element) else _SIGNS.get(element.text or "", element.text or "")


def _script(_: ET.Element, base: ET.Element, under: ET.Element | None, power: ET.Element | None) -> str:
    said = [_part(base)]
    if under is not None:
        said.append(f"sub {_say(under)}")
    if power is not None:
        words = _say(power)
        said.append(POWERS.get(words, f"to the power {words}"))
    return " ".join(said)


def _over(_: ET.Element, base: ET.Element, sign: ET.Element) -> str:
    over = _ACCENTS.get("".join(sign.itertext()))
    return f"{over} {_part(base)}" if over else f"{_say(base)} over it {_say(sign)}"


def _fenced(element: ET.Element, *parts: ET.Element) -> str:
    return f"{element.get('open', '(')}{', '.join(map(_say, parts))}{element.get('close', ')')}"


def _table(_: ET.Element, *rows: ET.Element) -> str:
    return "; ".join(f"row {number}: {', '.join(map(_say, row))}" for number, row in enumerate(rows, 1))


def _part(element: ET.Element) -> str:
    """A part that needs its ends told when it is more than one word."""
    return _closed(_say(element))


def _closed(words: str) -> str:
    return f"({words})" if " " in words else words


_SAYS: Mapping[str, Callable[..., str]] = {
    "mfrac": lambda _, top, bottom: f"{_part(top)} over {_part(bottom)}",
    "msqrt": lambda root, *_: f"the square root of {_closed(_row(root))}",
    "mroot": lambda _, inside, degree: f"root {_say(degree)} of {_part(inside)}",
    "msup": lambda whole, base, power: _script(whole, base, None, power),
    "msub": lambda whole, base, under: _script(whole, base, under, None),
    "msubsup": _script,
    "munder": lambda _, base, under: f"{_say(base)} under it {_say(under)}",
    "mover": _over,
    "munderover": lambda _, base, under, over: f"{_say(base)} from {_say(under)} to {_say(over)}",
    "mfenced": _fenced,
    "mtable": _table,
    "mspace": lambda *_: "",
    "mphantom": lambda *_: "",
}
"""How each element is said, from itself and its parts."""
