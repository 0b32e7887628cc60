"""Brings every resources/languages/*.ts up to date with what the source says: `uv run python packaging/languages.py`.

New texts are added as unfinished, texts that are gone are left out. Run it again when they are translated: it also
compiles what is there, as the build does (`compile_languages.py`).
"""

import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).parent.parent
CATALOGUES = sorted((ROOT / "resources" / "languages").glob("*.ts"))
_TOOLS, _ENDING = Path(PySide6.__file__).parent, ".exe" if sys.platform == "win32" else ""
LUPDATE, LRELEASE = _TOOLS / f"lupdate{_ENDING}", _TOOLS / f"lrelease{_ENDING}"


def main() -> int:
    sources = sorted(str(file.relative_to(ROOT)) for file in (ROOT / "kiosk").rglob("*.py"))
    options = ["-locations", "none", "-no-obsolete", "-silent"]
    for catalogue in CATALOGUES:
        plural_only = ["-pluralonly"] if catalogue.stem == "en" else []
        command = [str(LUPDATE), *options, *plural_only, *sources, "-ts", str(catalogue.relative_to(ROOT))]
        if code := subprocess.run(command, cwd=ROOT, check=False).returncode:
            return code
        subprocess.run([str(LRELEASE), "-silent", str(catalogue), "-qm", str(catalogue.with_suffix(".qm"))], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
