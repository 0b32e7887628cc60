"""What today and this week come to, as cards beside the lessons."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kiosk.desktop.numerals import decimal, number
from kiosk.desktop.theme import GRID, Size, TextRole, Theme, px
from kiosk.desktop.views import HomeView
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.progress import GoalBar
from kiosk.desktop.widgets.surface import Card
from kiosk.desktop.widgets.week_chart import GoalMark, WeekChart
from kiosk.words import tr


class TodayCard(Card):
    """Today's focused minutes, how far the goal is, and the day's other goals."""

    def __init__(self, view: HomeView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        minutes, goal = view.today_minutes, view.goal_minutes
        self.body.addWidget(label(tr("Today"), TextRole.STRONG))
        self.body.addWidget(_enlarged(number(minutes), tr("%n focused minutes", "", minutes), theme))
        if goal is not None:
            self.body.addWidget(
                GoalBar(minutes, goal, tr("{done} of %n focused minutes", "", goal, done=minutes), theme)
            )
            self.body.addWidget(label(_to_the_goal(minutes, goal), TextRole.SMALL))
        for each in view.goals:
            self.body.addSpacing(GRID)
            self.body.addWidget(GoalBar(each.done, each.target, each.words, theme))
            self.body.addWidget(label(each.words, TextRole.SMALL))


class WeekCard(Card):
    """The week's bars; in a week that has not begun, a word of welcome."""

    def __init__(self, view: HomeView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        has_begun = any(day.minutes for day in view.week)
        row = QHBoxLayout()
        row.addWidget(label(tr("This week"), TextRole.STRONG), 1)
        if has_begun and view.goal_minutes is not None:
            row.addWidget(GoalMark(theme))
            row.addWidget(label(tr("Goal {minutes}", minutes=view.goal_minutes), TextRole.SMALL, wrap=False))
        self.body.addLayout(row)
        if not has_begun:
            self.body.addWidget(label(tr("Your minutes will grow here."), TextRole.SMALL))
        self.body.addWidget(WeekChart(view.week, view.goal_minutes, theme))


class XpCard(Card):
    """The week's XP."""

    def __init__(self, view: HomeView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        row = QHBoxLayout()
        row.addWidget(label(tr("XP this week"), TextRole.STRONG), 1)
        row.addWidget(label(decimal(view.week_xp), TextRole.ACCENT, wrap=False))
        self.body.addLayout(row)


def _to_the_goal(minutes: int, goal: int) -> str:
    if not minutes:
        return tr("Your goal for today is {minutes}.", minutes=goal)
    if minutes < goal:
        return tr("%n more to your goal of {goal}", "minutes", goal - minutes, goal=goal)
    return tr("You reached your goal.")


def _enlarged(figure: str, words: str, theme: Theme) -> QLabel:
    """Set words with the figure in them large, on one base line, which two labels would not share."""
    large = f'<span style="font-size: {px(theme, Size.HERO)}px; font-weight: 700; color: {theme.colors.ink}">'
    made = label("", TextRole.MUTED)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText(escape(words).replace(f"{figure} ", f"{large}{figure}</span>&nbsp; ", 1))
    return made
