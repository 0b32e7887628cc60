"""How a program that is going to be killed tells what it has done: a line of JSON each, with the moment."""

import json
import sys

from kiosk.clock import SystemClock


def tell(what: str, **facts: object) -> None:
    """`at` is monotonic and the same in every process of this machine."""
    sys.stdout.write(json.dumps({"at": SystemClock().monotonic_ms(), "what": what, **facts}) + "\n")
    sys.stdout.flush()
