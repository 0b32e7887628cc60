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
from kiosk.desktop.widgets.flow_list import FlowList
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.order_row import OrderRow
from kiosk.desktop.widgets.order_tray import OrderTray
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.row_list import RowList
from kiosk.desktop.widgets.scrolling import bring_into_view
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.arranging import moved, put_in, standing
from kiosk.lessons.interactions import OrderInteraction, Response
from kiosk.lessons.limits import asked, may_choose, takes_some
from kiosk.words import tr

_LIST_WIDTH = 300
_LINE_WIDTH = 600


class OrderAnswers(Answers):
    """Rows that are dragged, moved by their arrows, or picked up and put down at another row's place.

    A horizontal order stands in a line. Where only some are to be put in order, they are tapped in a tray first; a
    second tap takes one out again.

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
        self._nudge = ""
        self._how = label("", TextRole.MUTED)
        self._tray = OrderTray(interaction.choices, theme, pictures) if takes_some(interaction) else None
        in_line = interaction.horizontal
        self._list, self._right_list = (FlowList(theme) if in_line else RowList(theme) for _ in range(2))
        self._rows, self._right_rows = (
            {
                choice.identifier: OrderRow(choice, theme, pictures, rows, compact=in_line)
                for choice in interaction.choices
            }
            for rows in (self._list, self._right_list)
        )
        self._own_title, own = _titled(tr("Your order"), TextRole.STRONG, self._list)
        _, self._right = _titled(tr("The right order"), TextRole.GOOD, self._right_list)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID * 2)
        box.addWidget(self._how)
        if self._tray is not None:
            box.addWidget(self._tray)
            self._tray.pressed.connect(self._put_in)
        least = px(theme, _LINE_WIDTH if in_line else _LIST_WIDTH)
        box.addWidget(Beside(own, self._right, least=least, gap=GRID * 3))
        for identifier, row in self._rows.items():
            self._connect(identifier, row)

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        tiles = self._tray.tiles.values() if self._tray is not None else ()
        return (*tiles, *self._standing_rows)

    @property
    def _standing_rows(self) -> Sequence[OrderRow]:
        return tuple(self._rows[identifier] for identifier in self._standing)

    @override
    def show_view(self, view: AnswerView) -> None:
        self._standing = standing(self._interaction, view.response)
        self._locked = view.settled
        self._nudge = ""
        for identifier, row in self._rows.items():
            verdict = _VERDICTS[view.parts_right.get(identifier)]
            row.show_verdict(verdict, view.choice_feedback.get(identifier, ""), locked=view.settled)
        if view.settled:
            self._held = None
            self._show_right(view.right)
        self._how.setVisible(not view.settled)
        self._right.setVisible(view.settled and view.correct is False)
        if self._tray is not None:
            self._tray.setVisible(not view.settled)
        self._own_title.setVisible(not self._right.isHidden() or (self._tray is not None and bool(self._standing)))
        self._show_order()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._held is not None:
            self._put_back()
        else:
            super().keyPressEvent(event)

    @override
    def choose_by_key(self, key: str) -> bool:
        name = self._tray.named(key) if self._tray is not None and key else None
        if name is None or self._tray is None or self._locked:
            return False
        self._tray.tiles[name].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._put_in(name)
        return True

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

    def _put_in(self, identifier: str) -> None:
        """Take one more into the order, or out of it; say so where there is no room."""
        if self._locked:
            return
        full = identifier not in self._standing and not may_choose(self._interaction, self._standing)
        self._nudge = tr("That is all you can choose. Press one again to take it out first.") if full else ""
        self._held = None
        if full:
            self._show_order()
        else:
            self.responded.emit(put_in(self._interaction, self._standing, identifier))

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
            focus_next(self._standing_rows, step)

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
            corner = self._list.mapFromGlobal(pointer) - self._grip
            self._standing = moved(self._standing, identifier, self._list.drag_to(self._rows[identifier], corner))
            self._show_order()

    def _drop(self) -> None:
        self._list.drop()
        self._put_down()

    def _show_order(self) -> None:
        """Bring rows, their names and the order of Tab in line with how they stand."""
        rows = self._standing_rows
        for identifier, row in self._rows.items():
            if identifier not in self._standing:
                row.hide()
        for place, (identifier, row) in enumerate(zip(self._standing, rows, strict=True), 1):
            row.show_place(place, len(rows), held=identifier == self._held)
        for before, after in pairwise(rows):
            QWidget.setTabOrder(before, after)
        self._list.hold(rows)
        if self._tray is not None:
            self._tray.show_order(self._standing)
        self._how.setText(self._what_to_do())

    def _what_to_do(self) -> str:
        if self._held is not None:
            return tr("Now choose the place where it goes.")
        if self._nudge:
            return self._nudge
        if self._interaction.horizontal:
            how = tr("Drag them into order, or tap one and then the place where it goes.")
        else:
            how = tr("Drag the rows into order, or use the arrows.")
        if self._tray is None:
            return how
        said = (asked(self._interaction), tr("Tap them in their order."), how if len(self._standing) > 1 else "")
        return " ".join(filter(None, said))

    def _show_right(self, right: Response) -> None:
        rows = [self._right_rows[identifier] for identifier in right]
        for row in self._right_rows.values():
            row.setVisible(row in rows)
        for place, row in enumerate(rows, 1):
            row.show_place(place, len(rows), held=False)
            row.show_verdict(Verdict.NONE, "", locked=True)
            row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._right_list.hold(rows)


def _titled(title: str, role: TextRole, rows: QWidget) -> tuple[QLabel, QWidget]:
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
