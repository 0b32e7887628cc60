"""The part of a question that is answered, whatever its kind."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.desktop.views import AnswerView


class Answers(QWidget):
    """What a question card needs of the controls under its prompt. A subclass for each kind of interaction.

    Signals:
        responded(tuple): the new response.
        submitted(): the response is meant to be checked now.
        file_given(str, bytes): what a file holds that the next response names (see `kiosk.lessons.files`); it is to be
            kept with the run, in the transaction that saves the response.
        watching(bool): a sound or film plays, or no longer; meanwhile the student gives no input.
    """

    responded = Signal(tuple)
    submitted = Signal()
    file_given = Signal(str, bytes)
    watching = Signal(bool)

    @property
    def controls(self) -> Sequence[QWidget]:
        """What takes the keyboard's focus, in reading order."""
        raise NotImplementedError

    def show_view(self, view: AnswerView) -> None:
        """Show another state of the same answer; focus stays."""
        raise NotImplementedError

    def choose_by_key(self, key: str) -> bool:
        """Choose the answer that a digit or a letter names; False where it names none."""
        del key
        return False
