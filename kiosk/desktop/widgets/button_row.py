"""Buttons in the middle of a page."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.desktop.theme import GRID
from kiosk.desktop.widgets.arranged import Arranged
from kiosk.desktop.widgets.button import Button

_GAP = GRID * 2


class ButtonRow(Arranged):
    """Side by side, each as wide as its word; one over the other where that is too wide, the last one on top."""

    def __init__(self, buttons: Sequence[Button], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addStretch()
        for button in self._buttons:
            self._row.addWidget(button)
        self._row.addStretch()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._wide, self.heightForWidth(self._wide))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(max(button.minimumSizeHint().width() for button in self._buttons), 0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width >= self._wide:
            return max(button.sizeHint().height() for button in self._buttons)
        return sum(button.heightForWidth(width) + _GAP for button in self._buttons) - _GAP

    @property
    def _wide(self) -> int:
        return sum(button.sizeHint().width() + _GAP for button in self._buttons) - _GAP

    @override
    def _arrange(self) -> None:
        fits = self.width() >= self._wide
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.BottomToTop)
