"""Two parts of a page that belong together."""

from typing import override

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.desktop.widgets.arranged import Arranged


class Beside(Arranged):
    """Two widgets side by side where each is at least `least` wide, else one under the other.

    `share` is the first one's part of the width. Either may be hidden; the other then has all of the room.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        least: int,
        gap: int,
        share: float = 0.5,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._first = first
        self._second = second
        self._least = least
        self._gap = gap
        self._share = share
        for part in (first, second):
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        width = self._least * 2 + self._gap
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(max(part.minimumSizeHint().width() for part in (self._first, self._second)), 0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max((place.y() + place.height() for _, place in self._places(width)), default=0)

    @override
    def _arrange(self) -> None:
        for part, place in self._places(self.width()):
            part.setGeometry(self._seen(place))
        self.updateGeometry()

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        parts = [part for part in (self._first, self._second) if not part.isHidden()]
        left = round((width - self._gap) * self._share)
        right = width - self._gap - left
        if len(parts) == 2 and min(left, right) >= self._least:
            return [
                (self._first, QRect(0, 0, left, _height(self._first, left))),
                (self._second, QRect(left + self._gap, 0, right, _height(self._second, right))),
            ]
        places, top = [], 0
        for part in parts:
            places.append((part, QRect(0, top, width, _height(part, width))))
            top += places[-1][1].height() + self._gap
        return places


def _height(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
