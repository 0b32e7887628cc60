"""What grows, shines, flies and floats."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from kiosk.desktop.drawings.canvas import Canvas, curve, lines


def sun(canvas: Canvas) -> None:
    canvas.oval(56, 56, 22)
    for turn in range(0, 360, 45):
        with canvas.turned(56, 56, turn):
            canvas.box(-3, -46, 6, 16, 3)


def leaf(canvas: Canvas) -> None:
    canvas.fill(curve((28, 90), (26, 50, 44, 30, 84, 28), (86, 64, 66, 92, 38, 84)))
    canvas.stroke(curve((32, 84), (44, 66, 56, 53, 72, 42)), 4.5, canvas.ground)


def star(canvas: Canvas) -> None:
    canvas.polygon(
        (56, 20), (65, 46), (94, 46), (71, 63), (80, 91), (56, 74), (32, 91), (41, 63), (18, 46), (47, 46)
    )  # fmt: skip


def moon(canvas: Canvas) -> None:
    full, shadow = QPainterPath(), QPainterPath()
    full.addEllipse(QPointF(52, 57), 36, 36)
    shadow.addEllipse(QPointF(72, 46), 32, 32)
    canvas.fill(full.subtracted(shadow))


def wave(canvas: Canvas) -> None:
    for top, color in ((64, canvas.light), (84, canvas.pale)):
        parts = (
            (22, top - 14, 30, top - 14, 38, top - 2),
            (48, top + 14, 60, top + 14, 70, top - 2),
            (80, top - 14, 90, top - 12, 100, top),
        )
        canvas.stroke(curve((12, top), *parts), 9, color)


def kite(canvas: Canvas) -> None:
    canvas.polygon((56, 16), (85, 49), (56, 90), (27, 49))
    canvas.stroke(lines((56, 20), (56, 86)), 4, canvas.ground)
    canvas.stroke(lines((30, 49), (82, 49)), 4, canvas.ground)


def flower(canvas: Canvas) -> None:
    for turn in range(0, 360, 60):
        with canvas.turned(56, 56, turn):
            canvas.oval(0, -26, 13, 17)
    canvas.oval(56, 56, 13, color=canvas.ground)
    canvas.oval(56, 56, 8)


def tree(canvas: Canvas) -> None:
    canvas.box(50, 78, 12, 22, 3, canvas.pale)
    canvas.polygon((56, 14), (78, 42), (34, 42))
    canvas.polygon((56, 32), (84, 64), (28, 64))
    canvas.polygon((56, 52), (92, 86), (20, 86))


def mountain(canvas: Canvas) -> None:
    canvas.polygon((76, 42), (104, 90), (48, 90), color=canvas.pale)
    canvas.polygon((44, 24), (84, 90), (8, 90))
    canvas.stroke(lines((29, 50), (37, 44), (44, 54), (50, 44), (59, 50)), 4, canvas.ground)


def boat(canvas: Canvas) -> None:
    canvas.polygon((52, 16), (52, 66), (20, 66))
    canvas.polygon((60, 28), (60, 66), (88, 66), color=canvas.pale)
    canvas.fill(curve((14, 74), (14, 74, 98, 74, 98, 74), (94, 96, 80, 96, 56, 96), (32, 96, 18, 96, 14, 74)))


def rocket(canvas: Canvas) -> None:
    with canvas.turned(56, 54, 35):
        canvas.polygon((-14, 8), (-28, 34), (-10, 28))
        canvas.polygon((14, 8), (28, 34), (10, 28))
        canvas.fill(curve((0, -46), (22, -26, 20, 10, 12, 30), (12, 30, -12, 30, -12, 30), (-20, 10, -22, -26, 0, -46)))
        canvas.oval(0, -8, 8.5, color=canvas.ground)
        canvas.polygon((-8, 35), (8, 35), (0, 54), color=canvas.pale)


def balloon(canvas: Canvas) -> None:
    canvas.fill(curve((56, 76), (34, 66, 22, 50, 24, 40), (26, 4, 86, 4, 88, 40), (90, 50, 78, 66, 56, 76)))
    canvas.stroke(curve((56, 14), (40, 24, 40, 54, 52, 72)), 4, canvas.ground)
    canvas.stroke(curve((56, 14), (72, 24, 72, 54, 60, 72)), 4, canvas.ground)
    for x in (47, 65):
        canvas.stroke(lines((x, 72), (x + (56 - x) / 3, 84)), 3)
    canvas.box(46, 84, 20, 15, 4)


def umbrella(canvas: Canvas) -> None:
    dome = QPainterPath(QPointF(14, 58))
    dome.arcTo(QRectF(14, 18, 84, 80), 180, -180)
    for x in (84, 56, 28):
        dome.arcTo(QRectF(x - 14, 51, 28, 14), 0, 180)
    canvas.fill(dome)
    handle = lines((56, 52), (56, 84))
    handle.arcTo(QRectF(40, 76, 16, 18), 0, -180)
    canvas.stroke(handle, 5.5)
    canvas.stroke(lines((56, 12), (56, 18)), 5.5)


def mushroom(canvas: Canvas) -> None:
    canvas.box(43, 54, 26, 42, 10, canvas.pale)
    cap = QPainterPath(QPointF(14, 62))
    cap.arcTo(QRectF(14, 18, 84, 88), 180, -180)
    cap.closeSubpath()
    canvas.fill(cap)
    for x, y, size in ((38, 46, 8), (62, 36, 9), (80, 52, 6)):
        canvas.oval(x, y, size, color=canvas.ground)
