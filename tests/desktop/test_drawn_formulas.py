"""Formulas are drawn once, and kept for the days after."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.desktop.widgets.ahead import Unreadable
from kiosk.desktop.widgets.drawn_formulas import LIBRARY, MOST, DrawnFormulas
from kiosk.desktop.widgets.formula import Formula, make_formula

HALF = r"\frac{1}{2}"


def kept(folder: Path) -> Path:
    """The one file there is."""
    (file,) = folder.iterdir()
    return file


def test_the_next_program_shows_what_was_drawn_without_the_library(tmp_path: Path) -> None:
    """In a process of its own, where any import of the library fails."""
    drawn = DrawnFormulas(tmp_path).draw(HALF)
    assert drawn == make_formula(HALF)
    program = """
import sys
from pathlib import Path
from kiosk.desktop.widgets.drawn_formulas import DrawnFormulas
found = DrawnFormulas(Path(sys.argv[1]))
found.draw(sys.argv[2])
assert "ziamath" not in sys.modules
print(found.draw(sys.argv[2]))
found.draw("x")
assert "ziamath" in sys.modules
"""
    command = [sys.executable, "-c", program, str(tmp_path), HALF]
    ran = subprocess.run(command, check=True, cwd=Path(__file__).parents[2], capture_output=True, text=True)
    assert ran.stdout.strip() == str(drawn)


def told(text: str, **changes: object) -> str:
    return json.dumps({**json.loads(text), **changes})


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda _text: "",
        lambda _text: "7",
        lambda text: told(text, width=float("nan")),
        lambda text: told(text, height=0),
        lambda text: told(text, depth="deep"),
        lambda text: told(text, svg=7),
        lambda text: told(text, svg="nothing"),
        lambda text: told(text, colour="red"),
    ],
)
def test_a_damaged_drawing_is_drawn_again(tmp_path: Path, damage: Callable[[str], str]) -> None:
    drawn = DrawnFormulas(tmp_path).draw(HALF)
    file = kept(tmp_path)
    whole = file.read_text()
    file.write_text(damage(whole))
    assert DrawnFormulas(tmp_path).draw(HALF) == drawn
    assert file.read_text() == whole


def test_another_library_draws_anew(tmp_path: Path) -> None:
    DrawnFormulas(tmp_path).draw(HALF)
    DrawnFormulas(tmp_path, drawn_by=(*LIBRARY, "json")).draw(HALF)
    assert len(list(tmp_path.iterdir())) == 2


def test_what_cannot_be_drawn_is_not_kept(tmp_path: Path) -> None:
    assert isinstance(DrawnFormulas(tmp_path).draw(r"\begin{nothing}"), Unreadable)
    assert not tmp_path.exists() or not list(tmp_path.iterdir())


def test_where_the_disk_takes_nothing_a_formula_is_drawn_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    assert isinstance(DrawnFormulas(tmp_path / "taken").draw(HALF), Formula)


def test_there_is_an_end_to_what_is_kept_and_the_oldest_goes_first(tmp_path: Path) -> None:
    for number in range(MOST):
        file = tmp_path / str(number)
        file.touch()
        os.utime(file, (number, number))
    formulas = DrawnFormulas(tmp_path)
    formulas.draw(HALF)
    formulas.draw("x")
    names = {file.name for file in tmp_path.iterdir()}
    assert len(names) == MOST - MOST // 2 + 2
    assert {str(number) for number in range(MOST // 2, MOST)} < names
