"""A student among the class: one line to press, which becomes three where the page is narrow."""

from typing import override

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kiosk.desktop.avatars import Avatar
from kiosk.desktop.icons import Icon
from kiosk.desktop.teacher.views import ClassRow, Light, Work
from kiosk.desktop.theme import GRID, RADIUS_CONTROL, TextRole, Theme, Tone, one_column, px
from kiosk.desktop.widgets.chip import Chip
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.tile import Tile
from kiosk.words import tr

_PICTURE = 40
WIDTHS = (248, 0, 150, 80, 70, 190)
"""Of the columns at 100 % text; 0 takes what is left."""


class WorkChip(Chip):
    """The safe-to-close light of a student."""

    def show_work(self, work: Work) -> None:
        tone, icon = look_of(work.light, self._theme)
        self.show_state(work.words, tone, icon)


def look_of(light: Light, theme: Theme) -> tuple[Tone, Icon]:
    """In which tone and with which drawing a light is shown."""
    colors = theme.colors
    return {
        Light.SERVER: (colors.good, Icon.CLOUD_CHECK),
        Light.COMPUTER: (colors.caution, Icon.COMPUTER),
        Light.ASIDE: (colors.bad, Icon.ALERT),
        Light.NOT_SAVED: (colors.bad, Icon.ALERT),
    }[light]


class ClassHeader(QWidget):
    """The columns' names; hidden where the page is too narrow for columns."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # it hides before it is in the way
        self._grid = _grid(self)
        for column, title in enumerate(_titles()):
            self._grid.addWidget(label(title, TextRole.SMALL, wrap=False), 0, column)
        _set_columns(self._grid, theme)


class ClassLine(Tile):
    """A student's picture and name, the latest lesson, today's time and points, and the light."""

    def __init__(self, row: ClassRow, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, RADIUS_CONTROL, parent)
        shrinks = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        shrinks.setHeightForWidth(True)
        self.setSizePolicy(shrinks)
        self._picture = Avatar(row.avatar, _PICTURE)
        self._name = label("", TextRole.STRONG)
        self._lesson, self._place = label("", TextRole.BODY), label("", TextRole.SMALL)
        self._last, self._focused, self._xp = (label("", TextRole.BODY) for _ in range(3))
        self._work = WorkChip(theme)
        who, lesson = QWidget(), QWidget()
        line = QHBoxLayout(who)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID * 3 // 2)
        line.addWidget(self._picture)
        line.addWidget(self._name, 1)
        words = QVBoxLayout(lesson)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self._lesson)
        words.addWidget(self._place)
        self._cells = (who, lesson, self._last, self._focused, self._xp, self._work)
        self._grid = _grid(self)
        self._is_narrow: bool | None = None
        self._arrange(narrow=False)
        for cell in (*self._cells, *self.findChildren(QLabel)):
            cell.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_row(row)

    def show_row(self, row: ClassRow) -> None:
        for words, text in (
            (self._name, row.name),
            (self._lesson, row.lesson),
            (self._place, row.place),
            (self._last, row.last),
            (self._focused, row.focused),
            (self._xp, row.xp),
        ):
            words.setText(text)
        self._place.setVisible(bool(row.place))
        self._picture.show_avatar(row.avatar)
        self._work.show_work(row.work)
        self.setAccessibleName(row.name)
        last, focused = tr("last here: {when}", when=row.last), tr("focused: {time}", time=row.focused)
        told = (row.lesson, row.place, last, focused, row.xp, row.work.words)
        self.setAccessibleDescription(", ".join(part for part in told if part))

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for no more than the narrow arrangement needs, so that a window can become narrow."""
        least = max(cell.minimumSizeHint().width() for cell in (self._work, self._cells[1]))
        return QSize(least + GRID * 4, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(narrow=is_narrow(self._theme, event.size().width()))

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        for cell in self._cells:
            self._grid.removeWidget(cell)
        for cell in (self._last, self._xp):
            cell.setVisible(not narrow)
        if narrow:
            who, lesson, _, focused, _, work = self._cells
            for column in range(len(WIDTHS)):
                self._grid.setColumnMinimumWidth(column, 0)
                self._grid.setColumnStretch(column, int(column == 0))
            self._grid.addWidget(who, 0, 0)
            self._grid.addWidget(focused, 0, 1, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(lesson, 1, 0, 1, 2)
            self._grid.addWidget(work, 2, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
            return
        for column, cell in enumerate(self._cells):
            side = Qt.AlignmentFlag.AlignLeft if cell is self._work else Qt.AlignmentFlag(0)
            self._grid.addWidget(cell, 0, column, Qt.AlignmentFlag.AlignVCenter | side)
        _set_columns(self._grid, self._theme)


def _titles() -> tuple[str, ...]:
    return (
        tr("Student"),
        tr("Lesson"),
        tr("Last here"),
        tr("Focused", "a column of focused minutes"),
        tr("XP"),
        tr("Work is", "a column: where a student's work is"),
    )


def is_narrow(theme: Theme, width: int) -> bool:
    """Whether there is no room for columns."""
    return one_column(theme, width - GRID * 4)


def _grid(ground: QWidget) -> QGridLayout:
    grid = QGridLayout(ground)
    grid.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
    grid.setHorizontalSpacing(GRID * 2)
    grid.setVerticalSpacing(GRID // 2)
    return grid


def _set_columns(grid: QGridLayout, theme: Theme) -> None:
    for column, width in enumerate(WIDTHS):
        grid.setColumnMinimumWidth(column, px(theme, width))
        grid.setColumnStretch(column, int(not width))
