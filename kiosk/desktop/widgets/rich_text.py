"""A stretch of lesson text: HTML of our whitelist, as high as its words need."""

import math
import re
from collections.abc import Mapping
from html import escape, unescape
from itertools import pairwise
from typing import override

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.desktop.theme import GRID, MEASURE, Size, Theme, px
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.slots import Inlaid
from kiosk.desktop.widgets.text_document import FROM, HERE, TO, Drawing, Slot, TextDocument
from kiosk.desktop.widgets.text_style import PAGE_LINES, ROOMY_LINES, SHORT_LINES, mirrored_rows
from kiosk.lessons.interactions import Html

_WIDE = 100_000
_PADDING = "\N{NO-BREAK SPACE}"
"""Between a word to tap and its outline."""

_LONG = 4_000
"""Characters of a text that is wider than any page when no line of it is broken."""

_TAPPED_MARGIN = GRID
"""Around a text whose words are tapped: what outlines them is larger than they are."""

_OURS = re.compile(f"[{HERE}{FROM}{TO}]")
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
_NEARBY = 5
"""Words on either side that tell which blank it is."""


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
        self._lines = ROOMY_LINES if roomy else (SHORT_LINES if short else PAGE_LINES) * theme.line_spacing
        self._html: Html = ""
        self._widgets: Mapping[str, QWidget] = {}
        self._heights: dict[int, int] = {}
        self._natural_width: int | None = None
        self._document = TextDocument(theme, pictures, size, weight, self._lines, self)
        self._document.setTextWidth(_WIDE)
        self._document.setDocumentMargin(_TAPPED_MARGIN if roomy else 0)
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
        return self._document.is_complete

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
        self.setAccessibleName(plain_text(html))
        if drawings(html):
            self._pictures.made.connect(self._take_made, Qt.ConnectionType.UniqueConnection)
            self._pictures.formulas.made.connect(self._take_made, Qt.ConnectionType.UniqueConnection)
            want(html, self._pictures)
        self._set()

    @override
    def sizeHint(self) -> QSize:
        width = self.natural_width()
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self._theme, GRID * 5), px(self._theme, self._size))

    def natural_width(self) -> int:
        """Width of the longest line when none is broken; of a long text, that of a page."""
        if self._natural_width is None:
            is_long = len(self._html) > _LONG
            self._natural_width = px(self._theme, MEASURE) if is_long else self._widest()
        return self._natural_width

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._lay_out(width)
            self._heights[width] = math.ceil(self._document.size().height())
        return self._heights[width]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self.width())
        self._document.place_widgets()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self._document.has_widgets_outgrown:
            self._set()
        return super().event(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and self._html:
            self._set()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay_out(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._document.drawContents(painter, QRectF(event.rect()))

    def _widest(self) -> int:
        self._lay_out(_WIDE)
        widest = math.ceil(self._document.idealWidth()) + 1
        self._heights[widest] = math.ceil(self._document.size().height())  # no line is broken there either
        return widest

    def _lay_out(self, width: int) -> None:
        """Give the document this width; a long one takes time at each change."""
        if self._document.textWidth() != width:
            self._document.setTextWidth(width)

    def _take_made(self) -> None:
        if not self.is_complete and self._document.take_made():
            self._settle()

    def _take_slots(self, slots: Mapping[str, QWidget]) -> None:
        for widget in set(self._widgets.values()) - set(slots.values()):
            widget.hide()
        self._widgets = slots
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not slots)
        around = places(self._html) if slots else {}
        for name, widget in slots.items():
            widget.setParent(self)
            if isinstance(widget, Inlaid):
                widget.name_place(around.get(name, ""))

    def _set(self) -> None:
        """Set the text anew, with what is made by now."""
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        html = mirrored_rows(self._html) if right_to_left else self._html
        cleared = _INLAID.sub(HERE, _OURS.sub("", html))
        marked = _HOT.sub(FROM + _PADDING, cleared).replace("</x-hottext>", _PADDING + TO)
        hot = [unescape(name) for name in _HOT.findall(html)]
        self._document.run(self.layoutDirection())
        self._document.set_text(marked, inlaid(html), hot, self._widgets)
        self._settle()

    def _settle(self) -> None:
        """Ask for the room that the text needs now."""
        self._heights.clear()
        self._natural_width = None
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self._lay_out(self.width())
            self._document.place_widgets()
        elif self._document.textWidth() == _WIDE:
            self.natural_width()  # now that it is set so: each width that is asked for later sets it anew
        self.updateGeometry()
        self.update()


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
