"""The demonstration: a real Timeback SDK server on this machine, over a stand-in for the Timeback cloud."""

from importlib.util import find_spec

from kiosk.errors import UsageError


def need_server_extra() -> None:
    """Raise UsageError, saying what to install, where the packages the demo's server runs on are missing."""
    missing = [name for name in ("fastapi", "timeback", "uvicorn") if find_spec(name) is None]
    if missing:
        raise UsageError(
            f"the demo's server needs {', '.join(missing)}; install it with: pip install 'timeback-kiosk[server]'"
        )
