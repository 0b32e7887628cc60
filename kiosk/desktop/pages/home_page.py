"""A student's own page: go on where you stopped."""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from kiosk.desktop.avatars import Avatar
from kiosk.desktop.theme import GRID, TARGET, TextRole, Theme, one_column, px
from kiosk.desktop.views import HomeView, LessonCard
from kiosk.desktop.wall_views import Safety
from kiosk.desktop.widgets.bar import Bar
from kiosk.desktop.widgets.button import Button, look_button
from kiosk.desktop.widgets.chip import CloudChip
from kiosk.desktop.widgets.day_cards import TodayCard, WeekCard, XpCard
from kiosk.desktop.widgets.label import heading, label
from kiosk.desktop.widgets.lesson_row import LessonRow
from kiosk.desktop.widgets.notice import Notice, NoticeRole
from kiosk.desktop.widgets.scroll import Scroll
from kiosk.desktop.widgets.surface import Card
from kiosk.words import tr

_SIDE_WIDTH = 312
_WIDEST = 1400

_AT_ONCE = 24
"""Lessons that stand on the page, and how many the button below them adds: each costs memory, and 200 nobody reads."""


class HomePage(QWidget):
    """What to go on with, the lessons, and today.

    Signals:
        lesson_chosen(str): the lesson's id.
        answers_requested(str): look at the answers of the lesson with this id.
        switch_requested(): another student wants to learn.
        look_requested(): text and colours are to look otherwise.
        not_me_asked(): work of today was done in the wrong name.
        connect_requested(): the student has no working sign-in and asks for one.
    """

    lesson_chosen = Signal(str)
    answers_requested = Signal(str)
    switch_requested = Signal()
    look_requested = Signal()
    connect_requested = Signal()
    not_me_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: HomeView | None = None
        self._shown = _AT_ONCE
        self._avatar = Avatar("", px(theme, TARGET))
        self._name = label("", TextRole.STRONG)
        self._cloud = CloudChip(theme)
        switch = Button(tr("Not you? Switch"), theme, in_bar=True)
        switch.clicked.connect(self.switch_requested)
        look = look_button(theme)
        look.clicked.connect(self.look_requested)
        bar = Bar(theme)
        bar.leading.addWidget(self._avatar)
        bar.leading.addWidget(self._name, 1)
        bar.trailing.addWidget(self._cloud)
        bar.trailing.addWidget(look)
        bar.trailing.addWidget(switch)
        self._scroll = Scroll(theme, measure=px(theme, _WIDEST))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(GRID * 4)
        self._scroll.column.addLayout(self._columns)
        self._scroll.column.addStretch()
        self._main, self._side = QWidget(), QWidget()
        for part in (self._main, self._side):
            self._columns.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._scroll, 1)

    def show_view(self, view: HomeView) -> None:
        """Show a student's page from its top; of the same student's only what changed, so focus and place stay."""
        if view == self._view:
            return
        before, self._view = self._view, view
        self._avatar.show_avatar(view.student.avatar)
        self._name.setText(view.student.name)
        is_another = before is None or before.student.student != view.student.student
        if is_another:
            self._shown = _AT_ONCE
        if before is None or is_another or _lessons_of(before) != _lessons_of(view):
            self._main = self._exchange(self._main, self._main_column(view), 1)
        if before is None or _day_of(before) != _day_of(view):
            self._side = self._exchange(self._side, self._side_column(view), 0)
        self._arrange()
        if is_another:
            self._scroll.verticalScrollBar().setValue(0)

    def show_safety(self, safety: Safety) -> None:
        self._cloud.show_safety(safety)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        down = one_column(self._theme, self.width())
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight)
        if down:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(self.maximumWidth())
        else:
            self._side.setFixedWidth(px(self._theme, _SIDE_WIDTH))

    def _exchange(self, old: QWidget, new: QWidget, stretch: int) -> QWidget:
        """Put a column in another's place; the button that had the focus has it again, else the page."""
        focused = QApplication.focusWidget()
        named = focused.accessibleName() if focused is not None and old.isAncestorOf(focused) else None
        if named is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        at = self._columns.indexOf(old)
        self._columns.removeWidget(old)
        old.hide()
        old.deleteLater()
        self._columns.insertWidget(at, new, stretch, Qt.AlignmentFlag.AlignTop)
        for button in new.findChildren(Button):
            if button.accessibleName() == named:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        return new

    def _main_column(self, view: HomeView) -> QWidget:
        ground, column = _column()
        for notice in view.notices:
            column.addWidget(Notice(NoticeRole.INFO, notice, self._theme))
        if view.notices:
            column.addSpacing(GRID)
        if view.resume is not None:
            column.addWidget(label(tr("Go on where you stopped"), TextRole.TITLE))
            column.addWidget(self._row(view.resume, first=True))
            column.addSpacing(GRID)
            column.addWidget(
                label(tr("Lessons") if view.lessons else tr("There are no other lessons yet."), TextRole.NAME)
            )
        elif view.lessons:
            column.addLayout(heading(tr("Hello, {name}", name=view.student.name), tr("Choose a lesson to begin.")))
        else:
            if view.is_waiting:
                sentence = tr("One moment, your lessons are coming.")
            else:
                sentence = tr("There are no lessons on this computer yet. Please tell your teacher.")
            column.addLayout(heading(tr("Hello, {name}", name=view.student.name), sentence))
        rows = [
            self._row(card, first=view.resume is None and index == 0)
            for index, card in enumerate(view.lessons[: self._shown])
        ]
        for row in rows:
            column.addWidget(row)
        if len(rows) < len(view.lessons):
            more = Button(tr("More lessons"), self._theme)
            more.clicked.connect(self._show_more)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignHCenter)
        return ground

    def _show_more(self) -> None:
        """Add lessons below those that are there; the first of them has the keyboard."""
        assert self._view is not None
        before, self._shown = self._shown, self._shown + _AT_ONCE
        self._main = self._exchange(self._main, self._main_column(self._view), 1)
        row = self._main.findChildren(LessonRow)[before + (self._view.resume is not None)]
        row.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _side_column(self, view: HomeView) -> QWidget:
        ground, column = _column()
        if not view.signed_in:
            column.addWidget(self._signed_out())
        for card in (TodayCard, WeekCard, XpCard):
            column.addWidget(card(view, self._theme))
        not_me = Button(tr("This was not me"), self._theme, in_bar=True)
        not_me.clicked.connect(self.not_me_asked)
        column.addWidget(not_me, 0, Qt.AlignmentFlag.AlignLeft)
        return ground

    def _row(self, card: LessonCard, *, first: bool) -> LessonRow:
        row = LessonRow(card, self._theme, first=first)
        row.opened.connect(self.lesson_chosen)
        row.answers_requested.connect(self.answers_requested)
        return row

    def _signed_out(self) -> Card:
        card = Card(self._theme)
        card.body.addWidget(label(tr("Not connected"), TextRole.STRONG))
        card.body.addWidget(label(tr("You can learn. Your work waits on this computer."), TextRole.SMALL))
        connect = Button(tr("Connect"), self._theme)
        connect.clicked.connect(self.connect_requested)
        card.body.addSpacing(GRID)
        card.body.addWidget(connect)
        return card


def _column() -> tuple[QWidget, QVBoxLayout]:
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID * 2)
    return ground, column


def _lessons_of(view: HomeView) -> object:
    """What the main column is made of."""
    return view.student.name, view.resume, view.lessons, view.notices, view.is_waiting


def _day_of(view: HomeView) -> object:
    """What the side column is made of."""
    return view.signed_in, view.today_minutes, view.goal_minutes, view.goals, view.week, view.week_xp
