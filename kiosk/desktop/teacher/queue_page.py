"""What is not on the server: what waits by itself, and what somebody has to decide."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.desktop.teacher.views import QueueEntry, QueueView
from kiosk.desktop.theme import GRID, TextRole, Theme, px
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.chip import Chip
from kiosk.desktop.widgets.flow import Flow
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.scroll import Scroll
from kiosk.desktop.widgets.surface import Card
from kiosk.words import tr

_WIDEST = 1000


class QueuePage(Scroll):
    """A card for each message that was set aside, with its reason and the two ways out.

    Signals:
        sync_requested(): try to deliver everything now.
        retry_requested(QueueEntry), drop_requested(QueueEntry): one message; nothing was confirmed yet.
        export_requested(): keep the list as a file.
    """

    sync_requested = Signal()
    retry_requested = Signal(object)
    drop_requested = Signal(object)
    export_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, measure=px(theme, _WIDEST), parent=parent)
        self._theme = theme
        self._view: QueueView | None = None
        self._headline, self._sentence = label("", TextRole.TITLE), label("", TextRole.LEAD)
        deliver, export = Button(tr("Send now"), theme, primary=True), Button(tr("Save the list"), theme)
        deliver.clicked.connect(self.sync_requested)
        export.clicked.connect(self.export_requested)
        ways = Flow(gap=GRID * 2)
        ways.hold([deliver, export])
        self._cards = QWidget()
        self.column.addWidget(self._headline)
        self.column.addWidget(self._sentence)
        self.column.addWidget(ways)
        self.column.addSpacing(GRID)
        self.column.addWidget(self._cards)
        self.column.addStretch()

    def show_view(self, view: QueueView) -> None:
        if view == self._view:
            return
        before, self._view = self._view, view
        self._headline.setText(view.headline)
        self._sentence.setText(view.sentence)
        if before is not None and before.entries == view.entries:
            return
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        for entry in view.entries:
            column.addWidget(self._card(entry))
        self.column.replaceWidget(self._cards, cards)
        self._cards.hide()
        self._cards.deleteLater()
        self._cards = cards

    def _card(self, entry: QueueEntry) -> Card:
        card = Card(self._theme)
        state = Chip(self._theme)
        colors = self._theme.colors
        state.show_state(entry.state, colors.caution if entry.is_in_doubt else colors.bad, None)
        head = QHBoxLayout()
        head.addWidget(label(entry.student, TextRole.NAME), 1)
        head.addWidget(state)
        card.body.addLayout(head)
        card.body.addWidget(label(entry.what, TextRole.BODY))
        card.body.addWidget(label(entry.why, TextRole.BODY))
        if entry.told:
            card.body.addWidget(label(f"{entry.id}: {entry.told}", TextRole.SMALL))
        retry, drop = (
            Button(tr("Send again"), self._theme, in_bar=True),
            Button(tr("Never send"), self._theme, in_bar=True),
        )
        retry.setAccessibleDescription(f"{entry.student}, {entry.what}")
        drop.setAccessibleDescription(f"{entry.student}, {entry.what}")
        retry.clicked.connect(lambda: self.retry_requested.emit(entry))
        drop.clicked.connect(lambda: self.drop_requested.emit(entry))
        ways = Flow(gap=GRID * 2)
        ways.hold([retry, drop])
        card.body.addSpacing(GRID)
        card.body.addWidget(ways)
        return card
