"""A stretch of lesson text: HTML of our whitelist, as high as its words need."""

import re
from html import unescape
from typing import Any, override

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from kiosk.desktop.theme import GRID, Size, Theme, font, px
from kiosk.desktop.widgets.formula import draw, image_format
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.lessons.model import Html

_PAGE_LINES = 1.5
_SHORT_LINES = 1.25
_HEADINGS = {1: Size.HEADING, 2: Size.NAME}
_WIDE = 100_000
_FORMULA = re.compile(r"""<span class="math">(.*?)</span>""", re.DOTALL)
_HERE = "\ue000"
_PICTURE = re.compile(r"""<img\b[^>]*?\balt="([^"]*)"[^>]*>""")


class RichText(QTextBrowser):
    """Shows one piece of HTML at the width it is given. It has no scroll bars, no focus, and its links open nothing.

    Pictures come from `pictures` alone, whatever an address says. Lines stand apart as on a page, closer with `short`.
    """

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        *,
        size: int = Size.LESSON,
        weight: QFont.Weight = QFont.Weight.Normal,
        short: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._size = size
        self._short = short
        self._heights: dict[int, int] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        document = self.document()
        document.setDocumentMargin(0)
        document.setIndentWidth(px(theme, GRID * 4))
        document.setDefaultFont(font(theme, size, weight))
        document.setDefaultStyleSheet(_document_style(theme))

    def show_html(self, html: Html) -> None:
        """Show another text. Its words become the accessible name, pictures by what they are said to show."""
        self._heights.clear()
        formulas = [unescape(latex) for latex in _FORMULA.findall(html)]
        self.setHtml(_FORMULA.sub(_HERE, html.replace(_HERE, "")))
        self._space_lines()
        self._set_formulas(formulas)
        self.setAccessibleName(plain_text(html))
        self.updateGeometry()

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._pictures.read(QUrl(name))
        return None

    @override
    def sizeHint(self) -> QSize:
        width = self.natural_width()
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self._theme, GRID * 5), px(self._theme, self._size))

    def natural_width(self) -> int:
        """Width of the longest line when none is broken."""
        return self._measured(_WIDE)[0] + 1

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._measured(width)[1]
        return self._heights[width]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.document().setTextWidth(self.viewport().width())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not the text

    def _measured(self, width: int) -> tuple[int, int]:
        """Ideal width and height at a width, leaving the shown layout as it was."""
        document = self.document()
        shown = document.textWidth()
        document.setTextWidth(width)
        ideal, height = document.idealWidth(), document.size().height()
        document.setTextWidth(shown)
        return int(ideal + 0.99), int(height + 0.99)

    def _space_lines(self) -> None:
        """Give headings their size (Qt would enlarge ours once more) and every line its height."""
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            level = block.blockFormat().headingLevel()
            size = px(self._theme, _HEADINGS.get(level, Size.LESSON) if level else self._size)
            if level:
                words = QTextCharFormat()
                words.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
                words.setProperty(QTextFormat.Property.FontPixelSize, size)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.mergeCharFormat(words)
            spaced = QTextBlockFormat()
            lines = _SHORT_LINES if level or self._short else _PAGE_LINES
            spaced.setLineHeight(size * lines, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
            cursor.mergeBlockFormat(spaced)
            block = block.next()

    def _set_formulas(self, formulas: list[str]) -> None:
        """Put each formula where `_HERE` keeps its place; what is no LaTeX stays as it was written."""
        document = self.document()
        for number, latex in enumerate(formulas):
            place = document.find(_HERE)
            text_font = place.charFormat().font()
            color, ratio = self._theme.colors.ink, self.devicePixelRatioF()
            formula = draw(latex, text_font.pixelSize(), color, ratio)
            if formula is None:
                place.insertText(latex)
                continue
            name = f"formula:{number}"
            document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), formula.image)
            place.insertImage(image_format(formula, name, text_font))


def plain_text(html: Html) -> str:
    """The words of a whitelisted text, with each picture's description in its place."""
    document = QTextDocument()
    document.setHtml(_PICTURE.sub(r" \1 ", html))
    return " ".join(document.toPlainText().split())


def _document_style(theme: Theme) -> str:
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
