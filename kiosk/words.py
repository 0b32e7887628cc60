"""What the program says to whoever sits before it, in their language.

Every text is written in English where it is said, by `tr`; Qt's lupdate collects them from the source, and translators
write theirs beside them in resources/languages/*.ts. Rooms below the desktop know no Qt: the desktop says which
catalogue is open.
"""

from collections.abc import Callable

type Catalogue = Callable[[str, str, int], str]
"""Tells the translation of (text, meaning, number), with %n filled in; a text that it does not know as it is."""


def tr(text: str, meaning: str = "", n: int = -1, /, **values: object) -> str:
    """Say the text in the language that is spoken now. Any thread.

    `meaning` tells a translator which of two things the same English words mean. `n` chooses the plural and stands in
    the place of %n; `{name}` is filled in from `values`, numbers as the language writes them. Text, meaning and number
    are written out where `tr` is called, for lupdate reads the source: no f-string, no variable.
    """
    said = _catalogue(text, meaning, n)
    return said.format(**{name: _write(value) for name, value in values.items()}) if values else said


def open_catalogue(catalogue: Catalogue, write: Callable[[object], str] = str) -> None:
    """From now on say what this catalogue says, and `write` what is filled in."""
    global _catalogue, _write
    _catalogue, _write = catalogue, write


def in_english(text: str, meaning: str, n: int) -> str:
    """Say it as it stands in the source."""
    del meaning
    return text if n < 0 else text.replace("%n", str(n))


_catalogue: Catalogue = in_english
_write: Callable[[object], str] = str
