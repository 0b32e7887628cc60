from pathlib import Path

from pytestqt.qtbot import QtBot

from kiosk.desktop.present import nudge
from kiosk.desktop.theme import Theme
from kiosk.desktop.views import QuestionView
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
