"""PySide's features (`from __feature__ import snake_case`): this program uses none.

For their sake PySide stands before Python's import. It reads the source of every module that is imported after it,
looks for its own name in there, and the lines stay: 10 MB of them, and some 20 ms until the first picture.
"""

import builtins

import PySide6  # noqa: F401 - it puts itself there


def leave_out() -> None:
    """Give back the import that was there before. Not in a program that is another's: that may use them."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
