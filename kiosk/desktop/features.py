"""What packages bring to every start and this program leaves out: PySide's features and words, and httpx's command.

For the sake of its features (`from __feature__ import snake_case`) PySide stands before Python's import. It reads the
source of every module that is imported after it, looks for its own name in there, and the lines stay: 10 MB of them,
and some 20 ms until the first picture.

To say what a function takes, should it be called with something else, PySide compiles 2,100 lines and three very long
patterns in every start, which is a fourth of a bare window's. Here that waits until such words are asked for.

httpx brings its own command along where rich and pygments are there: 9 MB that no window needs.
"""

import builtins
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_WORDS = "shibokensupport/signature/"
_NEEDED_AT_ONCE = ("/__init__.py", "/loader.py", "/importhandler.py", "/mapping.py")

_running = threading.RLock()


def leave_out() -> None:
    """Import PySide without either, and see to it that httpx comes without its command.

    Not in a program that is another's: that may use them. Main thread, once.
    """
    modules: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]  # None: must not be imported
    modules.setdefault("httpx._main", None)
    with _words_wait():
        import PySide6  # noqa: F401, PLC0415 - it puts itself before Python's import
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


@contextmanager
def _words_wait() -> Iterator[None]:
    """PySide has the text of its modules in a library, and has it compiled under such names while it is imported."""
    compile_now = builtins.compile

    def compile_later(source: Any, filename: Any, *rest: Any, **options: Any) -> Any:
        if str(filename).startswith(_WORDS) and not filename.endswith(_NEEDED_AT_ONCE):
            source = f"import {__name__} as _by\n__getattr__ = _by.run_when_asked({source!r}, {filename!r}, globals())"
        return compile_now(source, filename, *rest, **options)

    builtins.compile = compile_later
    try:
        yield
    finally:
        builtins.compile = compile_now


def run_when_asked(text: bytes, filename: str, names: dict[str, Any]) -> Callable[[str], Any]:
    """The `__getattr__` of a module that runs its text when the first of its names is asked for. Any thread."""
    is_waiting = True

    def name_in_module(name: str) -> Any:
        nonlocal is_waiting
        if not name.startswith("__"):  # such are asked for by the import itself
            with _running:
                if is_waiting:
                    is_waiting = False
                    exec(compile(text, filename, "exec"), names)  # noqa: S102 - as PySide would have
            if name in names:
                return names[name]
        raise AttributeError(name)

    return name_in_module
