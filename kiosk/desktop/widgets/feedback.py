"""What a checked answer is told, under its question."""

from typing import override

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import GRID, RADIUS_CONTROL, Size, TextRole, Theme, px
from kiosk.desktop.views import QuestionView
from kiosk.desktop.widgets.announcing import announce
from kiosk.desktop.widgets.icon_view import IconView
from kiosk.desktop.widgets.label import give_role, label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText, plain_text
from kiosk.desktop.widgets.surface import Surface, paint_surface
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.words import tr


class Feedback(QWidget):
    """A sentence, the right answer where it is due, and the author's words. Hidden until there is a verdict."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = theme.colors.quiet
        self._icon = IconView(Icon.CHECK, self._tone, px(theme, Size.NAME), plain=True)
        self._sentence = label("", TextRole.GOOD)
        self._right = label("", TextRole.STRONG)
        self._words = RichText(theme, pictures)
        column = QVBoxLayout()
        column.setSpacing(GRID // 2)
        for part in (self._sentence, self._right, self._words):
            column.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(GRID * 2,) * 4)
        row.setSpacing(GRID * 2)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.hide()

    def show_view(self, view: QuestionView) -> None:
        self.setVisible(view.has_news)
        if not view.has_news:
            self.setAccessibleName("")
            return
        sentence = view.note or _sentence(view)
        right = tr("The right answer: {answer}", answer=view.right_text) if view.right_text and not view.correct else ""
        if view.correct is None:
            self._tone, role = self._theme.colors.quiet, TextRole.STRONG
        else:
            verdict = Verdict.RIGHT if view.correct else Verdict.NOT_YET
            self._tone, role = verdict.tone(self._theme) or self._tone, verdict.role
        self._icon.show_icon(_icon(view), self._tone)
        give_role(self._sentence, role)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._right.setText(right)
        self._right.setVisible(bool(right))
        self._words.show_html(view.feedback)
        self._words.setVisible(bool(view.feedback))
        told = " ".join(filter(None, (sentence, right, plain_text(view.feedback))))
        if told != self.accessibleName():
            self.setAccessibleName(told)
            if self.isVisible():  # what stood there already when the page came is read with it
                announce(self, told)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_surface(QPainter(self), QRectF(self.rect()), Surface(self._tone.ground), RADIUS_CONTROL)


def _sentence(view: QuestionView) -> str:
    if view.correct is None:
        return ""
    if view.correct:
        return tr("That is right.")
    if view.settled:
        return tr("Part of this is right.") if view.partly else tr("Now you know it for next time.")
    return tr("Part of this is right. Try once more.") if view.partly else tr("Not yet. Try once more.")


def _icon(view: QuestionView) -> Icon:
    if view.correct:
        return Icon.CHECK
    return Icon.INFO if view.settled or view.correct is None else Icon.AGAIN
