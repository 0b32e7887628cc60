"""Whom https is believed: the public authorities, or those that SSL_CERT_FILE or SSL_CERT_DIR names."""

import os
import ssl
from functools import lru_cache

import httpx


def trust(server: str) -> ssl.SSLContext:
    """What to hold a server's certificate against. Any thread.

    All connections share one: to read the authorities takes 50 ms and 0.8 MB each time. Where the address is not https
    there is nothing to believe, and nobody is. Raises OSError, whose text is for a person, for certificates that
    cannot be read.
    """
    if not server.lower().startswith("https:"):
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return _authorities(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))


@lru_cache(maxsize=1)
def _authorities(_file: str | None, _folder: str | None) -> ssl.SSLContext:
    try:
        return httpx.create_ssl_context()
    except OSError as error:
        raise OSError(f"the certificates that SSL_CERT_FILE or SSL_CERT_DIR names cannot be read: {error}") from error
