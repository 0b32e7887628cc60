"""Archives for the tests of this room, good and hostile."""

import zipfile
from collections.abc import Mapping
from pathlib import Path


def write_zip(path: Path, members: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path
