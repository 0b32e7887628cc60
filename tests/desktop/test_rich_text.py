from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import Theme, dress
from kiosk.desktop.widgets.formula import Formula, make_formula
from kiosk.desktop.widgets.inline import OBJECT
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText, drawings, plain_text

HALF = '<span class="math">\\frac12</span>'


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    dress(qapp, Theme())
    return Theme()


@pytest.fixture
def text(theme: Theme, qtbot: QtBot, tmp_path: Path) -> RichText:
    made = RichText(theme, Pictures(tmp_path, 820))
    qtbot.addWidget(made)
    made.resize(820, 400)
    return made


def shown(text: RichText) -> str:
    return text.document.toPlainText()


def widest(document: QTextDocument) -> float:
    return document.size().width()


def test_a_text_is_as_high_as_its_words_at_the_width_it_gets(text: RichText) -> None:
    text.show_html("<p>" + "word " * 60 + "</p>")
    assert text.heightForWidth(300) > text.heightForWidth(820) >= 2 * 30
    one_line = text.heightForWidth(text.natural_width())
    assert one_line == 30
    assert text.heightForWidth(820) % one_line == 0


def test_a_screen_reader_is_told_words_pictures_and_formulas(text: RichText) -> None:
    text.show_html(f'<p>See <img src="x.png" alt="a &lt;cat&gt;"> and {HALF}.</p><p>1 &lt; 2</p>')
    assert text.accessibleName() == "See a <cat> and 1 over 2. 1 < 2"
    assert plain_text("<p>a<br>b<em>c</em></p><p>d</p>") == "a bc d"


def test_the_place_of_a_formula_is_kept_until_it_is_drawn(text: RichText, qtbot: QtBot) -> None:
    text.show_html(f"<p>x {HALF} y</p>")
    assert not text.is_complete
    kept = text.sizeHint()
    qtbot.waitUntil(lambda: text.is_complete)
    drawn = text.sizeHint()
    assert abs(kept.height() - drawn.height()) <= 2
    assert abs(kept.width() - drawn.width()) <= 8
    assert shown(text) == f"x {OBJECT} y"


def test_a_formula_that_is_known_is_there_at_once(theme: Theme, text: RichText, qtbot: QtBot) -> None:
    text.show_html(HALF)
    qtbot.waitUntil(lambda: text.is_complete)
    again = RichText(theme, text._pictures)
    qtbot.addWidget(again)
    again.show_html(f"<p>{HALF}</p>")
    assert again.is_complete


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("latex", [r"\mathrm{H}", r"\frac{1}{2}", "7"])
def test_a_formula_stands_on_the_line_of_the_words(
    latex: str, scale: float, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    dress(qapp, Theme())
    text = RichText(Theme(text_scale=scale), Pictures(tmp_path, 820))
    qtbot.addWidget(text)
    text.show_html(f'<p>H<span class="math">{latex}</span>H</p>')
    qtbot.waitUntil(lambda: text.is_complete)
    text.resize(text.sizeHint())
    line = text.document.firstBlock().layout().lineAt(0)
    formula = make_formula(latex)
    assert isinstance(formula, Formula)
    left, right = (int(line.cursorToX(place)[0]) for place in (1, 2))  # type: ignore[index]  # a pair, says Qt
    words, drawn = ink(text, 0, left), ink(text, left, right)
    size, margin = 20 * scale, 2 * scale
    base = words[-1] + 1
    assert drawn[-1] + 1 == pytest.approx(base + formula.depth * size - margin, abs=1)
    assert drawn[0] == pytest.approx(base - (formula.height - formula.depth) * size + margin, abs=1)


def ink(text: RichText, left: int, right: int) -> list[int]:
    """The rows in which something is drawn between two columns."""
    page = QImage(text.size(), QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    text.render(page)
    return [y for y in range(page.height()) if any(page.pixelColor(x, y).lightness() < 160 for x in range(left, right))]


def test_latex_that_cannot_be_drawn_is_shown_as_it_was_written(text: RichText, qtbot: QtBot) -> None:
    text.show_html('<p>a <span class="math">\\frac{1 &lt; 2</span> b</p>')
    qtbot.waitUntil(lambda: text.is_complete)
    assert shown(text) == r"a \frac{1 < 2 b"


def test_mathml_is_drawn_and_said_and_where_it_cannot_be_drawn_its_words_are_shown(
    text: RichText, qtbot: QtBot
) -> None:
    half = "&lt;math&gt;&lt;mfrac&gt;&lt;mn&gt;1&lt;/mn&gt;&lt;mn&gt;2&lt;/mn&gt;&lt;/mfrac&gt;&lt;/math&gt;"
    text.show_html(f'<p>a <span class="mathml">{half}</span> b</p>')
    qtbot.waitUntil(lambda: text.is_complete)
    assert shown(text) == f"a {OBJECT} b"
    assert text.accessibleName() == "a 1 over 2 b"
    text.show_html(f'<p>a <span class="mathml">{half.replace("mfrac", "apply")}</span> b</p>')
    qtbot.waitUntil(lambda: text.is_complete)
    assert shown(text) == "a 1 2 b"


def test_a_caption_stands_above_its_table_and_cells_span(text: RichText) -> None:
    cells = '<tr><td colspan="2">a</td></tr><tr><td rowspan="2">b</td><td>c</td></tr><tr><td>d</td></tr>'
    text.show_html(f"<table><caption>Sums</caption>{cells}</table><p>H<sub>2</sub>O</p>")
    assert shown(text).startswith("Sums\n")
    [table] = text.document.rootFrame().childFrames()
    assert isinstance(table, QTextTable)
    assert (table.rows(), table.columns()) == (3, 2)
    assert (table.cellAt(0, 0).columnSpan(), table.cellAt(1, 0).rowSpan()) == (2, 2)


def test_a_text_reads_no_file_whatever_it_says(text: RichText, tmp_path: Path) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    assert image.save(str(tmp_path / "red.png"))
    text.show_html(f'<table background="{tmp_path}/red.png"><tr><td>a</td></tr></table><IMG SRC="{tmp_path}/red.png">')
    grabbed = text.grab().toImage()
    assert not any(grabbed.pixelColor(x, y) == QColor("red") for x in range(100) for y in range(100))


def test_a_picture_that_cannot_be_shown_is_its_description(text: RichText, qtbot: QtBot) -> None:
    text.show_html('<p>Look: <img src="gone.png" alt="a cat" width="300" height="300"> and go on</p>')
    assert text.heightForWidth(820) > 300
    qtbot.waitUntil(lambda: text.is_complete)
    assert shown(text) == "Look: a cat and go on"
    assert text.heightForWidth(820) < 60


def test_the_place_of_a_picture_is_known_before_it_is_decoded(text: RichText, qtbot: QtBot, tmp_path: Path) -> None:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    assert image.save(str(tmp_path / "red.png"))
    text.show_html('<p><img src="red.png" alt="red" width="200" height="100" /></p>')
    kept = text.sizeHint()
    qtbot.waitUntil(lambda: text.is_complete)
    assert text.sizeHint() == kept
    assert text.grab().toImage().pixelColor(100, 50) == QColor("red")


@pytest.mark.parametrize(
    "html",
    [
        "<p>" + "Donaudampfschiff" * 12 + "</p>",
        "<pre><code>" + "x = y + 1; " * 40 + "</code></pre>",
        "<pre><code>" + "x" * 300 + "</code></pre>",
        "<table><tr>" + "<td>Evaporation and precipitation</td>" * 7 + "</tr></table>",
        "<table><tr>" + f"<td>{HALF}</td>" * 7 + "</tr></table>",
        '<p><span class="math">' + "+".join("1234567" * 8) + "</span></p>",
        '<p><img src="gone.png" alt="a wide one" width="3000" height="20" /></p>',
    ],
)
def test_at_200_percent_nothing_is_wider_than_a_narrow_page(html: str, qtbot: QtBot, tmp_path: Path) -> None:
    text = RichText(Theme(text_scale=2.0), Pictures(tmp_path, 1640))
    qtbot.addWidget(text)
    text.resize(640, 400)
    text.show_html(html)
    for complete in (False, True):
        if complete:
            qtbot.waitUntil(lambda: text.is_complete)
        assert widest(text.document) <= 640


def test_text_runs_as_its_page_does_and_code_from_left_to_right(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    text = RichText(theme, Pictures(tmp_path, 820), parent=page)
    text.show_html("<p>3 + 4</p><p>اكتب <strong>Python</strong> هنا</p><pre><code>print(1)</code></pre>")
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    directions = {}
    block = text.document.begin()
    while block.isValid():
        directions[block.text()[:3]] = block.textDirection()
        block = block.next()
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    assert (directions["3 +"], directions["اكت"], directions["pri"]) == (right, right, left)


def test_a_table_from_right_to_left_begins_at_the_right(text: RichText, qtbot: QtBot) -> None:
    text.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    text.show_html(f"<table><tr><th>الكسر</th><th>العدد</th></tr><tr><td>{HALF}</td><td>0.5</td></tr></table>")
    qtbot.waitUntil(lambda: text.is_complete)
    table = text.document.rootFrame().childFrames()[0]
    assert isinstance(table, QTextTable)
    place = text.document.documentLayout().frameBoundingRect(table)
    assert place.left() > 820 / 2
    assert table.cellAt(0, 1).firstCursorPosition().block().text() == "الكسر"
    assert table.cellAt(1, 1).firstCursorPosition().block().text() == OBJECT
    assert text.accessibleName() == "الكسر العدد 1 over 2 0.5"


def test_ink_is_readable_on_a_dark_page(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    theme = Theme(dark=True)
    dress(qapp, theme)
    text = RichText(theme, Pictures(tmp_path, 820))
    qtbot.addWidget(text)
    text.show_html(HALF)
    qtbot.waitUntil(lambda: text.is_complete)
    text.resize(text.sizeHint())
    page = QImage(text.size(), QImage.Format.Format_RGB32)
    page.fill(QColor(theme.colors.page))
    text.render(page)
    lightest = max(page.pixelColor(x, y).lightness() for x in range(page.width()) for y in range(page.height()))
    assert lightest > 200
    dress(qapp, Theme())


def test_the_same_text_again_is_not_set_again(text: RichText, qtbot: QtBot) -> None:
    text.show_html("<p>a</p>")
    with qtbot.assertNotEmitted(text.document.contentsChanged):
        text.show_html("<p>a</p>")


def test_formulas_and_pictures_are_found_in_their_order() -> None:
    picture = '<img src="a b.png" alt="a &quot;b&quot;" width="3" height="4" />'
    html = f'<p>{HALF}{picture}<span class="math">x &lt; 1</span></p>'
    found = [(one.formula or one.name, one.words, QSize(one.width, one.height)) for one in drawings(html)]
    assert [one[:2] for one in found] == [(r"\frac12", "1 over 2"), ("a b.png", 'a "b"'), ("x < 1", "x is less than 1")]
    assert found[1][2] == QSize(3, 4)
