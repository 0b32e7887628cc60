"""The demo's pupil: plays on the real window, with real mouse and key events, the way a child would.

Run as a process of its own (`python -m kiosk.demo.pupil PLAN`), so that coming back the next day is a new start.
Everything is found by its accessible name: what this pupil can use, a screen reader can.
"""

import argparse
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QScrollArea, QWidget

from kiosk.app import Kiosk
from kiosk.clock import SystemClock
from kiosk.desktop.views import LessonView, Primary
from kiosk.desktop.wall_views import Safety
from kiosk.desktop.widgets.question_card import QuestionCard
from kiosk.desktop.window import FIRST_SIZE
from kiosk.errors import KioskError
from kiosk.front import Front
from kiosk.lessons.arranging import standing
from kiosk.lessons.interactions import ChoiceInteraction, MatchInteraction, OrderInteraction, Response
from kiosk.lessons.item import interactions
from kiosk.lessons.judging import key_of
from kiosk.lessons.limits import is_complete
from kiosk.lessons.model import RESPONSE
from kiosk.settings import FILE_NAME, load_settings

NAME = "Ana"
LESSON = "Adding fractions with unlike denominators"
PATIENCE_MS = 15_000


class Pupil:
    """One person at one kiosk. Raises KioskError when the kiosk does not do what was waited for."""

    def __init__(self, kiosk: Kiosk, screenshots: Path | None) -> None:
        self.kiosk = kiosk
        self._screenshots = screenshots
        self._clock = SystemClock()
        self._pulse = QTimer(kiosk.application)
        self._pulse.start(20)

    def sit_down(self) -> None:
        """See the window, and have it as large as usual: no screen at all counts as a small one."""
        self.wait(self.kiosk.window.isVisible, "the window")
        self.kiosk.window.showNormal()
        self.kiosk.window.resize(*FIRST_SIZE)

    # -- the two sittings ----------------------------------------------------------------------------

    def first_day(self, token: str) -> None:
        """Join, connect, begin a lesson, answer, look away, fall idle, come back, and just close the window."""
        self.click("Add a student")
        self.type_into("First name", NAME)
        self.click("Add")
        self.wait(lambda: self.has(NAME), "the new student on the wall")
        self.picture("students")
        self.click(NAME)
        self.wait(lambda: self.has("Connect"), "the home page")
        self.click("Connect")
        self.type_into("Server address", self.kiosk.settings.server or "")
        self.type_into("Token", token)
        self.click("Connect", within=self.kiosk.window.connect_dialog)
        self.wait(lambda: not self.has("Connect"), "being signed in")
        self.picture("home")
        self.click(f"Start: {LESSON}")
        self.wait(lambda: self.has("Lessons"), "the lesson")
        self.read_for(2.0)
        self.answer_pages(until_page=3)
        self.picture("lesson")
        self.look_away(1.5)
        self.fall_idle()
        self.kiosk.window.close()

    def another_day(self) -> None:
        """Find the lesson on the page where it stopped, answer the rest and finish."""
        self.wait(lambda: self.has(NAME), "the student on the wall")
        self.click(NAME)
        self.wait(lambda: self.has(f"Go on: {LESSON}"), "the lesson to go on with")
        self.picture("home-next-day")
        self.click(f"Go on: {LESSON}")
        self.wait(lambda: self.has("Lessons"), "the lesson")
        self.read_for(1.0)
        self.answer_pages(until_page=None)
        self.wait(lambda: self.page() is self.kiosk.window.result, "the result")
        self.wait(lambda: self.safety is Safety.SERVER, "everything on the server")
        self.picture("result")
        self.kiosk.window.close()

    # -- what a child does ---------------------------------------------------------------------------

    def answer_pages(self, until_page: int | None) -> None:
        """Answer and turn pages, up to that page (from 1) or to the end."""
        lesson = self.kiosk.window.lesson
        while self.page() is lesson:
            view = lesson.view
            assert view is not None
            if until_page is not None and view.page_number >= until_page:
                return
            step = lesson.step
            if step.checks is None:
                self.click(step.primary.value)
                self.wait(partial(self._moved_on, view), "the next page")
            else:
                card = lesson.cards[step.checks]
                self.answer(card)
                self.click(Primary.CHECK.value)
                self.wait(partial(is_settled, card), "the answer to be settled")

    def _moved_on(self, before: LessonView) -> bool:
        now = self.kiosk.window.lesson.view
        return self.page() is not self.kiosk.window.lesson or (now is not None and now.page_number > before.page_number)

    def answer(self, card: QuestionCard) -> None:
        """Answer one of the shipped lessons' questions, which have a single interaction."""
        right = key_of(card.view.question)[RESPONSE]
        [interaction] = interactions(card.view.question.item)
        match interaction:
            case ChoiceInteraction(choices=choices):
                for choice, tile in zip(choices, card.controls, strict=True):
                    if choice.identifier in right and choice.identifier not in given(card):
                        self.press(tile)
            case MatchInteraction(sources=sources, targets=targets):
                names = [choice.identifier for choice in (*sources, *targets)]
                for name in " ".join(right).split():
                    self.press(card.controls[names.index(name)])
            case OrderInteraction():
                self.put_in_order(card, interaction, right)
            case _:
                self.press(card.controls[0])
                self.type_over(right[0])
        self.wait(lambda: is_complete(interaction, given(card)), "the answer to be seen")

    def put_in_order(self, card: QuestionCard, interaction: OrderInteraction, right: Response) -> None:
        """Pick each row up with one press and put it down with another, from the first place to the last."""
        for place, name in enumerate(right):
            self.press(card.controls[standing(interaction, given(card)).index(name)])
            self.press(card.controls[place])

    def read_for(self, seconds: float) -> None:
        """Read, with a hand on the mouse."""
        for _ in range(round(seconds * 2)):
            self.move_mouse()
            self.let_pass(0.5)

    def look_away(self, seconds: float) -> None:
        """Go to another program. Without a window system nobody takes the focus, so its signal is given by hand."""
        self.kiosk.application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
        self.let_pass(seconds)
        self.kiosk.application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
        self.let_pass(0.5)

    def fall_idle(self) -> None:
        """Do nothing until the kiosk asks, then answer."""
        self.wait(self.kiosk.window.still_there.isVisible, "the question whether somebody is there")
        self.picture("still-there")
        self.click("Go on", within=self.kiosk.window.still_there)
        self.wait(lambda: not self.kiosk.window.still_there.isVisible(), "the lesson again")
        self.let_pass(0.5)

    # -- hands and eyes ------------------------------------------------------------------------------

    @property
    def safety(self) -> Safety | None:
        return self.kiosk.window.safety

    def page(self) -> QWidget | None:
        return self.kiosk.window.pages.currentWidget()

    def handle(self) -> QWindow:
        """The native window: events given to it go the way of real ones, through the attention filter."""
        handle = self.kiosk.window.windowHandle()
        assert handle is not None
        return handle

    def find(self, name: str, within: QWidget | None = None) -> QWidget | None:
        """The visible control with that accessible name, in front of others of that name."""
        inside = within or self.kiosk.window
        found = [
            widget
            for kind in (QAbstractButton, QLineEdit)
            for widget in inside.findChildren(kind)
            if widget.accessibleName() == name and widget.isVisible() and widget.isEnabled()
        ]
        return found[-1] if found else None

    def has(self, name: str) -> bool:
        return self.find(name) is not None

    def click(self, name: str, within: QWidget | None = None) -> None:
        self.wait(lambda: self.find(name, within) is not None, f'"{name}"')
        self.let_pass(0.1)  # until the page stands still
        self.wait(lambda: self.find(name, within) is not None, f'"{name}"')
        widget = self.find(name, within)
        assert widget is not None
        self.press(widget)

    def press(self, widget: QWidget) -> None:
        around = widget.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(widget)
            around = around.parentWidget()
        QTest.mouseClick(self.handle(), Qt.MouseButton.LeftButton, pos=self._middle(widget))

    def type_into(self, name: str, text: str) -> None:
        self.click(name)
        self.type_over(text)

    def type_over(self, text: str) -> None:
        QTest.keyClick(self.handle(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(text)

    def type(self, text: str) -> None:
        for character in text:
            QTest.keyClick(self.handle(), character)  # type: ignore[call-overload]  # the stubs forget windows

    def move_mouse(self) -> None:
        x = 300 + self._clock.monotonic_ms() % 200
        QTest.mouseMove(self.handle(), QPoint(x, 400))

    def _middle(self, widget: QWidget) -> QPoint:
        return widget.mapTo(self.kiosk.window, widget.rect().center())

    def wait(self, reached: Callable[[], bool], what: str) -> None:
        deadline = self._clock.monotonic_ms() + PATIENCE_MS
        while not reached():
            if self._clock.monotonic_ms() > deadline:
                self.picture("stuck")
                raise KioskError(f"The demo waited {PATIENCE_MS // 1000} s for {what} and did not see it.")
            self._events()

    def let_pass(self, seconds: float) -> None:
        until = self._clock.monotonic_ms() + round(seconds * 1000)
        while self._clock.monotonic_ms() < until:
            self._events()

    def _events(self) -> None:
        flags = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        self.kiosk.application.processEvents(flags)

    def picture(self, name: str) -> None:
        if self._screenshots is not None:
            self.let_pass(0.3)
            self._screenshots.mkdir(parents=True, exist_ok=True)
            self.kiosk.window.grab().save(str(self._screenshots / f"{name}.png"))


def given(card: QuestionCard) -> Response:
    """What stands on the card as the answer."""
    return card.view.responses.get(RESPONSE, ())


def is_settled(card: QuestionCard) -> bool:
    return card.view.settled


def main() -> None:
    """Play one sitting in this process. The token comes in the environment, so that no process list shows it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sitting", choices=("first", "another"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--screenshots", type=Path)
    options = parser.parse_args()
    settings = load_settings(options.folder / FILE_NAME, os.environ, {})
    kiosk = Kiosk(Front(settings, options.folder))
    try:
        kiosk.open()
        pupil = Pupil(kiosk, options.screenshots)
        pupil.sit_down()
        if options.sitting == "first":
            pupil.first_day(os.environ["KIOSK_DEMO_TOKEN"])
        else:
            pupil.another_day()
    except KioskError as error:
        raise SystemExit(f"kiosk demo: {error}") from error
    finally:
        kiosk.close()


if __name__ == "__main__":
    main()
