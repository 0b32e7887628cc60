"""Opens a data folder as a user who is nobody in particular, and says what became of it: ordinary.py FOLDER."""

import os
import sys
import tempfile
from pathlib import Path

from kiosk.clock import SystemClock
from kiosk.errors import StoreError
from kiosk.store.writer import Store

NOBODY = 65_534

folder = Path(sys.argv[1])
with tempfile.TemporaryDirectory() as elsewhere:  # imports all there is: this Python may lie where nobody can read
    for _ in range(2):
        Store(Path(elsewhere), SystemClock()).close()
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
try:
    Store(folder, SystemClock()).close()
except StoreError as error:
    sys.stdout.write(str(error))
else:
    sys.stdout.write("opened")
