"""The class at a glance."""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.desktop.icons import Icon
from kiosk.desktop.teacher.class_row import ClassHeader, ClassLine, is_narrow, look_of
from kiosk.desktop.teacher.views import ClassView
from kiosk.desktop.theme import GRID, Size, TextRole, Theme, px
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.flow import Flow
from kiosk.desktop.widgets.icon_view import IconView
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.scroll import Scroll
from kiosk.words import tr

_WIDEST = 1400


class ClassPage(Scroll):
    """How many are safe, in large type; everyone under it.

    Signals:
        student_chosen(int): the student's number.
        launch_requested(), export_requested(): for the whole class.
    """

    student_chosen = Signal(int)
    launch_requested = Signal()
    export_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, measure=px(theme, _WIDEST), parent=parent)
        self._theme = theme
        self._view: ClassView | None = None
        self._lines: dict[int, ClassLine] = {}
        self._light = IconView(Icon.CLOUD_CHECK, theme.colors.good, px(theme, Size.HERO * 3 // 2))
        self._headline = label("", TextRole.HERO)
        self._sentence = label("", TextRole.LEAD)
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addWidget(self._headline)
        words.addWidget(self._sentence)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID * 2)
        row.addWidget(self._light, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        export, launch = Button(tr("Save as a table"), theme), Button(tr("Launch a lesson"), theme, primary=True)
        export.clicked.connect(self.export_requested)
        launch.clicked.connect(self.launch_requested)
        self._ways = Flow(gap=GRID * 2)
        self._ways.hold([launch, export])
        self._header = ClassHeader(theme)
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID)
        self.column.addWidget(head)
        self.column.addWidget(self._ways)
        self.column.addSpacing(GRID)
        self.column.addWidget(self._header)
        self.column.addLayout(self._list)
        self.column.addStretch()

    def show_view(self, view: ClassView) -> None:
        """Show the class. Where the same students are in it, only words change: focus and place stay."""
        if view == self._view:
            return
        self._view = view
        tone, icon = look_of(view.light, self._theme)
        self._light.show_icon(icon, tone)
        self._headline.setText(view.headline)
        self._sentence.setText(view.sentence)
        self._ways.setVisible(bool(view.rows))
        self._show_header()
        if [row.student for row in view.rows] == list(self._lines):
            for row in view.rows:
                self._lines[row.student].show_row(row)
            return
        for line in self._lines.values():
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = {}
        for row in view.rows:
            line = ClassLine(row, self._theme)
            line.clicked.connect(lambda _checked=False, student=row.student: self.student_chosen.emit(student))
            self._lines[row.student] = line
            self._list.addWidget(line)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_header()

    def _show_header(self) -> None:
        margins = self.column.contentsMargins()
        wide = self.viewport().width() - margins.left() - margins.right()
        rows = self._view is not None and bool(self._view.rows)
        self._header.setVisible(rows and not is_narrow(self._theme, wide))
