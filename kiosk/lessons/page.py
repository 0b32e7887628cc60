"""One Markdown file of a lesson: its head, its text, and the quizzes and items between."""

import re

from markdown_it.token import Token

from kiosk.lessons.content import parse, plain_text, render
from kiosk.lessons.item import Text
from kiosk.lessons.manifest import PageHead, read_page_head
from kiosk.lessons.model import Page, PageBlock, QuestionId
from kiosk.lessons.placing import item_name, read_placed
from kiosk.lessons.quiz import read_quiz
from kiosk.lessons.source import Source

LONGEST_PAGE = 64 * 1024
"""In bytes: some ten thousand words. Hostile Markdown takes time that grows with the square of its length."""

_HEAD = re.compile(r"\+\+\+[ \t]*\n(?P<toml>.*?)^\+\+\+[ \t]*$\n?", re.DOTALL | re.MULTILINE)


def read_page(source: Source, taken: dict[QuestionId, str]) -> Page | None:
    """Read one page, or None when the file cannot be read. Faults are noted in the source.

    `taken` says where each question id of the lesson is used; the page's own are added.
    """
    text = source.read(LONGEST_PAGE)
    if text is None:
        return None
    head, body, line = _split_head(text, source)
    tokens = parse(body)
    title = head.title
    if not title and [token.tag for token in tokens[:1]] == ["h1"]:
        title = plain_text(tokens[1])
        tokens = tokens[3:]
    if not title:
        source.fault(line, "this page has no title; begin it with a line # Title.")
    return Page(
        id=source.name.removesuffix(".md"),
        title=title,
        blocks=_blocks(tokens, source, line, taken),
        attention=head.attention,
    )


def _split_head(text: str, source: Source) -> tuple[PageHead, str, int]:
    """The head, the Markdown after it, and the line where that begins."""
    match = _HEAD.match(text)
    if match is None:
        if text.startswith("+++"):
            source.fault(1, "the head of this page is not closed; end it with a line +++.")
        return PageHead(), text, 1
    return read_page_head(match["toml"], source, 2), text[match.end() :], 1 + text.count("\n", 0, match.end())


def _blocks(tokens: list[Token], source: Source, line: int, taken: dict[QuestionId, str]) -> tuple[PageBlock, ...]:
    blocks: list[PageBlock] = []
    prose: list[Token] = []
    placed = 0  # the tokens before this one are placed

    def end_prose() -> None:
        if html := render(prose, source, line):
            blocks.append(Text(html))
        prose.clear()

    for place, token in enumerate(tokens):
        at = line + token.map[0] if token.map else line
        if token.level == 0 and token.type == "fence" and token.info.strip() == "quiz":
            end_prose()
            blocks.extend(read_quiz(token.content, source, at + 1, taken))
        elif token.level == 0 and (name := item_name(tokens[place : place + 3])):
            end_prose()
            question = read_placed(name, source, at, taken)
            blocks.extend([question] if question else [])
            placed = place + 3
        elif place >= placed:
            prose.append(token)
    end_prose()
    return tuple(blocks)
