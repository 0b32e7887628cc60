import pytest

from kiosk.identity.secrets import check_secret, hash_secret


def test_the_secret_is_known_again_and_no_other_is() -> None:
    kept = hash_secret("4711")
    assert check_secret("4711", kept)
    assert not check_secret("4712", kept)
    assert not check_secret("", kept)


def test_what_is_kept_is_one_word_without_the_secret_and_never_the_same_twice() -> None:
    kept = hash_secret("4711")
    assert kept.split() == [kept]
    assert "4711" not in kept.partition(":")[0]
    assert kept != hash_secret("4711")


@pytest.mark.parametrize(
    "kept", ["", "4711", "plain:4711", "scrypt:14:8:1:zz:00", "scrypt:99:8:1:00:00", "scrypt:x:8:1:00:00"]
)
def test_what_is_none_of_ours_is_no_secret(kept: str) -> None:
    assert not check_secret("4711", kept)
