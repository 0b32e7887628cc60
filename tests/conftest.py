"""What holds for every test.

No test speaks to the buses of whoever runs it: their locked screen and their keyring are not ours. Garbage is
collected between the tests, on the thread that made the windows; `kiosk.desktop.garbage` says why. Python keeps what it
compiled, as it does where the program is installed, whatever this shell says: the tests start hundreds of programs.
An example that Hypothesis makes may take as long as the machine takes: speed is what `tests/benchmarks` measures.
"""

import gc
import os
import sys

import pytest
from hypothesis import HealthCheck, settings  # it looks at who refers to what as it is imported: before that is frozen

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

MOST_GARBAGE = 50_000

for bus in ("SYSTEM", "SESSION"):
    os.environ[f"DBUS_{bus}_BUS_ADDRESS"] = "unix:path=/nowhere"

gc.disable()

settings.register_profile("any machine", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


def pytest_collection_finish() -> None:
    """What was imported by now stays: no collection need look at it again."""
    gc.collect()
    gc.freeze()


def pytest_runtest_teardown() -> None:
    if gc.get_count()[0] > MOST_GARBAGE:
        gc.collect()


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> object:
    """pytest-qt's, with more patience."""
    del qapp  # it is there
    from tests.desktop.patient_bot import PatientBot  # noqa: PLC0415 - the core is tested without Qt

    return PatientBot(request)
