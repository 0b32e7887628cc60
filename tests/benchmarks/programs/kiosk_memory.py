"""The memory of the real kiosk, on a home page and in a lesson whose page has been read.

`python -m tests.benchmarks.programs.kiosk_memory FOLDER LESSON` prints both in megabytes, and the modules that the
home page has imported.
"""

import json
import sys
from pathlib import Path

from kiosk.lessons.model import LessonId
from tests.benchmarks.programs.memory import resident_mb
from tests.benchmarks.programs.visit import Visit

READ_S = 3.0


def main() -> None:
    visit = Visit(Path(sys.argv[1]))
    visit.come_home(1)
    visit.settle(READ_S)
    home = resident_mb()
    imported = [name for name, module in sys.modules.items() if module is not None]  # not what is left out
    modules = [name for name in imported if name.partition(".")[0] not in ("__main__", "tests")]
    visit.open_lesson(LessonId(sys.argv[2]))
    visit.settle(READ_S)
    print(json.dumps({"home_mb": home, "lesson_mb": resident_mb(), "modules": modules}))
    visit.close()


if __name__ == "__main__":
    main()
