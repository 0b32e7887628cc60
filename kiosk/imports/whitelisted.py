"""The tree of foreign HTML as our own: the texts of items (see `kiosk.lessons.content`)."""

import re
from collections.abc import Sequence
from html import escape

from kiosk.imports.foreign_html import INLINE, Element, Node, flow
from kiosk.lessons.interactions import Html


def block_html(nodes: Sequence[Node]) -> Html:
    """As blocks: what has none is a paragraph."""
    blocks = flow(nodes)
    if blocks and not any(isinstance(node, Element) and node.name not in INLINE for node in blocks):
        blocks = [Element("p", {}, blocks)]
    return "\n".join(filter(None, map(_html, blocks)))


def line_html(nodes: Sequence[Node]) -> Html:
    """As blocks, but a single paragraph comes without its <p>: for the label of a choice."""
    match flow(nodes):
        case [Element("p", _, children)]:
            return "".join(map(_html, children))
        case blocks:
            return "".join(map(_html, blocks))


def _html(node: Node) -> Html:
    if isinstance(node, str):
        return escape(re.sub(r"\s+", " ", node), quote=False)
    match node:
        case Element("math"):
            return f'<span class="math">{escape(node.attributes["latex"], quote=False)}</span>'
        case Element("mathml"):
            return f'<span class="mathml">{escape(node.attributes["source"], quote=False)}</span>'
        case Element("br" | "hr"):
            return f"<{node.name} />"
        case Element("img"):
            return f'<img src="{escape(node.attributes["src"])}" alt="{escape(node.attributes["alt"])}" />'
        case Element("pre"):
            return f"<pre>{escape(_raw(node.children), quote=False)}</pre>"
        case Element("p", _, [Element("math", {"display": _}) as formula]):
            return f'<p align="center">{_html(formula)}</p>'
        case _:
            attributes = "".join(f' {key}="{value}"' for key, value in node.attributes.items())
            return f"<{node.name}{attributes}>{''.join(map(_html, _children(node)))}</{node.name}>"


def _children(node: Element) -> Sequence[Node]:
    match node.name:
        case "td" | "th" | "blockquote":
            return flow(node.children)
        case "li":
            return _tight(flow(node.children))
        case "ul" | "ol" | "table" | "thead" | "tbody" | "tr":
            return [child for child in node.children if isinstance(child, Element)]
        case _:
            return node.children


def _tight(blocks: Sequence[Node]) -> Sequence[Node]:
    """Without the <p> of a list item that has only one."""
    match blocks:
        case [Element("p", _, words), *rest] if not any(
            isinstance(node, Element) and node.name == "p" for node in rest
        ):
            return [*words, *rest]
    return blocks


def _raw(nodes: Sequence[Node]) -> str:
    return "".join(
        node if isinstance(node, str) else "\n" if node.name == "br" else _raw(node.children) for node in nodes
    )
