import os
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backend
import keyring.errors
import pytest
from keyring.backends import fail

from kiosk.errors import SignInError
from kiosk.identity.credentials import (
    SAFE_BACKENDS,
    Credentials,
    FileCredentials,
    KeyringCredentials,
    MemoryCredentials,
    open_credentials,
)

HERE = (__name__,)


class PlainKeyring(keyring.backend.KeyringBackend):
    """A real backend that keeps passwords in memory, as unsafe as it sounds."""

    priority = -1

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class LockedKeyring(PlainKeyring):
    """Waits for a prompt, as a locked keyring does, until the test answers it."""

    def __init__(self) -> None:
        super().__init__()
        self.prompt = threading.Event()
        self.prompts = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.prompts += 1
        self.prompt.wait()
        return super().get_password(service, username)


class TalkativeKeyring(PlainKeyring):
    def set_password(self, service: str, username: str, password: str) -> None:
        raise keyring.errors.PasswordSetError(f"cannot store {service} {username} {password}")


class Chain(PlainKeyring):
    def __init__(self, *backends: keyring.backend.KeyringBackend) -> None:
        super().__init__()
        self.backends = backends


@pytest.fixture(autouse=True)
def the_machines_own_keyring_stays_untouched() -> Iterator[None]:
    none = fail.Keyring()  # type: ignore[no-untyped-call]  # what keyring chooses where it finds no backend
    keyring.set_keyring(none)
    yield
    keyring.set_keyring(none)


def every_store(folder: Path) -> list[Credentials]:
    keyring.set_keyring(PlainKeyring())
    return [KeyringCredentials(safe_backends=HERE), FileCredentials(folder / "c.json"), MemoryCredentials()]


@pytest.mark.parametrize("index", range(3))
def test_a_token_is_kept_replaced_and_forgotten_by_student(tmp_path: Path, index: int) -> None:
    store = every_store(tmp_path)[index]
    assert store.token("ana@example.com") is None
    store.set_token("ana@example.com", "secret-a")
    store.set_token("bo@example.com", "secret-b")
    store.set_token("ana@example.com", "secret-c")
    assert (store.token("ana@example.com"), store.token("bo@example.com")) == ("secret-c", "secret-b")
    store.set_token("ana@example.com", None)
    store.set_token("ana@example.com", None)
    assert (store.token("ana@example.com"), store.token("bo@example.com")) == (None, "secret-b")
    assert "secret" not in repr(store) + store.describe()


def test_the_setting_chooses_the_store(tmp_path: Path) -> None:
    assert isinstance(open_credentials("keyring", tmp_path), KeyringCredentials)
    in_file = open_credentials("file", tmp_path)
    in_file.set_token("ana@example.com", "secret")
    assert in_file.describe() == f"the file {tmp_path / 'credentials.json'}"
    assert (tmp_path / "credentials.json").exists()


def test_a_backend_that_is_not_on_the_list_is_never_used() -> None:
    plain = PlainKeyring()
    keyring.set_keyring(plain)
    with pytest.raises(SignInError, match=r'no keyring that keeps secrets safely; set credentials = "file"'):
        KeyringCredentials().set_token("ana@example.com", "secret")
    assert plain.kept == {}
    assert not any("alt" in module for module in SAFE_BACKENDS)


def test_in_a_chain_of_backends_only_the_safe_one_is_used() -> None:
    class Unsafe(PlainKeyring):
        __module__ = "keyrings.alt.file"

    unsafe, safe = Unsafe(), PlainKeyring()
    keyring.set_keyring(Chain(unsafe, safe))
    KeyringCredentials(safe_backends=HERE).set_token("ana@example.com", "secret")
    assert unsafe.kept == {}
    assert safe.kept == {("timeback-kiosk", "ana@example.com"): "secret"}


def test_a_machine_without_a_keyring_says_what_to_do() -> None:
    with pytest.raises(SignInError, match=r'safely; set credentials = "file"'):
        KeyringCredentials().token("ana@example.com")


def test_a_locked_keyring_is_given_up_and_serves_again_once_unlocked() -> None:
    locked = LockedKeyring()
    locked.set_password("timeback-kiosk", "ana@example.com", "secret")
    keyring.set_keyring(locked)
    store = KeyringCredentials(limit_s=0.05, safe_backends=HERE)
    for _ in range(3):
        with pytest.raises(
            SignInError, match=r'locked: no answer within 0\.05 s; unlock it, or set credentials = "file"'
        ):
            store.token("ana@example.com")
    assert locked.prompts == 1
    waiting = [thread for thread in threading.enumerate() if thread.name == "keyring"]
    locked.prompt.set()
    for thread in waiting:
        thread.join()
    assert len(waiting) == 1
    assert KeyringCredentials(safe_backends=HERE).token("ana@example.com") == "secret"
    assert store.token("ana@example.com") == "secret"


def test_an_error_that_quotes_the_token_is_not_passed_on() -> None:
    keyring.set_keyring(TalkativeKeyring())
    token = "secret" + "-token"
    with pytest.raises(SignInError, match=r"failed \(PasswordSetError\)") as caught:
        KeyringCredentials(safe_backends=HERE).set_token("ana@example.com", token)
    assert token not in "".join(traceback.format_exception(caught.value))


posix = pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")


@posix
def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    FileCredentials(tmp_path / "new" / "c.json").set_token("ana@example.com", "secret")
    assert (tmp_path / "new" / "c.json").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["c.json"]


@posix
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620])
def test_a_file_that_others_can_open_is_refused_and_left_alone(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "c.json"
    path.write_text('{"ana@example.com": "secret"}')
    path.chmod(mode)
    store = FileCredentials(path)
    with pytest.raises(SignInError, match=r"c\.json can be read by others; run chmod 600"):
        store.token("ana@example.com")
    with pytest.raises(SignInError, match="chmod 600"):
        store.set_token("ana@example.com", "new")
    assert path.read_text() == '{"ana@example.com": "secret"}'


@pytest.mark.parametrize("text", ['{"ana": "secret"', '["secret"]', '{"ana": {"token": "secret"}}', "\udcff"])
def test_a_broken_file_is_named_without_its_content(tmp_path: Path, text: str) -> None:
    path = tmp_path / "c.json"
    path.write_text(text, errors="surrogateescape")
    path.chmod(0o600)
    with pytest.raises(SignInError, match=r"c\.json is not a JSON object of tokens; delete it") as caught:
        FileCredentials(path).token("ana")
    assert "secret" not in "".join(traceback.format_exception(caught.value))


def test_a_file_that_cannot_be_read_or_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(SignInError, match="cannot be read: "):
        FileCredentials(tmp_path).token("ana")
    (tmp_path / "file").touch()
    with pytest.raises(SignInError, match="cannot be"):
        FileCredentials(tmp_path / "file" / "c.json").set_token("ana", "secret")
