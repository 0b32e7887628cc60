from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QApplication

from kiosk.desktop.theme import Theme, dress
from kiosk.desktop.widgets.formula import draw
from kiosk.desktop.widgets.pictures import Pictures, is_harmless_svg
from kiosk.desktop.widgets.rich_text import RichText, plain_text

IMAGE = QTextDocument.ResourceType.ImageResource.value
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="20">{}</svg>'
)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    dress(qapp, Theme())
    return Theme()


def red(path: Path, width: int = 40) -> None:
    image = QImage(width, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF0000"))
    assert image.save(str(path))


def exists(image: QImage) -> bool:
    return image.width() > 1


def test_a_picture_of_the_lesson_is_shown_at_most_as_wide_as_the_page(theme: Theme, tmp_path: Path) -> None:
    assert theme
    red(tmp_path / "wide.png", 2000)
    image = Pictures(tmp_path, 820).read(QUrl("wide.png"))
    assert (image.width(), image.height()) == (820, 8)


def test_no_address_leads_out_of_the_lesson(theme: Theme, tmp_path: Path) -> None:
    lesson = tmp_path / "lesson"
    lesson.mkdir()
    red(tmp_path / "secret.png")
    red(lesson / "mine.png")
    (lesson / "link.png").symlink_to(tmp_path / "secret.png")
    text = RichText(theme, Pictures(lesson, 820))
    assert exists(text.loadResource(IMAGE, QUrl("mine.png")))
    for address in (
        "../secret.png",
        "link.png",
        str(tmp_path / "secret.png"),
        (tmp_path / "secret.png").as_uri(),
        (lesson / "mine.png").as_uri(),
        "http://127.0.0.1:9/mine.png",
        "qrc:/mine.png",
        "",
    ):
        assert not exists(text.loadResource(IMAGE, QUrl(address))), address
    assert text.loadResource(QTextDocument.ResourceType.StyleSheetResource.value, QUrl("mine.png")) is None


def test_a_picture_that_is_not_there_is_looked_for_once(theme: Theme, tmp_path: Path) -> None:
    assert theme
    pictures = Pictures(tmp_path, 820)
    assert not exists(pictures.read(QUrl("late.png")))
    red(tmp_path / "late.png")
    assert not exists(pictures.read(QUrl("late.png")))


def test_a_file_is_read_as_what_its_name_says(theme: Theme, tmp_path: Path) -> None:
    assert theme
    (tmp_path / "really.png").write_text(SVG.format('<rect width="40" height="20"/>'))
    (tmp_path / "honest.svg").write_text(SVG.format('<rect width="40" height="20"/>'))
    pictures = Pictures(tmp_path, 820)
    assert not exists(pictures.read(QUrl("really.png")))
    assert exists(pictures.read(QUrl("honest.svg")))


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>",
        "<foreignObject/>",
        '<image href="/etc/passwd"/>',
        '<image xlink:href="file:///etc/passwd"/>',
        '<g id="a"><use href="#b"/></g><g id="b"/><use href="#a"/>',
        '<use href="other.svg#a"/>',
        '<g id="a"><use href="#a"/></g>',
    ],
)
def test_an_svg_that_could_harm_is_not_drawn(inside: str) -> None:
    assert not is_harmless_svg(SVG.format(inside).encode())


def test_an_svg_with_entities_or_in_another_encoding_is_not_drawn() -> None:
    assert not is_harmless_svg(('<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("")).encode())
    assert not is_harmless_svg(SVG.format("").encode("utf-16"))
    assert not is_harmless_svg(b"<svg")


def test_an_honest_svg_is_drawn() -> None:
    inside = '<g id="a"><rect/></g><use href="#a"/><image href="data:image/png;base64,AA=="/>'
    assert is_harmless_svg(SVG.format(inside).encode())


def test_a_text_is_as_high_as_its_words_at_the_width_it_gets(theme: Theme, tmp_path: Path) -> None:
    text = RichText(theme, Pictures(tmp_path, 820))
    text.show_html("<p>" + "word " * 60 + "</p>")
    assert text.heightForWidth(300) > text.heightForWidth(820) >= 2 * 30
    one_line = text.heightForWidth(text.natural_width())
    assert one_line == 30
    assert text.heightForWidth(820) % one_line == 0


def test_a_screen_reader_is_told_words_pictures_and_formulas(theme: Theme, tmp_path: Path) -> None:
    text = RichText(theme, Pictures(tmp_path, 820))
    text.show_html('<p>See <img src="x.png" alt="a cat"> and <span class="math">\\frac12</span>.</p>')
    assert text.accessibleName() == r"See a cat and \frac12."
    assert plain_text("<p>a<br>b</p><p>c</p>") == "a b c"


def test_a_formula_stands_on_the_line_with_its_depth_below(theme: Theme, tmp_path: Path) -> None:
    text = RichText(theme, Pictures(tmp_path, 820))
    text.show_html('<p>x <span class="math">\\frac12</span> y</p>')
    formula = draw(r"\frac12", 20, theme.colors.ink, text.devicePixelRatioF())
    assert formula is not None
    document = text.document()
    document.setTextWidth(800)
    block = document.firstBlock()
    layout = block.layout()
    line = layout.lineAt(0)
    assert line.descent() == pytest.approx(formula.depth, abs=1)
    assert line.ascent() == pytest.approx(formula.height - formula.depth, abs=1.5)


def test_latex_that_cannot_be_drawn_is_shown_as_it_was_written(theme: Theme, tmp_path: Path) -> None:
    text = RichText(theme, Pictures(tmp_path, 820))
    text.show_html('<p>a <span class="math">\\frac{1 &lt; 2</span> b</p>')
    assert r"\frac{1 < 2" in text.toPlainText()
