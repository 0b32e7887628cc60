"""Work that is carried from one computer to another: one sealed file, and what it holds.

    timeback-kiosk rescue 1 <key's name> <length>     one line, read first: each fault has its own sentence
    nonce, then zlib-packed JSON under XChaCha20-Poly1305 (libsodium), the line above bound to it

The key is the school's, the same on all of its machines. Who has it can read a file and could have made it: nobody
else can read one, nor change a bit of it unseen.
"""

import hashlib
import json
import secrets
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kiosk.errors import UsageError
from kiosk.protocol.course import course_from_key
from kiosk.protocol.messages import Completion, Heartbeat, Subject
from kiosk.protocol.run_id import RunId

SUFFIX = ".rescue"
VERSION = 1
_BEGINS = "timeback-kiosk rescue"
_LONGEST_HEAD = 200
KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class CarriedWindow:
    started_ms: int
    active_ms: int
    idle_ms: int
    unfocused_ms: int
    locked_ms: int
    paused_ms: int

    @property
    def inactive_ms(self) -> int:
        return self.idle_ms + self.unfocused_ms + self.locked_ms + self.paused_ms


@dataclass(frozen=True, slots=True)
class CarriedEnd:
    """A completion, as it is sent."""

    ended_at: str
    metrics: Mapping[str, int | float]
    pct_complete: float | None


@dataclass(frozen=True, slots=True)
class CarriedRun:
    """A run with what is carried of it. `claim` and `answers` are of a stateful run that a school server finishes.

    One that does not send its time as it passes (`reports_time`) has no windows here: the claim tells the time.
    """

    run_id: str
    lesson: str
    name: str
    course: str
    process: bool | None
    windows: tuple[CarriedWindow, ...]
    end: CarriedEnd | None = None
    claim: Mapping[str, Any] | None = None
    answers: Mapping[str, Any] | None = None
    reports_time: bool = True

    @property
    def subject(self) -> Subject:
        return Subject(self.lesson, self.name, course_from_key(self.course), RunId(self.run_id))

    def heartbeats(self) -> list[Heartbeat]:
        """Spell the windows as messages."""
        return [Heartbeat(self.subject, one.started_ms, one.active_ms, one.inactive_ms) for one in self.windows]

    def completion(self) -> Completion | None:
        if self.end is None:
            return None
        return Completion(self.subject, self.end.ended_at, self.end.metrics, self.end.pct_complete, self.process)

    @property
    def messages(self) -> int:
        return len(self.windows) + (self.end is not None) + (self.claim is not None)


@dataclass(frozen=True, slots=True)
class CarriedStudent:
    """Whose runs they are. `token_digest` (SHA-256) tells a school server who it is; it is no token."""

    ref: str
    name: str
    avatar: str
    token_digest: str | None
    runs: tuple[CarriedRun, ...]


@dataclass(frozen=True, slots=True)
class RescueFile:
    """All that one computer could not send. `id` is the file's own, so that nothing is taken in twice."""

    id: str
    made_ms: int
    place: str
    students: tuple[CarriedStudent, ...]

    @property
    def messages(self) -> int:
        return sum(run.messages for student in self.students for run in student.runs)


def new_key() -> str:
    """Make a school's key, as the setting `rescue_key` holds it."""
    return secrets.token_hex(KEY_BYTES)


def new_id() -> str:
    return secrets.token_hex(16)


def token_digest(token: str) -> str:
    """What a school server keeps of a token, too."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def seal(file: RescueFile, key: str) -> bytes:
    """Spell the file for a stick."""
    from nacl.secret import Aead  # noqa: PLC0415 - libsodium is loaded when somebody carries work, not at each start

    packed = zlib.compress(json.dumps(asdict(file)).encode())
    length = len(packed) + Aead.NONCE_SIZE + Aead.MACBYTES
    head = f"{_BEGINS} {VERSION} {_name_of(key)} {length}\n".encode()
    return head + bytes(Aead(bytes.fromhex(key)).encrypt(packed, head))


def unseal(content: bytes, key: str, named: str) -> RescueFile:
    """Read what `seal` made. Raises UsageError with what is wrong with the file called `named`; nothing is guessed."""
    from nacl.exceptions import CryptoError  # noqa: PLC0415 - as above
    from nacl.secret import Aead  # noqa: PLC0415

    line, newline, sealed = content[:_LONGEST_HEAD].partition(b"\n")
    words = line.decode("ascii", "replace").removeprefix(_BEGINS).split()
    if not newline or not line.startswith(_BEGINS.encode()) or len(words) != 3 or not words[2].isdigit():
        raise UsageError(f"{named} is no rescue file; choose one that `kiosk rescue export` made.")
    if words[0] != str(VERSION):
        raise UsageError(f"{named} was made by a newer version of this program; install that version here.")
    if words[1] != _name_of(key):
        raise UsageError(
            f"{named} was sealed with another school's key; set the same rescue_key here as where it was made."
        )
    head, sealed = content[: len(line) + 1], content[len(line) + 1 :]
    if len(sealed) != int(words[2]):
        raise UsageError(f"{named} is not whole: {len(sealed)} of {words[2]} bytes are there; copy it anew.")
    try:
        return _read(json.loads(zlib.decompress(Aead(bytes.fromhex(key)).decrypt(sealed, head))))
    except CryptoError as error:
        raise UsageError(f"{named} was changed or damaged since it was made; copy it anew.") from error


def _name_of(key: str) -> str:
    """Tell keys apart without telling them."""
    return hashlib.blake2b(bytes.fromhex(key), digest_size=8, person=b"kiosk rescue").hexdigest()


def _read(told: dict[str, Any]) -> RescueFile:
    return RescueFile(told["id"], told["made_ms"], told["place"], tuple(map(_student, told["students"])))


def _student(told: dict[str, Any]) -> CarriedStudent:
    return CarriedStudent(**{**told, "runs": tuple(map(_run, told["runs"]))})


def _run(told: dict[str, Any]) -> CarriedRun:
    windows = tuple(CarriedWindow(**window) for window in told["windows"])
    end = CarriedEnd(**told["end"]) if told["end"] is not None else None
    return CarriedRun(**{**told, "windows": windows, "end": end})
