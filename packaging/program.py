"""What the bundle runs: the command `kiosk`, and `-m kiosk...` as an interpreter would, for the demo's processes."""

import runpy
import sys
from multiprocessing import freeze_support

from kiosk.cli import main

freeze_support()  # the processes of `kiosk server --workers` begin here too
if sys.argv[1:2] == ["-m"] and sys.argv[2].partition(".")[0] == "kiosk":
    module = sys.argv[2]
    del sys.argv[1:3]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
else:
    main()
