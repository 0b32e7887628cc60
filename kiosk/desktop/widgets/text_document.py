"""A text as Qt sets it: our HTML with formulas, pictures and widgets in the places of their marks."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, override

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QFont, QImage, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat, QTextOption
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import GRID, Theme, font, px
from kiosk.desktop.widgets.ahead import Unreadable
from kiosk.desktop.widgets.formula import Formula, InlineFormula, guess
from kiosk.desktop.widgets.inline import Inlines
from kiosk.desktop.widgets.pictures import InlinePicture, Picture, Pictures, is_photo
from kiosk.desktop.widgets.slots import InlineSlot, Overlay, pieces_of, place_of
from kiosk.desktop.widgets.text_style import boxed_code, captions_above, document_style, space_lines, turn_tables
from kiosk.lessons.interactions import Html
from kiosk.lessons.mathml import is_mathml
from kiosk.lessons.speech import speak
from kiosk.lessons.speech_mathml import speak_mathml
from kiosk.words import tr

HERE, FROM, TO = "\ue000", "\ue001", "\ue002"
"""Stand in a text for what is put into it, and at the ends of words that a widget lies over."""

_COLOR = QTextFormat.Property.ForegroundBrush.value
_NOTHING = "_____"
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

    @property
    def words(self) -> str:
        """What is said in its place."""
        return tr("blank", "a place in a text to be filled, read out")


class TextDocument(QTextDocument):
    """One text. Its drawings come from `pictures` alone, and it reads no file, whatever it says.

    Lines stand `apart` by so many times the text's size.
    """

    def __init__(
        self, theme: Theme, pictures: Pictures, size: int, weight: QFont.Weight, apart: float, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._size = size
        self._apart = apart
        self._inlines: Inlines | None = None
        self._made: dict[Drawing, Formula | Picture | Unreadable] = {}
        self._drawn: dict[int, tuple[Drawing, QTextCharFormat]] = {}
        self._standing: dict[int, InlineSlot] = {}
        self._lying: list[tuple[QTextCursor, Overlay]] = []
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.setIndentWidth(px(theme, GRID * 4))
        self.setDefaultFont(font(theme, size, weight))
        self.setDefaultStyleSheet(document_style(theme))

    def set_text(
        self, marked: Html, parts: Sequence[Drawing | Slot], hot: Sequence[str], widgets: Mapping[str, QWidget]
    ) -> None:
        """Set a text in which each part's place is `HERE`, and each hot text stands between `FROM` and `TO`."""
        direction = self.defaultTextOption().textDirection()
        self._drawn, self._standing, self._lying = {}, {}, []
        self._made = {drawing: made for drawing, made in self._made.items() if drawing in parts}
        self._find(part for part in parts if isinstance(part, Drawing))
        self.setHtml(boxed_code(captions_above(marked)))
        whole = QTextCursor(self)
        whole.beginEditBlock()  # so that Qt lays out once, at its end
        space_lines(self, self._theme, self._size, self._apart)
        if direction is Qt.LayoutDirection.RightToLeft:
            turn_tables(self)
        self._fill(parts, widgets)
        self._lay_over(hot, widgets)
        whole.endEditBlock()

    def run(self, direction: Qt.LayoutDirection) -> None:
        """Let text run so from the next one that is set."""
        lines = QTextOption()
        lines.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        lines.setTextDirection(direction)
        self.setDefaultTextOption(lines)

    def take_made(self) -> bool:
        """Draw what has been made since the text was set; whether that is anything."""
        news = self._find(drawing for drawing, _ in self._drawn.values())
        if not news or self._inlines is None:
            return False
        edit = QTextCursor(self)
        edit.beginEditBlock()
        for index, position in reversed(list(self._inlines.positions())):
            drawing, form = self._drawn.get(index, (None, None))
            if drawing in news and form is not None:
                del self._drawn[index]
                edit.setPosition(position)
                edit.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
                self._put(drawing, form, edit, self._inlines)
        edit.endEditBlock()
        return True

    @property
    def is_complete(self) -> bool:
        """Whether every formula and picture of it is made, or known to be unreadable."""
        return all(drawing in self._made for drawing, _ in self._drawn.values())

    @property
    def has_widgets_outgrown(self) -> bool:
        """Whether a widget wants another size than it had when the text was set."""
        return any(slot.has_outgrown for slot in self._standing.values())

    def place_widgets(self) -> None:
        """Move the widgets to where the text has their places now."""
        if self._standing and self._inlines is not None:
            for index, position in self._inlines.positions():
                if index in self._standing:
                    self._standing[index].stand_at(*place_of(self, position))
        for words, widget in self._lying:
            widget.show_pieces(pieces_of(words))

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        """A clear pixel: without an image Qt would look for the file itself."""
        clear = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        clear.fill(Qt.GlobalColor.transparent)
        return clear

    def _find(self, drawings: Iterable[Drawing]) -> set[Drawing]:
        """Take over what is made of these by now; those that were not known before."""
        news = set()
        for drawing in drawings:
            formula = drawing.formula
            made = self._pictures.formulas.known(formula) if formula else self._pictures.known(drawing.name)
            if made is not None and drawing not in self._made:
                self._made[drawing] = made
                news.add(drawing)
        return news

    def _fill(self, parts: Sequence[Drawing | Slot], widgets: Mapping[str, QWidget]) -> None:
        """Put each part into its place, the last first: what stands for an unreadable one is longer than its place."""
        if self._inlines is None:
            if not parts:
                return
            self._inlines = Inlines(self)
        self._inlines.clear()
        place = QTextCursor(self)
        for position, part in reversed(list(zip(self._positions(HERE), parts, strict=True))):
            place.setPosition(position)
            place.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
            if isinstance(part, Drawing):
                self._put(part, place.charFormat(), place, self._inlines)
            elif part.name in widgets:
                slot = InlineSlot(widgets[part.name], place.charFormat().font())
                self._standing[self._inlines.put(place, slot)] = slot
            else:
                place.insertText(_NOTHING)

    def _lay_over(self, hot: Sequence[str], widgets: Mapping[str, QWidget]) -> None:
        marks = [*zip(self._positions(FROM), self._positions(TO), hot, strict=True)]
        for start, end, name in reversed(marks):
            words = QTextCursor(self)
            for position in (end, start):
                words.setPosition(position)
                words.deleteChar()
            words.setPosition(end - 1, QTextCursor.MoveMode.KeepAnchor)
            widget = widgets.get(name)
            if widget is not None and isinstance(widget, Overlay):
                self._lying.append((words, widget))

    def _positions(self, character: str) -> list[int]:
        return [position for position, one in enumerate(self.toRawText()) if one == character]

    def _put(self, drawing: Drawing, form: QTextCharFormat, place: QTextCursor, inlines: Inlines) -> None:
        """Put a drawing, or what stands for it, in place of the selected character; `form` is its words' format."""
        made = self._made.get(drawing)
        if isinstance(made, Unreadable):
            place.insertText(drawing.source or drawing.words, self._quiet(form, code=bool(drawing.source)))
        elif drawing.formula:
            formula = made if isinstance(made, Formula) else guess(drawing.formula)
            color = form.foreground().color() if form.hasProperty(_COLOR) else QColor(self._theme.colors.ink)
            thing = InlineFormula(formula, form.font().pixelSize(), color.name(), form.font())
            self._drawn[inlines.put(place, thing)] = drawing, form
        else:
            picture = made if isinstance(made, Picture) else Picture(QImage(), drawing.width, drawing.height)
            shown = InlinePicture(picture, self._theme, is_photo=is_photo(drawing.name))
            self._drawn[inlines.put(place, shown)] = drawing, form

    def _quiet(self, form: QTextCharFormat, *, code: bool) -> QTextCharFormat:
        """How the source of a formula looks that cannot be drawn, or the description of a picture."""
        quiet = QTextCharFormat(form)
        quiet.setBackground(QColor(self._theme.colors.quiet.ground))
        if code:
            quiet.setFontFamilies(["monospace"])
        else:
            quiet.setFontItalic(True)
        return quiet
