"""A film's picture with its captions, and the row of controls under it."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.desktop.icons import Icon
from kiosk.desktop.numerals import duration
from kiosk.desktop.theme import GRID, RADIUS_CONTROL, Size, TextRole, Theme, font, px
from kiosk.desktop.widgets.icon_button import IconButton
from kiosk.desktop.widgets.icon_view import IconView
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.play_line import PlayLine
from kiosk.desktop.widgets.player import Player
from kiosk.lessons.media import Caption, Medium, caption_at
from kiosk.words import tr

_JUMP_MS = 5_000
_USUAL_SHAPE = 16 / 9
_VOLUME_WIDTH = 120
_FULL = 100
_WORDS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class PlayPanel(QWidget):
    """Play and pause, where it is, how loud. It decides nothing: who holds it says what may be done.

    Signals:
        play_asked(bool): to play, or to pause.
        place_asked(int): to go on from here, in milliseconds.
    """

    play_asked = Signal(bool)
    place_asked = Signal(int)

    def __init__(
        self,
        player: Player,
        medium: Medium,
        words: tuple[Caption, ...],
        described: str,
        theme: Theme,
        *,
        size: tuple[int, int] = (0, 0),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._described = described
        self._plays = False
        self._length_ms = 0
        self._screen = _Screen(player, words, theme, size)
        self._screen.setAccessibleName(described)
        self._captions = label("", TextRole.BODY)
        self._words = words
        self._button = IconButton(Icon.PLAY, theme)
        self._button.clicked.connect(lambda: self.play_asked.emit(not self._plays))
        self._place = PlayLine(
            tr("Place in the film") if medium is Medium.FILM else tr("Place in the sound"), 1, _JUMP_MS, theme
        )
        self._place.chosen.connect(self.place_asked)
        self._time = label(duration(0), TextRole.SMALL, wrap=False)
        volume = PlayLine(tr("Volume"), _FULL, 10, theme)
        volume.setValue(_FULL)
        volume.setFixedWidth(_VOLUME_WIDTH)
        volume.chosen.connect(player.set_volume)
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        row.addWidget(self._button)
        row.addWidget(self._place, 1)
        row.addWidget(self._time)
        row.addWidget(IconView(Icon.SOUND, theme.colors.quiet, px(theme, Size.NAME), plain=True))
        row.addWidget(volume)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        for part in (self._screen, self._captions):
            box.addWidget(part)
        box.addLayout(row)
        self._screen.setVisible(medium is Medium.FILM)
        self._captions.setVisible(medium is Medium.SOUND and bool(words))
        self.controls: Sequence[QWidget] = (self._button, self._place, volume)
        player.playing_changed.connect(self._show_plays)
        player.moved.connect(self.show_place)
        player.length_told.connect(self._show_length)
        self._show_plays(False)

    def allow(self, *, play: bool, seek: bool) -> None:
        """Say what a person may do now."""
        self._button.setEnabled(play)
        self._place.set_free(seek)

    def _show_plays(self, plays: bool) -> None:
        self._plays = plays
        self._button.show_icon(Icon.PAUSE if plays else Icon.PLAY)
        self._button.setAccessibleName(
            tr("Pause: {what}", what=self._described) if plays else tr("Play: {what}", what=self._described)
        )

    def show_place(self, ms: int) -> None:
        """Show where it is, in milliseconds."""
        self._place.setValue(ms)
        told = tr("{time} of {length}", time=duration(ms), length=duration(self._length_ms))
        self._time.setText(told)
        self._place.setAccessibleDescription(told)
        self._screen.show_moment(ms)
        self._captions.setText(caption_at(self._words, ms))

    def _show_length(self, ms: int) -> None:
        self._length_ms = ms
        self._place.setRange(0, max(ms, 1))
        self.show_place(self._place.value())


class _Screen(QWidget):
    """The picture, as wide as the author said and no wider than the page, with the captions in its foot."""

    def __init__(self, player: Player, words: tuple[Caption, ...], theme: Theme, size: tuple[int, int]) -> None:
        super().__init__()
        self._player = player
        self._words = words
        self._theme = theme
        self._told = size
        self._caption = ""
        self._font = font(theme, Size.BODY, QFont.Weight.DemiBold)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        player.frame_changed.connect(self._show_frame)
        self._shape = self._known_shape()

    def show_moment(self, ms: int) -> None:
        caption = caption_at(self._words, ms)
        if caption != self._caption:
            self._caption = caption
            self.setAccessibleDescription(caption)
            self.update()

    @override
    def sizeHint(self) -> QSize:
        width = px(self._theme, self._told[0] or 640)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(GRID * 20, GRID * 10)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(self._picture_width(width) / self._shape)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        width = self._picture_width(self.width())
        room = QRectF((self.width() - width) / 2, 0, width, self.height())
        corners = QPainterPath()
        corners.addRoundedRect(room, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setClipPath(corners)
        painter.fillRect(room, QColor("black"))
        self._player.paint(painter, room)
        if self._caption:
            self._paint_caption(painter, room)

    def _paint_caption(self, painter: QPainter, room: QRectF) -> None:
        inside = room.adjusted(GRID * 3, GRID, -GRID * 3, -GRID * 2)
        words = QFontMetricsF(self._font).boundingRect(inside, _WORDS, self._caption)
        ground = QRectF(0, 0, words.width() + GRID * 3, words.height() + GRID)
        ground.moveCenter(room.center())
        ground.moveBottom(room.bottom() - GRID * 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 200))
        painter.drawRoundedRect(ground, GRID, GRID)
        painter.setPen(QColor("white"))
        painter.setFont(self._font)
        painter.drawText(ground, _WORDS, self._caption)

    def _show_frame(self) -> None:
        shape = self._known_shape()
        if shape != self._shape:
            self._shape = shape
            self.updateGeometry()
        self.update()

    def _known_shape(self) -> float:
        width, height = self._told
        return self._player.shape or (width / height if width and height else _USUAL_SHAPE)

    def _picture_width(self, width: int) -> int:
        return min(width, px(self._theme, self._told[0])) if self._told[0] else width
