"""What is shipped, and which program this is."""

import sys
from pathlib import Path

import pytest

from kiosk.resources import state_of


def test_a_program_is_known_by_its_modules_and_none_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package, module = tmp_path / "made_up_package" / "inside", tmp_path / "made_up_module.py"
    package.mkdir(parents=True)
    inner = package / "inner.py"
    for file in (package.parent / "__init__.py", inner, module):
        file.write_text("raise AssertionError\n")
    monkeypatch.syspath_prepend(tmp_path)

    def states() -> tuple[str, str]:
        return state_of("made_up_package"), state_of("made_up_package", "made_up_module")

    first = states()
    assert states() == first
    inner.write_text("raise AssertionError  # version 2\n")
    second = states()
    module.write_text("raise AssertionError  # version 2\n")
    third = states()
    assert (second[0] != first[0], third[0] == second[0]) == (True, True)
    assert len({first[1], second[1], third[1]}) == 3
    assert not {"made_up_package", "made_up_module"} & sys.modules.keys()


def test_what_has_no_files_of_its_own_is_known_by_the_program() -> None:
    assert state_of("no_such_module") == state_of("sys") != state_of("json")
