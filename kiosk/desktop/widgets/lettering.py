"""The letters that answers are called by: a to z, then aa, ab and so on."""

from collections.abc import Iterator
from itertools import count, islice, product
from string import ascii_lowercase


def letters(number: int) -> list[str]:
    """So many names, in their order."""
    return list(islice(_all(), number))


def _all() -> Iterator[str]:
    for length in count(1):
        yield from map("".join, product(ascii_lowercase, repeat=length))
