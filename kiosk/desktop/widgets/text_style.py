"""How a lesson's text is set: the styles of its tags, and the height of its lines."""

from functools import lru_cache

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from kiosk.desktop.theme import GRID, Size, Theme, px

_PAGE_LINES = 1.5
_SHORT_LINES = 1.25
_HEADINGS = {1: Size.HEADING, 2: Size.NAME}


@lru_cache(maxsize=4)
def document_style(theme: Theme) -> str:
    """The style sheet of a document, as far as Qt knows CSS."""
    colors = theme.colors
    return f"""
body, a {{ color: {colors.ink}; text-decoration: none; }}
p, ul, ol, pre, blockquote, table {{ margin: 0 0 {GRID * 2}px 0; }}
li p {{ margin: 0; }}
h1, h2, h3, h4, h5, h6 {{ font-weight: 700; margin: {GRID * 2}px 0 {GRID}px 0; }}
code, pre {{ font-family: monospace; background-color: {colors.quiet.ground}; white-space: pre-wrap; }}
th, td {{ padding: {GRID}px {GRID * 2}px; border: 1px solid {colors.line}; }}
th {{ font-weight: 600; background-color: {colors.quiet.ground}; }}
table {{ border-collapse: collapse; margin-top: {GRID * 2}px; }}
blockquote {{ color: {colors.muted}; margin-left: {GRID * 3}px; }}
"""


def space_lines(document: QTextDocument, theme: Theme, size: int, *, short: bool) -> None:
    """Give headings their size (Qt would enlarge ours once more) and every line its height, less with `short`."""
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
        lines = _SHORT_LINES if level or short else _PAGE_LINES
        spaced.setLineHeight(height * lines, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor.mergeBlockFormat(spaced)
        block = block.next()
