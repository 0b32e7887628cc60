"""The wall of students: who is learning."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme, px
from kiosk.desktop.wall_views import Safety, StudentCard, StudentsView
from kiosk.desktop.widgets.bar import Bar
from kiosk.desktop.widgets.chip import CloudChip
from kiosk.desktop.widgets.columns import Columns
from kiosk.desktop.widgets.label import give_role, label
from kiosk.desktop.widgets.scroll import Scroll
from kiosk.desktop.widgets.student_tile import AddTile, ClassTile, JoinTile, StudentTile
from kiosk.words import tr

if TYPE_CHECKING:
    from kiosk.desktop.pages.add_student import AddStudent
    from kiosk.desktop.widgets.button import Button
    from kiosk.desktop.widgets.icon_button import IconButton
    from kiosk.desktop.widgets.notice import Notice as NoticeBar
    from kiosk.store.notices import Notice

_TILE_WIDTH = 208
_WIDEST = 1504
_GAP = GRID * 4


class StudentsPage(QWidget):
    """A wall of students to choose from, and a tile that adds one; on an empty wall also one that joins a school.

    Signals:
        student_chosen(int): the student's number.
        student_added(str, str, str): name, avatar and class of a new student.
        notice_acknowledged(int): the number of the notice.
        join_requested(): this computer is to join a school.
        teacher_came(): somebody pressed the teacher's button.
    """

    student_chosen = Signal(int)
    student_added = Signal(str, str, str)
    notice_acknowledged = Signal(int)
    join_requested = Signal()
    teacher_came = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: StudentsView | None = None
        self._tiles: tuple[StudentTile, ...] = ()
        self._place = label("", TextRole.STRONG, wrap=False)
        self._detail = label("", TextRole.MUTED)
        self._cloud = CloudChip(theme)
        bar = Bar(theme)
        bar.leading.addWidget(self._place)
        bar.leading.addWidget(self._detail, 1)
        bar.trailing.addWidget(self._cloud)
        self._class: str | None = None
        self._asks_class = False
        self._bar = bar
        self._wall = Columns(most=6, gap=_GAP, column_width=px(theme, _TILE_WIDTH))
        scroll = Scroll(theme, measure=px(theme, _WIDEST))
        self._column = scroll.column
        self._notice: Notice | None = None
        self._notice_bar: NoticeBar | None = None
        self._waiting = ""
        self._title = label("", TextRole.TITLE)
        self._sentence = label("", TextRole.MUTED)
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        scroll.column.addLayout(words)
        scroll.column.addSpacing(GRID)
        scroll.column.addWidget(self._wall)
        scroll.column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(scroll, 1)

    def show_view(self, view: StudentsView) -> None:
        """Show the wall. Where the same students are on it, only words change: focus and place stay."""
        if view == self._view:
            return
        before, self._view = self._view, view
        self._place.setText(view.place)
        self._detail.setText(view.detail)
        if before is not None and _numbers(before) == _numbers(view) and before.classes == view.classes:
            for tile, card in zip(self._tiles, self._cards(view), strict=False):
                tile.show_card(card)
            return
        self._build(view)

    def _build(self, view: StudentsView) -> None:
        """Show the classes, where there are several and none is chosen; else whoever is in the chosen one."""
        asks_class = bool(view.classes) and self._class not in view.classes
        self._title.setText(tr("Who is learning?") if view.students else tr("Welcome!"))
        if view.classes or "_other_class" in vars(self):
            self._other_class.setVisible(bool(view.classes) and not asks_class)
        self._asks_class = asks_class
        self._say_what_to_do()
        if asks_class:
            self._tiles = ()
            counts = Counter(card.class_name for card in view.students)
            self._wall.show_cells([self._class_tile(name, counts[name]) for name in view.classes])
            return
        self._tiles = tuple(map(self._tile, self._cards(view)))
        add = AddTile(self._theme)
        add.clicked.connect(self._ask_to_add)
        self._wall.show_cells([*self._tiles, add, *([] if view.students else [self._join_tile()])])

    def made_anew(self, theme: Theme) -> "StudentsPage":
        """Make a wall in this theme that shows what this one shows."""
        made = StudentsPage(theme)
        made._class = self._class
        if self._view is not None:
            made.show_view(self._view)
        return made

    def _cards(self, view: StudentsView) -> list[StudentCard]:
        return [card for card in view.students if not view.classes or card.class_name == self._class]

    def _class_tile(self, name: str, count: int) -> ClassTile:
        tile = ClassTile(name, count, self._theme)
        tile.clicked.connect(lambda: self._choose_class(name))
        return tile

    def _choose_class(self, name: str | None) -> None:
        """It stays chosen while the program runs: a machine is one class's for a lesson or a day."""
        self._class = name
        if self._view is not None:
            self._build(self._view)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_waiting(self, title: str) -> None:
        """Say which lesson begins with whoever chooses their picture; "" for none."""
        self._waiting = title
        self._say_what_to_do()

    def show_notices(self, notices: "Sequence[Notice]") -> None:
        """Show the first of what the teacher should know, above the wall. The same again changes nothing."""
        notice = notices[0] if notices else None
        if notice == self._notice:
            return
        self._notice = notice
        if self._notice_bar is not None:
            self._column.removeWidget(self._notice_bar)
            self._notice_bar.hide()
            self._notice_bar.deleteLater()
            self._notice_bar = None
        if notice is not None:
            from kiosk.desktop.widgets.notice import Notice as NoticeBar  # noqa: PLC0415 - a quiet start needs none
            from kiosk.desktop.widgets.notice import NoticeRole  # noqa: PLC0415

            words = tr("For the teacher: {notice}", notice=notice.sentence)
            self._notice_bar = NoticeBar(NoticeRole.WARNING, words, self._theme, answer=tr("Got it"))
            self._notice_bar.answered.connect(lambda: self.notice_acknowledged.emit(notice.id))
            self._column.insertWidget(0, self._notice_bar)

    def show_safety(self, safety: Safety) -> None:
        self._cloud.show_safety(safety)

    @property
    def place(self) -> str:
        """The class or the device, as the bar names it."""
        return self._place.text()

    def show_teacher_button(self, shown: bool) -> None:
        """Offer, or no longer, what only a teacher may do."""
        self._teacher.setVisible(shown)

    @cached_property
    def _teacher(self) -> "IconButton":
        from kiosk.desktop.icons import Icon  # noqa: PLC0415 - most walls have none
        from kiosk.desktop.widgets.focus_ring import ring_focus  # noqa: PLC0415
        from kiosk.desktop.widgets.icon_button import IconButton  # noqa: PLC0415

        button = IconButton(Icon.LOCK, self._theme)
        button.setAccessibleName(tr("For the teacher"))
        button.clicked.connect(self.teacher_came)
        ring_focus(button, self._theme)
        self._bar.trailing.addWidget(button)
        return button

    @cached_property
    def _other_class(self) -> "Button":
        from kiosk.desktop.widgets.button import Button  # noqa: PLC0415 - most walls have none

        button = Button(tr("Other class"), self._theme, in_bar=True)
        button.clicked.connect(lambda: self._choose_class(None))
        self._bar.trailing.insertWidget(self._bar.trailing.indexOf(self._cloud) + 1, button)
        return button

    def _ask_to_add(self) -> None:
        self._add.ask()

    @cached_property
    def _add(self) -> "AddStudent":
        """Made when it is first asked for: the first picture is sooner without it."""
        from kiosk.desktop.pages.add_student import AddStudent  # noqa: PLC0415

        sheet = AddStudent(self._theme, self)
        sheet.student_added.connect(lambda name, avatar: self.student_added.emit(name, avatar, self._class or ""))
        return sheet

    def _say_what_to_do(self) -> None:
        if self._waiting:
            said = tr("Choose who you are to begin “{lesson}”.", lesson=self._waiting)
        elif self._asks_class:
            said = tr("Choose your class.")
        elif self._view is not None and self._view.students:
            said = tr("Choose your picture.")
        else:
            said = tr("Add the first student to begin, or join your school.")
        self._sentence.setText(said)
        give_role(self._sentence, TextRole.STRONG if self._waiting else TextRole.MUTED)

    def _join_tile(self) -> JoinTile:
        join = JoinTile(self._theme)
        join.clicked.connect(self.join_requested)
        return join

    def _tile(self, card: StudentCard) -> StudentTile:
        tile = StudentTile(card, self._theme)
        tile.clicked.connect(lambda: self.student_chosen.emit(card.student))
        return tile


def _numbers(view: StudentsView) -> list[tuple[int, str]]:
    return [(card.student, card.class_name) for card in view.students]
