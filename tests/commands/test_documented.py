"""Every command stands in docs/commands.md, and what docs/deploy.md has people type is there to be typed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

from kiosk.commands import app

DOCS = Path(__file__).parents[2] / "docs"


def paths(group: TyperGroup, *before: str) -> Iterator[tuple[str, ...]]:
    """Each command by the words that lead to it."""
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from paths(command, *before, name)
        else:
            yield (*before, name)


def program() -> TyperGroup:
    command = typer.main.get_command(app)
    assert isinstance(command, TyperGroup)
    return command


COMMANDS = sorted(paths(program()))
ROWS = [
    line.split(" | ")[0] for line in (DOCS / "commands.md").read_text("utf-8").splitlines() if line[:8] == "| `kiosk"
]
TYPED = sorted(
    {*re.findall(r"kiosk server ([a-z]+[a-z-]*)(?= |`|$)", (DOCS / "deploy.md").read_text("utf-8"), re.MULTILINE)}
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_command_stands_in_the_table_of_commands(command: tuple[str, ...]) -> None:
    def tells(row: str) -> bool:
        words = re.findall(r"[a-z-]+", row)
        return words[1] == command[0] and all(word in words for word in command)

    assert any(map(tells, ROWS)), f"kiosk {' '.join(command)}"


def test_what_is_typed_to_deploy_is_a_command_of_the_server() -> None:
    assert TYPED
    assert {("server", name) for name in TYPED} <= {*COMMANDS}
