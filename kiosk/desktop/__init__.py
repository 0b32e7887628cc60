"""Everything Qt. For other Qt programs there is `track`; the rest is the kiosk's own."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.desktop.tracked import Tracked, track

__all__ = ["Tracked", "track"]


def __getattr__(name: str) -> object:
    """Import `track` when it is first asked for: the kiosk itself goes without it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kiosk.desktop import tracked  # noqa: PLC0415

    return getattr(tracked, name)
