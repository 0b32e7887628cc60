"""What the start leaves out of PySide: in processes of their own, since nothing brings it back."""

import subprocess
import sys

IMPORT_AFTER_PYSIDE = """
import linecache
from kiosk.desktop.features import leave_out

{left_out}
from kiosk.desktop import theme
from kiosk.desktop.theme import direction

print(theme.__file__ in linecache.cache, direction(right_to_left=True).name)
"""


def test_no_module_of_the_program_is_read_as_text_at_the_start() -> None:
    assert told_after("leave_out()") == "False RightToLeft\n"


def test_pyside_would_read_it() -> None:
    assert told_after("") == "True RightToLeft\n"


def told_after(left_out: str) -> str:
    program = IMPORT_AFTER_PYSIDE.format(left_out=left_out)
    return subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
