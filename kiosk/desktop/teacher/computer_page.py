"""What a teacher does with the computer itself: lessons in, work on a stick, notices, the way out of kiosk mode."""

from collections.abc import Sequence
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.desktop.teacher.views import Became, ComputerView, ImportedRow
from kiosk.desktop.theme import GRID, TextRole, Theme, px
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.flow import Flow
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.scroll import Scroll
from kiosk.desktop.widgets.surface import Card
from kiosk.words import tr

_WIDEST = 1000
_MOST_LOSSES = 5
_ROLES = {
    Became.IMPORTED: TextRole.GOOD,
    Became.WITH_LOSS: TextRole.CAUTION,
    Became.UNCHANGED: TextRole.MUTED,
    Became.REFUSED: TextRole.BAD,
}


class ComputerPage(Scroll):
    """A card for each thing; files that are dropped anywhere on it are lessons to import.

    Signals:
        import_requested(): choose lesson files. lessons_dropped(list[Path]): import these.
        students_requested(): choose a class list.
        carry_requested(), take_in_requested(): work onto a stick, and from one.
        arrived_requested(str), take_back_requested(str): what became of the file with this id.
        acknowledged(int): the notice with this number.
        mode_requested(): leave kiosk mode, or enter it again.
    """

    import_requested = Signal()
    lessons_dropped = Signal(list)
    students_requested = Signal()
    carry_requested = Signal()
    take_in_requested = Signal()
    arrived_requested = Signal(str)
    take_back_requested = Signal(str)
    acknowledged = Signal(int)
    mode_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, measure=px(theme, _WIDEST), parent=parent)
        self._theme = theme
        self._view: ComputerView | None = None
        self.place_content()
        self.column.addStretch()
        self.setAcceptDrops(True)

    def show_view(self, view: ComputerView) -> None:
        if view == self._view:
            return
        self._view = view
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addWidget(label(tr("This computer"), TextRole.TITLE))
        for card in (
            *self._notices(view),
            self._lessons(view),
            self._students(),
            self._stick(view),
            *self._mode(view),
            *self._corrections(view),
        ):
            column.addWidget(card)
        self.show_content(content)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.lessons_dropped.emit(files)

    def _notices(self, view: ComputerView) -> list[Card]:
        cards = []
        for notice in view.notices:
            known = Button(tr("Got it"), self._theme, in_bar=True)
            known.clicked.connect(lambda _checked=False, number=notice.id: self.acknowledged.emit(number))
            cards.append(self._card(tr("For the teacher"), notice.sentence, known))
        return cards

    def _lessons(self, view: ComputerView) -> Card:
        choose = Button(tr("Import lessons"), self._theme)
        choose.clicked.connect(self.import_requested)
        sentence = tr("QTI, Common Cartridge, GIFT, Aiken and text2qti files, or lessons of our own. Drop them here.")
        card = self._card(tr("Lessons"), sentence, choose)
        for row in view.imported:
            card.body.addSpacing(GRID)
            card.body.addLayout(self._imported(row))
        return card

    def _students(self) -> Card:
        choose = Button(tr("Add a class list"), self._theme)
        choose.clicked.connect(self.students_requested)
        sentence = tr(
            "A text file with a name in each line, or a table (CSV) whose first line says “name” and “class”."
        )
        return self._card(tr("Students"), sentence, choose)

    def _imported(self, row: ImportedRow) -> QGridLayout:
        """A row of the table: the lesson and what became of it beside each other, below them what there is to say."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 2)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(row.title, TextRole.STRONG), 0, 0)
        grid.addWidget(label(row.became.words, _ROLES[row.became], wrap=False), 0, 1, Qt.AlignmentFlag.AlignTop)
        told = [row.remark, *row.losses[:_MOST_LOSSES]]
        if (more := len(row.losses) - _MOST_LOSSES) > 0:
            told.append(tr("And %n more. The command “kiosk lesson import” tells them all.", "", more))
        for place, sentence in enumerate(filter(None, told), 1):
            grid.addWidget(label(sentence, TextRole.MUTED if place == 1 else TextRole.SMALL), place, 0, 1, 2)
        return grid

    def _stick(self, view: ComputerView) -> Card:
        carry, take_in = Button(tr("Carry work away"), self._theme), Button(tr("Take work in"), self._theme)
        carry.clicked.connect(self.carry_requested)
        take_in.clicked.connect(self.take_in_requested)
        sentence = tr(
            "Where this computer cannot reach the server: carry what waits to one that can, in a sealed file."
        )
        card = self._card(tr("Work on a stick"), sentence, carry, take_in)
        for file in view.carried:
            there, back = (
                Button(tr("It arrived"), self._theme, in_bar=True),
                Button(tr("Take back"), self._theme, in_bar=True),
            )
            there.clicked.connect(lambda _checked=False, one=file.file_id: self.arrived_requested.emit(one))
            back.clicked.connect(lambda _checked=False, one=file.file_id: self.take_back_requested.emit(one))
            card.body.addSpacing(GRID)
            card.body.addWidget(label(file.words, TextRole.BODY))
            for button in (there, back):
                button.setAccessibleDescription(file.words)
            card.body.addWidget(self._ways([there, back]))
        return card

    def _mode(self, view: ComputerView) -> list[Card]:
        if view.is_guarded is None:
            return []
        change = Button(tr("Leave kiosk mode") if view.is_guarded else tr("Go back to kiosk mode"), self._theme)
        change.clicked.connect(self.mode_requested)
        said = (
            tr("Students cannot leave this program.") if view.is_guarded else tr("Anybody can leave this program now.")
        )
        return [self._card(tr("Kiosk mode"), said, change)]

    def _corrections(self, view: ComputerView) -> list[Card]:
        if not view.corrections:
            return []
        card = self._card(
            tr("Given to the right student"), tr("What had been sent before stays to be put right in Timeback.")
        )
        for line in view.corrections:
            card.body.addWidget(label(line, TextRole.BODY))
        return [card]

    def _card(self, title: str, sentence: str, *buttons: Button) -> Card:
        card = Card(self._theme)
        card.body.addWidget(label(title, TextRole.NAME))
        card.body.addWidget(label(sentence, TextRole.MUTED))
        card.body.addSpacing(GRID)
        if buttons:
            card.body.addWidget(self._ways(buttons))
        return card

    def _ways(self, buttons: Sequence[Button]) -> Flow:
        ways = Flow(gap=GRID * 2)
        ways.hold(buttons)
        return ways
