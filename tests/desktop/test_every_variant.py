"""What every page keeps to on every screen and at every size of text: all of it is there, whole, and can be read.

Colours move nothing, so places are looked at in light and contrast at one size in both.
"""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from kiosk.desktop.fonts import Typeface
from kiosk.desktop.theme import TARGET, Theme, dress
from kiosk.desktop.widgets.answer_tile import AnswerTile
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.chip import Chip
from kiosk.desktop.widgets.picture_stage import PictureStage
from kiosk.desktop.widgets.rich_text import RichText
from kiosk.desktop.widgets.scroll import Scroll
from kiosk.desktop.widgets.sheet import Sheet
from tests.desktop.screens import NAMES, SCALES, SIZES, make, settle
from tests.desktop.test_theme import AA, AAA, contrast

FEW = ["1-students", "2-home", "3-lesson", "3-lesson-checked", "3-order-wrong", "4-result", "6-teacher-queue"]
"""Pages that show every kind of widget between them, for the looks that are not tried on all."""


@pytest.fixture(params=SCALES, ids=lambda scale: f"{scale:.0%}")
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    made = Theme(text_scale=request.param)
    dress(qapp, made)
    yield made
    dress(qapp, Theme())


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cut_off_covered_or_too_small_to_touch_on_any_screen(name: str, theme: Theme, qtbot: QtBot) -> None:
    page = make(name, theme, SIZES[-1])
    qtbot.addWidget(page)
    for size in reversed(SIZES):
        page.resize(size)
        settle()
        assert page.size() == size
        assert faults(page) == [], size


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cut_off_where_a_page_keeps_the_size_it_was_made_at(
    name: str, qapp: QApplication, qtbot: QtBot
) -> None:
    """To be resized brings a layout in order that was not."""
    dress(qapp, Theme())
    page = make(name, Theme(), QSize(1280, 800))
    qtbot.addWidget(page)
    assert faults(page) == []


LOOKS = [
    *((name, Theme(dark=dark), AA) for name in NAMES for dark in (False, True)),
    *((name, Theme(dark=dark, high_contrast=True), AAA) for name in FEW for dark in (False, True)),
]


@pytest.mark.parametrize(("name", "theme", "least"), LOOKS)
def test_every_word_stands_out_from_its_ground(
    name: str, theme: Theme, least: float, qapp: QApplication, qtbot: QtBot
) -> None:
    dress(qapp, theme)
    page = make(name, theme, QSize(1280, 800))
    qtbot.addWidget(page)
    picture = page.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    words: list[QLabel | Button] = [*seen(page, QLabel), *seen(page, Button)]
    texts = [one for one in words if one.text() and in_front(page, one)]
    pale = {one.text(): found for one in texts if (found := legibility(picture, area(page, one))) < least}
    assert texts
    assert pale == {}


@pytest.mark.parametrize("name", FEW)
def test_the_reading_typeface_and_wide_lines_have_their_room_at_any_size(
    name: str, qapp: QApplication, qtbot: QtBot
) -> None:
    for scale in (SCALES[0], SCALES[-1]):
        theme = Theme(text_scale=scale, typeface=Typeface.ANDIKA, line_spacing=1.5, high_contrast=True)
        dress(qapp, theme)
        page = make(name, theme, SIZES[0])
        qtbot.addWidget(page)
        assert faults(page) == [], scale
    dress(qapp, Theme())


def faults(page: QWidget) -> list[str]:
    return [*cut(page), *strayed(page), *covered(page), *small(page)]


def seen[W: QWidget](page: QWidget, kind: type[W]) -> list[W]:
    return [child for child in page.findChildren(kind) if child.isVisible()]


def cut(page: QWidget) -> Iterator[str]:
    """Find what has less room than its words need."""
    for scroll in seen(page, Scroll):
        content = scroll.widget()
        if content is None or content.width() > scroll.viewport().width():
            yield f"too wide to scroll: {scroll.accessibleName()}"
    for label in seen(page, QLabel):
        if isinstance(label, Chip) or not label.wordWrap():
            whole = label.width() >= label.sizeHint().width()
        else:
            whole = label.height() >= label.heightForWidth(label.width())
            whole = whole and label.width() >= label.minimumSizeHint().width()
        if not whole:
            yield f"cut label: {label.text()}"
    for text in seen(page, RichText):
        if text.height() < text.heightForWidth(text.width()):
            yield f"cut text: {text.accessibleName()}"
    for button in seen(page, Button):
        if button.height() < button.heightForWidth(button.width()) or button.width() < button.minimumSizeHint().width():
            yield f"cut button: {button.text()}"
    for tile in seen(page, AnswerTile):
        if tile.height() < tile.heightForWidth(tile.width()):
            yield f"cut answer: {tile.accessibleName()}"


def strayed(page: QWidget) -> Iterator[str]:
    """Find what reaches out of its parent, where Qt would cut it; what scrolls may, downwards."""
    for child in seen(page, QWidget):
        parent = child.parentWidget()
        if parent is None or child.isWindow():
            continue
        room = parent.rect()
        if isinstance(parent.parentWidget(), QScrollArea):
            room.setHeight(max(room.height(), child.height()))
            room.moveTop(min(0, child.y()))
        if not room.contains(child.geometry()):
            yield f"outside its parent: {described(child)} {child.geometry()} in {room}"


def covered(page: QWidget) -> Iterator[str]:
    """Find neighbours that lie over each other, but for a sheet, the focus ring, a row in the hand and a picture's."""
    for parent in [page, *seen(page, QWidget)]:
        if isinstance(parent, QStackedWidget | QLineEdit | QScrollArea | PictureStage):
            continue
        children = [
            child
            for child in parent.children()
            if isinstance(child, QWidget) and child.isVisible() and not child.isWindow()
        ]
        children = [child for child in children if not isinstance(child, Sheet) and child.objectName() != "focus-ring"]
        children = [child for child in children if not child.accessibleName().endswith(", picked up")]
        for index, one in enumerate(children):
            for other in children[index + 1 :]:
                if one.geometry().intersects(other.geometry()):
                    yield f"{described(one)} lies over {described(other)}"


def small(page: QWidget) -> Iterator[str]:
    """Find what is too small for a finger."""
    for control in [*seen(page, QAbstractButton), *seen(page, QLineEdit)]:
        if min(control.width(), control.height()) < TARGET:
            yield f"too small: {control.accessibleName()} {control.size()}"


def described(widget: QWidget) -> str:
    words = getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__} {widget.accessibleName() or words}"


def in_front(page: QWidget, widget: QWidget) -> bool:
    """Whether the widget is not scrolled away, and no sheet lies over it."""
    sheets = seen(page, Sheet)
    if any(not sheet.isAncestorOf(widget) for sheet in sheets):
        return False
    return widget.visibleRegion().boundingRect() == widget.rect()


def area(page: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def legibility(picture: QImage, room: QRect) -> float:
    """The contrast between the commonest colour in the room and the one that stands out from it most."""
    part = picture.copy(room)  # its bits live as long as it does
    (ground, _), *others = Counter(memoryview(part.constBits()).cast("I")).most_common()
    return max((contrast(_color(ground), _color(other)) for other, _ in others), default=1)


def _color(pixel: int) -> str:
    return QColor.fromRgb(pixel).name()
