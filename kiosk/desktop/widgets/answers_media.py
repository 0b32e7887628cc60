"""A sound or a film to listen to or to watch."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import override

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers import Answers
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.notice import Notice, NoticeRole
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.play_panel import PlayPanel
from kiosk.desktop.widgets.player import NoPlayerError, Player, open_player
from kiosk.desktop.widgets.rich_text import plain_text
from kiosk.lessons.interactions import MediaInteraction
from kiosk.lessons.limits import missing
from kiosk.lessons.media import captions, playable
from kiosk.words import tr

log = logging.getLogger(__name__)


class MediaAnswers(Answers):
    """Plays a file of the package, and counts how often it came to its end: that is the response.

    It stops when it is hidden. What must be watched to its end cannot be skipped the first time, and what may only be
    played so often cannot be turned back. Where it cannot be played it says so, and a button answers "0", which lets
    the lesson go on (see `kiosk.lessons.limits`). `watching` is on while it plays, but not while a loop repeats it.
    """

    def __init__(
        self,
        interaction: MediaInteraction,
        theme: Theme,
        pictures: Pictures,
        parent: QWidget | None = None,
        *,
        opened: Callable[[Path, QObject], Player] = open_player,
    ) -> None:
        super().__init__(parent)
        self._interaction = interaction
        self._theme = theme
        self._view = AnswerView()
        self._plays = 0
        self._furthest_ms = 0
        self._has_ended = False
        self._is_watching = False
        self._player: Player | None = None
        self._panel: PlayPanel | None = None
        self._described = interaction.description or plain_text(interaction.prompt) or Path(interaction.source).stem
        self._state = label("", TextRole.MUTED)
        self._skip = Button(tr("Go on without it"), theme)
        self._skip.clicked.connect(lambda: self.responded.emit(("0",)))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GRID)
        self._box.addWidget(self._state)
        self._box.addWidget(self._skip, 0, Qt.AlignmentFlag.AlignLeft)
        self._open(pictures.folder, opened)

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        return (self._skip,) if self._panel is None else self._panel.controls

    @override
    def show_view(self, view: AnswerView) -> None:
        self._view = view
        self._plays = int(view.response[0]) if view.response and view.response[0].isdecimal() else 0
        self._skip.setVisible(self._panel is None and bool(missing(self._interaction, view.response)))
        if self._panel is not None:
            self._panel.allow(play=self._may_play, seek=not self._interaction.max_plays)
            self._state.setText(self._words())
        self._state.setVisible(bool(self._state.text()))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fresh = not (self._has_ended or self._view.settled)
        if self._interaction.autostart and fresh and not self._theme.reduced_motion:
            self._ask(True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._player is not None:
            self._player.pause()
        self._watch(False)

    @property
    def _may_play(self) -> bool:
        return self._interaction.max_plays == 0 or self._plays < self._interaction.max_plays

    @property
    def _is_repeating(self) -> bool:
        return self._interaction.loop and self._has_ended

    def _open(self, folder: Path, opened: Callable[[Path, QObject], Player]) -> None:
        found = playable(folder, self._interaction.source)
        if found is None:
            self._give_up(
                tr("This sound or film cannot be played."),
                f"{self._interaction.source} is no sound or film of the package",
            )
            return
        path, medium = found
        try:
            player = opened(path, self)
        except NoPlayerError as error:
            self._give_up(
                tr(
                    "Sounds and films cannot be played on this computer yet. Whoever looks after it can add that:"
                    " install timeback-kiosk with its extra “media”."
                ),
                str(error),
            )
            return
        words = captions(folder, self._interaction.source)
        size = (self._interaction.width, self._interaction.height)
        self._player = player
        self._panel = PlayPanel(player, medium, words, self._described, self._theme, size=size)
        self._panel.play_asked.connect(self._ask)
        self._panel.place_asked.connect(self._seek)
        self._box.insertWidget(0, self._panel)
        player.playing_changed.connect(lambda plays: self._watch(plays and not self._is_repeating))
        player.moved.connect(self._note_place)
        player.ended.connect(self._end)
        player.failed.connect(self._fail)

    def _fail(self, why: str) -> None:
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = self._player = None
            self._watch(False)
            self._give_up(tr("This sound or film cannot be played."), why)

    def _give_up(self, sentence: str, why: str) -> None:
        """Say that it cannot be played, in place of the controls."""
        log.warning("%s: %s", self._interaction.source, why)
        self._state.setText("")
        self._box.insertWidget(0, label(self._described, TextRole.STRONG))
        self._box.insertWidget(1, Notice(NoticeRole.INFO, sentence, self._theme))
        self.show_view(self._view)

    def _ask(self, play: bool) -> None:
        if self._player is None:
            return
        if play and self._may_play:
            self._player.play()
        elif not play:
            self._player.pause()

    def _seek(self, ms: int) -> None:
        """Go there, or as far as it was played where all of it is to be heard first."""
        if self._player is not None and self._panel is not None:
            must_be_heard = self._plays < self._interaction.min_plays
            place = min(ms, self._furthest_ms) if must_be_heard else ms
            self._player.seek(place)
            self._panel.show_place(place)

    def _note_place(self, ms: int) -> None:
        self._furthest_ms = max(self._furthest_ms, ms)

    def _end(self) -> None:
        self._has_ended = True
        self._watch(False)
        if not self._view.settled:
            self.responded.emit((str(self._plays + 1),))
        else:
            self._plays += 1
        if self._interaction.loop:
            self._ask(True)

    def _watch(self, watching: bool) -> None:
        if watching != self._is_watching:
            self._is_watching = watching
            self.watching.emit(watching)

    def _words(self) -> str:
        lacking = missing(self._interaction, self._view.response)
        most = self._interaction.max_plays
        if most and self._plays >= most:
            return tr("That was all: it can be played no more.")
        left = tr("It can be played %n times.", "", most - self._plays) if most else ""
        done = tr("Played %n times.", "", self._plays) if self._plays and not most else ""
        return " ".join(filter(None, (lacking, left, done)))
