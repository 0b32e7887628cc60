"""The marks in a text (see `kiosk.lessons.interactions`): variables printed, conditions decided."""

import re
from collections.abc import Iterator, Mapping
from html import escape, unescape

from kiosk.lessons.interactions import Condition, Html
from kiosk.lessons.printing import number, printed
from kiosk.lessons.values import Nullable, Scalar
from kiosk.lessons.whitelist import TAG, attributes, kept

_FORMULA = re.compile(r'<span class="(?P<kind>math|mathml)">(?P<source>[^<>]*)</span>')
_IDENTIFIER = re.compile(
    r"<(?P<prefix>(?:\w+:)?)(?P<tag>mi|ci)\b[^<>]*>\s*(?P<name>[\w.-]+)\s*</(?P=prefix)(?P=tag)\s*>"
)
_NAME = re.compile(r"(?<![A-Za-z\\])[A-Za-z]\w*")
_MINUS = "\N{MINUS SIGN}"


def holds(condition: Condition | None, variables: Mapping[str, Nullable]) -> bool:
    """Whether what depends on a condition is there; without one it is."""
    if condition is None:
        return True
    value = variables.get(condition.variable)
    names = value is not None and any(number(item) == condition.identifier for item in value.items)
    return names is condition.shows


def resolve(
    html: Html, variables: Mapping[str, Nullable], in_formulas: Mapping[str, Scalar], hidden: frozenset[str]
) -> Html:
    """The text as it reads with these variables, without the hot texts that are `hidden`, and nothing but whitelisted.

    `in_formulas` are the values that stand in formulas by their names.
    """
    there = "".join(_there(html, variables, hidden)) if hidden or "<x-shown" in html else html
    whole = TAG.sub(lambda tag: _tag(tag, variables), there)
    return _FORMULA.sub(lambda found: _formula(found, in_formulas), whole) if in_formulas else whole


def _there(html: Html, variables: Mapping[str, Nullable], hidden: frozenset[str]) -> Iterator[str]:
    """The parts of a text whose conditions hold."""
    shows = [True]
    at = 0
    for tag in TAG.finditer(html):
        if tag["name"] not in {"x-shown", "x-hottext"}:
            continue
        before = shows[-1]
        if tag["end"]:
            shows = shows[:-1] or [True]
        elif tag["name"] == "x-shown":
            shows.append(before and holds(_condition(_told(tag)), variables))
        else:
            shows.append(before and _told(tag).get("identifier") not in hidden)
        if before and not shows[-1]:
            yield html[at : tag.start()]
        elif shows[-1] and not before:
            at = tag.end()
    if shows[-1]:
        yield html[at:]


def _tag(tag: re.Match[str], variables: Mapping[str, Nullable]) -> Html:
    if tag["name"] != "x-variable" or tag["end"]:
        return kept(tag)
    told = _told(tag)
    return printed(variables.get(told.get("name", "")), told)


def _formula(found: re.Match[str], values: Mapping[str, Scalar]) -> Html:
    """A formula with the values of the variables that it names."""
    source = unescape(found["source"])
    if found["kind"] == "math":
        source = _NAME.sub(lambda name: _in_latex(name[0], values.get(name[0])), source)
    else:
        source = _IDENTIFIER.sub(lambda leaf: _in_mathml(leaf, values.get(leaf["name"])), source)
    return f'<span class="{found["kind"]}">{escape(source)}</span>'


def _in_latex(name: str, value: Scalar | None) -> str:
    return f"{{{number(value)}}}" if isinstance(value, int | float) else name


def _in_mathml(leaf: re.Match[str], value: Scalar | None) -> str:
    if value is None:
        return leaf[0]
    prefix = leaf["prefix"]
    if not isinstance(value, int | float):
        return f"<{prefix}mtext>{escape(number(value))}</{prefix}mtext>"
    minus = f"<{prefix}mo>{_MINUS}</{prefix}mo>" if value < 0 else ""
    return f"<{prefix}mrow>{minus}<{prefix}mn>{number(abs(value))}</{prefix}mn></{prefix}mrow>"


def _condition(told: Mapping[str, str]) -> Condition:
    return Condition(told.get("variable", ""), told.get("identifier", ""), told.get("show") != "false")


def _told(tag: re.Match[str]) -> dict[str, str]:
    return {name: unescape(value) for name, value in attributes(tag).items()}
