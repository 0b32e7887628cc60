"""A hand on a picture: presses and pulls at the picture's own pixels."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_on_picture import PictureAnswers
from kiosk.desktop.widgets.picture_stage import PictureStage
from kiosk.lessons.areas import Point
from kiosk.lessons.interactions import Response
from tests.desktop.hands import SCREEN
from tests.desktop.screens import settle


class Child:
    """Somebody before one question on a picture, and every response they gave."""

    def __init__(self, answers: PictureAnswers, qtbot: QtBot) -> None:
        self.answers = answers
        self.said: list[Response] = []
        self.files: dict[str, bytes] = {}
        answers.responded.connect(self._respond)
        answers.file_given.connect(self.files.__setitem__)
        qtbot.addWidget(answers)
        answers.resize(QSize(820, 1200))
        answers.show()
        answers.activateWindow()
        qtbot.waitUntil(lambda: self.stage.is_complete)
        settle()

    @property
    def stage(self) -> PictureStage:
        return self.answers.stage

    @property
    def focused(self) -> str:
        widget = QApplication.focusWidget()
        return widget.accessibleName() if widget else ""

    def at(self, point: Point) -> QPoint:
        """Where in the window a point of the picture is."""
        return self.stage.mapTo(self.stage.window(), self.stage.to_screen(point).toPoint())

    def tap(self, x: float, y: float) -> None:
        QTest.mouseClick(self.stage.window().windowHandle(), Qt.MouseButton.LeftButton, pos=self.at((x, y)))
        settle()

    def tap_by_finger(self, x: float, y: float) -> None:
        window = self.stage.window().windowHandle()
        QTest.touchEvent(window, SCREEN).press(0, self.at((x, y))).commit()
        QTest.touchEvent(window, SCREEN).release(0, self.at((x, y))).commit()
        settle()

    def pull(self, *way: Point) -> None:
        """Press at the first point, move over the others, and let go at the last."""
        window = self.stage.window().windowHandle()
        start, *rest = [self.at(point) for point in way]
        QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=start)
        for place in rest:
            QTest.mouseMove(window, (start + place) / 2)
            QTest.mouseMove(window, place)
            start = place
        QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=start)
        settle()

    def show(self, view: AnswerView) -> None:
        self.answers.show_view(view)
        settle()

    def _respond(self, response: Response) -> None:
        """Save it, and show it as it is saved, as a question card does."""
        self.said.append(response)
        self.answers.show_view(AnswerView(response))
