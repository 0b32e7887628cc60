"""Where the shipped files are: beside the package in a checkout, inside it in a wheel; and which program this is."""

import sys
from importlib.util import find_spec
from pathlib import Path

_PACKAGE = Path(__file__).parent


def path(*parts: str) -> Path:
    """Path of a shipped file or folder, such as `path("lessons")`. It is there in a checkout and in a wheel."""
    inside = _PACKAGE / "_resources"
    base = inside if inside.is_dir() else _PACKAGE.parent / "resources"
    return base.joinpath(*parts)


def state_of(*modules: str) -> str:
    """Tell these modules and packages by their files' state: another one once they are installed anew. Imports none.

    For what is kept from day to day and would come out differently where they have changed.
    """
    from hashlib import blake2b  # noqa: PLC0415 - it brings OpenSSL, 5 ms that the first picture need not pay

    specs = [spec for spec in map(find_spec, modules) if spec is not None]
    packages = [Path(place) for spec in specs for place in spec.submodule_search_locations or ()]
    single = [Path(spec.origin) for spec in specs if spec.submodule_search_locations is None and spec.origin]
    files = [*(file for package in packages for file in sorted(package.rglob("*.py"))), *single]
    there = [file for file in files if file.is_file()] or [Path(sys.executable)]  # a bundle has them in the program
    states = [(str(file), found.st_size, found.st_mtime_ns) for file in there if (found := file.stat())]
    return blake2b(repr(states).encode(), digest_size=16).hexdigest()


def sample_config() -> Path:
    """The shipped timeback.config.json: the checkout's own, or the wheel's copy of it."""
    inside = path("timeback.config.json")
    return inside if inside.is_file() else _PACKAGE.parent / "timeback.config.json"
