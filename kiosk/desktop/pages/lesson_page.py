"""One page of a lesson."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import GRID, MEASURE, TextRole, Theme, px
from kiosk.desktop.views import (
    AssessmentView,
    FocusState,
    LessonView,
    Primary,
    QuestionView,
    Safety,
    Step,
    TimeLeftView,
)
from kiosk.desktop.widgets.bar import Bar, BottomBar
from kiosk.desktop.widgets.button import Button, look_button
from kiosk.desktop.widgets.chip import CloudChip, FocusChip, TimeLeftChip
from kiosk.desktop.widgets.comment_box import CommentBox
from kiosk.desktop.widgets.formula import Formulas
from kiosk.desktop.widgets.label import begin_at_the_right, label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.progress import PageProgress
from kiosk.desktop.widgets.question_card import QuestionCard
from kiosk.desktop.widgets.rich_text import RichText, drawings, prepare
from kiosk.desktop.widgets.said_box import SaidBox
from kiosk.desktop.widgets.scroll import Scroll
from kiosk.lessons.interactions import Html
from kiosk.lessons.item import Text
from kiosk.lessons.model import QuestionId
from kiosk.words import tr


class LessonPage(QWidget):
    """Text and questions between a bar that says where one is and a bar with the one next step.

    Answers are chosen with mouse, finger, Tab, arrows, Space and Enter, or by their letter or number, which goes to
    the question that is asked next.

    Signals:
        response_changed(str, Responses): a question's id and its new, unchecked responses.
        check_requested(str): check this question's response.
        file_given(str, bytes): what a file holds that the next response names.
        next_requested(): go on, or finish on the last page.
        back_requested(): the page before.
        lessons_requested(): leave the lesson.
        look_requested(): text and colours are to look otherwise.
        overview_requested(): show how all questions of the test stand.
        flag_changed(bool): mark the question on the page, or not.
        commented(str): what stands in the field for a word to the teacher.
        watching_changed(bool): a sound or film plays, or no longer.
    """

    response_changed = Signal(str, object)
    check_requested = Signal(str)
    file_given = Signal(str, bytes)
    next_requested = Signal()
    back_requested = Signal()
    lessons_requested = Signal()
    look_requested = Signal()
    overview_requested = Signal()
    flag_changed = Signal(bool)
    commented = Signal(str)
    watching_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, formulas: Formulas | None = None) -> None:
        """`formulas` are those that pages before it have made already."""
        super().__init__(parent)
        self._theme = theme
        self._view: LessonView | None = None
        self._step = Step(Primary.GO_ON)
        self._cards: dict[QuestionId, QuestionCard] = {}
        self._formulas = formulas or Formulas(self)
        self._pictures: Pictures | None = None
        self._title = label("", TextRole.STRONG)
        self._place = label("", TextRole.SMALL)
        self._time_left = TimeLeftChip(theme)
        self._focus = FocusChip(theme)
        self._cloud = CloudChip(theme)
        self._progress = PageProgress(theme)
        self._scroll = Scroll(theme, measure=px(theme, MEASURE), named=tr("Lesson page"))
        self._content = QWidget()
        self._said = SaidBox(theme)
        self._comment = CommentBox(theme)
        for part in (self._said, self._content, self._comment):
            self._scroll.column.addWidget(part)
        self._scroll.column.addStretch()
        self._leave = Button(tr("Lessons"), theme, in_bar=True, icon=Icon.BACK)
        self._back = Button(tr("Back"), theme)
        self._overview = Button(tr("All questions"), theme)
        self._flag = Button(tr("Mark"), theme, icon=Icon.FLAG)
        self._flag.setCheckable(True)
        self._primary = Button("", theme, primary=True)
        self._look = look_button(theme)
        self._look.clicked.connect(self.look_requested)
        self._leave.clicked.connect(self.lessons_requested)
        self._back.clicked.connect(self.back_requested)
        self._overview.clicked.connect(self.overview_requested)
        self._flag.clicked.connect(self.flag_changed)
        self._comment.commented.connect(self.commented)
        self._primary.clicked.connect(self._go)
        top, bottom = self._bar(), BottomBar(theme)
        for button in (self._back, self._overview, self._flag):
            bottom.leading.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        bottom.trailing.addWidget(self._primary, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self._progress)
        column.addWidget(self._scroll, 1)
        column.addWidget(bottom)

    @property
    def view(self) -> LessonView | None:
        """The page as it was last shown whole."""
        return self._view

    @property
    def present(self) -> LessonView | None:
        """The page as it stands now, every answer on it included."""
        if self._view is None:
            return None
        blocks = [
            self._cards[block.question.id].view if isinstance(block, QuestionView) else block
            for block in self._view.blocks
        ]
        return replace(self._view, blocks=tuple(blocks), step=self._step)

    @property
    def step(self) -> Step:
        """What the bottom bar offers now."""
        return self._step

    @property
    def cards(self) -> Mapping[QuestionId, QuestionCard]:
        """The questions of the shown page."""
        return self._cards

    def prepare(self, html: Html) -> None:
        """Make the formulas of a text that may be shown soon, when there is nothing else to do."""
        self._formulas.prepare(drawing.formula for drawing in drawings(html) if drawing.formula)

    def show_view(self, view: LessonView) -> None:
        """Show a page from its top; the page that is shown already is brought up to date where it stands."""
        before, self._view = self._view, view
        self._title.setText(view.title)
        place = {"number": view.page_number, "count": view.page_count}
        self._place.setText(
            tr("Question {number} of {count}", **place) if view.assessment else tr("Page {number} of {count}", **place)
        )
        self._progress.show_page(view.page_number, view.page_count)
        if before is None or _content_of(before) != _content_of(view):
            self._build(view)
        else:
            for block in view.blocks:
                if isinstance(block, QuestionView):
                    self.show_question(block)
        self._show_assessment(view.assessment)
        self._said.show_said(view.assessment.said if view.assessment else (), self._pictures_of(view.folder))
        self.show_step(view.step)

    def show_time_left(self, view: TimeLeftView | None) -> None:
        """Show how much time a test leaves; nothing where it has no limit."""
        self._time_left.show_time_left(view)

    def show_question(self, view: QuestionView) -> None:
        """Bring one question of the shown page up to date. Focus and place stay, unless its verdict is out of sight."""
        card = self._cards[view.question.id]
        news = view.has_news and card.view != view
        card.show_view(view)
        if news:
            # Not before the layouts, which wait in the event queue, have made room for it.
            QTimer.singleShot(0, card.feedback, lambda: self._scroll.ensureWidgetVisible(card.feedback, 0, GRID * 2))

    def show_step(self, step: Step) -> None:
        """Say what the bottom bar offers now."""
        self._step = step
        self._primary.show_text(step.primary.word)
        self._primary.setEnabled(not step.busy)
        self._back.setVisible(step.can_go_back)
        self._back.setEnabled(not step.busy)

    def show_focus(self, state: FocusState, focused_ms: int) -> None:
        """Show whether time counts, and the focused time of this lesson so far."""
        self._focus.show_focus(state, focused_ms)

    def show_safety(self, safety: Safety) -> None:
        self._cloud.show_safety(safety)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = self._cards.get(self._step.checks) if self._step.checks is not None else None
        if card is None:
            card = next((card for card in self._cards.values() if not card.view.settled), None)
        if card is None or not card.choose_by_key(event.text()):
            super().keyPressEvent(event)

    def _bar(self) -> Bar:
        bar = Bar(self._theme)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._place)
        bar.leading.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignVCenter)
        bar.leading.addLayout(words, 1)
        bar.trailing.addWidget(self._time_left)
        bar.trailing.addWidget(self._focus)
        bar.trailing.addWidget(self._cloud)
        bar.trailing.addWidget(self._look)
        return bar

    def _build(self, view: LessonView) -> None:
        content = QWidget()
        content.setLayoutDirection(Qt.LayoutDirection.RightToLeft if view.right_to_left else self.layoutDirection())
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        pictures = self._pictures_of(view.folder)
        self._cards = {}
        if view.page_title:
            column.addWidget(label(view.page_title, TextRole.HEADING))
        for block in view.blocks:
            match block:
                case Text(html):
                    text = RichText(self._theme, pictures)
                    text.show_html(html)
                    column.addWidget(text)
                case QuestionView():
                    column.addSpacing(GRID)
                    column.addWidget(self._card(block, pictures))
        if view.right_to_left:
            begin_at_the_right(content)
        self._scroll.column.replaceWidget(self._content, content)
        self._content.hide()
        self._content.deleteLater()
        self._content = content
        answers = [control for card in self._cards.values() for control in card.controls]
        for before, after in pairwise(
            [
                self._leave,
                self._look,
                self._scroll,
                *answers,
                self._comment.edit,
                self._back,
                self._overview,
                self._flag,
                self._primary,
            ]
        ):
            QWidget.setTabOrder(before, after)
        self._scroll.verticalScrollBar().setValue(0)
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)
        for html in view.coming:
            prepare(html, pictures)

    def _pictures_of(self, folder: Path) -> Pictures:
        """The pictures of the lesson: those of the page before are still known, and what was prepared there."""
        if self._pictures is None or self._pictures.folder != folder:
            self._pictures = Pictures(
                folder, px(self._theme, MEASURE), scale=self._theme.text_scale, formulas=self._formulas
            )
        return self._pictures

    def _card(self, view: QuestionView, pictures: Pictures) -> QuestionCard:
        card = QuestionCard(view, self._theme, pictures)
        name = view.question.id
        card.responded.connect(lambda responses: self.response_changed.emit(name, responses))
        card.submitted.connect(lambda: self.check_requested.emit(name))
        card.file_given.connect(self.file_given)
        card.watching.connect(self.watching_changed)
        self._cards[name] = card
        return card

    def _show_assessment(self, view: AssessmentView | None) -> None:
        self._overview.setVisible(view is not None and view.has_overview)
        self._flag.setVisible(view is not None and view.has_overview)
        self._flag.setChecked(view is not None and view.is_flagged)
        self._flag.show_text(tr("Marked") if self._flag.isChecked() else tr("Mark"))
        self._comment.show_comment(view.comment if view is not None else None)
        self.show_time_left(view.time_left if view is not None else None)

    def _go(self) -> None:
        if self._step.checks is not None:
            self.check_requested.emit(self._step.checks)
        elif self._step.primary is Primary.LOOK_OVER:
            self.overview_requested.emit()
        else:
            self.next_requested.emit()


def _content_of(view: LessonView) -> object:
    """What a page is made of, apart from how its questions stand."""
    blocks = [block.question if isinstance(block, QuestionView) else block for block in view.blocks]
    return view.folder, view.right_to_left, view.page_number, view.page_title, blocks
