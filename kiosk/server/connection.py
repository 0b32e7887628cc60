"""The SDK server inside this one, and how it reaches Timeback. Names of variables and defaults are the SDK's own."""

import os
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import cast, get_args

from fastapi import Request
from timeback import ApiCredentials, CustomIdentityConfig, TimebackConfig
from timeback.server.adapters.fastapi import TimebackFastAPI
from timeback.server.timeback import ConfigValidationError
from timeback.server.types import ActivityBeforeSendData, TimebackHooks, TimeSpentBeforeSendData
from timeback_core import TimebackClient

from kiosk.clock import epoch_ms
from kiosk.config import load_config
from kiosk.errors import ConfigError, UsageError
from kiosk.protocol.environment import Environment
from kiosk.server.ledger import Kind, event_id

CLIENT_ID, CLIENT_SECRET = "TIMEBACK_API_CLIENT_ID", "TIMEBACK_API_CLIENT_SECRET"
ENV, BASE_URL, AUTH_URL = "TIMEBACK_ENV", "TIMEBACK_API_BASE_URL", "TIMEBACK_API_AUTH_URL"


@dataclass(frozen=True, slots=True)
class Access:
    """How this server may speak to Timeback. With a `base_url` that is a cloud of one's own, which may want nothing."""

    client_id: str = field(default="", repr=False)
    client_secret: str = field(default="", repr=False)
    base_url: str | None = None
    auth_url: str | None = None


def environment(environ: Mapping[str, str], default: Environment) -> Environment:
    """TIMEBACK_ENV, or the device's setting. Raises UsageError."""
    named = environ.get(ENV) or default
    if named not in get_args(Environment.__value__):
        raise UsageError(f"{ENV} must be one of {', '.join(get_args(Environment.__value__))}, not {named!r}.")
    return cast("Environment", named)


def access(environ: Mapping[str, str], kept: Callable[[str], str | None]) -> Access | None:
    """Find the credentials in the environment, or else where they are `kept`; None means local mode.

    Raises UsageError when there is one half of them.
    """
    found = {name: environ.get(name) or kept(name) for name in (CLIENT_ID, CLIENT_SECRET)}
    base_url = environ.get(BASE_URL)
    missing = [name for name, value in found.items() if not value]
    if len(missing) == 1:
        raise UsageError(f"{missing[0]} is not set, and the other half of the credentials is: set both or none.")
    if missing and base_url is None:
        return None
    return Access(found[CLIENT_ID] or "", found[CLIENT_SECRET] or "", base_url, environ.get(AUTH_URL))


def open_sdk(
    config: Path,
    env: Environment,
    reach: Access | None,
    email_of: Callable[[Request], Awaitable[str | None]],
) -> TimebackFastAPI:
    """The SDK's server. Without access nobody may ask it for anything that goes to Timeback. Raises ConfigError."""
    load_config(config)  # its errors name the place and the remedy; the SDK's are of another language
    try:
        sdk = TimebackFastAPI(
            TimebackConfig(
                env=env,
                api=ApiCredentials(reach.client_id if reach else "", reach.client_secret if reach else ""),
                identity=CustomIdentityConfig(get_email=email_of),
                config_path=os.fspath(config),
                hooks=TimebackHooks(before_activity_send=_identify, before_time_spent_send=_send_time_of_its_own),
                log_level="silent",  # its warnings quote Timeback's answers, and those quote students
            )
        )
    except ConfigValidationError as error:
        raise ConfigError(os.fspath(config), "", error.message) from error
    if reach is not None and reach.base_url is not None:
        # The SDK's own factory knows only Timeback's two clouds.
        sdk.instance._client_factory._client = TimebackClient(  # noqa: SLF001 - the SDK offers no other way
            base_url=reach.base_url,
            auth_url=reach.auth_url,
            client_id=reach.client_id or None,
            client_secret=reach.client_secret or None,
        )
    return sdk


def _identify(data: ActivityBeforeSendData) -> ActivityBeforeSendData:
    """Give a completion the id that is derived from it, whichever way it came to be sent."""
    run_id, at_ms = data.payload["runId"], epoch_ms(datetime.fromisoformat(data.payload["endedAt"]))
    data.event.id = event_id(run_id, Kind.COMPLETION, at_ms)
    data.event.generated.id = event_id(run_id, Kind.COMPLETION, at_ms, "metrics")
    return data


def _send_time_of_its_own(data: TimeSpentBeforeSendData) -> TimeSpentBeforeSendData | None:
    """Of `activity.record()`: send the time of a run without windows; windows are events already (see `finishing`)."""
    if not data.payload["elapsedMs"] or data.run_id is None:
        return None
    at_ms = epoch_ms(datetime.fromisoformat(data.payload["endedAt"]))
    data.event.id = event_id(data.run_id, Kind.FINISH, at_ms, "time")
    data.event.generated.id = event_id(data.run_id, Kind.FINISH, at_ms, "time metrics")
    return data
