import subprocess
import sys
from pathlib import Path

import kiosk
from kiosk.demo import need_server_extra


def test_with_the_server_extra_nothing_is_missing() -> None:
    need_server_extra()


def test_without_it_one_sentence_says_what_to_install() -> None:
    program = "from kiosk.demo import need_server_extra; need_server_extra()"
    without_packages = [sys.executable, "-S", "-c", program]
    root = Path(kiosk.__file__).parent.parent
    ended = subprocess.run(without_packages, cwd=root, capture_output=True, text=True, check=False)
    assert "needs fastapi, timeback, uvicorn; install it with: pip install 'timeback-kiosk[server]'" in ended.stderr
