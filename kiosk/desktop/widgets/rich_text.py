"""A stretch of lesson text: HTML of our whitelist, as high as its words need."""

import re
from html import escape, unescape
from typing import NamedTuple, override

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.desktop.theme import GRID, Size, Theme, font, px
from kiosk.desktop.widgets.ahead import Unreadable
from kiosk.desktop.widgets.formula import Formula, InlineFormula, guess
from kiosk.desktop.widgets.inline import Inlines
from kiosk.desktop.widgets.pictures import InlinePicture, Picture, Pictures
from kiosk.desktop.widgets.text_style import boxed_code, document_style, mirrored_rows, space_lines, turn_tables
from kiosk.lessons.interactions import Html
from kiosk.lessons.speech import speak

_WIDE = 100_000
_HERE = "\ue000"
_DRAWN = re.compile(r"""<span class="math">(?P<latex>.*?)</span>|<img\b(?P<picture>[^>]*)>""", re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_WITHIN_A_WORD = re.compile(r"</?(?:em|strong|code|span)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_BEFORE_A_STOP = re.compile(r" ([.,;:!?)])")
_PHOTOS = (".jpg", ".jpeg")
_COLOR = QTextFormat.Property.ForegroundBrush.value
_UNTOLD_SIZE = (480, 320)
"""Of a picture whose size is not known before it is decoded."""


class Drawing(NamedTuple):
    """A formula (its LaTeX) or a picture (its name in the folder, its description, its size where that is told)."""

    latex: str = ""
    name: str = ""
    alt: str = ""
    width: int = _UNTOLD_SIZE[0]
    height: int = _UNTOLD_SIZE[1]

    @property
    def words(self) -> str:
        return speak(self.latex) if self.latex else self.alt


class RichText(QLabel):
    """Shows one piece of HTML at the width it is given; to a screen reader it is a label with its words.

    Formulas and pictures come from `pictures` alone, whatever an address says; their places are kept until they are
    made. Lines stand apart as on a page, closer with `short`. Text runs as the layout of its parent does.
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
        self._html: Html = ""
        self._heights: dict[int, int] = {}
        self._natural_width: int | None = None
        self._drawings: list[Drawing] = []
        self._made: dict[Drawing, Formula | Picture | Unreadable] = {}
        self._document = QTextDocument(self)
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(0)
        self._document.setIndentWidth(px(theme, GRID * 4))
        self._document.setDefaultFont(font(theme, size, weight))
        self._document.setDefaultStyleSheet(document_style(theme))
        self._inlines: Inlines | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def document(self) -> QTextDocument:
        """What is shown, as Qt sets it."""
        return self._document

    @property
    def is_complete(self) -> bool:
        """Whether every formula and picture of it is made, or known to be unreadable."""
        return len(self._made) == len(set(self._drawings))

    def show_html(self, html: Html) -> None:
        """Show another text. Its words become the accessible name, pictures by what they are said to show."""
        if html == self._html:
            return
        self._html = html
        self._drawings = drawings(html)
        self._made.clear()
        self.setAccessibleName(plain_text(html))
        if self._drawings:
            self._pictures.made.connect(self._take_made, Qt.ConnectionType.UniqueConnection)
            self._pictures.formulas.made.connect(self._take_made, Qt.ConnectionType.UniqueConnection)
            want(html, self._pictures)
            self._find_made()
        self._set()

    @override
    def sizeHint(self) -> QSize:
        width = self.natural_width()
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self._theme, GRID * 5), px(self._theme, self._size))

    def natural_width(self) -> int:
        """Width of the longest line when none is broken."""
        if self._natural_width is None:
            self._natural_width = self._measured(_WIDE)[0] + 1
        return self._natural_width

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
        self._document.setTextWidth(self.width())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and self._html:
            self._set()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._document.drawContents(painter, QRectF(event.rect()))

    def _measured(self, width: int) -> tuple[int, int]:
        """Ideal width and height at a width, leaving the shown layout as it was."""
        shown = self._document.textWidth()
        self._document.setTextWidth(width)
        ideal, height = self._document.idealWidth(), self._document.size().height()
        self._document.setTextWidth(shown)
        return int(ideal + 0.99), int(height + 0.99)

    def _find_made(self) -> bool:
        """Take over what is made by now; whether that is more than before."""
        before = len(self._made)
        for drawing in self._drawings:
            made = self._pictures.formulas.known(drawing.latex) if drawing.latex else self._pictures.known(drawing.name)
            if made is not None:
                self._made.setdefault(drawing, made)
        return len(self._made) > before

    def _take_made(self) -> None:
        if not self.is_complete and self._find_made():
            self._set()
            self.update()

    def _set(self) -> None:
        """Set the text anew, with what is made by now."""
        self._heights.clear()
        self._natural_width = None
        lines = QTextOption()
        lines.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        lines.setTextDirection(self.layoutDirection())
        self._document.setDefaultTextOption(lines)
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        html = mirrored_rows(self._html) if right_to_left else self._html
        self._drawings = drawings(html)
        self._document.setHtml(boxed_code(_DRAWN.sub(_HERE, html.replace(_HERE, ""))))
        space_lines(self._document, self._theme, self._size, short=self._short)
        if right_to_left:
            turn_tables(self._document)
        if self._drawings:
            self._set_drawings()
        self._document.setTextWidth(self.width())
        self.updateGeometry()

    def _set_drawings(self) -> None:
        if self._inlines is None:
            self._inlines = Inlines(self._document)
        self._inlines.clear()
        place = QTextCursor(self._document)
        for drawing in self._drawings:
            place = self._document.find(_HERE, place)
            self._put(drawing, place, self._inlines)

    def _put(self, drawing: Drawing, place: QTextCursor, inlines: Inlines) -> None:
        """Put a drawing, or what stands for it, in place of the selected character."""
        made = self._made.get(drawing)
        form = place.charFormat()
        if isinstance(made, Unreadable):
            place.insertText(drawing.latex or drawing.alt, self._quiet(form, code=bool(drawing.latex)))
        elif drawing.latex:
            formula = made if isinstance(made, Formula) else guess(drawing.latex)
            color = form.foreground().color() if form.hasProperty(_COLOR) else QColor(self._theme.colors.ink)
            inlines.put(place, InlineFormula(formula, form.font().pixelSize(), color.name(), form.font()))
        else:
            picture = made if isinstance(made, Picture) else Picture(QImage(), drawing.width, drawing.height)
            inlines.put(place, InlinePicture(picture, self._theme, is_photo=drawing.name.lower().endswith(_PHOTOS)))

    def _quiet(self, form: QTextCharFormat, *, code: bool) -> QTextCharFormat:
        """How the source of a formula looks that cannot be drawn, or the description of a picture."""
        quiet = QTextCharFormat(form)
        quiet.setBackground(QColor(self._theme.colors.quiet.ground))
        if code:
            quiet.setFontFamilies(["monospace"])
        else:
            quiet.setFontItalic(True)
        return quiet


def drawings(html: Html) -> list[Drawing]:
    """The formulas and pictures of a text, in its order."""
    return [_drawing(found) for found in _DRAWN.finditer(html)]


def _drawing(found: re.Match[str]) -> Drawing:
    if found["latex"] is not None:
        return Drawing(latex=unescape(found["latex"]))
    told = {key: unescape(value) for key, value in _ATTRIBUTE.findall(found["picture"])}
    width, height = (int(told.get(key, "0")) for key in ("width", "height"))
    name, alt = told.get("src", ""), told.get("alt", "")
    return Drawing(name=name, alt=alt, width=width, height=height) if width and height else Drawing(name=name, alt=alt)


def want(html: Html, pictures: Pictures) -> None:
    """Have the drawings of a text made now, in its order."""
    pictures.want(drawing.name for drawing in drawings(html) if not drawing.latex)
    pictures.formulas.want(drawing.latex for drawing in drawings(html) if drawing.latex)


def prepare(html: Html, pictures: Pictures) -> None:
    """Have the drawings of a text made when there is nothing else to do."""
    pictures.prepare(drawing.name for drawing in drawings(html) if not drawing.latex)
    pictures.formulas.prepare(drawing.latex for drawing in drawings(html) if drawing.latex)


def plain_text(html: Html) -> str:
    """The words of a whitelisted text, with each formula as one says it and each picture as it is described."""
    told = _DRAWN.sub(lambda found: f" {escape(_drawing(found).words)} ", html)
    words = " ".join(unescape(_TAG.sub(" ", _WITHIN_A_WORD.sub("", told))).split())
    return _BEFORE_A_STOP.sub(r"\1", words)
