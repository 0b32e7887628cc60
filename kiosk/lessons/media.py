"""Sounds and films of a package: which files may be played, and their captions. A file is known by how it begins.

Playing is done by a large library that also knows play lists, which lead out of the package and onto the network; so
only files that are a sound or a film themselves reach it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.lessons.source import member

_BEGINNING = 64
_LARGEST_CAPTIONS = 512 * 1024
_MATROSKA_VIDEO = (".webm", ".mkv")
_SOUND_BRANDS = (b"M4A ", b"M4B ")
_SOUND_NAMES = (".oga", ".ogg", ".opus", ".weba", ".m4a")
_CUE_TIME = re.compile(r"(?:(\d{1,3}):)?(\d{2}):(\d{2})[.,](\d{3})")
_CUE_TAG = re.compile(r"<[^<>]*>")


class Medium(StrEnum):
    SOUND = "sound"
    FILM = "film"


@dataclass(frozen=True, slots=True)
class Caption:
    """Words to be read from one moment of a film to another, in milliseconds."""

    start_ms: int
    end_ms: int
    words: str


def playable(folder: Path, name: str) -> tuple[Path, Medium] | None:
    """Find a sound or film of the package: WAV, MP3, FLAC, AAC, Ogg, MP4 or WebM. None for anything else."""
    path = member(folder, name)
    if path is None:
        return None
    try:
        with path.open("rb") as file:
            medium = _medium(file.read(_BEGINNING), path.suffix.lower())
    except OSError:
        return None
    return None if medium is None else (path, medium)


def captions(folder: Path, name: str) -> tuple[Caption, ...]:
    """The captions of a film: the WebVTT file beside it of the same name, film.vtt of film.mp4. () without one."""
    path = member(folder, str(Path(name).with_suffix(".vtt").as_posix()))
    if path is None:
        return ()
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_CAPTIONS + 1)
    except OSError:
        return ()
    return read_captions(data.decode("utf-8-sig", "replace")) if len(data) <= _LARGEST_CAPTIONS else ()


def read_captions(text: str) -> tuple[Caption, ...]:
    """Read WebVTT: the time and the words of each cue; what else it has is passed over."""
    found: list[Caption] = []
    for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.strip().splitlines()
        at = next((index for index, line in enumerate(lines[:2]) if "-->" in line), None)
        if at is None:
            continue
        start, _, rest = lines[at].partition("-->")
        begins, ends = _ms(start), _ms(rest)
        words = "\n".join(_CUE_TAG.sub("", line).strip() for line in lines[at + 1 :])
        if begins is not None and ends is not None and words:
            found.append(Caption(begins, ends, words))
    return tuple(found)


def caption_at(told: tuple[Caption, ...], ms: int) -> str:
    """What is to be read at a moment; "" for nothing. Of several at once the first written stands on top."""
    return "\n".join(caption.words for caption in told if caption.start_ms <= ms < caption.end_ms)


def _medium(beginning: bytes, suffix: str) -> Medium | None:
    if beginning[:4] == b"RIFF" and beginning[8:12] == b"WAVE":
        return Medium.SOUND
    if beginning[:3] == b"ID3" or beginning[:4] == b"fLaC" or (beginning[:1] == b"\xff" and beginning[1:2] >= b"\xe0"):
        return Medium.SOUND  # MP3 and AAC begin with eleven set bits
    if beginning[4:8] == b"ftyp":
        is_sound = beginning[8:12] in _SOUND_BRANDS or suffix in _SOUND_NAMES
    elif beginning[:4] == b"OggS":
        is_sound = suffix in _SOUND_NAMES and b"theora" not in beginning
    elif beginning[:4] == b"\x1aE\xdf\xa3":
        is_sound = suffix not in _MATROSKA_VIDEO
    else:
        return None
    return Medium.SOUND if is_sound else Medium.FILM


def _ms(written: str) -> int | None:
    found = _CUE_TIME.search(written)
    if found is None:
        return None
    hours, minutes, seconds, ms = (int(part or 0) for part in found.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms
