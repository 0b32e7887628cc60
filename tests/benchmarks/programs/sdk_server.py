"""A school's SDK server on loopback, until its standard input is closed. Prints its address."""

import sys

from kiosk import resources
from kiosk.demo.backend import Backend
from tests.benchmarks.classroom import TOKENS


def main() -> None:
    with Backend(resources.sample_config(), list(TOKENS.values()), TOKENS) as backend:
        print(backend.url, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
