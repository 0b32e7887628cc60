"""What the fuzzer begins with, as it is and damaged in small ways: only our own errors come out."""

import random
from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS, try_one

SEEDS = Path(__file__).parent / "seeds"
DAMAGED = 12


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Some bytes cut out, put in, turned or doubled."""
    made = bytearray(data)
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(made) + 1)
        match chance.randrange(4):
            case 0:
                del made[at : at + chance.randrange(1, 20)]
            case 1:
                made[at:at] = chance.randbytes(chance.randrange(1, 9))
            case 2:
                made[at : at + 1] = bytes([chance.randrange(256)])
            case _:
                made[at:at] = made[at : at + chance.randrange(1, 60)]
    return bytes(made)


@pytest.mark.parametrize("name", TARGETS)
def test_whatever_becomes_of_a_good_file_only_our_own_errors_come_out(name: str) -> None:
    seeds = sorted((SEEDS / name).iterdir())
    assert seeds, "a target has at least one good file to begin with"
    chance = random.Random(name)
    for seed in seeds:
        data = seed.read_bytes()
        try_one(TARGETS[name], data)
        for _ in range(DAMAGED):
            try_one(TARGETS[name], damaged(data, chance))
