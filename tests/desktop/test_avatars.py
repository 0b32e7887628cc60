from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from kiosk.desktop import avatars

SIDE = 40
"""As small as an avatar is shown anywhere."""


def shape(name: str) -> frozenset[int]:
    """Where the avatar is lighter than any ground: what is left of it without colours."""
    picture = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
    picture.fill(0)
    painter = QPainter(picture)
    avatars.paint(painter, name, QRectF(0, 0, SIDE, SIDE))
    painter.end()
    return frozenset(at for at, gray in enumerate(bytes(picture.constBits())) if gray > 215)


def test_there_are_enough_for_a_class_of_children_who_want_one_of_their_own(qapp: QApplication) -> None:
    assert qapp is not None
    assert len(avatars.names()) >= 24


def test_no_two_are_told_apart_by_their_colour_alone(qapp: QApplication) -> None:
    assert qapp is not None
    shapes = {name: shape(name) for name in avatars.names()}
    assert all(shapes.values())
    alike = {
        pair: share
        for pair in combinations(shapes, 2)
        if (share := len(shapes[pair[0]] & shapes[pair[1]]) / len(shapes[pair[0]] | shapes[pair[1]])) > 0.8
    }
    assert alike == {}
