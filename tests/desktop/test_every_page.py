"""What every page does for the keyboard and the screen reader. How it looks is in test_every_variant."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import Theme
from tests.desktop.screens import NAMES, SIZES, make, settle

MOST = 80
"""More stops than any screen has."""


@pytest.fixture(params=NAMES)
def page(request: pytest.FixtureRequest, qtbot: QtBot, look: Theme) -> QWidget:
    made = make(request.param, look, SIZES[0])
    qtbot.addWidget(made)
    return made


def shown[W: QWidget](page: QWidget, kind: type[W]) -> list[W]:
    return [child for child in page.findChildren(kind) if child.isVisible()]


def focusable(page: QWidget) -> list[QWidget]:
    return [child for child in shown(page, QWidget) if child.focusPolicy() != Qt.FocusPolicy.NoFocus]


def test_tab_goes_around_every_named_control_in_reading_order_with_its_ring_and_back(
    page: QWidget, qapp: QApplication
) -> None:
    assert focusable(page)
    assert [child for child in focusable(page) if not child.accessibleName().strip()] == []
    around = [_press(page, qapp, Qt.Key.Key_Tab)]
    while (focused := _press(page, qapp, Qt.Key.Key_Tab)) is not around[0]:
        around.append(focused)
        assert len(around) < MOST, "Tab is trapped"
    reached = set(map(id, around))
    enabled = [one for one in focusable(page) if one.isEnabled() and one.isVisible() and _is_in_front(page, one)]
    skipped = [one.accessibleName() for one in enabled if id(one) not in reached and not _is_in_a_group(one)]
    assert skipped == []
    back = [(one, other) for one, other in pairwise([*around, around[0]]) if _goes_back(one, other)]
    assert [f"{one.accessibleName()} > {other.accessibleName()}" for one, other in back[1:]] == []  # once around
    assert _press(page, qapp, Qt.Key.Key_Backtab) is around[-1]
    QTest.mousePress(around[-1], Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    settle()
    assert [ring for ring in page.findChildren(QWidget, "focus-ring") if ring.isVisible()] == [], "a mouse needs none"


def _press(page: QWidget, qapp: QApplication, key: Qt.Key) -> QWidget:
    """Press a key that moves the focus; gives what has it now, with the one ring around it."""
    QTest.keyClick(page.windowHandle(), key)
    settle()
    focused = qapp.focusWidget()
    assert focused is not None
    rings = [ring for ring in page.findChildren(QWidget, "focus-ring") if ring.isVisible()]
    assert len(rings) == 1, focused.accessibleName()
    middle = focused.mapToGlobal(focused.rect().center())
    assert rings[0].rect().contains(rings[0].mapFromGlobal(middle)), focused.accessibleName()
    return focused


def _goes_back(one: QWidget, other: QWidget) -> bool:
    """Whether the other is above without being further to the right, where no reader goes on to.

    Lines that a student drew between pictures come in the order in which they were drawn.
    """
    if any(each.accessibleName().startswith("Take away the line") for each in (one, other)):
        return False
    here, there = _place(one), _place(other)
    if (scroll := _scroll(one)) is not _scroll(other):
        here, there = (_within(place, of) for place, of in ((here, scroll), (there, _scroll(other))))
    return there.bottom() < here.top() and there.left() < here.right()


def _place(control: QWidget) -> QRect:
    return QRect(control.mapTo(control.window(), QPoint()), control.size())


def _scroll(control: QWidget) -> QScrollArea | None:
    around = control.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def _within(place: QRect, scroll: QScrollArea | None) -> QRect:
    """The place as it is seen: what is scrolled away stands at the edge."""
    if scroll is None:
        return place
    seen = _place(scroll)
    return QRect(place.left(), min(max(place.top(), seen.top()), seen.bottom()), place.width(), 1)


def _is_in_front(page: QWidget, control: QWidget) -> bool:
    """Whether no sheet lies over the control's page."""
    sheets = [sheet for sheet in page.children() if isinstance(sheet, QWidget) and sheet.size() == page.size()]
    return all(sheet.isAncestorOf(control) for sheet in sheets if sheet.isVisible())


def _is_in_a_group(control: QWidget) -> bool:
    """Whether Tab reaches the group it is one of, and arrows the control itself."""
    return isinstance(control, QAbstractButton) and control.isCheckable() and control.autoExclusive()
