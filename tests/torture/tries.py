"""How often something is tried."""

from collections.abc import Callable, Iterator

MOST_TIMES = 5


def until_telling(usually: int, telling: Callable[[], object]) -> Iterator[int]:
    """Number the tries: so many, and on until they tell something, for where chance has struck nothing so far.

    It gives up after five times as many: what was to be met is then not met by chance.
    """
    for number in range(MOST_TIMES * usually):
        if number >= usually and telling():
            return
        yield number
