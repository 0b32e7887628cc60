from collections.abc import Iterator

import pytest

from tests.e2e.x11.pupil import Pupil, sitting
from tests.e2e.x11.screen import Program, Screen, xvfb


@pytest.fixture(scope="package", params=["openbox", "no manager"])
def screen(request: pytest.FixtureRequest) -> Iterator[Screen]:
    with xvfb(managed=request.param == "openbox") as screen:
        yield screen


@pytest.fixture(scope="package")
def pupil(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pupil]:
    """One pupil, in one lesson, for all tests on this screen: each leaves them as it found them."""
    with sitting(screen, tmp_path_factory.mktemp("kiosk")) as pupil:
        yield pupil


@pytest.fixture
def other(screen: Screen, pupil: Pupil) -> Iterator[Program]:
    """Another program, whose window has not got the focus."""
    other = Program("tests.e2e.x11.other", environment=screen.environment)
    screen.window("Another program")
    other.do("nothing")
    screen.give_focus(pupil.window)
    yield other
    other.end()
    screen.give_focus(pupil.window)
