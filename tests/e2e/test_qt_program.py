import os
import re
import subprocess
import sys
from pathlib import Path

from kiosk import resources
from kiosk.demo.backend import Backend
from tests.e2e.story import ANA, sums, windows
from tests.waiting import PATIENCE_S

DOCUMENT = Path(__file__).parents[2] / "docs" / "qt-programs.md"
READER = Path(__file__).parent / "programs" / "reader.py"


def test_the_program_in_the_guide_runs_and_the_server_has_its_time_and_its_completion(tmp_path: Path) -> None:
    (text,) = re.findall(r"^```python\n(.*?)^```$", DOCUMENT.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    program = tmp_path / "reading.py"
    program.write_text(text, "utf-8")
    with Backend(resources.sample_config(), [ANA], {"ana": ANA}) as backend:
        ran = subprocess.run(
            [sys.executable, str(READER), str(program)],
            cwd=tmp_path,
            env={
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "TIMEBACK_SERVER": backend.url,
                "TIMEBACK_TOKEN": "ana",
            },
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        )
        assert ran.returncode == 0, ran.stderr
        said = [
            line for line in ran.stderr.splitlines() if "propagateSizeHints" not in line
        ]  # offscreen always says so
        assert said == []
        assert "pending=0, parked=0, error=None" in ran.stdout
        (completion,) = backend.log.completions
        assert completion.xp == 2
        assert backend.log.run_ids == (completion.run_id,)
        assert backend.log.active_ms() == sums(windows(tmp_path / "reading-data"))[0] >= 1_500
