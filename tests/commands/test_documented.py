"""Every command stands in docs/commands.md, and what docs/deploy.md has people type can be typed."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import typer

from kiosk.commands import app

DOCS = Path(__file__).parents[2] / "docs"
ROWS = re.findall(r"^\| (`kiosk .*?) \|(?!.*<br>)", (DOCS / "commands.md").read_text("utf-8"), re.MULTILINE)
"""The first cell of each row about commands."""


def commands(group: click.Group, *before: str) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, *before, name)
        else:
            yield (*before, name)
