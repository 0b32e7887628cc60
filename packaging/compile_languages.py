"""Compiles resources/languages/*.ts to *.qm by Qt's lrelease, when the program is built or installed."""

import subprocess
import sys
from pathlib import Path
from typing import Any, override

import PySide6
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileLanguages(BuildHookInterface[Any]):
    """Hatchling calls it before a wheel is made, also before one that only points to this checkout."""

    @override
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
        for catalogue in sorted(Path(self.root, "resources", "languages").glob("*.ts")):
            subprocess.run(
                [str(tool), "-silent", str(catalogue), "-qm", str(catalogue.with_suffix(".qm"))],
                check=True,
            )
