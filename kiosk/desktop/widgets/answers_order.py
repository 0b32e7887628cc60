"""Rows to put in order."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import override

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme, px
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers import Answers
from kiosk.desktop.widgets.arrows import focus_next
from kiosk.desktop.widgets.beside import Beside
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.order_row import OrderRow
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.row_list import RowList
from kiosk.desktop.widgets.scrolling import bring_into_view
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.arranging import moved, standing
from kiosk.lessons.interactions import OrderInteraction, Response

_LIST_WIDTH = 300
_HOW = "Drag the rows into order, or use the arrows."
_HELD = "Now choose the place where it goes."


class OrderAnswers(Answers):
    """Rows that are dragged, moved by their arrows, or picked up and put down at another row's place.

    Keys: arrows go from row to row, Space picks one up and puts it down, arrows move what is picked up, Escape puts
    it back. Every move is a response, so what is seen is what is checked; a row put down where it was is one too.
    """

    def __init__(
        self, interaction: OrderInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._interaction = interaction
        self._standing = standing(interaction, ())
        self._held: str | None = None
        self._before: Response = ()
        self._grip = QPoint()
        self._locked = False
        self._how = label(_HOW, TextRole.MUTED)
        self._list = RowList(theme)
        self._rows = {
            choice.identifier: OrderRow(choice, theme, pictures, self._list) for choice in interaction.choices
        }
        self._right_list = RowList(theme)
        self._right_rows = {
            choice.identifier: OrderRow(choice, theme, pictures, self._right_list) for choice in interaction.choices
        }
        self._own_title, own = _titled("Your order", TextRole.STRONG, self._list)
        _, self._right = _titled("The right order", TextRole.GOOD, self._right_list)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID * 2)
        box.addWidget(self._how)
        box.addWidget(Beside(own, self._right, least=px(theme, _LIST_WIDTH), gap=GRID * 3))
        for identifier, row in self._rows.items():
            self._connect(identifier, row)

    @property
    @override
    def controls(self) -> Sequence[OrderRow]:
        return tuple(self._rows[identifier] for identifier in self._standing)

    @override
    def show_view(self, view: AnswerView) -> None:
        self._standing = standing(self._interaction, view.response)
        self._locked = view.settled
        for identifier, row in self._rows.items():
            verdict = _VERDICTS[view.parts_right.get(identifier)]
            row.show_verdict(verdict, view.choice_feedback.get(identifier, ""), locked=view.settled)
        if view.settled:
            self._held = None
            self._show_right(view.right)
        self._how.setVisible(not view.settled)
        self._right.setVisible(view.settled and view.correct is False)
        self._own_title.setVisible(not self._right.isHidden())
        self._show_order()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._held is not None:
            self._put_back()
        else:
            super().keyPressEvent(event)

    def _connect(self, identifier: str, row: OrderRow) -> None:
        row.clicked.connect(partial(self._click, identifier))
        row.stepped.connect(partial(self._step, identifier))
        row.arrowed.connect(partial(self._arrow, identifier))
        row.left.connect(self._put_down)
        row.drag.began.connect(partial(self._begin_drag, identifier))
        row.drag.moved.connect(partial(self._drag, identifier))
        row.drag.dropped.connect(self._drop)

    def _click(self, identifier: str) -> None:
        if self._locked:
            return
        if self._held is None:
            self._pick_up(identifier)
        else:
            self._standing = moved(self._standing, self._held, self._standing.index(identifier))
            self._put_down()

    def _pick_up(self, identifier: str) -> None:
        self._held, self._before = identifier, self._standing
        self._show_order()

    def _put_down(self) -> None:
        if self._held is not None:
            self._held = None
            self.responded.emit(self._standing)

    def _put_back(self) -> None:
        self._standing = self._before
        self._list.drop()
        self._put_down()

    def _step(self, identifier: str, step: int) -> None:
        self._held = None
        self._move_by(identifier, step)

    def _arrow(self, identifier: str, step: int) -> None:
        if self._held == identifier:
            self._move_by(identifier, step)
        else:
            focus_next(self.controls, step)

    def _move_by(self, identifier: str, step: int) -> None:
        self._standing = moved(self._standing, identifier, max(self._standing.index(identifier) + step, 0))
        self.responded.emit(self._standing)
        bring_into_view(self._rows[identifier], GRID * 2)

    def _begin_drag(self, identifier: str, pressed: QPoint) -> None:
        if not self._locked:
            self._grip = self._rows[identifier].mapFromGlobal(pressed)
            self._pick_up(identifier)

    def _drag(self, identifier: str, pointer: QPoint) -> None:
        if self._held == identifier:
            top = (self._list.mapFromGlobal(pointer) - self._grip).y()
            self._standing = moved(self._standing, identifier, self._list.drag_to(self._rows[identifier], top))
            self._show_order()

    def _drop(self) -> None:
        self._list.drop()
        self._put_down()

    def _show_order(self) -> None:
        """Bring rows, their names and the order of Tab in line with how they stand."""
        rows = self.controls
        for place, (identifier, row) in enumerate(zip(self._standing, rows, strict=True), 1):
            row.show_place(place, len(rows), held=identifier == self._held)
        for before, after in pairwise(rows):
            QWidget.setTabOrder(before, after)
        self._list.show_rows(rows)
        self._how.setText(_HOW if self._held is None else _HELD)

    def _show_right(self, right: Response) -> None:
        rows = [self._right_rows[identifier] for identifier in right]
        for place, row in enumerate(rows, 1):
            row.show_place(place, len(rows), held=False)
            row.show_verdict(Verdict.NONE, "", locked=True)
            row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._right_list.show_rows(rows)


def _titled(title: str, role: TextRole, rows: RowList) -> tuple[QLabel, QWidget]:
    part = QWidget()
    words = label(title, role)
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID)
    column.addWidget(words)
    column.addWidget(rows)
    column.addStretch()
    return words, part


_VERDICTS = {None: Verdict.NONE, True: Verdict.RIGHT, False: Verdict.NOT_HERE}
