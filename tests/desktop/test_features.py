"""What the start leaves out of packages: in processes of their own, since nothing brings it back."""

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

CALL_WRONGLY = """
import sys
from kiosk.desktop.features import leave_out

{left_out}
from PySide6.QtCore import QObject

words = sys.modules["shibokensupport.signature.parser"]
print("ArglistParser" in vars(words))
try:
    QObject().setObjectName(7)
except TypeError as error:
    print(error)
print("ArglistParser" in vars(words))
"""

IMPORT_HTTPX = """
import sys
from kiosk.desktop.features import leave_out

{left_out}
import httpx

print("rich" in sys.modules, httpx.Client.__name__)
"""


def test_no_module_of_the_program_is_read_as_text_at_the_start() -> None:
    assert told_after("leave_out()") == "False RightToLeft\n"


def test_pyside_would_read_it() -> None:
    assert told_after("") == "True RightToLeft\n"


def test_a_wrong_call_is_told_in_pysides_words_which_wait_until_then() -> None:
    waited, told = told_after("leave_out()", CALL_WRONGLY).split("\n", 1)
    at_once, told_by_pyside = told_after("import PySide6", CALL_WRONGLY).split("\n", 1)

    assert (waited, at_once) == ("False", "True")
    assert "setObjectName(int)" in told
    assert told == told_by_pyside


def test_httpx_comes_without_its_command() -> None:
    assert told_after("leave_out()", IMPORT_HTTPX) == "False Client\n"


def test_httpx_would_bring_it() -> None:
    assert told_after("", IMPORT_HTTPX) == "True Client\n"


def told_after(left_out: str, program: str = IMPORT_AFTER_PYSIDE) -> str:
    program = program.format(left_out=left_out)
    return subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
