"""The demo's pupil: plays on the real window, with real mouse and key events, the way a child would.

Run as a process of its own (`python -m kiosk.demo.pupil first|second FOLDER`), because each kiosk is a program.
Prints which pictures it made.
Everything is found by its accessible name: what this pupil can use, a screen reader can.
"""

import argparse
import os
import sys
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
from kiosk.lessons.interactions import ChoiceInteraction, Interaction, MatchInteraction, OrderInteraction, Response
from kiosk.lessons.item import interactions
from kiosk.lessons.judging import key_of
from kiosk.lessons.limits import is_complete
from kiosk.lessons.model import RESPONSE
from kiosk.settings import FILE_NAME, load_settings

NAME = "Ana"
LESSON = "Where does rain come from?"
STOPS_AT = 3
"""The page on which the first sitting ends."""

PATIENCE_MS = 60_000
GLANCE_MS, TRIES = 4_000, 5


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

    def at_the_first_kiosk(self) -> None:
        """Begin the lesson, answer, look away, stop in the middle and leave."""
        self.find_the_server()
        self.picture("students")
        self.enter()
        self.picture("home")
        self.open_lesson()
        self.read_for(2.0)
        self.answer_pages(until_page=STOPS_AT)
        self.picture("lesson")
        self.look_away(1.5)
        self.click("Lessons")
        self.wait(lambda: self.safety is Safety.SERVER, "everything on the server")
        self.kiosk.window.close()

    def at_the_second_kiosk(self) -> None:
        """Find the lesson on the page where it stopped, answer the rest and finish."""
        self.find_the_server()
        self.enter()
        self.open_lesson()
        view = self.kiosk.window.lesson.view
        if view is None or view.page_number != STOPS_AT:
            raise KioskError(f"The second kiosk did not go on with page {STOPS_AT}, where the first one stopped.")
        self.read_for(1.0)
        self.answer_pages(until_page=None)
        self.wait(lambda: self.page() is self.kiosk.window.result, "the result")
        self.wait(lambda: self.safety is Safety.SERVER, "everything on the server")
        self.picture("result")
        self.kiosk.window.close()

    # -- what a child does ---------------------------------------------------------------------------

    def find_the_server(self) -> None:
        """Be slower than the kiosk, which needs a moment until it can ask what was done on another one."""
        spoken = self.kiosk.courier.sync()
        self.wait(spoken.done, "a word from the server")
        self.wait(lambda: self.safety is Safety.SERVER, "the green cloud")

    def enter(self) -> None:
        """Choose the own picture on the wall."""
        self.wait(lambda: self.has(NAME), "the student on the wall")
        self.click(NAME)
        self.wait(lambda: self.page() is self.kiosk.window.home, "the home page")

    def open_lesson(self) -> None:
        """Begin it; on this kiosk it is new."""
        self.click(f"Start: {LESSON}")
        self.wait(lambda: self.page() is self.kiosk.window.lesson, "the lesson")

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
                self.click(step.primary.word)
                self.wait(partial(self._moved_on, view), "the next page")
            else:
                card = lesson.cards[step.checks]
                self.answer(card)
                self.click(Primary.CHECK.word)
                self.wait(partial(is_settled, card), "the answer to be settled")

    def _moved_on(self, before: LessonView) -> bool:
        now = self.kiosk.window.lesson.view
        return self.page() is not self.kiosk.window.lesson or (now is not None and now.page_number > before.page_number)

    def answer(self, card: QuestionCard) -> None:
        """Answer one of the shipped lessons' questions, which have a single interaction.

        On a busy machine a press may meet a page that is not laid out yet; then it is tried again, as anybody would.
        """
        [interaction] = interactions(card.view.question.item)
        for _ in range(TRIES):
            self.give(card, interaction)
            if self.sees(lambda: is_complete(interaction, given(card)), GLANCE_MS):
                return
        self.wait(lambda: is_complete(interaction, given(card)), "the answer to be seen")

    def give(self, card: QuestionCard, interaction: Interaction) -> None:
        """Press what belongs to the right answer and does not stand there yet."""
        right = key_of(card.view.question)[RESPONSE]
        match interaction:
            case ChoiceInteraction(choices=choices):
                for choice, tile in zip(choices, card.controls, strict=True):
                    if choice.identifier in right and choice.identifier not in given(card):
                        self.press(tile)
            case MatchInteraction(sources=sources, targets=targets):
                names = [choice.identifier for choice in (*sources, *targets)]
                for name in " ".join(pair for pair in right if pair not in given(card)).split():
                    self.press(card.controls[names.index(name)])
            case OrderInteraction():
                self.put_in_order(card, interaction, right)
            case _:
                self.press(card.controls[0])
                self.type_over(right[0])

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
        if not self.sees(reached, PATIENCE_MS):
            self.picture("stuck")
            raise KioskError(f"The demo waited {PATIENCE_MS // 1000} s for {what} and did not see it.")

    def sees(self, reached: Callable[[], bool], within_ms: int) -> bool:
        """Whether it comes to that in time."""
        deadline = self._clock.monotonic_ms() + within_ms
        while not reached():
            if self._clock.monotonic_ms() > deadline:
                return False
            self._events()
        return True

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
            file = self._screenshots / f"{name}.png"
            self.kiosk.window.grab().save(str(file))
            sys.stdout.write(f"{file}\n")


def given(card: QuestionCard) -> Response:
    """What stands on the card as the answer."""
    return card.view.responses.get(RESPONSE, ())


def is_settled(card: QuestionCard) -> bool:
    return card.view.settled


def main() -> None:
    """Play one sitting in this process."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kiosk", choices=("first", "second"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--screenshots", type=Path)
    options = parser.parse_args()
    settings = load_settings(options.folder / FILE_NAME, os.environ, {"language": "en"})  # the pupil reads it
    kiosk = Kiosk(Front(settings, options.folder))
    try:
        kiosk.open()
        pupil = Pupil(kiosk, options.screenshots)
        pupil.sit_down()
        if options.kiosk == "first":
            pupil.at_the_first_kiosk()
        else:
            pupil.at_the_second_kiosk()
    except KioskError as error:
        raise SystemExit(f"kiosk demo: {error}") from error
    finally:
        kiosk.close()


if __name__ == "__main__":
    main()
