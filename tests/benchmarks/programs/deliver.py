"""Delivery as it is: the courier empties an outbox. Prints how many messages a second were answered.

`python -m tests.benchmarks.programs.deliver FOLDER SERVER`
"""

import json
import sys
from pathlib import Path

from kiosk.clock import SystemClock
from kiosk.identity.credentials import open_credentials
from kiosk.store.writer import Store
from kiosk.sync.courier import Courier
from tests.benchmarks.programs.pace import Pace


def main() -> None:
    folder, server = Path(sys.argv[1]), sys.argv[2]
    clock = SystemClock()
    store = Store(folder, clock)
    tokens = open_credentials("file", folder).token
    pace = Pace()
    courier = Courier(store, clock, server, tokens, tell=lambda _: pace.note(), background=False)
    courier.start()
    report = courier.sync().result()
    courier.close()
    store.close()
    assert report.trouble is None, report
    print(json.dumps({"count": report.sent, "per_s": pace.per_s, "from_the_start_per_s": pace.per_s_with_the_first}))


if __name__ == "__main__":
    main()
