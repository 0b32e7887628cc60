"""Delivery as it is: the courier empties an outbox. Prints how many messages a second were taken.

`python -m tests.benchmarks.programs.deliver FOLDER SERVER`
"""

import json
import sys
import time
from pathlib import Path

from kiosk.clock import SystemClock
from kiosk.identity.credentials import open_credentials
from kiosk.store.writer import Store
from kiosk.sync.courier import Courier


def main() -> None:
    folder, server = Path(sys.argv[1]), sys.argv[2]
    clock = SystemClock()
    store = Store(folder, clock)
    courier = Courier(store, clock, server, open_credentials("file", folder).token, background=False)
    courier.start()
    before = time.perf_counter()
    report = courier.sync().result()
    seconds = time.perf_counter() - before
    courier.close()
    store.close()
    assert report.trouble is None, report
    print(json.dumps({"count": report.sent, "per_s": report.sent / seconds}))


if __name__ == "__main__":
    main()
