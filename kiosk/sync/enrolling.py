"""Joining a school: one request with a code, answered with the device's token and its students."""

import asyncio
import json
from dataclasses import dataclass, field
from http import HTTPStatus
from ipaddress import ip_address
from urllib.parse import urlsplit

from kiosk.errors import DeliveryError, UsageError
from kiosk.protocol.outcomes import Answer, NoAnswer
from kiosk.protocol.roster import Roster, read_device_token, read_roster
from kiosk.sync.post import Deadlines, Poster
from kiosk.threads import DaemonThreads

ENROLL = "../kiosk/enroll"
PREFIX = "/api/timeback"
DEADLINES = Deadlines(heartbeat_s=20.0, connect_s=5.0)


@dataclass(frozen=True, slots=True)
class Joined:
    """What a school gave this device."""

    token: str = field(repr=False)
    roster: Roster


def ask_to_join(server: str, code: str, device: str, deadlines: Deadlines = DEADLINES) -> Joined:
    """Use the code up, under the name `device`. Worker thread; takes up to the heartbeat's deadline.

    Raises DeliveryError when the server is away, UsageError when the code or the address is wrong.
    """
    with asyncio.Runner() as runner:
        runner.get_loop().set_default_executor(DaemonThreads())
        answer = runner.run(_ask(server, code, device, deadlines))
    if isinstance(answer, NoAnswer):
        reason = answer.reason.rstrip(".")
        raise DeliveryError(f"{server} cannot be reached ({reason}); see that the address is right and try again.")
    token, roster = read_device_token(answer.body), read_roster(answer.body, answer.etag)
    if answer.status == HTTPStatus.OK and token is not None and roster is not None:
        return Joined(token, roster)
    raise UsageError(_refusal(answer) or f"{server} is no school server; see that the address is right.")


async def _ask(server: str, code: str, device: str, deadlines: Deadlines) -> Answer | NoAnswer:
    async with Poster(server, deadlines) as wire:
        return await wire.post(ENROLL, {"code": code, "name": device}, None)


def _refusal(answer: Answer) -> str:
    """The server's own sentence, "" when it is not one of ours."""
    try:
        said = json.loads(answer.body)["error"]
        code, message = said["code"], said["message"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return ""
    known = code in ("WRONG_CODE", "TOO_MANY_TRIES", "INVALID_PAYLOAD", "STORE_UNAVAILABLE")
    return f"{str(message)[:200].rstrip('.')}." if known else ""


def take_apart(code: str, address: str) -> tuple[str, str]:
    """Code and address; a scanner types both into one field, as code@address."""
    plain, _, scanned = code.strip().partition("@")
    return plain.strip(), (scanned or address).strip()


def school_address(text: str) -> str:
    """Complete what a person types: `192.168.1.20:8765` is http://192.168.1.20:8765/api/timeback. Raises UsageError.

    Without a scheme it is https, but for an address inside the house, which has no certificate.
    """
    text = text.strip()
    try:
        parts = urlsplit(text if "://" in text else f"//{text}")
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if not host or parts.scheme not in ("", "http", "https") or any(map(str.isspace, text)):
        raise UsageError(f"{text!r} is no address of a school server; give one such as 192.168.1.20:8765.")
    scheme = parts.scheme or ("http" if _is_in_the_house(host) else "https")
    return f"{scheme}://{parts.netloc}{parts.path.rstrip('/') or PREFIX}"


def _is_in_the_house(host: str) -> bool:
    try:
        return ip_address(host).is_private
    except ValueError:
        return host == "localhost" or host.endswith(".local") or "." not in host
