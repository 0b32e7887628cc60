"""How a lesson's text is set: the styles of its tags, and the height of its lines."""

import re
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat, QTextTable

from kiosk.desktop.theme import GRID, Size, Theme, px
from kiosk.lessons.interactions import Html

PAGE_LINES = 1.5
SHORT_LINES = 1.25
ROOMY_LINES = 2.2
"""Lines apart, in sizes of their text: on a page, on a button, and where words are tapped."""

_CODE = "monospace"
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<(?:th|td)\b.*?</(?:th|td)>", re.DOTALL)
_CAPTION = re.compile(r"(<table\b[^>]*>)\s*<caption\b[^>]*>(.*?)</caption>", re.DOTALL)
_BOX = '<table width="100%"><tr><td class="code"><pre>'
_HEADINGS = {1: Size.HEADING, 2: Size.NAME}


@lru_cache(maxsize=4)
def document_style(theme: Theme) -> str:
    """The style sheet of a document, as far as Qt knows CSS."""
    colors = theme.colors
    return f"""
body, a {{ color: {colors.ink}; text-decoration: none; }}
p, ul, ol, blockquote, table {{ margin: 0 0 {GRID * 2}px 0; }}
li p {{ margin: 0; }}
h1, h2, h3, h4, h5, h6 {{ font-weight: 700; margin: {GRID * 2}px 0 {GRID}px 0; }}
code {{ font-family: {_CODE}; background-color: {colors.quiet.ground}; }}
pre {{ margin: 0; white-space: pre-wrap; }}
pre code {{ background-color: transparent; }}
th, td {{
  padding: {GRID // 2}px {GRID * 2}px {GRID}px {GRID * 2}px; border: 1px solid {colors.line};
  vertical-align: middle; background-color: {colors.surface};
}}
th {{ font-weight: 600; }}
th, td.code {{ background-color: {colors.quiet.ground}; }}
table {{ border-collapse: collapse; margin-top: {GRID * 2}px; }}
blockquote {{ color: {colors.muted}; margin-left: {GRID * 3}px; }}
"""


def boxed_code(html: Html) -> Html:
    """Put each stretch of code into a table of one cell: Qt knows no other box with a ground and an edge."""
    return (
        html.replace("<pre>", _BOX)
        .replace("\n</code></pre>", "</code></pre>")
        .replace("</pre>", "</pre></td></tr></table>")
    )


def captions_above(html: Html) -> Html:
    """Put a table's caption into a paragraph before it: Qt knows none."""
    return _CAPTION.sub(r"<p><strong>\2</strong></p>\1", html)


def mirrored_rows(html: Html) -> Html:
    """Begin each row of a table with its last cell: in a text from right to left Qt still lays cells from the left."""
    return _ROW.sub(lambda row: "<tr>" + "".join(reversed(_CELL.findall(row[1]))) + "</tr>", html)


def turn_tables(document: QTextDocument) -> None:
    """Let tables begin at the right, and the code in its boxes at the left: code is written so in every language."""
    for table in document.rootFrame().childFrames():
        if not isinstance(table, QTextTable):
            continue
        turned = table.format()
        turned.setAlignment(Qt.AlignmentFlag.AlignRight)
        table.setFormat(turned)
        cell = table.cellAt(0, 0)
        if cell.firstCursorPosition().charFormat().fontFamilies() == [_CODE]:
            code = cell.firstCursorPosition()
            code.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
            straight = QTextBlockFormat()
            straight.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            code.mergeBlockFormat(straight)


def space_lines(document: QTextDocument, theme: Theme, size: int, apart: float) -> None:
    """Give headings their size (Qt would enlarge ours once more) and every line its height."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        level = block.blockFormat().headingLevel()
        height = px(theme, _HEADINGS.get(level, Size.LESSON) if level else size)
        if level:
            words = QTextCharFormat()
            words.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
            words.setProperty(QTextFormat.Property.FontPixelSize, height)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(words)
        spaced = QTextBlockFormat()
        lines = SHORT_LINES if level else apart
        spaced.setLineHeight(height * lines, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor.mergeBlockFormat(spaced)
        block = block.next()
