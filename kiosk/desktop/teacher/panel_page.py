"""The panel's frame: where one is, how many are safe, the way out, and one page under it."""

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosk.desktop.numerals import number
from kiosk.desktop.teacher.class_page import ClassPage
from kiosk.desktop.teacher.computer_page import ComputerPage
from kiosk.desktop.teacher.confirm_sheet import ConfirmSheet
from kiosk.desktop.teacher.new_secret_sheet import NewSecretSheet
from kiosk.desktop.teacher.queue_page import QueuePage
from kiosk.desktop.teacher.sent_page import SentPage
from kiosk.desktop.teacher.student_page import StudentPage
from kiosk.desktop.theme import TextRole, Theme
from kiosk.desktop.widgets.bar import Bar
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.notice import Notice, NoticeRole
from kiosk.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping


class Tab(Enum):
    """The panel's pages that are reached from its bar."""

    CLASS = "class"
    QUEUE = "queue"
    COMPUTER = "computer"

    @property
    def word(self) -> str:
        match self:
            case Tab.CLASS:
                return tr("Class")
            case Tab.QUEUE:
                return tr("Not sent")
            case Tab.COMPUTER:
                return tr("This computer")


class PanelPage(QWidget):
    """Holds the pages; shows the sentence that says what came of what was asked for.

    Signals:
        tab_chosen(Tab): show this page.
        left(): back to the wall of students.
    """

    tab_chosen = Signal(object)
    left = Signal()

    def __init__(self, place: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notice: Notice | None = None
        self.class_page, self.queue_page = ClassPage(theme), QueuePage(theme)
        self.computer_page = ComputerPage(theme)
        self.student_page, self.sent_page = StudentPage(theme), SentPage(theme)
        self.confirm = ConfirmSheet(theme, self)
        self.new_secret = NewSecretSheet(theme, self)
        bar = Bar(theme)
        bar.leading.addWidget(label(tr("Teacher · {place}", place=place), TextRole.STRONG), 1)
        self._tabs = {tab: Button(tab.word, theme, in_bar=True) for tab in Tab}
        for tab, button in self._tabs.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, tab=tab: self.tab_chosen.emit(tab))
            bar.trailing.addWidget(button)
        leave = Button(tr("Leave"), theme, in_bar=True)
        leave.clicked.connect(self.left)
        bar.trailing.addWidget(leave)
        self.pages = QStackedWidget()
        for page in (self.class_page, self.queue_page, self.computer_page, self.student_page, self.sent_page):
            self.pages.addWidget(page)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(bar)
        self._column.addWidget(self.pages, 1)

    def turn_to(self, page: QWidget, tab: Tab) -> None:
        for each, button in self._tabs.items():
            button.setChecked(each is tab)
        if self.pages.currentWidget() is not page:
            self.tell("")
            self.pages.setCurrentWidget(page)
            self._tabs[tab].setFocus(Qt.FocusReason.OtherFocusReason)

    def count_tabs(self, counts: "Mapping[Tab, int]") -> None:
        """Say beside a tab how much is behind it."""
        for tab, button in self._tabs.items():
            count = counts.get(tab, 0)
            button.show_text(f"{tab.word} ({number(count)})" if count else tab.word)

    def tell(self, sentence: str, *, is_fault: bool = False) -> None:
        """Say what came of it under the page, or take it away with ""."""
        if self._notice is not None:
            self._column.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        if sentence:
            self._notice = Notice(
                NoticeRole.ERROR if is_fault else NoticeRole.INFO, sentence, self._theme, answer=tr("OK")
            )
            self._notice.answered.connect(lambda: self.tell(""))
            self._column.addWidget(self._notice)
