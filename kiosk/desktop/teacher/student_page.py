"""One student: time by day, where their work is, and what a teacher does for them."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from kiosk.desktop.avatars import Avatar
from kiosk.desktop.icons import Icon
from kiosk.desktop.teacher.class_row import WorkChip
from kiosk.desktop.teacher.views import StudentView
from kiosk.desktop.theme import GRID, TextRole, Theme, px
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.flow import Flow
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.scroll import Scroll
from kiosk.desktop.widgets.surface import Card
from kiosk.desktop.widgets.week_chart import WeekChart
from kiosk.words import tr

_WIDEST = 1000
_PICTURE = 72


class StudentPage(Scroll):
    """A chart of the latest days, some lines, and the ways on.

    Signals, each with the student's number:
        launch_requested(int): open a lesson for them.
        sent_requested(int): show what is sent about them.
        secret_requested(int): choose a new secret. lift_requested(int): let them try again now.
        language_requested(int): choose what the program speaks with them.
        not_theirs_requested(int): today's work in this name was somebody else's.
        copy_requested(int): everything of theirs as files.
        delete_requested(int): nothing was confirmed yet.
        back_requested(): to the class; without a number.
    """

    launch_requested = Signal(int)
    sent_requested = Signal(int)
    secret_requested = Signal(int)
    lift_requested = Signal(int)
    language_requested = Signal(int)
    not_theirs_requested = Signal(int)
    copy_requested = Signal(int)
    delete_requested = Signal(int)
    back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, measure=px(theme, _WIDEST), parent=parent)
        self._theme = theme
        self._view: StudentView | None = None
        back = Button(tr("The class"), theme, in_bar=True, icon=Icon.BACK)
        back.clicked.connect(self.back_requested)
        self._picture = Avatar("", px(theme, _PICTURE))
        self._name = label("", TextRole.TITLE)
        self._work = WorkChip(theme)
        head = QHBoxLayout()
        head.setSpacing(GRID * 2)
        head.addWidget(self._picture)
        head.addWidget(self._name, 1)
        self._lift = self._way(tr("Let them try again"), self.lift_requested)
        self._always = [
            self._way(tr("Launch a lesson"), self.launch_requested, primary=True),
            self._way(tr("New secret"), self.secret_requested),
            self._way(tr("Language"), self.language_requested),
            self._way(tr("It was somebody else"), self.not_theirs_requested),
            self._way(tr("What is sent"), self.sent_requested),
            self._way(tr("Save a copy"), self.copy_requested),
            self._way(tr("Delete"), self.delete_requested),
        ]
        self._ways = Flow(gap=GRID * 2)
        self.column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(head)
        self.column.addWidget(self._work, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._ways)
        self.column.addSpacing(GRID)
        self.place_content()
        self.column.addStretch()

    @property
    def view(self) -> StudentView | None:
        """Who is shown."""
        return self._view

    def show_view(self, view: StudentView) -> None:
        if view == self._view:
            return
        before, self._view = self._view, view
        self._picture.show_avatar(view.avatar)
        self._name.setText(view.name)
        self._work.show_work(view.work)
        self._lift.setVisible(view.is_locked_out)
        if before is None or before.is_locked_out != view.is_locked_out:
            self._ways.hold([self._always[0], *([self._lift] if view.is_locked_out else []), *self._always[1:]])
        content = Card(self._theme)
        content.body.addWidget(label(view.days_title, TextRole.STRONG))
        content.body.addWidget(WeekChart(view.days, None, self._theme))
        content.body.addSpacing(GRID * 2)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 3)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        lines = (*view.lines, *([(tr("Not on the server"), view.undelivered)] if view.undelivered else []))
        for row, (name, value) in enumerate(lines):
            grid.addWidget(label(name, TextRole.MUTED), row, 0)
            grid.addWidget(label(value, TextRole.BODY), row, 1)
        content.body.addLayout(grid)
        self.show_content(content)
        if before is None or before.student != view.student:
            self.verticalScrollBar().setValue(0)

    def _way(self, word: str, asked: SignalInstance, *, primary: bool = False) -> Button:
        button = Button(word, self._theme, primary=primary)

        def ask() -> None:
            if self._view is not None:
                asked.emit(self._view.student)

        button.clicked.connect(ask)
        return button
