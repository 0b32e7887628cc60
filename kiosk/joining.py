"""Belonging to a school: joining with a code, and what speaks for each student afterwards."""

import platform
from dataclasses import dataclass
from pathlib import Path

from kiosk.clock import Clock, epoch_ms
from kiosk.identity.credentials import Credentials
from kiosk.protocol.roster import Roster
from kiosk.protocol.tokens import DeviceToken, Token, headers
from kiosk.settings import save_setting
from kiosk.store import enrolment, students
from kiosk.store.students import SignIn
from kiosk.store.writer import Store
from kiosk.sync.ears import Ear

DEVICE = "device:school"
"""Under which name the device's token lies among the students' tokens."""


@dataclass(frozen=True, slots=True)
class Membership:
    """One data folder, as something that belongs to a school or may join one. Worker threads: each call may block."""

    store: Store
    clock: Clock
    credentials: Credentials
    settings_file: Path

    def join(self, address: str, code: str, name: str = "") -> tuple[str, Roster]:
        """Join the school at `address`, in place of any before; tells the complete address and who learns here now.

        `name` is what the school calls this device, the computer's own when left out. Raises UsageError for a wrong
        code or address, DeliveryError when nobody answers, SignInError and StoreError when nothing can be kept.
        """
        from kiosk.sync.enrolling import ask_to_join, school_address, take_apart  # noqa: PLC0415 - it brings httpx

        code, address = take_apart(code, address)
        server = school_address(address)
        self.credentials.token(DEVICE)  # a keyring that is locked is told of before the code is used up
        joined = ask_to_join(server, code, name.strip() or platform.node() or "Kiosk")
        self.credentials.set_token(DEVICE, joined.token)
        self.store.call(enrolment.begin, server, joined.roster, epoch_ms(self.clock.utc_now())).result()
        save_setting(self.settings_file, "server", server)
        return server, joined.roster

    def ears(self) -> list[Ear]:
        """In whose names to listen to the school: as the device, and for each student with a token of their own."""
        device = self.device_token() if self.store.call_light(enrolment.enrolled).result() else None
        heard = [] if device is None else [Ear(headers(device))]
        for student in self.store.call_light(students.everyone).result():
            if student.sign_in is SignIn.OK and not (student.of_school and device):
                token = self.credentials.token(student.ref)
                heard += [] if token is None else [Ear(headers(token), student.ref)]
        return heard

    def device_token(self) -> str | None:
        return self.credentials.token(DEVICE)

    def token(self, ref: str) -> Token | None:
        """What speaks for the student: the device for those of the school, a token of their own for others."""
        email = self.store.call_light(enrolment.email_of, ref).result()
        device = None if email is None else self.device_token()
        return self.credentials.token(ref) if email is None or device is None else DeviceToken(device, email)
