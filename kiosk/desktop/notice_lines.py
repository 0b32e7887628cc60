"""The lines under the page: what went wrong, a low battery, news."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from kiosk.desktop.theme import Theme

if TYPE_CHECKING:
    from kiosk.desktop.widgets.notice import Notice

NEWS_MS = 8_000


class NoticeLines:
    """The end of a column of widgets. GUI thread.

    One line of each role stands there at a time, and news for some seconds. `Notice` is imported with the first: a
    quiet start needs none.
    """

    def __init__(self, column: QVBoxLayout, theme: Theme) -> None:
        self._column = column
        self._theme = theme
        self._shown: dict[str, Notice] = {}

    def show(self, role: str, sentence: str) -> None:
        """Show this in place of what the role (a name of `NoticeRole`) says, or nothing with ""."""
        before = self._shown.get(role)
        if sentence == (before.accessibleName() if before is not None else ""):
            return
        if before is not None:
            self._column.removeWidget(before)
            self._shown.pop(role).deleteLater()
        if sentence:
            self._shown[role] = self._add(role, sentence)

    def tell_news(self, sentence: str) -> None:
        """Say for some seconds what has come."""
        news = self._add("INFO", sentence)
        QTimer.singleShot(NEWS_MS, news, news.deleteLater)

    def take_down(self) -> dict[str, str]:
        """Forget the lines, which somebody else is about to delete; tells what each role said."""
        said = {role: notice.accessibleName() for role, notice in self._shown.items()}
        self._shown.clear()
        return said

    def put_up(self, said: dict[str, str], theme: Theme) -> None:
        """Show again what `take_down` told, in this theme from now on."""
        self._theme = theme
        for role, sentence in said.items():
            self.show(role, sentence)

    def _add(self, role: str, sentence: str) -> "Notice":
        from kiosk.desktop.widgets.notice import Notice, NoticeRole  # noqa: PLC0415

        notice = Notice(NoticeRole[role], sentence, self._theme)
        self._column.addWidget(notice)
        return notice
