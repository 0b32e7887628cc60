"""A Python in which Qt cannot be imported: `import NAME...` imports modules, `pytest PATH...` runs tests."""

import importlib
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec

BLOCKED = ("PySide6", "shiboken6")
WITHOUT_THE_QT_PLUGIN = ("-p", "no:pytest-qt", "-W", "ignore::pytest.PytestConfigWarning", "-o", "addopts=-q")
"""Without its plugin pytest does not know `qt_api` in pyproject.toml, and `addopts` would have it insist."""


class NoQt:
    """An import finder that stands before all others and refuses Qt."""

    @staticmethod
    def find_spec(name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        if name.partition(".")[0] in BLOCKED:
            raise ImportError(f"{name} is blocked")
        return None


def main(what: str, *names: str) -> int:
    sys.meta_path.insert(0, NoQt)
    if what == "import":
        for name in names:
            importlib.import_module(name)
        return 0
    return run_tests(names)


def run_tests(paths: Sequence[str]) -> int:
    import pytest  # noqa: PLC0415 - only once Qt is blocked

    return pytest.main([*WITHOUT_THE_QT_PLUGIN, "-p", "no:cacheprovider", *paths])


sys.exit(main(*sys.argv[1:]))
