"""What is sent about a student: every field in plain words, and the newest messages as they went out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop.icons import Icon
from kiosk.desktop.teacher.sent_words import never_sent
from kiosk.desktop.teacher.views import SentEntry, SentView
from kiosk.desktop.theme import GRID, RADIUS_CONTROL, TextRole, Theme, px
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.label import heading, label
from kiosk.desktop.widgets.scroll import Scroll
from kiosk.desktop.widgets.sheet import Sheet, buttons
from kiosk.desktop.widgets.surface import Card
from kiosk.desktop.widgets.tile import Tile
from kiosk.words import tr

_WIDEST = 1000


class SentPage(Scroll):
    """For whoever asks what leaves this computer.

    Signals:
        back_requested(int): to the student with this number.
    """

    back_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, measure=px(theme, _WIDEST), parent=parent)
        self._theme = theme
        self._view: SentView | None = None
        self._back = Button(tr("Back"), theme, in_bar=True, icon=Icon.BACK)
        self._back.clicked.connect(self._go_back)
        self.column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self.place_content()
        self.column.addStretch()

    def show_view(self, view: SentView) -> None:
        if view == self._view:
            return
        self._view = view
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addLayout(
            heading(
                tr("What is sent about {name}", name=view.name),
                tr("To the Timeback server of this school, and to nobody else."),
            )
        )
        fields = Card(self._theme)
        fields.body.setSpacing(GRID * 3 // 2)
        for name, words in view.fields:
            one = QVBoxLayout()
            one.setSpacing(0)
            one.addWidget(label(name, TextRole.STRONG))
            one.addWidget(label(words, TextRole.MUTED))
            fields.body.addLayout(one)
        fields.body.addWidget(label(never_sent(), TextRole.BODY))
        column.addWidget(self._messages(view))
        column.addWidget(label(tr("What each field means"), TextRole.NAME))
        column.addWidget(fields)
        self.show_content(content)
        self.verticalScrollBar().setValue(0)

    def _go_back(self) -> None:
        if self._view is not None:
            self.back_requested.emit(self._view.student)

    def _messages(self, view: SentView) -> QWidget:
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        said = tr("The latest %n messages", "", len(view.entries)) if view.entries else tr("Nothing has been sent yet.")
        column.addWidget(label(said, TextRole.NAME))
        for entry in view.entries:
            column.addWidget(self._line(entry))
        return ground

    def _line(self, entry: SentEntry) -> Tile:
        line = Tile(self._theme, RADIUS_CONTROL)
        column = QVBoxLayout(line)
        column.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        column.setSpacing(0)
        for text, role in ((entry.title, TextRole.BODY), (entry.at, TextRole.SMALL)):
            words = label(text, role)
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(words)
        line.setAccessibleName(entry.title)
        line.setAccessibleDescription(entry.at)
        line.clicked.connect(lambda: PayloadSheet(entry, self._theme, self.window()).ask())
        return line


class PayloadSheet(Sheet):
    """One message as it was sent. It is made for one entry, and gone when it is closed."""

    def __init__(self, entry: SentEntry, theme: Theme, parent: QWidget) -> None:
        super().__init__(entry.title, theme, parent)
        self._close = Button(tr("Close"), theme, primary=True)
        self._close.clicked.connect(self._leave)
        self.dismissed.connect(self.deleteLater)
        payload = label(entry.payload, TextRole.BODY)
        self.body.addWidget(label(tr("Sent {when}", when=entry.at), TextRole.MUTED))
        self.body.addWidget(payload)
        self.body.addLayout(buttons(self._close))

    def ask(self) -> None:
        self.open_sheet(self._close)

    def _leave(self) -> None:
        self.close_sheet()
        self.deleteLater()
