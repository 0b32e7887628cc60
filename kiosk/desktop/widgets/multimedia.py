"""Playing by QtMultimedia, which comes with the extra `media`. Only imported where it is there."""

from pathlib import Path
from typing import override

from PySide6.QtCore import QObject, QRectF, QUrl
from PySide6.QtGui import QPainter
from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoFrame, QVideoSink

from kiosk.desktop.widgets.player import Player


class Multimedia(Player):
    """Plays a file of this computer. From a file its library opens nothing but files, so no network."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frame = QVideoFrame()
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._show)
        self._sound = QAudioOutput(self)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._sound)
        self._player.setVideoSink(self._sink)
        self._player.positionChanged.connect(self.moved.emit)
        self._player.durationChanged.connect(self.length_told.emit)
        self._player.playbackStateChanged.connect(
            lambda state: self.playing_changed.emit(state is QMediaPlayer.PlaybackState.PlayingState)
        )
        self._player.mediaStatusChanged.connect(self._judge)
        self._player.errorOccurred.connect(lambda _error, words: self.failed.emit(words))
        self._player.setSource(QUrl.fromLocalFile(str(path)))

    @override
    def play(self) -> None:
        self._player.play()

    @override
    def pause(self) -> None:
        self._player.pause()

    @override
    def seek(self, ms: int) -> None:
        self._player.setPosition(ms)

    @override
    def set_volume(self, percent: int) -> None:
        self._sound.setVolume(percent / 100)

    @override
    def paint(self, painter: QPainter, room: QRectF) -> None:
        if self._frame.isValid():
            self._frame.paint(painter, room, QVideoFrame.PaintOptions())

    @property
    @override
    def shape(self) -> float | None:
        size = self._sink.videoSize()
        return size.width() / size.height() if size.height() > 0 else None

    def _show(self, frame: QVideoFrame) -> None:
        self._frame = frame
        self.frame_changed.emit()

    def _judge(self, status: QMediaPlayer.MediaStatus) -> None:
        if status is QMediaPlayer.MediaStatus.EndOfMedia:
            self.ended.emit()
