"""One target under atheris, for as long as libFuzzer's options say: `python -m tests.fuzz.one TARGET OPTION...`."""

import sys

import atheris

with atheris.instrument_imports(include=["kiosk"]):
    from tests.fuzz.targets import TARGETS, try_one

target = TARGETS[sys.argv.pop(1)]
atheris.Setup(sys.argv, lambda data: try_one(target, data))
atheris.Fuzz()
