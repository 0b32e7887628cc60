"""The pills of a lesson and of its review: focus, the time left in a test, and how a question was found out."""

from PySide6.QtWidgets import QWidget

from kiosk.desktop.icons import Icon
from kiosk.desktop.numerals import duration
from kiosk.desktop.theme import Theme
from kiosk.desktop.views import Finding, FocusState, TimeLeftView, Urgency
from kiosk.desktop.widgets.chip import Chip
from kiosk.words import tr


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
        self._told: tuple[FocusState, int] | None = None
        self.lie_on(theme.colors.surface)  # it changes each second
        self.show_focus(FocusState.AWAY, 0)

    def show_focus(self, state: FocusState, focused_ms: int) -> None:
        """Show the state and the focused time so far, cut to whole seconds.

        A screen reader is told of a new state and of each minute, not of every second.
        """
        told = state, focused_ms // 60_000
        if told != self._told:
            self._told = told
            colors = self._theme.colors
            self._look = {
                FocusState.FOCUSED: (tr("Focused"), colors.good, None),
                FocusState.IDLE: (tr("Idle"), colors.caution, None),
                FocusState.AWAY: (tr("Away"), colors.quiet, None),
                FocusState.PAUSED: (tr("Paused"), colors.quiet, Icon.PAUSE),
            }[state]
            if self.accessibleName() != self._look[0]:
                self.setAccessibleName(self._look[0])
            self.setAccessibleDescription(tr("%n minutes focused", "", focused_ms // 60_000))
        word, tone, icon = self._look
        self.show_state(f"{word} {duration(focused_ms)}", tone, icon)


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
