"""What came of an answer, in a word, a sign and a colour, kindly."""

from enum import Enum

from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import TextRole, Theme, Tone


class Verdict(Enum):
    """How an answer is marked: the word, its kind of text, and the sign beside it."""

    NONE = ("", TextRole.BODY, None)
    RIGHT = ("Right", TextRole.GOOD, Icon.CHECK)
    RIGHT_ANSWER = ("The right answer", TextRole.GOOD, Icon.CHECK)
    NOT_YET = ("Not yet", TextRole.CAUTION, Icon.AGAIN)
    NOT_THIS = ("Not this one", TextRole.CAUTION, Icon.CROSS)
    NOT_HERE = ("Not in this place", TextRole.CAUTION, Icon.CROSS)

    def __init__(self, word: str, role: TextRole, icon: Icon | None) -> None:
        self.word = word
        self.role = role
        self.icon = icon

    def tone(self, theme: Theme) -> Tone | None:
        """The colours of the mark; None while there is nothing to mark."""
        tones = {TextRole.GOOD: theme.colors.good, TextRole.CAUTION: theme.colors.caution}
        return tones.get(self.role)
