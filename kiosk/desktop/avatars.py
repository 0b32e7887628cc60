"""The pictures children choose for themselves, drawn on a tile of 112 by 112.

Each has a shape of its own, so that none is told from another by its colour alone.
"""

from collections.abc import Callable
from typing import override

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.desktop.drawings import animals, things
from kiosk.desktop.drawings.canvas import Canvas
from kiosk.desktop.theme import AVATAR_SIZE, Gradient
from kiosk.words import tr

_CORNER = 28
_FAINT = 0.35
"""How much is left of an avatar that cannot be chosen now."""


def names() -> tuple[str, ...]:
    """Every avatar there is, in the order they are offered."""
    return tuple(_DRAWINGS)


def words(name: str) -> str:
    """What a screen reader calls the avatar."""
    return _WORDS[name]() if name in _WORDS else name.capitalize()


def paint(painter: QPainter, name: str, rect: QRectF) -> None:
    """Draw the avatar into a square `rect`. A name from a newer program is drawn as the first avatar."""
    gradient, draw = _DRAWINGS.get(name, _DRAWINGS[names()[0]])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / AVATAR_SIZE, rect.height() / AVATAR_SIZE)
    start, end = gradient.value
    ground = QLinearGradient(0, 0, AVATAR_SIZE, AVATAR_SIZE)
    ground.setColorAt(0, QColor(start))
    ground.setColorAt(1, QColor(end))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(0, 0, AVATAR_SIZE, AVATAR_SIZE), _CORNER, _CORNER)
    draw(Canvas(painter, QColor(start)))
    painter.restore()


class Avatar(QWidget):
    """An avatar that is looked at, `size` pixels a side."""

    def __init__(self, name: str, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setFixedSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_avatar(self, name: str) -> None:
        self._name = name
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(1 if self.isEnabled() else _FAINT)
        paint(painter, self._name, QRectF(self.rect()))


_DRAWINGS: dict[str, tuple[Gradient, Callable[[Canvas], None]]] = {
    "fox": (Gradient.BLUE, animals.fox),
    "sun": (Gradient.RUST, things.sun),
    "leaf": (Gradient.GREEN, things.leaf),
    "star": (Gradient.VIOLET, things.star),
    "fish": (Gradient.TEAL, animals.fish),
    "moon": (Gradient.SLATE, things.moon),
    "wave": (Gradient.SKY, things.wave),
    "kite": (Gradient.PINK, things.kite),
    "cat": (Gradient.RUST, animals.cat),
    "tree": (Gradient.GREEN, things.tree),
    "owl": (Gradient.PLUM, animals.owl),
    "boat": (Gradient.SKY, things.boat),
    "rabbit": (Gradient.PINK, animals.rabbit),
    "rocket": (Gradient.SLATE, things.rocket),
    "bee": (Gradient.AMBER, animals.bee),
    "flower": (Gradient.VIOLET, things.flower),
    "frog": (Gradient.GREEN, animals.frog),
    "mountain": (Gradient.BLUE, things.mountain),
    "bear": (Gradient.AMBER, animals.bear),
    "balloon": (Gradient.RUST, things.balloon),
    "whale": (Gradient.TEAL, animals.whale),
    "umbrella": (Gradient.PLUM, things.umbrella),
    "butterfly": (Gradient.SKY, animals.butterfly),
    "mushroom": (Gradient.PINK, things.mushroom),
    "turtle": (Gradient.TEAL, animals.turtle),
    "snail": (Gradient.VIOLET, animals.snail),
}

_WORDS: dict[str, Callable[[], str]] = {
    "fox": lambda: tr("Fox", "a picture"),
    "sun": lambda: tr("Sun", "a picture"),
    "leaf": lambda: tr("Leaf", "a picture"),
    "star": lambda: tr("Star", "a picture"),
    "fish": lambda: tr("Fish", "a picture"),
    "moon": lambda: tr("Moon", "a picture"),
    "wave": lambda: tr("Wave", "a picture"),
    "kite": lambda: tr("Kite", "a picture"),
    "cat": lambda: tr("Cat", "a picture"),
    "tree": lambda: tr("Tree", "a picture"),
    "owl": lambda: tr("Owl", "a picture"),
    "boat": lambda: tr("Boat", "a picture"),
    "rabbit": lambda: tr("Rabbit", "a picture"),
    "rocket": lambda: tr("Rocket", "a picture"),
    "bee": lambda: tr("Bee", "a picture"),
    "flower": lambda: tr("Flower", "a picture"),
    "frog": lambda: tr("Frog", "a picture"),
    "mountain": lambda: tr("Mountain", "a picture"),
    "bear": lambda: tr("Bear", "a picture"),
    "balloon": lambda: tr("Balloon", "a picture"),
    "whale": lambda: tr("Whale", "a picture"),
    "umbrella": lambda: tr("Umbrella", "a picture"),
    "butterfly": lambda: tr("Butterfly", "a picture"),
    "mushroom": lambda: tr("Mushroom", "a picture"),
    "turtle": lambda: tr("Turtle", "a picture"),
    "snail": lambda: tr("Snail", "a picture"),
}
