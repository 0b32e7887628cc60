"""Pills that say a state: a drawing and a word, so that colour never speaks alone."""

from typing import override

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.desktop import icons
from kiosk.desktop.icons import Icon
from kiosk.desktop.numerals import duration
from kiosk.desktop.theme import GRID, Size, Theme, Tone, font, px
from kiosk.desktop.views import Finding, FocusState, Safety, TimeLeftView, Urgency
from kiosk.desktop.widgets.surface import Surface, paint_surface
from kiosk.words import tr

_HEIGHT = 36
_PAD = 14


class Chip(QLabel):
    """A word in a tone, after an icon or, without one, after a dot."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = theme.colors.quiet
        self._icon: Icon | None = None
        self._pad = px(theme, _PAD)
        self._gap = px(theme, GRID)
        steady = font(theme, Size.SMALL, QFont.Weight.DemiBold)
        steady.setFeature(QFont.Tag("tnum"), 1)  # figures of one width: a running clock does not tremble
        self.setFont(steady)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, text: str, tone: Tone, icon: Icon | None) -> None:
        self._tone = tone
        self._icon = icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(self._pad * 2 + self._mark() + self._gap + words + 2, px(self._theme, _HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_surface(painter, QRectF(self.rect()), Surface(self._tone.ground), self.height() / 2)
        mark, middle = self._mark(), self.height() / 2
        if self._icon is None:
            painter.setBrush(QColor(self._tone.ink))
            painter.drawEllipse(QPointF(self._pad + mark / 2, middle), mark / 2, mark / 2)
        else:
            icons.paint(painter, self._icon, QRectF(self._pad, middle - mark / 2, mark, mark), self._tone.ink)
        painter.setPen(QColor(self._tone.ink))
        painter.setFont(self.font())
        painter.drawText(
            self.rect().adjusted(self._pad + mark + self._gap, 0, -self._pad, 0),
            Qt.AlignmentFlag.AlignVCenter,
            self.text(),
        )

    def _mark(self) -> int:
        """Width of the icon or the dot."""
        return px(self._theme, 10 if self._icon is None else 20)


class CloudChip(Chip):
    """Where the student's work is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.show_safety(Safety.COMPUTER)

    def show_safety(self, safety: Safety) -> None:
        colors = self._theme.colors
        text, tone, icon = {
            Safety.SERVER: (tr("Saved"), colors.good, Icon.CLOUD_CHECK),
            Safety.COMPUTER: (tr("Saved on this computer"), colors.caution, Icon.COMPUTER),
            Safety.NOT_SAVED: (tr("Not saved"), colors.bad, Icon.ALERT),
        }[safety]
        self.show_state(text, tone, icon)


class FindingChip(Chip):
    """How a question of a finished attempt was found out."""

    def __init__(self, finding: Finding, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        tone, icon = {
            Finding.FIRST_TRY: (theme.colors.good, Icon.CHECK),
            Finding.LATER: (theme.colors.good, Icon.AGAIN),
            Finding.NOT_RIGHT: (theme.colors.caution, Icon.INFO),
            Finding.HANDED_IN: (theme.colors.quiet, Icon.CHECK),
        }[finding]
        self.show_state(finding.words, tone, icon)


class FocusChip(Chip):
    """Whether time counts right now, and how much of it was focused in this lesson."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.show_focus(FocusState.AWAY, 0)

    def show_focus(self, state: FocusState, focused_ms: int) -> None:
        """Show the state and the focused time so far, cut to whole seconds."""
        colors = self._theme.colors
        word, tone, icon = {
            FocusState.FOCUSED: (tr("Focused"), colors.good, None),
            FocusState.IDLE: (tr("Idle"), colors.caution, None),
            FocusState.AWAY: (tr("Away"), colors.quiet, None),
            FocusState.PAUSED: (tr("Paused"), colors.quiet, Icon.PAUSE),
        }[state]
        self.show_state(f"{word} {duration(focused_ms)}", tone, icon)
        if self.accessibleName() != word:  # a screen reader is told of a new state, not of every second
            self.setAccessibleName(word)
        self.setAccessibleDescription(tr("%n minutes focused", "", focused_ms // 60_000))


class TimeLeftChip(Chip):
    """How much time is left in a test; hidden where it has no limit. It changes its word once a minute, no faster."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.hide()

    def show_time_left(self, view: TimeLeftView | None) -> None:
        if view is not None and (view.words, view.about) != (self.text(), self.accessibleDescription()):
            colors = self._theme.colors
            tone = {Urgency.CALM: colors.quiet, Urgency.SOON: colors.caution, Urgency.OVER: colors.bad}[view.urgency]
            self.show_state(view.words, tone, Icon.CLOCK)
            self.setAccessibleName(view.words)
            self.setAccessibleDescription(view.about)
        self.setVisible(view is not None)
