"""A text that a student writes: how long it may be, and how far it has come."""

from kiosk.lessons.interactions import ExtendedTextInteraction, Response
from kiosk.words import tr

LONGEST = 20_000
"""Characters of one text: some eight pages."""

MOST_FIELDS = 12
"""Short texts that are asked for at once, at most."""

_LETTERS_IN_A_WORD = 6
"""With the space after it; an author says how many letters are expected, a child counts words."""


def fields_of(interaction: ExtendedTextInteraction) -> int:
    """How many short texts are asked for; 1 is one long text."""
    return max(1, min(interaction.max_strings or interaction.min_strings, MOST_FIELDS))


def longest(interaction: ExtendedTextInteraction) -> int:
    """How many characters one text may have: always more than the author expects."""
    return max(LONGEST, interaction.expected_length * 2)


def written(texts: Response) -> Response:
    """The response of these texts: blank ones are none."""
    return tuple(text for text in texts if text.strip())


def progress(interaction: ExtendedTextInteraction, text: str) -> str:
    """How many words are written, of about how many; nothing where no length is expected."""
    if not interaction.expected_length:
        return ""
    count = len(text.split())
    about = max(1, round(interaction.expected_length / _LETTERS_IN_A_WORD))
    return tr("{count} of about %n words", "", about, count=count)
