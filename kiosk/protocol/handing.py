"""What a lesson that a school server handed out is called: its version, and which package it came in.

    1.2+9f86d081884c7d65      version 1.2, of the package whose SHA-256 begins so

So a run is scored by the very lesson that was played, also where somebody changed a lesson and left its version.
"""

import re

_HANDED_OUT = re.compile(r"(?P<version>.*)\+(?P<digest>[0-9a-f]{16})", re.DOTALL)


def handed_version(version: str, digest: str) -> str:
    """Name the version of a lesson by the package it came in. `digest` is the SHA-256 in hexadecimal digits."""
    return f"{version}+{digest[:16]}"


def split_version(version: str) -> tuple[str, str]:
    """The lesson's own version and how its package's digest begins, "" for one that was not handed out."""
    found = _HANDED_OUT.fullmatch(version)
    return (version, "") if found is None else (found["version"], found["digest"])
