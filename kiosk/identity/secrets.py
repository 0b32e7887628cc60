"""PINs and other short secrets: what is kept of them, and whether a text is one of them.

A PIN of four digits can be guessed by whoever holds the file: the cost of each guess and the lock-out (`store.secrets`)
are what stands before it, not the hash alone. scrypt, RFC 7914.
"""

import hashlib
import hmac
import os

SHORTEST_PIN, LONGEST_PIN = 4, 8
"""Digits."""

STUDENTS_DIGITS = 4
"""Of a student's PIN."""

SCHEME = "scrypt"
COST_BITS, BLOCK_SIZE, LANES = 14, 8, 1
"""About 100 ms and 16 MB on a school's machine."""

MOST_COST_BITS = 15
"""Whoever writes a larger one into the file shall not take the machine's memory."""

_SALT_BYTES = 16
_MOST_MEMORY = 64 * 1024 * 1024


def hash_secret(text: str) -> str:
    """Make what is kept of a secret: one word, with its own salt and cost in it. Worker thread: it takes 0.1 s."""
    salt = os.urandom(_SALT_BYTES)
    return ":".join(
        (SCHEME, str(COST_BITS), str(BLOCK_SIZE), str(LANES), salt.hex(), _derive(text, salt, COST_BITS).hex())
    )


def check_secret(text: str, kept: str) -> bool:
    """Whether the text is the secret of which this was kept; False where `kept` is none of ours. Worker thread."""
    match kept.split(":"):
        case [scheme, bits, block_size, lanes, salt, derived] if (scheme, block_size, lanes) == (
            SCHEME,
            str(BLOCK_SIZE),
            str(LANES),
        ):
            try:
                cost, given, wanted = int(bits), bytes.fromhex(salt), bytes.fromhex(derived)
            except ValueError:
                return False
            return 0 < cost <= MOST_COST_BITS and hmac.compare_digest(_derive(text, given, cost), wanted)
        case _:
            return False


def _derive(text: str, salt: bytes, cost_bits: int) -> bytes:
    return hashlib.scrypt(
        text.encode(), salt=salt, n=1 << cost_bits, r=BLOCK_SIZE, p=LANES, maxmem=_MOST_MEMORY, dklen=32
    )
