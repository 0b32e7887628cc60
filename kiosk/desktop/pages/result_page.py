"""What came of a lesson."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop.avatars import Avatar
from kiosk.desktop.icons import Icon
from kiosk.desktop.numerals import decimal
from kiosk.desktop.theme import GRID, MEASURE, TARGET, TextRole, Theme, direction, px
from kiosk.desktop.views import ResultView
from kiosk.desktop.wall_views import Safety
from kiosk.desktop.widgets.bar import Bar
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.button_row import ButtonRow
from kiosk.desktop.widgets.chip import CloudChip
from kiosk.desktop.widgets.columns import Columns
from kiosk.desktop.widgets.icon_view import IconView
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText
from kiosk.desktop.widgets.scroll import Scroll
from kiosk.desktop.widgets.stat_tile import StatTile
from kiosk.desktop.widgets.surface import Card
from kiosk.lessons.interactions import Html
from kiosk.words import tr

_SIGN = 124
"""Side of the sign at 100 %; it makes room for larger text."""
_STAT_WIDTH = 144


class ResultPage(QWidget):
    """The result in one sentence and three numbers, and where to go from here.

    Signals:
        home_requested(): back to the lessons.
        lesson_requested(str): open this lesson: the next one after a pass, else the same once more.
        answers_requested(str): look at the answers of the lesson with this id.
    """

    home_requested = Signal()
    lesson_requested = Signal(str)
    answers_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._avatar = Avatar("", px(theme, TARGET))
        self._name = label("", TextRole.STRONG)
        self._cloud = CloudChip(theme)
        lessons = Button(tr("Lessons"), theme, in_bar=True, icon=Icon.BACK)
        lessons.clicked.connect(self.home_requested)
        bar = Bar(theme)
        bar.leading.addWidget(lessons)
        bar.leading.addWidget(self._avatar)
        bar.leading.addWidget(self._name, 1)
        bar.trailing.addWidget(self._cloud)
        self._scroll = Scroll(theme, measure=px(theme, MEASURE))
        self._scroll.column.addStretch(1)
        self._scroll.place_content()
        self._scroll.column.addStretch(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._scroll, 1)

    def show_view(self, view: ResultView) -> None:
        self._avatar.show_avatar(view.student.avatar)
        self._name.setText(view.student.name)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        colors = self._theme.colors
        icon, tone = (Icon.CHECK, colors.good) if view.passed else (Icon.AGAIN, colors.caution)
        column.addWidget(IconView(icon, tone, round(_SIGN / self._theme.text_scale)), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(GRID * 2)
        for text, role in ((view.title, TextRole.HERO), (view.sentence, TextRole.LEAD)):
            words = label(text, role)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        if view.said and view.folder is not None:
            column.addSpacing(GRID * 2)
            said = self._said(view.said, view.folder)
            said.setLayoutDirection(direction(view.right_to_left))
            column.addWidget(said)
        column.addSpacing(GRID * 3)
        column.addWidget(self._stats(view))
        column.addSpacing(GRID * 3)
        column.addWidget(self._ways_on(view))
        self._scroll.show_content(content)

    def show_safety(self, safety: Safety) -> None:
        self._cloud.show_safety(safety)

    def _said(self, said: tuple[Html, ...], folder: Path) -> QWidget:
        """What a test says at its end."""
        card = Card(self._theme)
        pictures = Pictures(folder, px(self._theme, MEASURE), scale=self._theme.text_scale)
        for html in said:
            text = RichText(self._theme, pictures)
            text.show_html(html)
            card.body.addWidget(text)
        return card

    def _stats(self, view: ResultView) -> QWidget:
        numbers = []
        if view.total:
            numbers.append((tr("{right} of {total}", right=view.right, total=view.total), tr("right", "answers")))
        numbers.append((view.focused, tr("focused", "time")))
        if view.xp is None:
            numbers.append((tr("Soon"), tr("XP from your school")))
        else:
            numbers.append((f"+{decimal(view.xp)}" if view.xp > 0 else decimal(view.xp), tr("XP")))
        grid = Columns(most=len(numbers), gap=GRID * 2, column_width=px(self._theme, _STAT_WIDTH))
        grid.show_cells([StatTile(number, word, self._theme) for number, word in numbers])
        return grid

    def _ways_on(self, view: ResultView) -> ButtonRow:
        """The next thing to do, and before it what can be looked at first."""
        ways = []
        if view.has_answers:
            answers = Button(tr("Look at my answers"), self._theme)
            answers.clicked.connect(lambda: self.answers_requested.emit(view.lesson))
            ways.append(answers)
        target, word = (
            (view.next_lesson, tr("Next: {lesson}", lesson=view.next_title))
            if view.passed
            else (view.lesson, tr("Try again"))
        )
        on = Button(word if target is not None else tr("Back to lessons"), self._theme, primary=True)
        on.clicked.connect(lambda: self.home_requested.emit() if target is None else self.lesson_requested.emit(target))
        ways.append(on)
        return ButtonRow(ways)
