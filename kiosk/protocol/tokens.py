"""In whose name a request is made: with a student's own token, or with the device's and the student's name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class DeviceToken:
    """The token of an enrolled device, and the e-mail address of the student whom it speaks for."""

    token: str = field(repr=False)
    student: str


type Token = str | DeviceToken
"""A str is a student's own."""


def headers(token: Token) -> Mapping[str, str]:
    """What a request carries of it."""
    if isinstance(token, str):
        return {"Authorization": f"Bearer {token}"}
    return {"Authorization": f"Bearer {token.token}", "Kiosk-Student": quote(token.student, safe="@+")}
