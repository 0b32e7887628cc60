from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.desktop.present import nudge
from kiosk.desktop.theme import Theme
from kiosk.desktop.views import QuestionView
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.question_card import QuestionCard
from tests.desktop import samples


def test_checking_too_early_says_what_to_do_and_the_first_answer_takes_it_away(qtbot: QtBot, tmp_path: Path) -> None:
    view = QuestionView(samples.SUM)
    theme = Theme()
    card = QuestionCard(view, theme, Pictures(tmp_path, 800))
    qtbot.addWidget(card)
    card.show()
    said = nudge(view.question)
    card.show_view(QuestionView(view.question, nudge=said))
    assert card.feedback.isVisible()
    assert card.feedback.accessibleName() == said
    assert card.choose_by_key("a")
    assert not card.feedback.isVisible()


def test_a_double_click_on_a_button_is_one_click(qtbot: QtBot) -> None:
    button = Button("Check answer", Theme(), primary=True)
    qtbot.addWidget(button)
    button.show()
    clicks: list[str] = []
    button.clicked.connect(lambda: clicks.append("click"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    assert clicks == ["click"]
