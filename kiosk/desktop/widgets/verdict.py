"""What came of an answer, in a word, a sign and a colour, kindly."""

from enum import Enum

from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import TextRole, Theme, Tone
from kiosk.words import tr


class Verdict(Enum):
    """How an answer is marked: the kind of its word, and the sign beside it."""

    NONE = ("none", TextRole.BODY, None)
    RIGHT = ("right", TextRole.GOOD, Icon.CHECK)
    RIGHT_ANSWER = ("right answer", TextRole.GOOD, Icon.CHECK)
    NOT_YET = ("not yet", TextRole.CAUTION, Icon.AGAIN)
    NOT_THIS = ("not this", TextRole.CAUTION, Icon.CROSS)
    NOT_HERE = ("not here", TextRole.CAUTION, Icon.CROSS)

    def __init__(self, name: str, role: TextRole, icon: Icon | None) -> None:
        del name  # two that look alike are told apart by it
        self.role = role
        self.icon = icon

    @property
    def word(self) -> str:
        match self:
            case Verdict.NONE:
                return ""
            case Verdict.RIGHT:
                return tr("Right", "an answer")
            case Verdict.RIGHT_ANSWER:
                return tr("The right answer")
            case Verdict.NOT_YET:
                return tr("Not yet")
            case Verdict.NOT_THIS:
                return tr("Not this one")
            case Verdict.NOT_HERE:
                return tr("Not in this place")

    def tone(self, theme: Theme) -> Tone | None:
        """The colours of the mark; None while there is nothing to mark."""
        tones = {TextRole.GOOD: theme.colors.good, TextRole.CAUTION: theme.colors.caution}
        return tones.get(self.role)
