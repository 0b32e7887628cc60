from collections.abc import Iterator

import pytest

from tests.e2e.x11.pupil import Pupil, sitting
from tests.e2e.x11.screen import Program, Screen, xvfb


@pytest.fixture(scope="module", params=["openbox", "no manager"])
def screen(request: pytest.FixtureRequest) -> Iterator[Screen]:
    """Each file has its own, with no window of another file's on it: workers take files, and parts of them, anyhow."""
    with xvfb(managed=request.param == "openbox") as screen:
        yield screen


@pytest.fixture(scope="module")
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
