"""A file handed in by choosing and by dropping."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_upload import UploadAnswers
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.lessons.files import LARGEST, file_name
from kiosk.lessons.interactions import Response, UploadInteraction
from tests.desktop.answering import answer
from tests.desktop.hands import control, press, words

# Qt 6.12 wants a QPointF there, which Qt 6.8 does not take.
pytestmark = pytest.mark.filterwarnings("ignore:.*QDragEnterEvent.*is marked as deprecated:DeprecationWarning")

PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452")
PICTURES_ONLY = UploadInteraction("R", "<p>Show your plant.</p>", ("image/*",))


def made(
    qtbot: QtBot, upload: UploadInteraction, view: AnswerView | None = None
) -> tuple[UploadAnswers, list[Response], list[tuple[str, bytes]]]:
    answers, said = answer(qtbot, UploadAnswers(upload, Theme(), Pictures(Path(), 800)), view)
    given: list[tuple[str, bytes]] = []
    answers.file_given.connect(lambda name, data: given.append((name, data)))
    return answers, said, given


def drop(answers: UploadAnswers, *paths: Path) -> bool:
    """Drag files onto the controls and let go; whether they may be let go there."""
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(9, 9), *how)
    enter.ignore()
    QApplication.sendEvent(answers, enter)
    if enter.isAccepted():
        QApplication.sendEvent(answers, QDropEvent(QPointF(9, 9), *how))
    return enter.isAccepted()


def test_a_dropped_file_is_given_before_the_response_that_names_it(qtbot: QtBot, look: Theme, tmp_path: Path) -> None:
    del look
    plant = tmp_path / "plant.png"
    plant.write_bytes(PNG)
    answers, said, given = made(qtbot, PICTURES_ONLY)
    assert words(answers) == ["Drop a file here, or choose one.", "Pictures, up to 10 MiB"]
    with qtbot.waitSignal(answers.responded):
        assert drop(answers, plant)
    name = file_name(PNG, "plant.png")
    assert given == [(name, PNG)]
    assert said == [(name,)]
    assert words(answers) == ["plant.png", "Handed in, 1 KiB"]
    assert answers.accessibleName() == "Show your plant.: plant.png"


@pytest.mark.usefixtures("theme")
def test_the_button_asks_for_a_file_of_the_right_kind(qtbot: QtBot, tmp_path: Path) -> None:
    plant = tmp_path / "plant.png"
    plant.write_bytes(PNG)
    answers, said, _ = made(qtbot, PICTURES_ONLY)
    press(answers, "Choose a file")
    [dialog] = answers.findChildren(QFileDialog)
    assert "*.png" in dialog.nameFilters()[0]
    assert "*.pdf" not in dialog.nameFilters()[0]
    with qtbot.waitSignal(answers.responded):
        dialog.fileSelected.emit(str(plant))
    dialog.close()
    assert said == [(file_name(PNG, "plant.png"),)]


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("plan.pdf", b"%PDF-1.7", "plan.pdf is of another kind; this takes pictures."),
        ("big.png", PNG + bytes(LARGEST), "may have 10 MiB; choose a smaller one."),
        ("gone.png", None, "gone.png cannot be read: No such file or directory; choose another file."),
    ],
)
def test_a_file_that_is_not_taken_is_told_why(
    qtbot: QtBot, tmp_path: Path, name: str, data: bytes | None, why: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    answers, said, given = made(qtbot, PICTURES_ONLY)
    answers.take(tmp_path / name)
    qtbot.waitUntil(lambda: any(why in said for said in words(answers)))
    assert (said, given) == ([], [])


@pytest.mark.usefixtures("theme")
def test_what_was_handed_in_can_be_taken_back(qtbot: QtBot) -> None:
    answers, said, _ = made(qtbot, PICTURES_ONLY, AnswerView((file_name(PNG, "plant.png"),)))
    assert words(answers) == ["plant.png", "Handed in"]
    press(answers, "Take it back")
    assert said == [()]
    assert control(answers, "Choose a file").isVisible()


@pytest.mark.usefixtures("theme")
def test_two_files_at_once_are_not_taken(qtbot: QtBot, tmp_path: Path) -> None:
    answers, _, _ = made(qtbot, PICTURES_ONLY)
    assert not drop(answers, tmp_path / "a.png", tmp_path / "b.png")


@pytest.mark.usefixtures("theme")
def test_a_settled_answer_takes_nothing_any_more(qtbot: QtBot, tmp_path: Path) -> None:
    answers, said, _ = made(qtbot, PICTURES_ONLY, AnswerView((file_name(PNG, "plant.png"),), settled=True))
    assert not drop(answers, tmp_path / "other.png")
    answers.take(tmp_path / "other.png")
    assert not any(one.isVisible() for one in answers.controls)
    assert said == []
