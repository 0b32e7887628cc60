"""A stretch of lesson text: HTML of our whitelist, as high as its words need."""

import re
from collections.abc import Mapping
from html import escape, unescape
from itertools import pairwise
from typing import NamedTuple, override

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QUrl
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
from kiosk.desktop.widgets.slots import Inlaid, Overlay, Slots
from kiosk.desktop.widgets.text_style import (
    PAGE_LINES,
    ROOMY_LINES,
    SHORT_LINES,
    boxed_code,
    captions_above,
    document_style,
    mirrored_rows,
    space_lines,
    turn_tables,
)
from kiosk.lessons.mathml import is_mathml
from kiosk.lessons.model import Html
from kiosk.lessons.speech import speak
from kiosk.lessons.speech_mathml import speak_mathml

_WIDE = 100_000
_TAPPED_MARGIN = GRID
"""Around a text whose words are tapped: what outlines them is larger than they are."""

_HERE, _FROM, _TO = "\ue000", "\ue001", "\ue002"
_OURS = re.compile(f"[{_HERE}{_FROM}{_TO}]")
_INLAID = re.compile(
    r'<span class="(?:math|mathml)">(?P<formula>.*?)</span>|<img\b(?P<picture>[^>]*)>'
    r'|<x-(?:slot response|gap identifier)="(?P<slot>[^"]*)" ?/?>(?:</x-(?:slot|gap)>)?',
    re.DOTALL,
)
_SLOT = re.compile(r'<x-(?:slot response|gap identifier|hottext identifier)="([^"]*)"')
_HOT = re.compile(r'<x-hottext identifier="([^"]*)">')
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_WITHIN_A_WORD = re.compile(r"</?(?:em|strong|code|span|u|s|small|x-hottext)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_BEFORE_A_STOP = re.compile(r" ([.,;:!?)])")
_PHOTOS = (".jpg", ".jpeg")
_NOTHING = "_____"
_NEARBY = 5
"""Words on either side that tell which blank it is."""

_COLOR = QTextFormat.Property.ForegroundBrush.value
_UNTOLD_SIZE = (480, 320)
"""Of a picture whose size is not known before it is decoded."""


class Drawing(NamedTuple):
    """A formula (LaTeX or MathML), or a picture (its name in the folder, its description, its size if that is told)."""

    formula: str = ""
    name: str = ""
    alt: str = ""
    width: int = _UNTOLD_SIZE[0]
    height: int = _UNTOLD_SIZE[1]

    @property
    def source(self) -> str:
        """What an author wrote who can read it: LaTeX, but not MathML, which tools write."""
        return "" if is_mathml(self.formula) else self.formula

    @property
    def words(self) -> str:
        if not self.formula:
            return self.alt
        return speak_mathml(self.formula) if is_mathml(self.formula) else speak(self.formula)


class Slot(NamedTuple):
    """The place of a widget: the response or the gap that it is for."""

    name: str
    words: str = "blank"


class RichText(QLabel):
    """Shows one piece of HTML at the width it is given; to a screen reader it is a label with its words.

    Formulas and pictures come from `pictures` alone, whatever an address says; their places are kept until they are
    made. Lines stand apart as on a page, closer with `short`, far enough to be tapped with `roomy`. Text runs as the
    layout of its parent does. Widgets may stand in the text or lie over its words (`kiosk.desktop.widgets.slots`).
    """

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        *,
        size: int = Size.LESSON,
        weight: QFont.Weight = QFont.Weight.Normal,
        short: bool = False,
        roomy: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._size = size
        self._lines = ROOMY_LINES if roomy else SHORT_LINES if short else PAGE_LINES
        self._html: Html = ""
        self._heights: dict[int, int] = {}
        self._natural_width: int | None = None
        self._drawings: list[Drawing] = []
        self._widgets: Mapping[str, QWidget] = {}
        self._made: dict[Drawing, Formula | Picture | Unreadable] = {}
        self._document = _Document(self)
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(_TAPPED_MARGIN if roomy else 0)
        self._document.setIndentWidth(px(theme, GRID * 4))
        self._document.setDefaultFont(font(theme, size, weight))
        self._document.setDefaultStyleSheet(document_style(theme))
        self._inlines: Inlines | None = None
        self._slots = Slots(self._document)
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

    def show_html(self, html: Html, slots: Mapping[str, QWidget] | None = None) -> None:
        """Show another text. Its words become the accessible name, pictures by what they are said to show.

        `slots` are the widgets at its marks, by response, gap or hot text; they become this widget's children. A hot
        text's is an `Overlay`. Where one changes its size the text makes room.
        """
        slots = slots or {}
        if html == self._html and slots == self._widgets:
            return
        self._html = html
        self._take_slots(slots)
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
        self._slots.follow()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self._slots.have_outgrown:
            self._set()
        return super().event(event)

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
            formula = drawing.formula
            made = self._pictures.formulas.known(formula) if formula else self._pictures.known(drawing.name)
            if made is not None:
                self._made.setdefault(drawing, made)
        return len(self._made) > before

    def _take_made(self) -> None:
        if not self.is_complete and self._find_made():
            self._set()
            self.update()

    def _take_slots(self, slots: Mapping[str, QWidget]) -> None:
        for widget in set(self._widgets.values()) - set(slots.values()):
            widget.hide()
        self._widgets = slots
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not slots)
        around = places(self._html)
        for name, widget in slots.items():
            widget.setParent(self)
            if isinstance(widget, Inlaid):
                widget.name_place(around.get(name, ""))

    def _set(self) -> None:
        """Set the text anew, with what is made by now."""
        lines = QTextOption()
        lines.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        lines.setTextDirection(self.layoutDirection())
        self._document.setDefaultTextOption(lines)
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        html = mirrored_rows(self._html) if right_to_left else self._html
        self._drawings = drawings(html)
        marked = _HOT.sub(_FROM, _INLAID.sub(_HERE, _OURS.sub("", html))).replace("</x-hottext>", _TO)
        self._document.setHtml(boxed_code(captions_above(marked)))
        space_lines(self._document, self._theme, self._size, self._lines)
        if right_to_left:
            turn_tables(self._document)
        self._set_inlaid(html)
        self._heights.clear()
        self._natural_width = None
        self._document.setTextWidth(self.width())
        self._slots.follow()
        self.updateGeometry()

    def _set_inlaid(self, html: Html) -> None:
        self._slots = Slots(self._document)
        if self._inlines is None and _INLAID.search(html):
            self._inlines = Inlines(self._document)
        if self._inlines is not None:
            self._inlines.clear()
            place = QTextCursor(self._document)
            for part in inlaid(html):
                place = self._document.find(_HERE, place)
                if isinstance(part, Drawing):
                    self._put(part, place, self._inlines)
                elif part.name in self._widgets:
                    self._slots.stand(self._widgets[part.name], place, self._inlines)
                else:
                    place.insertText(_NOTHING)
        words = QTextCursor(self._document)
        for name in _HOT.findall(html):
            words = self._selected_words(words)
            widget = self._widgets.get(unescape(name))
            if widget is not None and isinstance(widget, Overlay):
                self._slots.lie(widget, words)

    def _selected_words(self, after: QTextCursor) -> QTextCursor:
        """The words between the next two marks, which are taken out."""
        start = self._document.find(_FROM, after)
        start.removeSelectedText()
        end = self._document.find(_TO, start)
        end.removeSelectedText()
        end.setPosition(start.position(), QTextCursor.MoveMode.KeepAnchor)
        return end

    def _put(self, drawing: Drawing, place: QTextCursor, inlines: Inlines) -> None:
        """Put a drawing, or what stands for it, in place of the selected character."""
        made = self._made.get(drawing)
        form = place.charFormat()
        if isinstance(made, Unreadable):
            place.insertText(drawing.source or drawing.words, self._quiet(form, code=bool(drawing.source)))
        elif drawing.formula:
            formula = made if isinstance(made, Formula) else guess(drawing.formula)
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


class _Document(QTextDocument):
    """A document that reads nothing, whatever its text says."""

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        """A clear pixel: without an image Qt would look for the file itself."""
        clear = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        clear.fill(Qt.GlobalColor.transparent)
        return clear


def inlaid(html: Html) -> list[Drawing | Slot]:
    """What stands in a text and is no text, in its order."""
    return [_part(found) for found in _INLAID.finditer(html)]


def drawings(html: Html) -> list[Drawing]:
    """The formulas and pictures of a text, in its order."""
    return [part for part in inlaid(html) if isinstance(part, Drawing)]


def slots_of(html: Html) -> list[str]:
    """The responses, gaps and hot texts that have a mark in a text, in reading order: that of Tab."""
    return [unescape(name) for name in _SLOT.findall(html)]


def places(html: Html) -> dict[str, str]:
    """The words around each widget that stands in a text, with … in its place."""
    marks = [found for found in _INLAID.finditer(html) if found["slot"] is not None]
    ends = [0, *(found.end() for found in marks)]
    starts = [*(found.start() for found in marks), len(html)]
    between = [plain_text(html[end:start]) for end, start in zip(ends, starts, strict=True)]
    nearby = ((before.split()[-_NEARBY:], after.split()[:_NEARBY]) for before, after in pairwise(between))
    return {
        unescape(found["slot"]): " ".join((*before, "…", *after))
        for found, (before, after) in zip(marks, nearby, strict=True)
    }


def _part(found: re.Match[str]) -> Drawing | Slot:
    if found["slot"] is not None:
        return Slot(unescape(found["slot"]))
    if found["formula"] is not None:
        return Drawing(formula=unescape(found["formula"]))
    told = {key: unescape(value) for key, value in _ATTRIBUTE.findall(found["picture"])}
    width, height = (int(told.get(key, "0")) for key in ("width", "height"))
    name, alt = told.get("src", ""), told.get("alt", "")
    return Drawing(name=name, alt=alt, width=width, height=height) if width and height else Drawing(name=name, alt=alt)


def want(html: Html, pictures: Pictures) -> None:
    """Have the drawings of a text made now, in its order."""
    pictures.want(drawing.name for drawing in drawings(html) if not drawing.formula)
    pictures.formulas.want(drawing.formula for drawing in drawings(html) if drawing.formula)


def prepare(html: Html, pictures: Pictures) -> None:
    """Have the drawings of a text made when there is nothing else to do."""
    pictures.prepare(drawing.name for drawing in drawings(html) if not drawing.formula)
    pictures.formulas.prepare(drawing.formula for drawing in drawings(html) if drawing.formula)


def plain_text(html: Html) -> str:
    """The words of a whitelisted text, with each formula as one says it and each picture as it is described."""
    told = _INLAID.sub(lambda found: f" {escape(_part(found).words)} ", html)
    words = " ".join(unescape(_TAG.sub(" ", _WITHIN_A_WORD.sub("", told))).split())
    return _BEFORE_A_STOP.sub(r"\1", words)
