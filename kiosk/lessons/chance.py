"""Randomness that comes out the same on every machine, in every version of Python, for the same seed.

Only `Random.random()` is promised to stay as it is, so nothing else of it is used.
"""

import hashlib
from collections.abc import Sequence
from random import Random


def generator(seed: int, *purpose: str | int) -> Random:
    """A generator for one purpose, such as ("attempt", 2): what one purpose draws moves no other."""
    name = "/".join(map(str, (seed, *purpose)))
    return Random(int.from_bytes(hashlib.sha256(name.encode()).digest()))  # noqa: S311 - for exercises, not for secrets


def whole(chance: Random, low: int, high: int, step: int = 1) -> int:
    """One of low, low + step, ... up to high, each as likely; `low` must not lie above `high`, nor `step` below 1."""
    return low + step * int(chance.random() * ((high - low) // step + 1))


def shuffled[Thing](chance: Random, things: Sequence[Thing]) -> tuple[Thing, ...]:
    """The things in any order, each order as likely."""
    left = list(things)
    return tuple(left.pop(whole(chance, 0, len(left) - 1)) for _ in things)
