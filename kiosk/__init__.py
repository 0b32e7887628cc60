"""timeback-kiosk: count every focused second truly, survive anything, deliver each once."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.activity import Activity, ErrorContext
    from kiosk.client import SyncReport, Timeback
    from kiosk.errors import KioskError

__all__ = ["Activity", "ErrorContext", "KioskError", "SyncReport", "Timeback"]

_HOMES = {
    "Activity": "kiosk.activity",
    "ErrorContext": "kiosk.activity",
    "KioskError": "kiosk.errors",
    "SyncReport": "kiosk.client",
    "Timeback": "kiosk.client",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that `import kiosk.x` costs x alone."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib  # noqa: PLC0415

    return getattr(importlib.import_module(_HOMES[name]), name)
