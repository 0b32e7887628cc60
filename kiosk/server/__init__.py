"""The school server: takes what the kiosks deliver, keeps it in a ledger of its own, and passes it on to Timeback.

    kiosks ─► activity ─► ledger ─► outbox ─► forwarder ─► upstream (the SDK's own pipeline) ─► Caliper
              routes      one row an event, one database

It shares lessons, scoring, XP and the wire's values with the client, and never the client's store.
"""

from importlib.util import find_spec

from kiosk.errors import UsageError

_NEEDED = ("alembic", "argon2", "fastapi", "jinja2", "segno", "sqlalchemy", "timeback", "uvicorn")


def need_server_extra() -> None:
    """Raise UsageError, saying what to install, where the packages the server runs on are missing."""
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise UsageError(
            f"the school server needs {', '.join(missing)}; install it with: pip install 'timeback-kiosk[server]'"
        )
