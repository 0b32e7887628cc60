from pathlib import Path

from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import Theme
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.question_card import QuestionCard
from tests.desktop import samples


def test_checking_too_early_says_what_to_do_and_the_first_answer_takes_it_away(qtbot: QtBot, tmp_path: Path) -> None:
    theme = Theme()
    card = QuestionCard(samples.asked(samples.SUM), theme, Pictures(tmp_path, 800))
    qtbot.addWidget(card)
    card.show()
    said = "Choose an answer first."
    card.show_view(samples.asked(samples.SUM, note=said))
    assert card.feedback.isVisible()
    assert card.feedback.accessibleName() == said
    assert card.choose_by_key("a")
    assert not card.feedback.isVisible()
