"""Animals."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from kiosk.desktop.drawings.canvas import Canvas, curve, lines


def fox(canvas: Canvas) -> None:
    head = lines((20, 30), (41, 52), (71, 52), (92, 30), (87, 66))
    head.cubicTo(78, 77, 66, 84, 56, 84)
    head.cubicTo(46, 84, 34, 77, 25, 66)
    canvas.fill(head)
    canvas.eyes(44, 68, 64, 5)
    canvas.polygon((50, 80), (62, 80), (56, 88), color=canvas.dark)


def fish(canvas: Canvas) -> None:
    canvas.oval(50, 56, 30, 20)
    canvas.polygon((76, 56), (98, 40), (98, 72))
    canvas.oval(36, 52, 4.5, color=canvas.dark)


def cat(canvas: Canvas) -> None:
    canvas.polygon((24, 60), (28, 22), (54, 42))
    canvas.polygon((88, 60), (84, 22), (58, 42))
    canvas.oval(56, 64, 33, 28)
    canvas.eyes(43, 69, 60)
    canvas.polygon((51, 70), (61, 70), (56, 76), color=canvas.dark)
    for y in (68, 76):
        canvas.stroke(lines((34, 72), (10, y)), 2.5, canvas.pale)
        canvas.stroke(lines((78, 72), (102, y)), 2.5, canvas.pale)


def bear(canvas: Canvas) -> None:
    for x in (29, 83):
        canvas.oval(x, 36, 14)
        canvas.oval(x, 36, 7, color=canvas.ground)
    canvas.oval(56, 62, 35, 31)
    canvas.eyes(42, 70, 55)
    canvas.oval(56, 74, 15, 12, canvas.ground)
    canvas.oval(56, 70, 7, 5)


def rabbit(canvas: Canvas) -> None:
    for x in (41, 71):
        canvas.oval(x, 36, 11, 26)
        canvas.oval(x, 38, 4.5, 17, canvas.ground)
    canvas.oval(56, 74, 30, 25)
    canvas.eyes(45, 67, 70)
    canvas.oval(56, 80, 5, 4, canvas.ground)


def owl(canvas: Canvas) -> None:
    canvas.polygon((22, 20), (50, 32), (24, 52))
    canvas.polygon((90, 20), (62, 32), (88, 52))
    canvas.oval(56, 62, 35, 35)
    for x in (42, 70):
        canvas.oval(x, 52, 14, color=canvas.ground)
        canvas.oval(x, 52, 10)
    canvas.eyes(42, 70, 52, 5)
    canvas.polygon((50, 64), (62, 64), (56, 76), color=canvas.ground)


def turtle(canvas: Canvas) -> None:
    shell = QPainterPath()
    shell.moveTo(14, 74)
    shell.arcTo(QRectF(14, 34, 70, 80), 180, -180)
    shell.closeSubpath()
    canvas.oval(94, 62, 12, 11)
    for x in (24, 60):
        canvas.box(x, 70, 14, 20, 7)
    canvas.fill(shell)
    for x in (37, 61):
        canvas.stroke(lines((x, 72), (x + (49 - x) / 3, 44)), 4, canvas.ground)
    canvas.stroke(lines((22, 62), (76, 62)), 4, canvas.ground)
    canvas.oval(97, 60, 3.5, color=canvas.dark)


def whale(canvas: Canvas) -> None:
    body = curve((12, 64), (12, 40, 70, 38, 82, 58), (86, 54, 86, 48, 84, 40))
    body.cubicTo(90, 40, 93, 44, 94, 48)
    body.cubicTo(96, 43, 100, 40, 106, 41)
    body.cubicTo(106, 54, 100, 60, 96, 62)
    body.cubicTo(98, 92, 12, 96, 12, 64)
    canvas.fill(body)
    canvas.oval(32, 64, 4.5, color=canvas.dark)
    canvas.stroke(curve((22, 77), (27, 80, 33, 81, 40, 79)), 3.5, canvas.ground)
    canvas.stroke(curve((44, 38), (44, 28, 38, 24, 31, 27)), 5)
    canvas.stroke(curve((44, 38), (44, 28, 50, 24, 57, 27)), 5)


def bee(canvas: Canvas) -> None:
    for x, turn in ((44, -24), (64, 20)):
        with canvas.turned(x, 36, turn):
            canvas.oval(0, 0, 12, 19, canvas.pale)
    canvas.polygon((84, 58), (102, 66), (84, 74))
    canvas.oval(54, 66, 36, 23)
    for x, high in ((50, 23), (68, 20)):
        canvas.box(x, 66 - high, 9, high * 2, 3, canvas.ground)
    canvas.oval(32, 61, 4.5, color=canvas.dark)
    for end in (14, 28):
        canvas.stroke(lines((28, 46), (end, 30)), 3.5)


def frog(canvas: Canvas) -> None:
    for x in (34, 78):
        canvas.oval(x, 42, 16)
    canvas.oval(56, 68, 40, 26)
    canvas.eyes(34, 78, 40, 7)
    canvas.stroke(curve((32, 72), (42, 84, 70, 84, 80, 72)), 4.5, canvas.ground)


def butterfly(canvas: Canvas) -> None:
    for side in (-1, 1):
        with canvas.turned(56 + side * 23, 44, side * 28):
            canvas.oval(0, 0, 20, 24)
        with canvas.turned(56 + side * 19, 78, side * -24):
            canvas.oval(0, 0, 15, 18)
        canvas.oval(56 + side * 25, 42, 8, color=canvas.ground)
        canvas.stroke(curve((56, 32), (56 + side * 4, 24, 56 + side * 8, 18, 56 + side * 14, 16)), 3.5)
    canvas.box(51, 30, 10, 64, 5, canvas.ground)


def snail(canvas: Canvas) -> None:
    body = curve((14, 62), (14, 50, 32, 50, 32, 62))
    body.cubicTo(32, 76, 36, 78, 44, 78)
    body.lineTo(90, 78)
    body.cubicTo(100, 78, 104, 84, 104, 92)
    body.lineTo(30, 92)
    body.cubicTo(18, 92, 14, 82, 14, 62)
    canvas.fill(body)
    for x, end in ((18, 10), (28, 34)):
        canvas.stroke(lines((x, 56), (end, 36)), 4)
        canvas.oval(end, 35, 4.5)
    canvas.oval(68, 54, 28)
    coil = curve((68, 56), (66, 46, 82, 46, 80, 58), (78, 72, 54, 70, 54, 54), (55, 38, 76, 34, 86, 44))
    canvas.stroke(coil, 5, canvas.ground)
    canvas.oval(22, 64, 3.5, color=canvas.dark)
