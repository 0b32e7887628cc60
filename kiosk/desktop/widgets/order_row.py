"""One row of an order."""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import GRID, RADIUS_CONTROL, Size, TextRole, Theme, px
from kiosk.desktop.widgets.arrows import arrow_step
from kiosk.desktop.widgets.badge import Badge
from kiosk.desktop.widgets.drag import Drag
from kiosk.desktop.widgets.icon_button import IconButton
from kiosk.desktop.widgets.icon_view import IconView
from kiosk.desktop.widgets.label import give_role, label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText, plain_text
from kiosk.desktop.widgets.surface import Surface
from kiosk.desktop.widgets.tile import Tile
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import Choice, Html
from kiosk.words import tr

_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class OrderRow(Tile):
    """A row to drag, to pick up with a click or Space, and to move by its two buttons or the arrow keys.

    A `compact` one has no buttons, so that several stand in a line. Its place and its state are part of its name: a
    screen reader says them when they change.

    Signals:
        stepped(int): one of its buttons asks for one place on (1) or back (-1).
        arrowed(int): an arrow key asks for that.
        left(): Tab took the focus away.
    """

    stepped = Signal(int)
    arrowed = Signal(int)
    left = Signal()

    def __init__(
        self,
        choice: Choice,
        theme: Theme,
        pictures: Pictures,
        parent: QWidget | None = None,
        *,
        compact: bool = False,
    ) -> None:
        super().__init__(theme, RADIUS_CONTROL, parent)
        self._is_compact = compact
        self.drag = Drag(self)
        self._text = plain_text(choice.content)
        self._is_held = False
        self._verdict = Verdict.NONE
        self._grip = IconView(Icon.GRIP, theme.colors.quiet, px(theme, Size.HEADING), plain=True)
        self._badge = Badge("", theme)
        content = RichText(theme, pictures, short=True)
        content.show_html(choice.content)
        self._word = label("", TextRole.STRONG)
        self._feedback = RichText(theme, pictures, size=Size.BODY, short=True)
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addStretch()
        for part in (content, self._word, self._feedback):
            words.addWidget(part)
        words.addStretch()
        self._up = self._button(Icon.UP, tr("Move up: {row}", row=self._text), -1)
        self._down = self._button(Icon.DOWN, tr("Move down: {row}", row=self._text), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID, GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(self._grip, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(GRID)
        row.addLayout(words, 1)
        row.addWidget(self._up, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._down, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_place(self, place: int, count: int, *, held: bool) -> None:
        """Say at which place of how many the row stands, counted from 1, and whether it is picked up."""
        self._is_held = held
        self._badge.show_letter(str(place))
        self._badge.show_chosen(held)
        self._up.setEnabled(place > 1)
        self._down.setEnabled(place < count)
        if held:
            self.setAccessibleName(tr("{place} of {count}: {row}, picked up", place=place, count=count, row=self._text))
        else:
            self.setAccessibleName(tr("{place} of {count}: {row}", place=place, count=count, row=self._text))
        self.update()

    def show_verdict(self, verdict: Verdict, feedback: Html, *, locked: bool) -> None:
        """Say what came of this place, and whether the row can still be moved."""
        self._verdict = verdict
        give_role(self._word, verdict.role)
        self._word.setText(verdict.word)
        self._word.setVisible(bool(verdict.word))
        self._feedback.show_html(feedback)
        self._feedback.setVisible(bool(feedback))
        self._badge.show_verdict(verdict)
        for part in (self._grip, self._up, self._down):
            part.setVisible(not (locked or self._is_compact))
        said = f"{verdict.word}. {plain_text(feedback)}" if feedback else verdict.word
        self.setAccessibleDescription(said)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = arrow_step(event.key(), self.layoutDirection())
        if step is not None:
            self.arrowed.emit(step)
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _TAB:
            self.left.emit()
        super().focusOutEvent(event)

    @override
    def _look(self) -> Surface:
        return self._marked_look(self._verdict, is_lit=self._is_held)

    def _button(self, icon: Icon, name: str, step: int) -> IconButton:
        button = IconButton(icon, self._theme, self)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys have Space and the arrows; Tab goes from row to row
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button
