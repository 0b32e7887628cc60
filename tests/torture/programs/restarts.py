"""Lives at a laptop that is switched off after each sitting: restarts.py FOLDER SEED LIVES BOOT.

BOOT is the file that names the boot. Every other life meets the server in each of its boots; the others do on some days
only, so nobody can tell where their other windows lay.
"""

import json
import random
import sys
from pathlib import Path

from kiosk import resources
from kiosk.demo.backend import Backend
from tests.e2e.killing import read
from tests.e2e.story import STUDENTS, TOKENS
from tests.torture.life import SITTINGS, Life, arrived, farthest_ms


def main(folder: Path, seed: int, lives: int, boot: Path) -> None:
    chance = random.Random(seed)
    steps = boots = count = farthest = 0
    for number in range(lives):
        life = Life(folder / str(number), chance, boot)
        with Backend(resources.sample_config(), STUDENTS, TOKENS, clock=life.true) as backend:
            for _ in range(SITTINGS):
                life.sit(backend if number % 2 == 0 or chance.random() < 0.5 else None)
            life.sit(backend)
            life.deliver(backend)
        found = arrived(life, backend)
        if number % 2 == 0:
            farthest = max(farthest, farthest_ms(life, backend, found))
        count += len(found)
        steps += life.steps
        ((kept,),) = read(life.folder, "SELECT count(DISTINCT boot) FROM sittings")
        boots += kept
    sys.stdout.write(json.dumps({"boots": boots, "steps": steps, "windows": count, "farthest": farthest}))


main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
