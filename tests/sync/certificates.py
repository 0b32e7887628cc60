"""Certificates that nobody vouches for, but who is told to."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path
from socket import SHUT_RDWR, create_server
from threading import Thread

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

HOST = "127.0.0.1"


def self_signed(folder: Path, begins: datetime = datetime(2026, 1, 1, tzinfo=UTC), days: int = 36_500) -> Path:
    """A file with a key and a certificate for this machine, valid for that time."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "school.example")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address(HOST))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / "server.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(secret + certificate.public_bytes(serialization.Encoding.PEM))
    return file


def shown_by(file: Path) -> ssl.SSLContext:
    """What a server shows that has this certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


@contextmanager
def showing(file: Path) -> Iterator[str]:
    """A server that shows its certificate and says nothing; its address."""
    with create_server((HOST, 0)) as listener:

        def show() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = listener.accept()
                    with connection, suppress(OSError):
                        shown_by(file).wrap_socket(connection, server_side=True).close()

        thread = Thread(target=show, name="showing")
        thread.start()
        try:
            yield f"https://{HOST}:{listener.getsockname()[1]}/api/timeback"
        finally:
            listener.shutdown(SHUT_RDWR)
            thread.join()
