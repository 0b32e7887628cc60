import ssl

import pytest

from kiosk.sync.trust import trust


def test_the_authorities_are_read_once_for_all_servers() -> None:
    assert trust("https://one.example/api") is trust("HTTPS://two.example")
    assert trust("https://one.example").cert_store_stats()["x509_ca"] > 0


def test_others_are_read_as_soon_as_they_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    public = trust("https://one.example")
    monkeypatch.setenv("SSL_CERT_FILE", "/no/such/file.pem")
    with pytest.raises(OSError, match=r"SSL_CERT_FILE .* cannot be read: .*No such file"):
        trust("https://one.example")
    monkeypatch.undo()
    assert trust("https://one.example").cert_store_stats() == public.cert_store_stats()


def test_where_the_address_is_not_https_nobody_is_believed() -> None:
    context = trust("http://one.example")
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.cert_store_stats()["x509"] == 0
