"""Where each student's token is kept on this device.

No token is ever part of a repr, a log line or an error. For the same reason errors from below are not
chained: a keyring's or a parser's message may quote what it was given.
"""

import json
import os
import tempfile
import threading
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kiosk.errors import SignInError
from kiosk.settings import CredentialStore

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "timeback-kiosk"
FILE_NAME = "credentials.json"

# Backends that keep a secret encrypted under the user's login. Others, such as those of keyrings.alt,
# store plain text without saying so.
SAFE_BACKENDS = (
    "keyring.backends.SecretService",
    "keyring.backends.kwallet",
    "keyring.backends.Windows",
    "keyring.backends.macOS",
)

_USE_A_FILE = f'set credentials = "file" to keep tokens in a file ({FILE_NAME}) only this user can read'


class Credentials(Protocol):
    """A store of tokens by student. Any thread; a call may take seconds, so never the GUI's. Raises SignInError."""

    def token(self, student: str) -> str | None:
        """The student's token, None when there is none."""
        ...

    def set_token(self, student: str, token: str | None) -> None:
        """Keep the token in place of an earlier one; None forgets it."""
        ...

    def describe(self) -> str:
        """Where tokens are kept, as a person would say it."""
        ...


def open_credentials(store: CredentialStore, data_dir: Path) -> Credentials:
    """The store that the setting `credentials` names. Opens nothing yet."""
    return KeyringCredentials() if store == "keyring" else FileCredentials(data_dir / FILE_NAME)


class KeyringCredentials:
    """Tokens in the system's keyring.

    A locked keyring may wait for a prompt nobody sees, so every call runs in a thread of its own and is
    given up after `limit_s` seconds. A call given up may still take effect once the keyring is unlocked;
    until then no second one is begun, so that waiting threads do not pile up.
    """

    def __init__(self, limit_s: float = 5.0, safe_backends: Collection[str] = SAFE_BACKENDS) -> None:
        self._limit_s = limit_s
        self._safe_backends = safe_backends
        self._free = threading.Lock()

    def token(self, student: str) -> str | None:
        return self._ask(lambda keyring: keyring.get_password(SERVICE, student))

    def set_token(self, student: str, token: str | None) -> None:
        def write(keyring: "KeyringBackend") -> None:
            if token is not None:
                keyring.set_password(SERVICE, student, token)
            elif keyring.get_password(SERVICE, student) is not None:
                keyring.delete_password(SERVICE, student)

        self._ask(write)

    def describe(self) -> str:
        return "the system's keyring"

    def _ask[T](self, question: Callable[["KeyringBackend"], T]) -> T:
        answer: Future[T] = Future()

        def work() -> None:
            try:
                answer.set_result(question(self._backend()))
            except Exception as error:  # noqa: BLE001 - backends raise whatever their platform's library does
                answer.set_exception(error)
            finally:
                self._free.release()

        if not self._free.acquire(timeout=self._limit_s):
            raise self._no_answer()
        threading.Thread(target=work, name="keyring", daemon=True).start()
        try:
            return answer.result(self._limit_s)
        except SignInError:
            raise
        except TimeoutError:
            raise self._no_answer() from None
        except Exception as error:  # noqa: BLE001 - see above
            raise SignInError(
                f"the system's keyring failed ({type(error).__name__}); unlock it, or {_USE_A_FILE}"
            ) from None

    def _backend(self) -> "KeyringBackend":
        """Choose the safe backend the user's system prefers. The import alone takes 170 ms: worker threads only."""
        import keyring  # noqa: PLC0415 - see above

        preferred = keyring.get_keyring()
        found: list[KeyringBackend] = list(getattr(preferred, "backends", [preferred]))  # a chain lists its own
        for backend in found:
            if type(backend).__module__ in self._safe_backends:
                return backend
        raise SignInError(f"this system has no keyring that keeps secrets safely; {_USE_A_FILE}")

    def _no_answer(self) -> SignInError:
        return SignInError(
            f"the system's keyring is locked: no answer within {self._limit_s:g} s; unlock it, or {_USE_A_FILE}"
        )


class FileCredentials:
    """Tokens in a JSON file with mode 0600, replaced in one step. One process writes it at a time.

    On POSIX a file that others can read is refused: its tokens must be taken as known to them.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def token(self, student: str) -> str | None:
        with self._lock:
            return self._read().get(student)

    def set_token(self, student: str, token: str | None) -> None:
        with self._lock:
            tokens = {other: kept for other, kept in self._read().items() if other != student}
            if token is not None:
                tokens[student] = token
            self._write(tokens)

    def describe(self) -> str:
        return f"the file {self._path}"

    def _read(self) -> dict[str, str]:
        try:
            with self._path.open(encoding="utf-8") as file:
                if os.name == "posix" and os.fstat(file.fileno()).st_mode & 0o077:
                    raise SignInError(
                        f"{self._path} can be read by others; run chmod 600 on it and give the students new tokens"
                    )
                tokens = json.load(file)
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise SignInError(f"{self._path} cannot be read: {error.strerror}") from None
        except ValueError:
            tokens = None
        if not isinstance(tokens, dict) or not all(isinstance(token, str) for token in tokens.values()):
            raise SignInError(f"{self._path} is not a JSON object of tokens; delete it and sign the students in again")
        return tokens

    def _write(self, tokens: dict[str, str]) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=f"{self._path.name}.", dir=self._path.parent)  # made with mode 0600
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    json.dump(tokens, file, ensure_ascii=False, indent=1)
                    file.flush()
                    os.fsync(file.fileno())
                Path(name).replace(self._path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise SignInError(f"{self._path} cannot be written: {error.strerror}") from None


class MemoryCredentials:
    """Tokens that last as long as the program: for tests, the demo and hosts that keep their own."""

    def __init__(self, tokens: Mapping[str, str] | None = None) -> None:
        self._tokens = dict(tokens or {})

    def token(self, student: str) -> str | None:
        return self._tokens.get(student)

    def set_token(self, student: str, token: str | None) -> None:
        if token is None:
            self._tokens.pop(student, None)
        else:
            self._tokens[student] = token

    def describe(self) -> str:
        return "this program's memory"
