"""A student on the wall, the tile that adds one, and on an empty wall the one that brings a whole class."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kiosk.desktop.avatars import Avatar
from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import AVATAR_SIZE, GRID, TextRole, Theme
from kiosk.desktop.views import StudentCard
from kiosk.desktop.widgets.icon_view import IconView
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.tile import Tile
from kiosk.words import tr


class StudentTile(Tile):
    """A student's picture, name and where they are."""

    def __init__(self, card: StudentCard, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._picture = Avatar(card.avatar, AVATAR_SIZE)
        self._name, self._hint = label("", TextRole.NAME), label("", TextRole.SMALL)
        _stack(self, self._picture, self._name, self._hint)
        self.show_card(card)

    def show_card(self, card: StudentCard) -> None:
        self._picture.show_avatar(card.avatar)
        self._name.setText(card.name)
        self._hint.setText(card.hint)
        self.setAccessibleName(card.name)
        self.setAccessibleDescription(card.hint)


class ClassTile(Tile):
    """A class, where there are several: its name, and how many are in it."""

    def __init__(self, name: str, count: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        said, hint = name or tr("Others"), tr("%n students", "", count)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(GRID * 3,) * 4)
        column.setSpacing(GRID // 2)
        for words in (label(said, TextRole.NAME), label(hint, TextRole.SMALL)):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        self.setAccessibleName(said)
        self.setAccessibleDescription(hint)


class AddTile(Tile):
    """The last tile on the wall."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        plus = IconView(Icon.PLUS, theme.colors.quiet, AVATAR_SIZE)
        _stack(self, plus, label(tr("Add a student"), TextRole.NAME), label("", TextRole.SMALL))
        self.setAccessibleName(tr("Add a student"))


class JoinTile(Tile):
    """Beside the one that adds a student, while nobody is here yet."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        school = IconView(Icon.SCHOOL, theme.colors.quiet, AVATAR_SIZE)
        _stack(self, school, label(tr("Join your school"), TextRole.NAME), label(tr("With a code"), TextRole.SMALL))
        self.setAccessibleName(tr("Join your school"))
        self.setAccessibleDescription(tr("With a code"))


def _stack(tile: Tile, picture: QWidget, name: QLabel, hint: QLabel) -> None:
    column = QVBoxLayout(tile)
    column.setContentsMargins(GRID * 2, GRID * 3, GRID * 2, GRID * 2)
    column.setSpacing(GRID // 2)
    column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addSpacing(GRID * 2)
    for words in (name, hint):
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
    column.addStretch()
