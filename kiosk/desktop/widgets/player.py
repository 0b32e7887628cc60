"""What plays a sound or a film, whatever library does it."""

from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPainter


class Player(QObject):
    """One file, told to play and to pause. GUI thread. A subclass for each library.

    Signals:
        playing_changed(bool): it plays, or no longer.
        moved(int): where it is, in milliseconds.
        length_told(int): how long it is, in milliseconds.
        frame_changed(): there is another picture to paint.
        ended(): it was played to its end.
        failed(str): it cannot be played, and why, for the log.
    """

    playing_changed = Signal(bool)
    moved = Signal(int)
    length_told = Signal(int)
    frame_changed = Signal()
    ended = Signal()
    failed = Signal(str)

    def play(self) -> None:
        """Go on from where it is, or from the beginning after its end."""
        raise NotImplementedError

    def pause(self) -> None:
        raise NotImplementedError

    def seek(self, ms: int) -> None:
        raise NotImplementedError

    def set_volume(self, percent: int) -> None:
        raise NotImplementedError

    def paint(self, painter: QPainter, room: QRectF) -> None:
        """Paint the picture of this moment."""
        raise NotImplementedError

    @property
    def shape(self) -> float | None:
        """The picture's width by its height; None while there is none."""
        raise NotImplementedError


class NoPlayerError(Exception):
    """Nothing here plays sounds and films; the words are for the log."""


def open_player(path: Path, parent: QObject) -> Player:
    """Make what plays this file. Raises NoPlayerError where QtMultimedia, or a library it needs, is not there."""
    try:
        from kiosk.desktop.widgets.multimedia import Multimedia  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        raise NoPlayerError(str(error)) from error
    return Multimedia(path, parent)
