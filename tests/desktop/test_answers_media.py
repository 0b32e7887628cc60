"""A sound or a film: what is counted, what may be done, and what is said where nothing plays."""

import wave
from pathlib import Path
from typing import override

import pytest
from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from kiosk.desktop.pages.lesson_page import LessonPage
from kiosk.desktop.theme import Theme
from kiosk.desktop.views import AnswerView, QuestionView
from kiosk.desktop.widgets.answers_media import MediaAnswers
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.play_line import PlayLine
from kiosk.desktop.widgets.player import NoPlayerError, Player
from kiosk.lessons.interactions import MediaInteraction, Response
from kiosk.lessons.item import Item
from kiosk.lessons.judging import begun
from kiosk.lessons.model import Question, QuestionId
from tests.desktop.answering import answer
from tests.desktop.hands import control, keys, press, show, words
from tests.desktop.samples import lesson
from tests.desktop.screens import settle

SONG = MediaInteraction("R", "song.mp3", "audio/mpeg", description="A song")
FILM = MediaInteraction("R", "film.mp4", "video/mp4", 320, 180, "Rain falls")


class Reel(Player):
    """A player that a test turns by hand."""

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.path = path
        self.asked: list[str] = []

    @override
    def play(self) -> None:
        self.asked.append("play")
        self.playing_changed.emit(True)

    @override
    def pause(self) -> None:
        self.asked.append("pause")
        self.playing_changed.emit(False)

    @override
    def seek(self, ms: int) -> None:
        self.asked.append(f"seek {ms}")

    @override
    def set_volume(self, percent: int) -> None:
        self.asked.append(f"volume {percent}")

    @override
    def paint(self, painter: QPainter, room: QRectF) -> None:
        painter.fillRect(room, Qt.GlobalColor.darkGreen)

    @property
    @override
    def shape(self) -> float | None:
        return 16 / 9

    def finish(self) -> None:
        """Come to the end, as a player does: it stops, and then says so."""
        self.playing_changed.emit(False)
        self.ended.emit()


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "song.mp3").write_bytes(b"ID3")
    (tmp_path / "film.mp4").write_bytes(b"\x00\x00\x00\x20ftypisom")
    (tmp_path / "film.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nRain falls.\n", "utf-8")
    return tmp_path


def made(
    qtbot: QtBot, package: Path, media: MediaInteraction, view: AnswerView | None = None
) -> tuple[MediaAnswers, Reel, list[Response], list[bool]]:
    watched: list[bool] = []
    answers = MediaAnswers(media, Theme(), Pictures(package, 800), opened=Reel)
    answers.watching.connect(watched.append)
    _, said = answer(qtbot, answers, view)
    [reel] = answers.findChildren(Reel)
    return answers, reel, said, watched


def line(answers: MediaAnswers, name: str) -> PlayLine:
    [found] = [one for one in answers.findChildren(PlayLine) if one.accessibleName() == name]
    return found


def test_the_button_plays_and_pauses_and_attention_goes_with_it(qtbot: QtBot, look: Theme, package: Path) -> None:
    del look
    answers, reel, said, watched = made(qtbot, package, SONG)
    press(answers, "Play: A song")
    press(answers, "Pause: A song")
    assert reel.path == (package / "song.mp3").resolve()
    assert reel.asked == ["play", "pause"]
    assert watched == [True, False]
    assert said == []


@pytest.mark.usefixtures("theme")
def test_each_end_is_counted_and_told_as_the_response(qtbot: QtBot, package: Path) -> None:
    film = MediaInteraction("R", "film.mp4", "video/mp4", min_plays=2)
    answers, reel, said, watched = made(qtbot, package, film, AnswerView(("1",)))
    assert "Watch all of it 2 times first. Played once." in words(answers)
    reel.play()
    reel.finish()
    assert said == [("2",)]
    assert watched == [True, False]
    assert "Played 2 times." in words(answers)


@pytest.mark.usefixtures("theme")
def test_what_may_be_played_once_is_neither_played_again_nor_turned_back(qtbot: QtBot, package: Path) -> None:
    answers, reel, said, _ = made(qtbot, package, MediaInteraction("R", "song.mp3", max_plays=1, loop=True))
    assert "It can be played once." in words(answers)
    place = line(answers, "Place in the sound")
    assert place.focusPolicy() is Qt.FocusPolicy.NoFocus
    press(answers, "Play: song")
    reel.finish()
    assert said == [("1",)]
    assert reel.asked == ["play"]
    assert "That was all: it can be played no more." in words(answers)
    assert not control(answers, "Play: song").isEnabled()


@pytest.mark.usefixtures("theme")
def test_what_must_be_watched_cannot_be_skipped_the_first_time(qtbot: QtBot, package: Path) -> None:
    answers, reel, _, _ = made(qtbot, package, MediaInteraction("R", "film.mp4", min_plays=1))
    reel.length_told.emit(60_000)
    reel.moved.emit(12_000)
    place = line(answers, "Place in the film")
    place.setFocus()
    keys(answers, Qt.Key.Key_End, Qt.Key.Key_Left)
    assert reel.asked == ["seek 12000", "seek 7000"]
    assert place.accessibleDescription() == "0:07 of 1:00"
    answers.show_view(AnswerView(("1",)))
    keys(answers, Qt.Key.Key_End)
    assert reel.asked[-1] == "seek 60000"


@pytest.mark.usefixtures("theme")
def test_a_loop_plays_on_and_is_attention_once(qtbot: QtBot, package: Path) -> None:
    _, reel, said, watched = made(qtbot, package, MediaInteraction("R", "film.mp4", loop=True))
    reel.play()
    reel.finish()
    assert reel.asked == ["play", "play"]
    assert said == [("1",)]
    assert watched == [True, False]


@pytest.mark.usefixtures("theme")
def test_a_film_stops_when_its_page_is_left(qtbot: QtBot, package: Path) -> None:
    answers, reel, _, watched = made(qtbot, package, FILM)
    reel.play()
    answers.hide()
    assert reel.asked == ["play", "pause"]
    assert watched == [True, False]


@pytest.mark.usefixtures("theme")
def test_a_film_starts_by_itself_only_where_motion_is_wanted_and_it_is_new(qtbot: QtBot, package: Path) -> None:
    film = MediaInteraction("R", "film.mp4", autostart=True)
    assert made(qtbot, package, film)[1].asked == ["play"]
    assert made(qtbot, package, film, AnswerView(("1",), settled=True))[1].asked == []
    calm = MediaAnswers(film, Theme(reduced_motion=True), Pictures(package, 800), opened=Reel)
    answer(qtbot, calm)
    assert calm.findChildren(Reel)[0].asked == []


@pytest.mark.usefixtures("theme")
def test_captions_are_read_at_their_moment(qtbot: QtBot, package: Path) -> None:
    answers, reel, _, _ = made(qtbot, package, FILM)
    reel.moved.emit(1_500)
    described = [
        part.accessibleDescription() for part in answers.findChildren(QObject) if hasattr(part, "accessibleDescription")
    ]
    assert "Rain falls." in described


@pytest.mark.usefixtures("theme")
def test_the_volume_is_set(qtbot: QtBot, package: Path) -> None:
    answers, reel, _, _ = made(qtbot, package, SONG)
    line(answers, "Volume").setFocus()
    keys(answers, Qt.Key.Key_Left)
    assert reel.asked == ["volume 90"]


def no_player(path: Path, parent: QObject) -> Player:
    del path, parent
    raise NoPlayerError("No module named 'PySide6.QtMultimedia'")


@pytest.mark.usefixtures("theme")
def test_without_a_player_it_says_how_to_get_one_and_the_lesson_goes_on(
    qtbot: QtBot, package: Path, caplog: pytest.LogCaptureFixture
) -> None:
    film = MediaInteraction("R", "film.mp4", min_plays=1, description="Rain falls")
    answers, said = answer(qtbot, MediaAnswers(film, Theme(), Pictures(package, 800), opened=no_player))
    assert words(answers)[0] == "Rain falls"
    assert "install timeback-kiosk with its extra “media”" in " ".join(words(answers))
    press(answers, "Go on without it")
    assert said == [("0",)]
    assert not any(one.isVisible() for one in answers.controls)
    assert caplog.messages == ["film.mp4: No module named 'PySide6.QtMultimedia'"]


@pytest.mark.usefixtures("theme")
def test_a_film_that_breaks_off_gives_way_to_a_sentence(qtbot: QtBot, package: Path) -> None:
    answers, reel, _, watched = made(qtbot, package, FILM)
    reel.play()
    reel.failed.emit("moov atom not found")
    reel.failed.emit("moov atom not found")
    settle()
    assert watched == [True, False]
    assert words(answers).count("This sound or film cannot be played.") == 1


@pytest.mark.usefixtures("theme")
def test_a_play_list_is_not_opened(qtbot: QtBot, package: Path) -> None:
    (package / "film.mp4").write_bytes(b"#EXTM3U\nhttp://198.51.100.7/a.ts")
    answers = MediaAnswers(FILM, Theme(), Pictures(package, 800), opened=Reel)
    answer(qtbot, answers)
    assert answers.findChildren(Reel) == []
    assert "This sound or film cannot be played." in words(answers)


@pytest.mark.usefixtures("theme")
def test_a_lesson_page_tells_that_a_film_of_it_plays(qtbot: QtBot) -> None:
    film = Item("film", "Rain", (MediaInteraction("R", "gone.mp4", min_plays=1),))
    question = Question(QuestionId("film"), film)
    page = show(qtbot, LessonPage(Theme()))
    page.show_view(lesson(QuestionView(question, begun(question, 0).shown)))
    told: list[bool] = []
    page.watching_changed.connect(told.append)
    page.findChildren(MediaAnswers)[0].watching.emit(True)
    assert told == [True]


@pytest.mark.usefixtures("theme")
def test_qt_plays_a_sound_to_its_end(qtbot: QtBot, tmp_path: Path) -> None:
    pytest.importorskip("PySide6.QtMultimedia", reason="the extra media, or libpulse", exc_type=ImportError)
    with wave.open(str(tmp_path / "beep.wav"), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(1600))
    answers, said = answer(qtbot, MediaAnswers(MediaInteraction("R", "beep.wav"), Theme(), Pictures(tmp_path, 800)))
    with qtbot.waitSignal(answers.responded):
        press(answers, "Play: beep")
    assert said == [("1",)]
