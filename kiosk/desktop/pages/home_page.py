"""A student's own page: go on where you stopped."""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.desktop.avatars import Avatar
from kiosk.desktop.theme import GRID, TARGET, Size, TextRole, Theme, one_column, px
from kiosk.desktop.views import HomeView, LessonCard, Safety
from kiosk.desktop.widgets.bar import Bar
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.chip import CloudChip
from kiosk.desktop.widgets.label import heading, label
from kiosk.desktop.widgets.lesson_row import LessonRow
from kiosk.desktop.widgets.notice import Notice, NoticeRole
from kiosk.desktop.widgets.progress import GoalBar
from kiosk.desktop.widgets.scroll import Scroll
from kiosk.desktop.widgets.surface import Card

_SIDE_WIDTH = 312
_WIDEST = 1400


class HomePage(QWidget):
    """What to go on with, the lessons, and today.

    Signals:
        lesson_chosen(str): the lesson's id.
        switch_requested(): another student wants to learn.
        connect_requested(): the student has no working sign-in and asks for one.
    """

    lesson_chosen = Signal(str)
    switch_requested = Signal()
    connect_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: HomeView | None = None
        self._avatar = Avatar("", TARGET)
        self._name = label("", TextRole.STRONG)
        self._cloud = CloudChip(theme)
        switch = Button("Not you? Switch", theme, in_bar=True)
        switch.clicked.connect(self.switch_requested)
        bar = Bar(theme)
        bar.leading.addWidget(self._avatar)
        bar.leading.addWidget(self._name, 1)
        bar.trailing.addWidget(self._cloud)
        bar.trailing.addWidget(switch)
        self._scroll = Scroll(theme, measure=_WIDEST)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(GRID * 4)
        self._scroll.column.addLayout(self._columns)
        self._scroll.column.addStretch()
        self._main, self._side = QWidget(), QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._scroll, 1)

    def show_view(self, view: HomeView) -> None:
        """Show a student's page from its top. The same view again changes nothing, so focus and place stay."""
        if view == self._view:
            return
        self._view = view
        self._avatar.show_avatar(view.student.avatar)
        self._name.setText(view.student.name)
        for old in (self._main, self._side):
            self._columns.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._main, self._side = self._main_column(view), self._side_column(view)
        for new in (self._main, self._side):
            self._columns.addWidget(new, 1 if new is self._main else 0, Qt.AlignmentFlag.AlignTop)
        self._arrange()
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

    def _main_column(self, view: HomeView) -> QWidget:
        ground, column = _column()
        for notice in view.notices:
            column.addWidget(Notice(NoticeRole.INFO, notice, self._theme))
        if view.notices:
            column.addSpacing(GRID)
        if view.resume is not None:
            column.addWidget(label("Go on where you stopped", TextRole.TITLE))
            column.addWidget(self._row(view.resume, first=True))
            column.addSpacing(GRID)
            column.addWidget(label("Lessons", TextRole.NAME))
        else:
            column.addLayout(heading(f"Hello, {view.student.name}", "Choose a lesson to begin."))
        for index, card in enumerate(view.lessons):
            column.addWidget(self._row(card, first=view.resume is None and index == 0))
        if not view.lessons:
            column.addWidget(label("There are no other lessons yet.", TextRole.MUTED))
        return ground

    def _side_column(self, view: HomeView) -> QWidget:
        ground, column = _column()
        if not view.signed_in:
            column.addWidget(self._signed_out())
        column.addWidget(_today(view, self._theme))
        column.addWidget(_week(view, self._theme))
        return ground

    def _row(self, card: LessonCard, *, first: bool) -> LessonRow:
        row = LessonRow(card, self._theme, first=first)
        row.opened.connect(self.lesson_chosen)
        return row

    def _signed_out(self) -> Card:
        card = Card(self._theme)
        card.body.addWidget(label("Not connected", TextRole.STRONG))
        card.body.addWidget(label("You can learn. Your work waits on this computer.", TextRole.SMALL))
        connect = Button("Connect", self._theme)
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


def _today(view: HomeView, theme: Theme) -> Card:
    card = Card(theme)
    card.body.addWidget(label("Today", TextRole.STRONG))
    card.body.addWidget(_minutes(view.today_minutes, theme))
    if view.goal_minutes is not None:
        left = view.goal_minutes - view.today_minutes
        card.body.addWidget(GoalBar(view.today_minutes, view.goal_minutes, theme))
        said = f"{left} more to your goal of {view.goal_minutes}" if left > 0 else "You reached your goal."
        card.body.addWidget(label(said, TextRole.SMALL))
    return card


def _minutes(minutes: int, theme: Theme) -> QLabel:
    """Set the large number and the words on one base line, which two labels would not share."""
    number = f'<span style="font-size: {px(theme, Size.HERO)}px; font-weight: 700; color: {theme.colors.ink}">'
    made = label("", TextRole.MUTED)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText(f"{number}{minutes}</span>&nbsp; focused {'minute' if minutes == 1 else 'minutes'}")
    return made


def _week(view: HomeView, theme: Theme) -> Card:
    card = Card(theme)
    row = QHBoxLayout()
    row.addWidget(label("XP this week", TextRole.STRONG), 1)
    number = label(f"{view.week_xp:g}", TextRole.ACCENT, wrap=False)
    row.addWidget(number)
    card.body.addLayout(row)
    return card
