"""A package that a school server handed out, unpacked: every file read within the limits, and nothing but files."""

from pathlib import Path

from kiosk.imports.files import Files


def unpack(files: Files, folder: Path) -> None:
    """Write every file into the folder, which is made. Raises LessonError for a hostile archive, OSError for the disk.

    A failure leaves part of it there: unpack beside the place, and rename.
    """
    folder.mkdir(parents=True)
    for name in files.names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            for piece in files.chunks(name):
                file.write(piece)
