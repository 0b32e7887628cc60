"""What every page does for the keyboard and the screen reader. How it looks is in test_every_variant."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import Theme
from tests.desktop.screens import NAMES, SIZES, make, settle


@pytest.fixture(params=NAMES)
def page(request: pytest.FixtureRequest, qtbot: QtBot, look: Theme) -> QWidget:
    made = make(request.param, look, SIZES[0])
    qtbot.addWidget(made)
    return made


def shown[W: QWidget](page: QWidget, kind: type[W]) -> list[W]:
    return [child for child in page.findChildren(kind) if child.isVisible()]


def focusable(page: QWidget) -> list[QWidget]:
    return [child for child in shown(page, QWidget) if child.focusPolicy() != Qt.FocusPolicy.NoFocus]


def test_what_takes_the_focus_has_a_name_for_a_screen_reader(page: QWidget) -> None:
    assert focusable(page)
    assert [child for child in focusable(page) if not child.accessibleName().strip()] == []


def test_every_control_is_reached_by_tab_alone_and_shows_its_ring(page: QWidget, qapp: QApplication) -> None:
    window = page.windowHandle()
    seen: dict[int, str] = {}
    for _ in range(40):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        settle()
        focused = qapp.focusWidget()
        assert focused is not None
        seen[id(focused)] = focused.accessibleName()
        rings = [ring for ring in page.findChildren(QWidget, "focus-ring") if ring.isVisible()]
        assert len(rings) == 1, focused.accessibleName()
        middle = focused.mapToGlobal(focused.rect().center())
        assert rings[0].rect().contains(rings[0].mapFromGlobal(middle)), focused.accessibleName()
    enabled = [one for one in focusable(page) if one.isEnabled() and one.isVisible() and _is_in_front(page, one)]
    skipped = [one.accessibleName() for one in enabled if id(one) not in seen and not _is_in_a_group(one)]
    assert skipped == []


def _is_in_front(page: QWidget, control: QWidget) -> bool:
    """Whether no sheet lies over the control's page."""
    sheets = [sheet for sheet in page.children() if isinstance(sheet, QWidget) and sheet.size() == page.size()]
    return all(sheet.isAncestorOf(control) for sheet in sheets if sheet.isVisible())


def _is_in_a_group(control: QWidget) -> bool:
    """Whether Tab reaches the group it is one of, and arrows the control itself."""
    return isinstance(control, QAbstractButton) and control.isCheckable() and control.autoExclusive()


def test_a_press_of_the_mouse_takes_the_ring_away(page: QWidget, qapp: QApplication) -> None:
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Tab)
    focused = qapp.focusWidget()
    assert focused is not None
    QTest.mousePress(focused, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    settle()
    assert [ring for ring in page.findChildren(QWidget, "focus-ring") if ring.isVisible()] == []
