"""Towards Timeback: each event goes through the SDK's own pipeline, so that it arrives as the SDK server's would.

What is ours: the event's id, which is derived from the event instead of drawn, and what a failure means.

failure                                                    sent
no connection, no token, 401, 403, 408, 429, 502-504       AWAY      the cloud is away: everything waits
student unknown or ambiguous there, course without an id   HELD      a person has to mend it: the lane waits
any other refusal (4xx)                                    REFUSED   it will not be taken as it is
500 and what nobody foresaw                                FAILED    a few times more
"""

from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus
from typing import cast

from timeback import TimebackConfig
from timeback.server.adapters.fastapi import TimebackFastAPI
from timeback.server.handlers.activity.caliper import MissingSyncedCourseIdError
from timeback.server.handlers.activity.schema import validate_heartbeat_request, validate_submit_request
from timeback.server.handlers.activity.submit import record_completion, send_time_spent
from timeback.server.lib.resolve import TimebackUserResolutionError
from timeback.server.lib.utils import map_env_for_api
from timeback.server.namespaces.activity.record import ActivityRecordCourseError
from timeback.server.types import (
    ActivityRecordInput,
    ActivityUserInfo,
    CompletionPayload,
    TimebackHooks,
    TimeSpentBeforeSendData,
    ValidationError,
)
from timeback_common import APIError

from kiosk.server.ledger import Kind, event_id
from kiosk.server.outbox import Waiting


class Result(Enum):
    DELIVERED = "delivered"
    AWAY = "away"
    HELD = "held"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of one try, and why. The reason may quote Timeback, so it is for the database and never for a log."""

    result: Result
    reason: str = ""


class Upstream:
    """Timeback, by the SDK's means. Belongs to the event loop that sends."""

    def __init__(self, sdk: TimebackFastAPI) -> None:
        self._sdk = sdk

    async def send(self, event: Waiting) -> Sent:
        """Try the event once. Raises nothing: a failure is an answer too."""
        try:
            match event.kind:
                case Kind.WINDOW:
                    await self._send_window(event)
                case Kind.COMPLETION:
                    await self._send_completion(event)
                case Kind.FINISH:
                    await self._sdk.activity.record(
                        cast("ActivityRecordInput", {**event.body, "user": {"email": event.email}})
                    )
        except Exception as fault:  # noqa: BLE001 - whatever the SDK and its libraries raise has to be judged
            return judge(fault)
        return Sent(Result.DELIVERED)

    async def _send_window(self, event: Waiting) -> None:
        app = self._sdk.instance.app_config
        checked = validate_heartbeat_request(dict(event.body), app)
        if isinstance(checked, ValidationError):
            raise NoLongerValidError
        window = checked.payload

        def identify(data: TimeSpentBeforeSendData) -> TimeSpentBeforeSendData:
            data.event.id = event_id(event.run_id, event.kind, event.at_ms)
            data.event.generated.id = event_id(event.run_id, event.kind, event.at_ms, "metrics")
            return data

        await send_time_spent(
            user_info=ActivityUserInfo(email=event.email),
            activity_id=window.id,
            activity_name=window.name,
            course_selector=window.course,
            course_config=checked.course,
            sensor=checked.sensor,
            api_env=map_env_for_api(self._config.env),
            api=self._config.api,
            app_config=app,
            get_client=lambda: self._sdk.instance.api,
            elapsed_ms=window.elapsed_ms,
            paused_ms=window.paused_ms,
            ended_at=window.ended_at,
            run_id=window.run_id if event.sent_as == event.run_id else event.sent_as,
            hooks=TimebackHooks(before_time_spent_send=identify),
        )

    async def _send_completion(self, event: Waiting) -> None:
        app = self._sdk.instance.app_config
        body = dict(event.body)
        checked = validate_submit_request(body, app)
        if isinstance(checked, ValidationError):
            raise NoLongerValidError
        done = checked.payload
        if done.pct_complete is not None:
            body["pctComplete"] = done.pct_complete  # within 0 to 100, as documented; the SDK would send what came
        await record_completion(
            user_info=ActivityUserInfo(email=event.email),
            body=body,
            payload=CompletionPayload(
                id=done.id,
                name=done.name,
                course=done.course,
                ended_at=done.ended_at,
                metrics=done.metrics,
                pct_complete=done.pct_complete,
                process=done.process,
            ),
            course_config=checked.course,
            sensor=checked.sensor,
            env=self._config.env,
            api_env=map_env_for_api(self._config.env),
            api=self._config.api,
            app_config=app,
            get_client=lambda: self._sdk.instance.api,
            hooks=self._config.hooks,
            preview_requested=False,
        )

    @property
    def _config(self) -> TimebackConfig:
        return self._sdk.instance.config


class NoLongerValidError(Exception):
    """The message was taken once, but timeback.config.json has changed since: its course is gone."""


_AWAY = frozenset(
    {
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.REQUEST_TIMEOUT,
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.BAD_GATEWAY,
        HTTPStatus.SERVICE_UNAVAILABLE,
        HTTPStatus.GATEWAY_TIMEOUT,
    }
)


def judge(fault: BaseException) -> Sent:
    """What a failure of the SDK's pipeline means; the table at the top of this file."""
    match fault:
        case TimebackUserResolutionError(code="timeback_user_not_found"):
            return Sent(Result.HELD, "Timeback knows no student with this e-mail address")
        case TimebackUserResolutionError(code="timeback_user_ambiguous"):
            return Sent(Result.HELD, "Timeback knows several students with this e-mail address")
        case TimebackUserResolutionError(__cause__=BaseException() as cause):
            return judge(cause)
        case MissingSyncedCourseIdError():
            return Sent(Result.HELD, str(fault))
        case NoLongerValidError() | ActivityRecordCourseError():
            return Sent(Result.HELD, "the course is no longer in timeback.config.json")
        case APIError(status_code=int() as status):
            reason = f"Timeback answered {status}: {fault.message}"[:300]
            if status in _AWAY:
                return Sent(Result.AWAY, reason)
            return Sent(Result.REFUSED if status < HTTPStatus.INTERNAL_SERVER_ERROR else Result.FAILED, reason)
        case _ if _is_the_networks(fault):
            return Sent(Result.AWAY, f"Timeback cannot be reached ({type(fault).__name__})")
        case _:
            return Sent(Result.FAILED, f"the SDK could not send it ({type(fault).__name__})")


def _is_the_networks(fault: BaseException) -> bool:
    """What the network raises, and what the SDK does when it has given up or was given no token."""
    from_http = type(fault).__module__.partition(".")[0] in ("httpx", "httpcore")
    gave_up = type(fault) is APIError and fault.status_code is None
    return from_http or gave_up or isinstance(fault, OSError) or type(fault) is Exception
