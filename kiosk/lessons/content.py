"""Markdown into the few HTML tags that our pages draw.

The whitelist holds by construction: HTML in the source is text, every tag comes from the parser's own
rules, and of the attributes only `align`, `start`, `src` and `alt` are let through. A picture is given its
`width` and `height` in pixels, so that a page can keep its place. Links are kept as their text, for nothing
in a lesson leads out of it.
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin

from kiosk.lessons.interactions import Html
from kiosk.lessons.picture import picture_size
from kiosk.lessons.source import Source, is_picture, member


def parse(markdown: str) -> list[Token]:
    """Split into markdown-it tokens: CommonMark, tables, `$inline$` and `$$display$$` math."""
    return _MARKDOWN.parse(markdown)


def render(tokens: Sequence[Token], source: Source, line: int) -> Html:
    """Turn tokens into HTML. `line` is where the parsed text begins in the source, from 1.

    A picture that is not in the package, or has no description, is noted as a fault.
    """
    at = line
    for token in tokens:
        at = line + token.map[0] if token.map else at
        token.attrs = _kept_attributes(token)
        if token.type == "fence":
            if token.info.strip() == "quiz":
                source.fault(at, "a quiz cannot stand inside a list or a quotation; begin its ``` at the left edge.")
            token.info = ""
        if token.children:
            token.children = _kept_children(token.children, source, at)
    return str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})).strip()


def to_html(markdown: str, source: Source, line: int) -> Html:
    """Parse and render a stretch of Markdown that begins at `line` of the source."""
    return render(parse(markdown), source, line)


def to_line_html(markdown: str, source: Source, line: int) -> Html:
    """As `to_html`, but a single paragraph comes without its <p>: for the label of a choice."""
    tokens = parse(markdown)
    if [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]:
        tokens[0].hidden = tokens[2].hidden = True
    return render(tokens, source, line)


def plain_text(inline: Token) -> str:
    """The words of an inline token, without emphasis and links."""
    return "".join(
        " " if child.type in {"softbreak", "hardbreak"} else child.content for child in inline.children or ()
    ).strip()


def _kept_attributes(token: Token) -> dict[str, str | int | float]:
    if token.type == "ordered_list_open" and "start" in token.attrs:
        return {"start": token.attrs["start"]}
    if token.type in {"th_open", "td_open"} and "style" in token.attrs:
        return {"align": str(token.attrs["style"]).removeprefix("text-align:")}
    return {}


def _kept_children(children: Sequence[Token], source: Source, line: int) -> list[Token]:
    kept = []
    for token in children:
        if token.type in {"softbreak", "hardbreak"}:
            line += 1
        if token.type == "image":
            kept.append(_picture(token, source, line))
        elif token.type not in {"link_open", "link_close"}:
            kept.append(token)
    return kept


def _picture(image: Token, source: Source, line: int) -> Token:
    """Keep the picture when it is one of the package's, else put its description in its place."""
    name, description = unquote(str(image.attrs["src"])), plain_text(image)
    image.attrs = {"src": name, "alt": description}
    if not description:
        source.fault(line, f"say what the picture shows, for those who cannot see it: ![a number line]({name})")
    if not is_picture(name):
        source.fault(line, f"{name} is not a picture a lesson can show; use png, jpg, gif, webp or svg.")
    elif (path := member(source.folder, name)) is None:
        source.fault(line, f"the picture {name} is not in the lesson's folder; put it there and name it from there.")
    else:
        if (size := picture_size(path)) is not None:
            image.attrs |= {"width": size[0], "height": size[1]}
        return image
    return Token("text", "", 0, content=description)


def _math_inline(_: Any, tokens: Sequence[Token], index: int, *__: Any) -> str:
    return f'<span class="math">{escapeHtml(tokens[index].content.strip())}</span>'


def _math_block(_: Any, tokens: Sequence[Token], index: int, *__: Any) -> str:
    return f'<p align="center"><span class="math">{escapeHtml(tokens[index].content.strip())}</span></p>\n'


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - markdown-it's own name
        """Let every address through, so that `_picture` can tell of a bad one; links lose theirs anyway."""
        return True


def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False}).enable("table")
    # Spaces inside the dollars mean money ("$5 or $10"), so they make no formula.
    parser.use(dollarmath_plugin, allow_labels=False, allow_space=False)
    parser.add_render_rule("math_inline", _math_inline)
    parser.add_render_rule("math_block", _math_block)
    return parser


_MARKDOWN = _parser()
