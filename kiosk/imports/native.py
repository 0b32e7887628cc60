"""Lessons of our own, as folders or zipped: taken over as they are, but for files that no lesson shows."""

from pathlib import PurePosixPath

from kiosk.imports.draft import Draft, Loss, Reading
from kiosk.imports.files import Files
from kiosk.lessons.folder import MANIFEST
from kiosk.lessons.source import PICTURES

SOUNDS_AND_FILMS = (".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".flac", ".mp4", ".m4v", ".webm", ".ogv")
KEPT = (*PICTURES, *SOUNDS_AND_FILMS, ".md", ".xml", ".toml")


def native_lessons(files: Files) -> list[str]:
    """The names of the lesson.toml files, none of which lies within another's folder."""
    found = sorted(
        (name for name in files.names if PurePosixPath(name).name == MANIFEST), key=lambda name: name.count("/")
    )
    tops: list[str] = []
    for name in found:
        if not any(name.startswith(_folder(top)) for top in tops):
            tops.append(name)
    return sorted(tops)


def read_native(files: Files) -> Reading:
    """Read every lesson package. What is wrong in one is found when it is written and checked."""
    return Reading(tuple(_draft(files, manifest) for manifest in native_lessons(files)))


def _draft(files: Files, manifest: str) -> Draft:
    folder = _folder(manifest)
    copied, losses = dict[str, str](), list[Loss]()
    for name in files.names:
        if not name.startswith(folder):
            continue
        if name.lower().endswith(KEPT):
            copied[name.removeprefix(folder)] = name
        else:
            losses.append(Loss(files.path_of(name), None, "a file", "lessons have no files of this kind."))
    return Draft(origin=manifest, title=PurePosixPath(folder or files.where).name, copied=copied, losses=tuple(losses))


def _folder(manifest: str) -> str:
    return manifest.removesuffix(MANIFEST)
