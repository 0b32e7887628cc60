"""Boxes to tick in rows and columns; under one another where the columns would be too narrow."""

from collections.abc import Mapping, Sequence
from typing import override

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, RADIUS_CONTROL, TARGET, TextRole, Theme, px
from kiosk.desktop.widgets.arranged import Arranged
from kiosk.desktop.widgets.badge import Badge
from kiosk.desktop.widgets.label import give_role, label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText, plain_text
from kiosk.desktop.widgets.surface import Surface
from kiosk.desktop.widgets.tile import Tile
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import Choice, Html

_NARROWEST = 104
_FIRST_COLUMN = 0.32
_LEAST_FIRST = 140
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Box(Tile):
    """One place of the table: a check box to a screen reader, named by its row and its column.

    Signals:
        arrowed(int, int): an arrow key asks for the box so many rows down and columns on.
    """

    arrowed = Signal(int, int)

    def __init__(self, row: Choice, column: Choice, theme: Theme, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(theme, RADIUS_CONTROL, parent)
        self._verdict = Verdict.NONE
        self._locked = False
        self.setCheckable(True)
        self.setAccessibleName(f"{plain_text(row.content)}: {plain_text(column.content)}")
        self._badge = Badge("", theme, square=True)
        self._words = QWidget()
        content = RichText(theme, pictures, short=True)
        content.show_html(column.content)
        middle = QVBoxLayout(self._words)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch()
        middle.addWidget(content)
        middle.addStretch()
        self._told = label("", TextRole.SMALL)
        line = QHBoxLayout()
        line.setSpacing(GRID * 2)
        line.addStretch()
        line.addWidget(self._badge)
        line.addWidget(self._words, 1)
        line.addStretch()
        box = QVBoxLayout(self)
        box.setContentsMargins(GRID, GRID, GRID, GRID)
        box.setSpacing(GRID // 2)
        box.addStretch()
        box.addLayout(line)
        box.addWidget(self._told)
        box.addStretch()
        self.toggled.connect(self._badge.show_chosen)
        self.show_named(named=False)
        self.show_verdict(Verdict.NONE, locked=False)

    def show_named(self, *, named: bool) -> None:
        """Say the column's words beside the box, where no heading does."""
        self._words.setVisible(named)
        side = Qt.AlignmentFlag.AlignLeft if named else Qt.AlignmentFlag.AlignHCenter
        self._told.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def show_verdict(self, verdict: Verdict, *, locked: bool) -> None:
        self._verdict = verdict
        self._locked = locked
        self._badge.show_verdict(verdict)
        give_role(self._told, verdict.role)
        self._told.setText(verdict.word)
        self._told.setVisible(bool(verdict.word))
        self.setAccessibleDescription(verdict.word)
        self.update()

    def height_at(self, width: int) -> int:
        """How high it needs to be at this width, for a finger and for its words."""
        height = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        return max(height, TARGET)

    @override
    def nextCheckState(self) -> None:
        if not self._locked:
            super().nextCheckState()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            turned = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self.arrowed.emit(step[0], -step[1] if turned else step[1])

    @override
    def _look(self) -> Surface:
        tone = self._verdict.tone(self._theme)
        if tone is not None:
            return Surface(tone.ground, tone.ink, 2)
        return super()._look()._replace(width=2)


class BoxTable(Arranged):
    """A box for each row and column. Rows and columns are named by identifiers, boxes by both.

    Signals:
        toggled(str, str): a person ticked or cleared the box of this row and column.
    """

    toggled = Signal(str, str)

    def __init__(self, rows: Sequence[Choice], columns: Sequence[Choice], theme: Theme, pictures: Pictures) -> None:
        super().__init__()
        self._theme = theme
        self._rows = [row.identifier for row in rows]
        self._columns = [column.identifier for column in columns]
        self._heads = [self._text(_centred(column.content), pictures) for column in columns]
        self._sides = [self._text(row.content, pictures) for row in rows]
        self.boxes: Mapping[tuple[str, str], Box] = {
            (row.identifier, column.identifier): Box(row, column, theme, pictures, self)
            for row in rows
            for column in columns
        }
        for (row_name, column_name), box in self.boxes.items():
            box.clicked.connect(lambda _checked, row=row_name, column=column_name: self.toggled.emit(row, column))
            box.arrowed.connect(lambda down, on, row=row_name, column=column_name: self._go(row, column, down, on))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        width = px(self._theme, _LEAST_FIRST) + len(self._columns) * (px(self._theme, _NARROWEST) + GRID)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self._theme, _LEAST_FIRST), 0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def _text(self, html: Html, pictures: Pictures) -> RichText:
        text = RichText(self._theme, pictures, short=True, parent=self)
        text.show_html(html)
        return text

    @override
    def _arrange(self) -> None:
        stands = self._fits(self.width())
        for head in self._heads:
            head.setVisible(stands)
        for box in self.boxes.values():
            box.show_named(named=not stands)
        for part, place in self._places(self.width()):
            part.setGeometry(self._seen(place))
        self.updateGeometry()

    def _fits(self, width: int) -> bool:
        return self._column(width) >= px(self._theme, _NARROWEST)

    def _first(self, width: int) -> int:
        return max(round(width * _FIRST_COLUMN), px(self._theme, _LEAST_FIRST))

    def _column(self, width: int) -> int:
        return (width - self._first(width)) // max(len(self._columns), 1) - GRID

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        return self._as_table(width) if self._fits(width) else self._as_lists(width)

    def _as_table(self, width: int) -> list[tuple[QWidget, QRect]]:
        first, column = self._first(width), self._column(width)
        lefts = [first + GRID + index * (column + GRID) for index in range(len(self._columns))]
        height = max((head.heightForWidth(column) for head in self._heads), default=0)
        places: list[tuple[QWidget, QRect]] = []
        for head, left in zip(self._heads, lefts, strict=True):
            own = head.heightForWidth(column)
            places.append((head, QRect(left, height - own, column, own)))
        top = height + GRID
        for row, side in zip(self._rows, self._sides, strict=True):
            boxes = [self.boxes[row, name] for name in self._columns]
            own = side.heightForWidth(first)
            height = max(own, *(box.height_at(column) for box in boxes))
            places.append((side, QRect(0, top + (height - own) // 2, first, own)))
            places += [(box, QRect(left, top, column, height)) for box, left in zip(boxes, lefts, strict=True)]
            top += height + GRID
        return places

    def _as_lists(self, width: int) -> list[tuple[QWidget, QRect]]:
        places: list[tuple[QWidget, QRect]] = []
        top = 0
        for row, side in zip(self._rows, self._sides, strict=True):
            places.append((side, QRect(0, top, width, side.heightForWidth(width))))
            top += side.heightForWidth(width) + GRID
            for name in self._columns:
                box = self.boxes[row, name]
                places.append((box, QRect(0, top, width, box.height_at(width))))
                top += box.height_at(width) + GRID
            top += GRID
        return places

    def _go(self, row: str, column: str, down: int, on: int) -> None:
        at_row, at_column = self._rows.index(row) + down, self._columns.index(column) + on
        if 0 <= at_row < len(self._rows) and 0 <= at_column < len(self._columns):
            reason = Qt.FocusReason.TabFocusReason if down + on > 0 else Qt.FocusReason.BacktabFocusReason
            self.boxes[self._rows[at_row], self._columns[at_column]].setFocus(reason)


def _centred(html: Html) -> Html:
    return html.replace("<p>", '<p align="center">')
